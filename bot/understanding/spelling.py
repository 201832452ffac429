"""Typos: an unknown word becomes the exercise word it is a slip away from, or stays as it is."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract, extractOne

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
        if out and token.text in lexicon.tails and (whole := _whole(out[-1], token, lexicon)):
            out[-1] = whole
            continue
        if token.kind is not Kind.WORD or token.text in lexicon.words:
            out.append(token)
            continue
        if token.text not in repairs and len(repairs) < MOST_UNKNOWN:
            repairs[token.text] = mend(token.text, lexicon)
        first, *others = repairs.get(token.text, (token.text,))
        out.append(Token(first, Kind.WORD, token.glued))
        out.extend(Token(word, Kind.WORD) for word in others)
    return tuple(out)


def _whole(before: Token, token: Token, lexicon: Lexicon) -> Token | None:
    """The "chinups" that "chn ups" is a slip away from; what is short is only mended with its tail."""
    if before.kind is not Kind.WORD or before.text in lexicon.words or len(before.text) >= SHORTEST:
        return None
    word = _nearest(before.text + token.text, lexicon, most=1)
    joined = word != before.text + token.text and word.endswith(token.text)
    return Token(word, Kind.WORD, before.glued) if joined else None


@lru_cache(maxsize=4096)
def is_slip(word: str, lexicon: Lexicon) -> bool:
    """Say whether a word is a slip away from one that only sets a scene ("befor brekfast")."""
    if word in lexicon.words or len(word) <= SHORTEST:
        return False
    near = [target for length in (-1, 0, 1) for target in lexicon.scenery.get(len(word) + length, ())]
    return extractOne(word, near, scorer=OSA.distance, score_cutoff=1) is not None


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


def _nearest(word: str, lexicon: Lexicon, *, most: int = MOST_SLIPS) -> str:
    """Take the one nearest word that begins alike; a tie between two mends nothing."""
    if len(word) < SHORTEST or len(word) > 16:
        return word
    near = [
        target
        for length in range(len(word) - MOST_SLIPS, len(word) + MOST_SLIPS + 1)
        for target in lexicon.mended.get(length, ())
        if target[0] == word[0] or target[:2] == word[1::-1]
    ]
    found = extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=4)
    best = [one for one in found if one[1] < MOST_SLIPS or max(len(word), len(one[0])) >= LONG]
    if not best or (len(best) > 1 and best[0][1] == best[1][1] and not _alike(best[0][0], best[1][0])):
        return word
    return str(best[0][0])


def _alike(one: str, other: str) -> bool:
    """Forms of one word begin alike."""
    return one[:4] == other[:4]
