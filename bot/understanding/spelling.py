"""Typos: an unknown word becomes the exercise word it is a slip away from, or stays as it is."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import Kind, Token

DRAWN_OUT = re.compile(r"(.)\1{2,}")
SHORTEST = 4
LONG = 7
MOST_SLIPS = 2
MOST_UNKNOWN = 40


def mended(said: Iterable[Token], lexicon: Lexicon) -> tuple[Token, ...]:
    """Mend unknown words only: a number or a known word is never read as another."""
    repairs: dict[str, tuple[str, ...]] = {}
    out: list[Token] = []
    for token in said:
        if token.kind is not Kind.WORD or token.text in lexicon.words:
            out.append(token)
            continue
        if token.text not in repairs and len(repairs) < MOST_UNKNOWN:
            repairs[token.text] = mend(token.text, lexicon)
        first, *others = repairs.get(token.text, (token.text,))
        out.append(Token(first, Kind.WORD, token.glued))
        out.extend(Token(word, Kind.WORD) for word in others)
    return tuple(out)


@lru_cache(maxsize=4096)
def mend(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Give the words that one unknown word stands for: drawn out, run together, misspelt, or itself."""
    for drawn in (r"\1", r"\1\1"):
        short = DRAWN_OUT.sub(drawn, word)
        if short in lexicon.words:
            return (short,)
    return _parted(word, lexicon) or (_nearest(word, lexicon),)


def _parted(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    for cut in range(3, min(len(word) - 2, 12)):
        if word[:cut] in lexicon.joined and word[cut:] in lexicon.joined:
            return word[:cut], word[cut:]
    return ()


def _nearest(word: str, lexicon: Lexicon) -> str:
    """Take the one nearest word that begins alike; a tie between two mends nothing."""
    if len(word) < SHORTEST or len(word) > 16:
        return word
    near = [
        target
        for length in range(len(word) - MOST_SLIPS, len(word) + MOST_SLIPS + 1)
        for target in lexicon.mended.get(length, ())
        if target[0] == word[0] or target[:2] == word[1::-1]
    ]
    found = extract(word, near, scorer=OSA.distance, score_cutoff=MOST_SLIPS, limit=4)
    best = [one for one in found if one[1] < MOST_SLIPS or max(len(word), len(one[0])) >= LONG]
    if not best or (len(best) > 1 and best[0][1] == best[1][1] and not _alike(best[0][0], best[1][0])):
        return word
    return str(best[0][0])


def _alike(one: str, other: str) -> bool:
    """Forms of one word begin alike."""
    return one[:4] == other[:4]
