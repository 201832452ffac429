"""Work told without numbers: done as planned, or done in part."""

from bot.domain.exercise import Family
from bot.understanding.cues import Guard
from bot.understanding.exercises import meaning
from bot.understanding.feelings import effort, hurts, is_only_like
from bot.understanding.items import Item, Sort
from bot.understanding.mention import UNKNOWN
from bot.understanding.message import Message, Span
from bot.understanding.naming import denied_families
from bot.understanding.reading import Intent, Reading, Unclear
from bot.understanding.scene import Scene
from bot.understanding.when import day_of

FARTHEST_OBJECT = 8
BOTH = (Family.PUSH, Family.PULL)
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})
_GOING_ON = frozenset({Sort.MORE, Sort.DAY, Sort.COMMA, Sort.BREAK, Sort.NOISE, *_NAMES})


def read_done(scene: Scene) -> Reading | None:
    """Read "did it", "pull-ups done", "finished everything"; work on something else is none of it."""
    told = next((span.start for span in _told(scene)), None)
    if told is None:
        return None
    exercises = _exercises(scene)
    known = [exercise for exercise in exercises if exercise and exercise != UNKNOWN]
    if exercises and not known:
        return Reading(intent=Intent.UNKNOWN_EXERCISE)
    families = _families(scene, known)
    if not families:
        return None
    day = day_of(scene, told, told)
    if day.far:
        return Reading(intent=Intent.CLARIFY, unclear=Unclear.DAY)
    return Reading(
        intent=Intent.DONE,
        families=families,
        day=day.offset,
        pain=hurts(scene),
        effort=effort(scene),
    )


def _told(scene: Scene) -> tuple[Span, ...]:
    """The words that say that planned work is done."""
    whole = scene.said("done.whole")
    other = {at for span in scene.message.find("done.not") for at in range(span.start, span.end)}
    verbs = [span for span in scene.said("done.verb") if span.start not in other and _has_object(scene, span)]
    bare = [span for span in scene.said("done.bare") if span.start not in other and _ends_work(scene, span)]
    return (*whole, *verbs, *bare)


def _has_object(scene: Scene, span: Span) -> bool:
    """ "did my push-ups", "finished the workout": the first thing that follows is part of the plan."""
    message = scene.message
    for index in range(span.end, min(span.end + FARTHEST_OBJECT, len(message.tokens))):
        if message.clauses[index] != message.clauses[span.start] or message.tagged(index, "stops.object"):
            return False
        if scene.guards[index] is None and (
            message.tagged(index, "done.object") or _exercise_at(scene, index)
        ):
            return True
    return False


def _exercise_at(scene: Scene, index: int) -> bool:
    return any(item.start == index and item.sort is Sort.EXERCISE for item in scene.items)


def _ends_work(scene: Scene, span: Span) -> bool:
    """ "done", "pull-ups done ✅": nothing follows that could be something else's end."""
    message = scene.message
    end = span.end
    after = end >= len(message.tokens) or message.clauses[end] != message.clauses[span.start]
    after = after or not message.text(end).isalnum() or _is_lone_number(message, end)
    after = after or message.tagged(end, "done.after") or message.at(end, "days") is not None
    return after and _begins_well(scene, span)


def _is_lone_number(message: Message, index: int) -> bool:
    """A number that counts nothing: "did 2 errands" is somebody else's work."""
    counted = message.text(index + 1).isalpha() and not message.tagged(index + 1, "filler.word", "done.after")
    return message.is_number(index) and not counted


def _begins_well(scene: Scene, span: Span) -> bool:
    """Before it stand only fillers, days and exercises: "the dishes are done" tells of something else."""
    message = scene.message
    for item in reversed(scene.items):
        if item.end > span.start:
            continue
        if message.clauses[item.start] != message.clauses[span.start]:
            return True
        known = (
            message.tagged(item.start, "filler.word")
            or message.at(item.start, "before")
            or message.at(item.start, "done")
        )
        if item.sort is Sort.WORD and not known and not message.tagged(item.start, "ending.own"):
            return False
        if item.sort is Sort.NOISE and (
            message.tagged(item.start, "labels.label") or _is_measured(scene, item)
        ):
            return False
    return True


def _is_measured(scene: Scene, item: Item) -> bool:
    """The 10k of "10k done"."""
    return scene.message.is_number(item.start) and scene.message.at(item.end - 1, "measures") is not None


def _exercises(scene: Scene) -> list[str | None]:
    return [
        meaning(item.mention, scene.context, scene.lexicon)
        for item in scene.items_of(Sort.EXERCISE)
        if item.mention and not scene.message.tagged(item.start - 1, "days_not.after", "done.not_work")
    ]


def _families(scene: Scene, known: list[str]) -> tuple[Family, ...]:
    """Those named; without a name all, save what was left out, or the one that was asked about."""
    families = {scene.lexicon.family(exercise) for exercise in known} or set(BOTH) - denied_families(scene)
    asked = scene.asked_family
    if asked and not known and (scene.says("done.sets") or not scene.says("done.both")):
        return (asked,)
    return tuple(family for family in BOTH if family in families)


def read_vague(scene: Scene) -> Reading | None:
    """Work was done, but not how much of it: "did a few", "couldn't finish", "did to pull-ups"."""
    given_up = [
        span
        for span in scene.message.find("effort.failed")
        if scene.guards[span.start] in {None, Guard.NOT, Guard.ABLE} and not is_only_like(scene.message, span)
    ]
    if _is_total_of_days(scene):
        return Reading(intent=Intent.CLARIFY, exercise=named(scene), unclear=Unclear.DAY)
    if (given_up and not hurts(scene)) or _is_vague(scene):
        return Reading(
            intent=Intent.CLARIFY,
            exercise=named(scene),
            unclear=Unclear.NUMBER,
            effort=effort(scene),
            pain=hurts(scene),
        )
    return None


def _is_total_of_days(scene: Scene) -> bool:
    """ "40 push-ups this week", "since Monday 40": work was done, but on which days?"""
    return any(item.sort is Sort.NUMBER and scene.guards[item.start] is Guard.PERIOD for item in scene.items)


def named(scene: Scene) -> str | None:
    """The one exercise that work was told of, else the one asked about; None where two were named."""
    names = {name for name in _exercises(scene) if name and name != UNKNOWN}
    if not names:
        return scene.context.asked
    return names.pop() if len(names) == 1 else None


def _is_vague(scene: Scene) -> bool:
    told = [span.end for span in scene.said("done.verb", "done.tell")]
    for item in scene.items_of(Sort.VAGUE):
        following = [other for other in scene.items if item.end <= other.start <= item.end + 3]
        if (
            _is_all(scene, item)
            or _names_work(scene, following)
            or (item.start in _after(told) and not _is_thing(scene, item))
        ):
            return True
    return any(scene.message.tagged(end, "dictation.number") and _exercise_at(scene, end + 1) for end in told)


def _is_all(scene: Scene, vague: Item) -> bool:
    """ "A few more this morning": what was done before goes on, and nothing else is said."""
    rest = {
        item.sort
        for item in scene.items
        if item is not vague and not scene.message.tagged(item.start, "filler.word")
    }
    days = scene.items_of(Sort.DAY)
    return bool(days) and Sort.MORE in rest and rest <= _GOING_ON


def _after(told: list[int]) -> set[int]:
    return {end + step for end in told for step in range(3)}


def _is_thing(scene: Scene, item: Item) -> bool:
    """ "a few errands": what follows is a thing that isn't reps."""
    message = scene.message
    if not message.text(item.end).isalpha():
        return False
    return not (
        message.at(item.end, "after") or message.tagged(item.end, "links.reps", "links.sets", "days.0")
    )


def _names_work(scene: Scene, following: list[Item]) -> bool:
    for item in following:
        if item.sort in _NAMES and item.mention:
            return meaning(item.mention, scene.context, scene.lexicon) not in {None, UNKNOWN}
        if item.sort is not Sort.WORD and item.sort is not Sort.LINK:
            return False
    return False


def read_unknown(scene: Scene) -> Reading | None:
    """Work that was told, all of it of exercises that the coach doesn't know."""
    names = _exercises(scene)
    if (
        names
        and all(name == UNKNOWN for name in names)
        and (scene.says("done.verb", "done.tell") or len(_words(scene)) < 4)
    ):
        return Reading(intent=Intent.UNKNOWN_EXERCISE)
    return None


def _words(scene: Scene) -> list[Item]:
    return [item for item in scene.items if scene.message.text(item.start).isalnum()]
