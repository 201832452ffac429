"""The grammar of sets: from a row of items to counts of reps ("3x10", "10, 8, 6", "50 in 5 sets").

Each rule is a pattern over the items' sorts, a letter each (`items.Sort`), and what becomes of the
items that fit it. Rules run in order, each once over the whole row, so the cost is linear.
"""

import re
from collections.abc import Callable, Sequence

from bot.understanding.items import Item, Sort
from bot.understanding.reading import Unclear

FEW_SETS = 5
_NUMBERS = frozenset({Sort.NUMBER.value, Sort.PART.value, Sort.FOLD.value})
FEW_TIMES = 3
MOST_SETS = 20
Row = Sequence[Item]
Build = Callable[[Row], list[Item]]


def counted(row: Row) -> list[Item]:
    """Reduce numbers to counts; exercises, separators and what was left unclear stay in the row."""
    items = list(row)
    sorts = _sorts(items)
    if not _NUMBERS & set(sorts):
        return items
    for signs, pattern, build in RULES:
        if any(sign in sorts for sign in signs) and pattern.search(sorts):
            items = _apply(pattern, build, items, sorts)
            sorts = _sorts(items)
    return items


def _sorts(items: Row) -> str:
    return "".join([item.sort for item in items])


def _apply(pattern: re.Pattern[str], build: Build, items: list[Item], sorts: str) -> list[Item]:
    out: list[Item] = []
    done = 0
    for match in pattern.finditer(sorts):
        out += items[done : match.start()]
        out += build(items[match.start() : match.end()])
        done = match.end()
    return out + items[done:]


def _numbers(row: Row) -> list[Item]:
    return [item for item in row if item.sort is Sort.NUMBER]


def _others(row: Row) -> list[Item]:
    return [item for item in row if item.sort in {Sort.EXERCISE, Sort.KIND}]


def _count(item: Item, reps: Sequence[int], unclear: Unclear | None = None) -> Item:
    return item._replace(sort=Sort.COUNT, reps=tuple(reps[: MOST_SETS + 1]), unclear=unclear)


def _copies(item: Item, sets: int, reps: int) -> Item:
    """So many sets of so many; none at all, or more than a message holds, is unclear."""
    return _count(item, [reps] * min(sets, MOST_SETS + 1), None if sets else Unclear.NUMBER)


def _sets_first(row: Row) -> list[Item]:
    """ "3 sets of 10", "3 sets: 10, 8, 6", "3 sets of negatives: 5, 4, 3"."""
    sets, *reps = _numbers(row)
    exercises = _others(row)
    if len(reps) == 1:
        return [*exercises, _copies(sets, sets.number, reps[0].number)]
    if len(reps) == sets.number:
        return [*exercises, *(_count(item, [item.number]) for item in reps)]
    return [*exercises, _count(sets, [], Unclear.NUMBER)]


def _sets_last(row: Row) -> list[Item]:
    """ "10 x 3 sets", "10 pushups for 3 sets", "10 pushups x3"."""
    reps, sets = _numbers(row)
    return [_copies(reps, sets.number, reps.number), *_others(row)]


def _divided(row: Row) -> list[Item]:
    """ "50 in 5 sets", where it divides evenly."""
    total, sets = _numbers(row)
    each, rest = divmod(total.number, sets.number or 1)
    even = not rest and sets.number > 0
    return [_copies(total, sets.number, each) if even else _count(total, [], Unclear.NUMBER), *_others(row)]


def _by(row: Row) -> list[Item]:
    """AxB is sets x reps, unless it looks like the other way round."""
    sets, reps, *more = _numbers(row)
    if more or (sets.number > FEW_SETS >= reps.number):
        return [_count(sets, [], Unclear.NUMBER)]
    return [_copies(sets, sets.number, reps.number)]


def _folded(row: Row) -> list[Item]:
    """ "10 three times", "10 pushups twice"."""
    reps, fold = row[0], row[-1]
    return [_copies(reps, fold.number, reps.number), *_others(row)]


def _folded_first(row: Row) -> list[Item]:
    """ "twice 8"."""
    return [_copies(row[-1], row[0].number, row[-1].number)]


def _for_each(row: Row) -> list[Item]:
    """ "10 each of wide and narrow", "pushups and negatives, 10 each"."""
    number = _numbers(row)[0]
    return [item for mention in _others(row) for item in (_count(number, [number.number]), mention)]


def _rounds(row: Row) -> list[Item]:
    return [row[-1]._replace(number=row[0].number)]


def _rounds_of_each(row: Row) -> list[Item]:
    """ "2 sets of each: 10 push-ups, 4 negatives"."""
    return [row[-1]._replace(sort=Sort.ROUNDS, number=row[0].number)]


def _listed(row: Row) -> list[Item]:
    """Numbers in a row; "8/10" and "10-12" may be a share or a range, "15 or 16" is a doubt."""
    numbers = _numbers(row)
    signs = {item.sort for item in row} - {Sort.NUMBER, Sort.REPS}
    rising = len(numbers) == 2 and numbers[0].number < numbers[1].number
    if signs & {Sort.OR, Sort.TO} or (rising and signs and signs <= {Sort.DASH, Sort.SLASH}):
        return [_count(numbers[0], [], Unclear.NUMBER)]
    return [_count(item, [item.number]) for item in numbers]


def _total_first(row: Row) -> list[Item]:
    """ "30: 12, 10, 8" and "30 altogether (12, 10, 8)": the parts, if they add up."""
    total, *parts = [item for item in row if item.sort is Sort.COUNT]
    signs = {item.sort for item in row} & {Sort.TOTAL, Sort.EQUALS, Sort.COLON, Sort.OPEN}
    several = len(parts) > 1 or len(parts[0].reps) > 1
    return _parts(row, total, parts) if signs and several else list(row)


def _added_up(row: Row) -> list[Item]:
    """ "30 pushups, 15 + 15": the parts, where they add up; else all of it."""
    total, *parts = [item for item in row if item.sort is Sort.COUNT]
    if total.reps == (sum(sum(part.reps) for part in parts),):
        return [item for item in row if item is not total]
    return list(row)


def _total_last(row: Row) -> list[Item]:
    *parts, total = [item for item in row if item.sort is Sort.COUNT]
    return _parts(row, total, parts)


def _parts(row: Row, total: Item, parts: Sequence[Item]) -> list[Item]:
    doubtful = any(item.unclear for item in (total, *parts)) or len(total.reps) != 1
    if not doubtful and sum(sum(part.reps) for part in parts) == total.reps[0]:
        return [item for item in row if item is not total and item.sort is not Sort.TOTAL]
    return [*_others(row), _count(total, [], Unclear.NUMBER)]


def _unclear(row: Row) -> list[Item]:
    return [*_others(row), _count(row[-1], [], Unclear.NUMBER)]


def _either(row: Row) -> list[Item]:
    """ "2 or 3 sets of 10"."""
    return [_count(row[0], [], Unclear.NUMBER)]


def _doubted(row: Row) -> list[Item]:
    """ "9 pull-ups, maybe 10"."""
    return [_count(row[0], [], Unclear.NUMBER), *_others(row)]


def _one_of(row: Row) -> list[Item]:
    """ "2 sets of 10 and one of 8"."""
    return [row[0], row[-1]] if row[2].reps == (1,) else list(row)


def _times(row: Row) -> list[Item]:
    """ "push-ups, 10 times" are ten; "push-ups twice" gives no number."""
    fold = row[-1]
    return [*_others(row), _count(fold, [fold.number])] if fold.number > FEW_TIMES else list(row)


def _rule(signs: str, pattern: str, build: Build) -> tuple[str, re.Pattern[str], Build]:
    """A rule that is only tried where one of its signs is in the row."""
    return signs, re.compile(pattern.replace(" ", "")), build


_LIST = "n (?:r?e?r?[-,&/+]{0,2} n(?!r?x?[soTx]|ln))*"
RULES: tuple[tuple[str, re.Pattern[str], Build], ...] = (
    _rule("O~-", "n [O~-] n s (?: l? n)?", _either),
    _rule("O", "n r? [EM] ,? O n (?! r?l?[EM]|[xsoT])", _doubted),
    _rule("o", "n o", _rounds),
    _rule("e", "n s e", _rounds_of_each),
    _rule("e", "n r? e l? [EM] &? [EM]", _for_each),
    _rule("e", "[EM] & [EM] [:,l]? n r? e", _for_each),
    _rule("s", "n r? x n s", _sets_last),
    _rule("s", f"n s [lx:,f(]{{0,2}} {_LIST} (?!x)", _sets_first),
    _rule("s", f"n s l? [EM] [:,lfx(-]{{0,2}} {_LIST} (?! x|[EM]|r[EM])", _sets_first),
    _rule("s", "s : n [,]? r : n", _sets_first),
    _rule("s", "n r? t? i n s", _divided),
    _rule("s", "n r? l? [EM] t? [,]? i n s", _divided),
    _rule("x", "n r? x n (?: x n)*", _by),
    _rule("s", "n r? e? [,f]? n s (?! l? n)", _sets_last),
    _rule("x", "n r? l? [EM] [,f(]{0,2} x n s?", _sets_last),
    _rule("s", "n r? l? [EM] [,f(]{0,2} n s (?! l? n)", _sets_last),
    _rule("T", "T l? n", _folded_first),
    _rule("T", "n r? [,f]? T", _folded),
    _rule("T", "n r? l? [EM] [,f]? T", _folded),
    _rule("-/O~", "n (?: r? [-/O~] n)+", _listed),
    _rule("s", "n s l? [EM]?", _unclear),
    _rule("B", "B n r? [&~O-] n", _unclear),
    _rule("b", "b n", _unclear),
    _rule("n", "n", _listed),
    _rule("q", "q", _unclear),
    _rule("l", "c & c l c", _one_of),
    _rule("T", "[EM] [:,]? T", _times),
    _rule(":=(t,", "c t? r? [EM]? t? [:=(,]{0,2} c (?: [EM]? [-,&/+]* c)*", _total_first),
    _rule("+", "c E [,:(]{0,2} c (?: [+] c)+ [)]?", _added_up),
    _rule("=t", "c (?: [EM]? [-,&/+]* c)* [EM]? (?: = | [,(]? t l? :?) c", _total_last),
    _rule("t", "c (?: [EM]? [-,&/+]* c)* [EM]? [,(=]? c t", _total_last),
)
