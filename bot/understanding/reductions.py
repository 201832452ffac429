"""What the rules of `counts` make of the items that fit them: counts of reps, or a doubt."""

from collections.abc import Sequence

from bot.understanding.items import Item, Sort
from bot.understanding.reading import Unclear

FEW_SETS = 5
FEW_TIMES = 3
MOST_SETS = 20
Row = Sequence[Item]


def _numbers(row: Row) -> list[Item]:
    return [item for item in row if item.sort is Sort.NUMBER]


def _others(row: Row) -> list[Item]:
    return [item for item in row if item.sort in {Sort.EXERCISE, Sort.KIND}]


def _count(item: Item, reps: Sequence[int], unclear: Unclear | None = None) -> Item:
    return item._replace(sort=Sort.COUNT, reps=tuple(reps[: MOST_SETS + 1]), unclear=unclear)


def _one_of(item: Item, *choices: Sequence[int]) -> Item:
    """It stands for one of these, and it isn't clear for which."""
    reps = tuple(tuple(choice[: MOST_SETS + 1]) for choice in choices)
    return item._replace(sort=Sort.COUNT, reps=(), unclear=Unclear.NUMBER, choices=reps)


def _copies(item: Item, sets: int, reps: int) -> Item:
    """So many sets of so many; none at all, or more than a message holds, is unclear."""
    return _count(item, [reps] * min(sets, MOST_SETS + 1), None if sets else Unclear.NUMBER)


def sets_first(row: Row) -> list[Item]:
    """ "3 sets of 10", "3 sets: 10, 8, 6", "3 sets of negatives: 5, 4, 3"."""
    sets, *reps = _numbers(row)
    exercises = _others(row)
    if len(reps) == 1:
        return [*exercises, _copies(sets, sets.number, reps[0].number)]
    if len(reps) == sets.number:
        return [*exercises, *(_count(item, [item.number]) for item in reps)]
    return [*exercises, _count(sets, [], Unclear.NUMBER)]


def sets_told(row: Row) -> list[Item]:
    """ "Two sets. Nine and seven.": where there are so many."""
    sets, *reps = _numbers(row)
    return sets_first(row) if len(reps) == sets.number else list(row)


def sets_last(row: Row) -> list[Item]:
    """ "10 x 3 sets", "10 pushups for 3 sets", "10 pushups x3"."""
    reps, sets = _numbers(row)
    return [_copies(reps, sets.number, reps.number), *_others(row)]


def divided(row: Row) -> list[Item]:
    """ "50 in 5 sets", where it divides evenly."""
    total, sets = _numbers(row)
    each, rest = divmod(total.number, sets.number or 1)
    even = not rest and sets.number > 0
    return [_copies(total, sets.number, each) if even else _count(total, [], Unclear.NUMBER), *_others(row)]


def in_sets_of(row: Row) -> list[Item]:
    """ "100 push-ups in sets of 10", where it divides evenly."""
    total, each = _numbers(row)
    sets, rest = divmod(total.number, each.number or 1)
    return [_copies(total, 0 if rest or not each.number else sets, each.number), *_others(row)]


def total_behind(row: Row) -> list[Item]:
    """ "10 sets of 10 for a hundred push-ups": the sets, where they add up."""
    parts, _, total, name = row
    if total.reps == (sum(parts.reps),):
        return [parts, name]
    return [_count(parts, [], Unclear.NUMBER), name]


def bracketed(row: Row) -> list[Item]:
    """ "30 pushups (3 sets)" may be a total; "10 pushups (3 sets)" can only be ten each."""
    total, sets = _numbers(row)
    if sets.number and total.number % sets.number:
        return sets_last(row)
    each = total.number // (sets.number or 1)
    return [_one_of(total, [each] * sets.number, [total.number] * sets.number), *_others(row)]


def repeated(row: Row) -> list[Item]:
    """ "10 pushups + 5 chins, x3": all of it again."""
    *told, sign, fold = row
    if sign.sort is not Sort.TIMES:
        told, sign = [*told, sign], fold
    return [*told, sign._replace(sort=Sort.ROUNDS, number=fold.number)]


def all_or_last(row: Row) -> list[Item]:
    """ "10 pushups and 5 chins x3" may repeat the chins alone."""
    return [_count(row[0], [], Unclear.NUMBER), *_others(row)]


def by(row: Row) -> list[Item]:
    """AxB is sets x reps, unless it looks like the other way round."""
    sets, reps, *more = _numbers(row)
    if more:
        return [_count(sets, [], Unclear.NUMBER)]
    if sets.number > FEW_SETS >= reps.number:
        return [_one_of(sets, [reps.number] * sets.number, [sets.number] * reps.number)]
    return [_copies(sets, sets.number, reps.number)]


def folded(row: Row) -> list[Item]:
    """ "10 three times", "10 pushups twice"."""
    reps, fold = row[0], row[-1]
    return [_copies(reps, fold.number, reps.number), *_others(row)]


def folded_first(row: Row) -> list[Item]:
    """ "twice 8"."""
    return [_copies(row[-1], row[0].number, row[-1].number)]


def for_each(row: Row) -> list[Item]:
    """ "10 each of wide and narrow", "pushups and negatives, 10 each"."""
    number = _numbers(row)[0]
    return [item for mention in _others(row) for item in (_count(number, [number.number]), mention)]


def rounds(row: Row) -> list[Item]:
    return [row[-1]._replace(number=row[0].number)]


def rounds_named(row: Row) -> list[Item]:
    """ "superset x4: 10 push-ups, 3 pull-ups", "3x: 10 push-ups, 5 chins"."""
    number = _numbers(row)[0]
    return [number._replace(sort=Sort.ROUNDS)]


def rounds_of_each(row: Row) -> list[Item]:
    """ "2 sets of each: 10 push-ups, 4 negatives"."""
    return [row[-1]._replace(sort=Sort.ROUNDS, number=row[0].number)]


def listed(row: Row) -> list[Item]:
    """Numbers in a row; "8/10" and "10-12" may be a share or a range, "15 or 16" is a doubt."""
    numbers = _numbers(row)
    signs = {item.sort for item in row} - {Sort.NUMBER, Sort.REPS}
    first, last = numbers[0].number, numbers[-1].number
    share = len(numbers) == 2 and (signs == {Sort.SLASH} and first <= last)
    rising = len(numbers) == 2 and signs == {Sort.DASH} and first < last
    if share:
        return [_one_of(numbers[0], [first], [first, last])]
    if signs & {Sort.OR, Sort.TO} or rising:
        return [_one_of(numbers[0], *([item.number] for item in numbers))]
    return [_count(item, [item.number]) for item in numbers]


def total_first(row: Row) -> list[Item]:
    """ "30: 12, 10, 8" and "30 altogether (12, 10, 8)": the parts, if they add up."""
    total, *parts = [item for item in row if item.sort is Sort.COUNT]
    signs = {item.sort for item in row} & {Sort.TOTAL, Sort.EQUALS, Sort.COLON, Sort.OPEN}
    several = len(parts) > 1 or len(parts[0].reps) > 1
    return _parts(row, total, parts) if signs and several else list(row)


def added_up(row: Row) -> list[Item]:
    """ "30 pushups, 15 + 15": the parts, where they add up; else all of it."""
    total, *parts = [item for item in row if item.sort is Sort.COUNT]
    if total.reps == (sum(sum(part.reps) for part in parts),):
        return [item for item in row if item is not total]
    return list(row)


def same_total(row: Row) -> list[Item]:
    """ "30 pushups, 3 sets of 10", "20 in 4 sets of 5": the sets, where they add up."""
    total, name, sign, parts = row
    if len(parts.reps) > 1 and total.reps == (sum(parts.reps),):
        return list(row[1:])
    return list(row) if sign.sort is Sort.COMMA else [_count(total, [], Unclear.NUMBER), name]


def total_last(row: Row) -> list[Item]:
    *parts, total = [item for item in row if item.sort is Sort.COUNT]
    return _parts(row, total, parts)


def _parts(row: Row, total: Item, parts: Sequence[Item]) -> list[Item]:
    doubtful = any(item.unclear for item in (total, *parts)) or len(total.reps) != 1
    if not doubtful and sum(sum(part.reps) for part in parts) == total.reps[0]:
        return [item for item in row if item is not total and item.sort is not Sort.TOTAL]
    return [*_others(row), _count(total, [], Unclear.NUMBER)]


def unclear(row: Row) -> list[Item]:
    return [*_others(row), _count(row[-1], [], Unclear.NUMBER)]


def either(row: Row) -> list[Item]:
    """ "15 or 16", "2 or 3 sets of 10"."""
    one, other, *reps = _numbers(row)
    if reps:
        return [_one_of(one, *([reps[0].number] * item.number for item in (one, other)))]
    return [_one_of(one, [one.number], [other.number])]


def doubted(row: Row) -> list[Item]:
    """ "9 pull-ups, maybe 10"."""
    return [_one_of(row[0], *([item.number] for item in _numbers(row))), *_others(row)]


def one_or_other(row: Row) -> list[Item]:
    """ "5 pull-ups or 15 push-ups"."""
    return [*row[:-2], _count(row[-2], [], Unclear.NUMBER), row[-1]]


def one_of(row: Row) -> list[Item]:
    """ "2 sets of 10 and one of 8"."""
    return [row[0], row[-1]] if row[2].reps == (1,) else list(row)


def times(row: Row) -> list[Item]:
    """ "push-ups, 10 times" are ten; "push-ups twice" gives no number."""
    fold = row[-1]
    return [*_others(row), _count(fold, [fold.number])] if fold.number > FEW_TIMES else list(row)
