"""Which exercise a count is of: the one that was named with it, or the one that was asked about."""

from collections.abc import Sequence

from bot.domain.exercise import Family
from bot.understanding.cues import Guard
from bot.understanding.exercises import meaning
from bot.understanding.items import Sort
from bot.understanding.mention import UNKNOWN, Mention
from bot.understanding.message import SENTENCE_ENDS, Message
from bot.understanding.scene import Scene
from bot.understanding.sets import Bound


def exercise_of(scene: Scene, count: Bound, counts: Sequence[Bound]) -> str | None:
    if count.mention and not _answers(scene, count, counts):
        return meaning(count.mention, scene.context, scene.lexicon) or _of_asked_family(scene, count.mention)
    return scene.context.asked


def _answers(scene: Scene, count: Bound, counts: Sequence[Bound]) -> bool:
    """In "10, plus 5 chin-ups" the 10 are of the exercise asked about, where that is of another family.

    So they are in "12 and then 6 on my toes", where only the kind is another.
    """
    if count.mention is None or scene.asked_family is None or count.count.start > count.mention.start:
        return False
    if any(one.count.start < count.count.start and one.mention != count.mention for one in counts):
        return False
    told = meaning(count.mention, scene.context, scene.lexicon)
    between = [one.count for one in counts if count.count.end <= one.count.start < count.mention.start]
    if not between or scene.asked_family in denied_families(scene):
        return False
    if count is not counts[0] and not _is_parted(scene.message, range(count.count.end, between[-1].start)):
        return False
    if scene.lexicon.families.get(told or "", scene.asked_family) is not scene.asked_family:
        return True
    kind_only = any(item.start == count.mention.start and item.sort is Sort.KIND for item in scene.items)
    return kind_only and any(
        count.count.end <= span.start < between[-1].start for span in scene.message.find("links.then")
    )


def _is_parted(message: Message, between: range) -> bool:
    """In "10 and 8 push-ups" both are of them; in "10, plus 5 chins" and "5, 5, 4. 12 push-ups" not."""
    return any(
        message.tagged(at, "parting.plus", "links.but")
        or message.text(at) in SENTENCE_ENDS
        or message.text(at) == "+"
        for at in between
    )


def _of_asked_family(scene: Scene, mention: Mention) -> str | None:
    """ "5 full ones" are of the family that was asked about."""
    family = scene.asked_family
    return (
        meaning(mention.sharing(frozenset({str(family)})), scene.context, scene.lexicon) if family else None
    )


def denied_families(scene: Scene) -> set[Family]:
    """The families of "everything except the pull-ups"."""
    denied = [
        meaning(item.mention, scene.context, scene.lexicon)
        for item in scene.items
        if item.mention and scene.guards[item.start] in {Guard.NOT, Guard.NO}
    ]
    return {scene.lexicon.family(exercise) for exercise in denied if exercise and exercise != UNKNOWN}
