"""Sets done once more: "same again", "same as yesterday", "another one of those"."""

from bot.understanding.exercises import meaning
from bot.understanding.feelings import effort
from bot.understanding.items import Sort
from bot.understanding.mention import UNKNOWN
from bot.understanding.reading import Again, Intent, Reading
from bot.understanding.scene import Scene

_BESIDE = frozenset({"again", "effort", "about.thanks"})
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})


def read_again(scene: Scene) -> Reading | None:
    """Read it only where it is all that was said: "the weather is the same as yesterday" tells of no sets."""
    again = _said(scene) if "again" in scene.message.groups else None
    if again is None:
        return None
    named = {at for item in scene.items if item.sort in _NAMES for at in range(item.start, item.end)}
    if not scene.message.is_all(_BESIDE, besides=named):
        return None
    exercises = [
        meaning(item.mention, scene.context, scene.lexicon)
        for item in scene.items_of(Sort.EXERCISE)
        if item.mention
    ]
    if UNKNOWN in exercises:
        return None
    families = dict.fromkeys(scene.lexicon.family(exercise) for exercise in exercises if exercise)
    return Reading(intent=Intent.NONE, again=again, families=tuple(families), effort=effort(scene))


def _said(scene: Scene) -> Again | None:
    """Where nothing forbids it ("the same as yesterday?")."""
    for again in (Again.YESTERDAY, Again.SET, Again.LAST):
        if scene.says(f"again.{again}"):
            return again
    return Again.LAST if scene.says("again.same") and scene.says("again.once_more") else None
