"""Totals of which only a part is told anew, so that it can't be known what the rest was."""

from collections.abc import Sequence
from itertools import pairwise

from bot.understanding.items import Sort
from bot.understanding.message import Message
from bot.understanding.scene import Scene
from bot.understanding.sets import Bound


def is_shared_out(scene: Scene, counts: Sequence[Bound]) -> bool:
    return _names_a_share(scene) or _names_a_part(scene, counts)


def _names_a_share(scene: Scene) -> bool:
    """ "20 push-ups, half on my knees": how many of which isn't said."""
    return any(
        item.start in {span.end, span.end + 1}
        and (item.sort is Sort.KIND or (item.sort is Sort.EXERCISE and span.end - span.start > 2))
        for span in scene.message.find("shares.some")
        for item in scene.items
    )


def _names_a_part(scene: Scene, counts: Sequence[Bound]) -> bool:
    """ "20 push-ups, 10 on my knees": the ten may be some of the twenty, or ten more."""
    return any(_is_part(scene, one, other) for one, other in pairwise(counts))


def _is_part(scene: Scene, whole: Bound, part: Bound) -> bool:
    if whole.mention is None or part.mention is None or whole.mention.kinds:
        return False
    named_first = whole.count.start < whole.mention.start < part.count.start < part.mention.start
    how = scene.message.at(part.mention.start, "kinds")
    between = range(whole.mention.end, part.count.start)
    return (
        named_first
        and how is not None
        and how.end - how.start > 1
        and sum(part.count.reps) < sum(whole.count.reps)
        and len(between) > 0
        and all(scene.message.is_mark(at) or _shares(scene.message, at) for at in between)
    )


def _shares(message: Message, index: int) -> bool:
    """The "of which" of "20, of which 5 on my knees"."""
    return message.tagged(index, "shares.with") or message.tagged(index - 1, "shares.with")
