"""Corrections of what was logged last: "make that 12", "8 not 10", "I meant wide", "that was yesterday"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.exercise import Family
from bot.understanding.cues import Guard
from bot.understanding.exercises import meaning
from bot.understanding.items import Item, Sort
from bot.understanding.mention import UNKNOWN, Mention
from bot.understanding.message import Span
from bot.understanding.positions import Position, positions
from bot.understanding.reading import Intent, Reading, ReadSet, Unclear
from bot.understanding.rows import row
from bot.understanding.scene import Scene
from bot.understanding.sets import bound
from bot.understanding.tally import MOST_REPS
from bot.understanding.when import SaidDay

_NUMBERS = frozenset({Sort.NUMBER, Sort.PART})
_NAMES = frozenset({Sort.EXERCISE, Sort.KIND})
_TELLING = _NUMBERS | _NAMES | {Sort.DAY}
_STILL_BLOCKED = frozenset(Guard) - {Guard.NOT, Guard.NO}


def read_correction(scene: Scene) -> Reading | None:
    """Read what is to change; a cue without anything that changes is no correction."""
    one = _one_set(scene)
    cue = _cue(scene)
    if cue is None and one and _is_said_of(scene, one):
        cue = one.end
    if scene.message.has("setting.sure") and not scene.items_of(Sort.EXERCISE):
        return None
    if cue is None or scene.guards[min(cue, len(scene.guards) - 1)] in _STILL_BLOCKED:
        return None
    items = _newest(_without_denied(scene, _open_items(scene, one)), cue)
    days = [SaidDay(item.offset, far=item.offset is None) for item in items if item.sort is Sort.DAY]
    day = days[-1] if days else SaidDay()
    sets = _sets(scene, items, day.offset)
    if not days and all(one.reps == 0 and not scene.message.has("correct.sure") for one in sets):
        return None
    if day.far or any(one.reps is not None and not 1 <= one.reps <= MOST_REPS for one in sets):
        return Reading(intent=Intent.CLARIFY, unclear=Unclear.DAY if day.far else Unclear.RANGE)
    number = one.number if one else None
    return Reading(intent=Intent.CORRECT, sets=sets or (ReadSet(None, None, day.offset),), position=number)


def _one_set(scene: Scene) -> Position | None:
    """The one set that is spoken of; of several, each was told with its number."""
    said = positions(scene.message)
    return said[0] if len(said) == 1 else None


def _is_said_of(scene: Scene, one: Position) -> bool:
    """ "the second set was 8", "set 1 was knees": one number or name; with both it is told anew."""
    if not scene.message.tagged(one.end, "correct.said_of"):
        return False
    items = _without_denied(scene, _open_items(scene, one))
    told = [item for item in items if item.sort in _TELLING]
    return len(told) == 1 and told[0].start > one.end and told[0].sort is not Sort.DAY


def _cue(scene: Scene) -> int | None:
    """Where the words that announce a change end."""
    message = scene.message
    for span in message.find("correct.sure"):
        idiom = any(
            found.start < span.end and span.start < found.end for found in message.find("correct.idiom")
        )
        if not idiom and not scene.refuses(span, {Guard.NOT}) and not _is_planned(scene, span):
            return span.end
    for span in message.find("correct.was"):
        if _next_telling(scene, span) and _speaks_of_a_log(scene, span):
            return span.end
    for span in message.find("correct.maybe"):
        if scene.message.tagged(span.start, "snooze.wait"):
            continue
        if _opens(scene, span) and _next_telling(scene, span) and not _is_no_work(scene, span):
            return span.start if message.tagged(span.start, "correct.not") else span.end
    return _contrast(scene)


def _is_planned(scene: Scene, span: Span) -> bool:
    """The "meant to be" of "meant to be 3x6, got 6 and 5"."""
    planned = any(found.start == span.start for found in scene.message.find("correct.planned"))
    return planned and any(done.start > span.start for done in scene.message.find("resets.done"))


def _speaks_of_a_log(scene: Scene, span: Span) -> bool:
    """In "did 10, it was 3 sets" the athlete tells of the same work; not in "I typed 100, it was 10"."""
    if any(wrote.start < span.start for wrote in scene.message.find("correct.wrote")):
        return True
    told = [
        item
        for item in scene.items
        if item.start < span.start and (item.sort in _NUMBERS | {Sort.LABEL} or _is_day_of(item, span))
    ]
    return not told and not any(done.start < span.start for done in scene.message.find("resets.done"))


def _is_day_of(item: Item, span: Span) -> bool:
    """In "yesterday it was 8 chins" the day is told of, not corrected."""
    return item.sort is Sort.DAY and item.end == span.start


def _is_no_work(scene: Scene, span: Span) -> bool:
    """The "no" of "no push-ups", "no more push-ups" and "no 3x10 push-ups today" takes nothing back."""
    if not scene.message.tagged(span.end - 1, "guards.no"):
        return False
    following = next((item for item in scene.items if item.start == span.end), None)
    today = any(item.sort is Sort.DAY and item.offset == 0 for item in scene.items)
    return following is not None and (
        following.sort in {*_NAMES, Sort.MORE} or (today and following.sort is Sort.NUMBER)
    )


def _next_telling(scene: Scene, span: Span) -> bool:
    """Nothing but fillers stand between the cue and what it changes."""
    for item in scene.items:
        if item.start >= span.end:
            if item.sort in _TELLING and not (item.sort is Sort.DAY and item.offset == 0):
                return True
            if item.sort not in {Sort.COMMA, Sort.BREAK, Sort.DASH, Sort.REPAIR} and not _is_link(
                scene, item
            ):
                return False
    return False


def _is_link(scene: Scene, item: Item) -> bool:
    return scene.message.tagged(
        item.start, "correct.link", "correct.maybe", "correct.was", "correct.not", "filler.word"
    )


def _opens(scene: Scene, span: Span) -> bool:
    return all(
        scene.message.tagged(index, "filler.word", "correct.maybe", "links.repair")
        or not scene.message.text(index).isalnum()
        for index in range(span.start)
    )


def _contrast(scene: Scene) -> int | None:
    """ "12 not 10", "pull-ups, not chins": two of one sort around a "not"."""
    told = scene.message.has("resets.done")
    for span in scene.message.find("correct.not", *([] if told else ["correct.instead"])):
        before = {item.sort for item in [item for item in scene.items if item.end <= span.start][-5:]}
        behind = next((item.sort for item in scene.items if item.start >= span.end), Sort.WORD)
        if behind in _NUMBERS and before & _NUMBERS:
            return 0
        if behind in _NAMES and before & _NAMES and not told:
            return 0
        if behind is Sort.DAY and Sort.DAY in before and not before & (_NUMBERS | _NAMES):
            return 0
    return None


def _open_items(scene: Scene, one: Position | None) -> list[Item]:
    """What is told, besides the number of the set that it is told of."""
    named = range(one.start, one.end) if one else range(0)
    return [
        item
        for item in scene.items
        if item.start not in named
        and (scene.guards[item.start] not in _STILL_BLOCKED or item.sort not in _TELLING)
    ]


def _newest(items: Sequence[Item], cue: int) -> list[Item]:
    """What the cue is followed by replaces what was said before it."""
    replaced = {
        sort
        for sorts in (_NUMBERS, _NAMES)
        for sort in sorts
        if any(item.sort in sorts and item.start >= cue for item in items)
    }
    return [item for item in items if item.start >= cue or item.sort not in replaced | {Sort.WORD}]


def _without_denied(scene: Scene, items: Sequence[Item]) -> list[Item]:
    """Drop the 10 of "not 10" and of "from 10 to 12"."""
    out: list[Item] = []
    denied = False
    for index, item in enumerate(items):
        denied = scene.message.tagged(item.start, "correct.not", "correct.instead", "correct.wrote") or (
            denied
            and item.sort not in {Sort.COMMA, Sort.BREAK, Sort.FOR}
            and not scene.message.tagged(item.start, "links.but")
        )
        changed = item.sort in _NUMBERS and index + 1 < len(items) and items[index + 1].sort is Sort.TO
        replaces = item.sort is Sort.TO and index > 0 and items[index - 1].sort in _NUMBERS
        if not denied and not changed and not replaces:
            out.append(item)
    return out


def _sets(scene: Scene, items: Sequence[Item], day: int | None) -> tuple[ReadSet, ...]:
    cleared = replace(scene, items=tuple(items), guards=(None,) * len(scene.guards))
    sets = [
        ReadSet(_exercise(scene, one.mention), reps, day)
        for one in bound(row(cleared))
        for reps in one.count.reps
    ]
    if not sets:
        names = [item for item in items if item.sort in _NAMES]
        exercise = _exercise(scene, names[-1].mention) if names else None
        sets = [ReadSet(exercise, None, day)] if exercise else []
    return tuple(sets)


def _exercise(scene: Scene, mention: Mention | None) -> str | None:
    """The exercise named; a kind alone ("I meant full ones") is of the family asked about, else push-ups."""
    if mention is None:
        return None
    family = scene.asked_family or Family.PUSH
    said = meaning(mention.sharing(frozenset({str(family)})), scene.context, scene.lexicon)
    return None if said == UNKNOWN else said
