"""The grammar of sets: from a row of items to counts of reps ("3x10", "10, 8, 6", "50 in 5 sets").

Each rule is a pattern over the items' sorts, a letter each (`items.Sort`), and what becomes of the
items that fit it. Rules run in order, each once over the whole row, so the cost is linear.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.understanding import reductions as to
from bot.understanding.items import Item, Sort
from bot.understanding.reductions import Row

_NUMBERS = frozenset({Sort.NUMBER.value, Sort.PART.value, Sort.FOLD.value})
MOST_SHAPES = 4096
Build = Callable[[Row], list[Item]]


def counted(row: Row) -> list[Item]:
    """Reduce numbers to counts; exercises, separators and what was left unclear stay in the row."""
    items = list(row)
    rule = 0
    while (fit := _fit(_sorts(items), rule)) is not None:
        items = _built(RULES[fit.rule][2], items, fit.places)
        rule = fit.rule + 1
    return items


class Fit(NamedTuple):
    """The places in a row that a rule fits."""

    rule: int
    places: tuple[tuple[int, int], ...]


@lru_cache(maxsize=MOST_SHAPES)
def _fit(sorts: str, first: int) -> Fit | None:
    """The next rule that fits, from one on; people's rows have few shapes, so that they are remembered."""
    present = set(sorts)
    if _NUMBERS.isdisjoint(present) and not first:
        return None
    for rule in range(first, len(RULES)):
        signs, pattern, _ = RULES[rule]
        if signs.isdisjoint(present):
            continue
        places = tuple(match.span() for match in pattern.finditer(sorts))
        if places:
            return Fit(rule, places)
    return None


def _sorts(items: Row) -> str:
    return "".join([item.sort for item in items])


def _built(build: Build, items: Row, places: Sequence[tuple[int, int]]) -> list[Item]:
    out: list[Item] = []
    done = 0
    for start, end in places:
        out += items[done:start]
        out += build(items[start:end])
        done = end
    return [*out, *items[done:]]


def _rule(signs: str, pattern: str, build: Build) -> tuple[frozenset[str], re.Pattern[str], Build]:
    """A rule that is only tried where one of its signs is in the row."""
    return frozenset(signs), re.compile(pattern.replace(" ", "")), build


_LIST = "n (?:r?e?r?[-,&/+]{0,2} n(?!r?x?[soTx]|ln))*"
RULES: tuple[tuple[frozenset[str], re.Pattern[str], Build], ...] = (
    _rule("O~-", "n [O~-] n s (?: l? n)?", to.either),
    _rule("O", "n r? [EM] ,? O n (?! r?l?[EM]|[xsoT])", to.doubted),
    _rule("O", "n ,O n", to.either),
    _rule("o", "n o", to.rounds),
    _rule("e", "n s e", to.rounds_of_each),
    _rule("e", "n r? e l? [EM] (?:,|&|,&)? [EM] (?:(?:,|&|,&) [EM] (?![:,]?n))*", to.for_each),
    _rule("e", "[EM] (?:, [EM])* ,? & [EM] [:,l]? n r? e", to.for_each),
    _rule("s", "n r? [EM] f n s", to.sets_last),
    _rule("s", "n r? x n s", to.sets_last),
    _rule("s", f"n s [lx:,f(]{{0,2}} {_LIST} (?!x)", to.sets_first),
    _rule("s", f"n s l? [EM] [:,lfx(-]{{0,2}} {_LIST} (?! x|[EM]|r[EM])", to.sets_first),
    _rule("s", "s : n [,|]? r : n", to.sets_first),
    _rule("s", f"(?<![,&|/+-]) n s [|] {_LIST}", to.sets_told),
    _rule("o", "o :? (?: x n | n x (?=:))", to.rounds_named),
    _rule("x", "(?: n x | x n ) (?=:n)", to.rounds_named),
    _rule("s", "n r? t? i n s", to.divided),
    _rule("s", "n r? l? [EM] t? [,]? i n s", to.divided),
    _rule("x", "n r x n (?! x)", to.sets_last),
    _rule("x", "n r? x n (?: x n)*", to.by),
    _rule("s", "n r? e? [,f]? n s (?! l? n)", to.sets_last),
    _rule("xT", "n r?[EM] (?:[,&+]+ n r?[EM])+ [,(]+ (?:xn|T)", to.repeated),
    _rule("xT", "n r?[EM] (?:[+]n r?[EM])+ (?:xn|T)", to.repeated),
    _rule("xT", "(?<=o)[:,]? n r?[EM] (?:[,&+]+ n r?[EM])+ (?:xn|T)", to.repeated),
    _rule("xT", "n r?[EM] (?:[&/]n r?[EM])+ (?:xn|T)", to.all_or_last),
    _rule("s", "n r? l? [EM] [,]? i s l n", to.in_sets_of),
    _rule("x", "n r? l? [EM] [,f(]{0,2} x n s?", to.sets_last),
    _rule("s", "n r? [EM] [(] n s (?! l? n)", to.bracketed),
    _rule("s", "n r? l? [EM] [,f(]{0,2} n s (?! l? n)", to.sets_last),
    _rule("T", "T l? n", to.folded_first),
    _rule("T", "n r? [,f]? T", to.folded),
    _rule("T", "n r? l? [EM] [,f]? T", to.folded),
    _rule("-/O~", "n (?: r? [-/O~] n)+", to.listed),
    _rule("s", "n s l? [EM]?", to.unclear),
    _rule("B", "B n r? [&~O-] n", to.unclear),
    _rule("b", "b n", to.unclear),
    _rule("n", "n", to.listed),
    _rule("q", "q", to.unclear),
    _rule("l", "c & c l c", to.one_of),
    _rule("T", "[EM] [:,]? T", to.times),
    _rule(":=(t,", "c t? r? l? [EM]? t? [:=(,]{0,2} c (?: [EM]? [-,&/+]* c)*", to.total_first),
    _rule("t", "t c [EM]? [|:,(]{1,3} c (?: [-,&/+]* c)+", to.total_first),
    _rule(",i", "c E [,i] c (?! r?[EM])", to.same_total),
    _rule("f", "c f c [EM]", to.total_behind),
    _rule("O", "c [EM] ,? O c [EM]", to.one_or_other),
    _rule("+", "c E [,:(]{0,2} c (?: [+] c)+ [)]?", to.added_up),
    _rule("=t", "c (?: [EM]? [-,&/+]* c)* [EM]? (?: = | [,(|]? t l? :?) c", to.total_last),
    _rule("t", "c (?: [EM]? [-,&/+]* c)* [EM]? [,(=|]? c t", to.total_last),
)
