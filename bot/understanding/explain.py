"""How a message was read, told to a person: its tokens, what guards block, what its numbers became."""

from collections.abc import Iterator
from dataclasses import fields
from itertools import groupby

from bot.understanding.exercises import meaning
from bot.understanding.items import Item, Sort
from bot.understanding.lexicon import Lexicon
from bot.understanding.read import read, reader_of
from bot.understanding.reading import Context, Reading
from bot.understanding.rows import row
from bot.understanding.scene import Scene, scene
from bot.understanding.sets import Bound, bound
from bot.understanding.when import day_of

_NUMBERS = frozenset({Sort.NUMBER, Sort.PART})


def explain(text: str, context: Context, lexicon: Lexicon) -> Iterator[str]:
    """One line a finding, in the order in which a message is read."""
    laid_out = scene(text, context, lexicon)
    yield "tokens"
    yield from _tokens(laid_out)
    yield from _headed("guards", list(_guards(laid_out)))
    yield from _headed("numbers", list(_numbers(laid_out)))
    reader = reader_of(laid_out)
    yield f"reading, by {reader.__name__}"
    yield from _reading(read(text, context, lexicon))


def _headed(title: str, lines: list[str]) -> Iterator[str]:
    yield title
    yield from lines or ["  none"]


def _tokens(laid_out: Scene) -> Iterator[str]:
    message = laid_out.message
    for item in laid_out.items:
        tags = sorted({tag for start in message.starts[item.start : item.end] for tag in start.tags})
        said = _said(laid_out, item.start, item.end)
        yield f"  {said:24} {item.sort.name.lower():10} {' '.join(tags)}".rstrip()


def _guards(laid_out: Scene) -> Iterator[str]:
    tokens = range(len(laid_out.guards))
    for guard, group in groupby(tokens, key=lambda index: laid_out.guards[index]):
        indices = list(group)
        if guard is not None:
            yield f"  {guard:10} blocks  {_said(laid_out, indices[0], indices[-1] + 1)}"


def _numbers(laid_out: Scene) -> Iterator[str]:
    """What each number became: sets of an exercise on a day, or nothing at all."""
    open_items = row(laid_out)
    kept = {item.start for item in open_items if item.sort in _NUMBERS}
    for item in laid_out.items:
        if item.sort in _NUMBERS and item.start not in kept:
            yield f"  {_said(laid_out, item.start, item.end):24} is no reps"
    for one in bound(open_items):
        yield f"  {_count(one):24} {_exercise(laid_out, one)}, {_day(laid_out, one.count)}"


def _count(one: Bound) -> str:
    return f"unclear: {one.count.unclear}" if one.count.unclear else " ".join(map(str, one.count.reps))


def _exercise(laid_out: Scene, one: Bound) -> str:
    if one.mention is None:
        return f"{laid_out.context.asked} (as asked)" if laid_out.context.asked else "no exercise"
    name = meaning(one.mention, laid_out.context, laid_out.lexicon) or "no exercise"
    return f"{name} (said: {_said(laid_out, one.mention.start, one.mention.end)})"


def _day(laid_out: Scene, count: Item) -> str:
    day = day_of(laid_out, count.start, count.start)
    if day.far:
        return "a day too far off"
    return "no day said" if day.offset is None else f"day {day.offset}"


def _reading(reading: Reading) -> Iterator[str]:
    for field in fields(reading):
        value = getattr(reading, field.name)
        if value not in (None, (), False):
            yield f"  {field.name:10} {_plain(value)}"


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _said(laid_out: Scene, start: int, end: int) -> str:
    return " ".join(token.text.strip() or "(line)" for token in laid_out.message.tokens[start:end])
