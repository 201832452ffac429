"""From what was typed to plain tokens: one script, one case, one kind of hyphen, quote and digit."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

LONGEST = 4096
HUGE = 10**6
MOST_TOKENS = 200
MOST_FOLDED = 10_000
CHECK = "✅"
CROSS = "❌"
STAR = "★"
DEGREES = "°"
EMOJI = "◦"

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("’‘`´ʼ", "'"),
        **dict.fromkeys("“”„«»″", '"'),
        **dict.fromkeys("–—‒−‐‑→", "-"),
        **dict.fromkeys("×✕✖⨯", "x"),
        **dict.fromkeys("✅✔☑", f" {CHECK} "),
        **dict.fromkeys("❌❎🚫", f" {CROSS} "),
        **dict.fromkeys("、，", ","),
        "。": ".",
        "\r": "\n",
        "🔟": " 10 ",
        "½": " half ",
        **dict.fromkeys("⭐★🌟", f" {STAR} "),
    }
)
_TOKEN = re.compile(r"(?P<number>\d+)|(?P<word>[^\W\d_]+(?:'[^\W\d_]+)*)|(?P<mark>[^\s\d])|(?P<line>\n)")
_EMOTICON = re.compile(r"(?:^|(?<=\s))[:;=]'?-?[)(dp/|\\](?=\s|$|[.!,])")
_MARKS = frozenset(f',.;!?:-/+=()"*~&%#$£€>@|{STAR}{DEGREES}{CHECK}{CROSS}{EMOJI}')


class Customs(NamedTuple):
    """How a language writes: endings that are words of their own ("'s"), forms that are folded ("a.m.").

    Long words with one of the `nameless` endings are nobody's name.
    """

    endings: tuple[str, ...] = ()
    folded: tuple[tuple[str, str], ...] = ()
    nameless: tuple[str, ...] = ()


class Kind(StrEnum):
    WORD = "word"
    NUMBER = "number"
    MARK = "mark"


class Token(NamedTuple):
    """A word, a number or a mark; `glued` when nothing stood between it and the token before."""

    text: str
    kind: Kind
    glued: bool = False

    @property
    def value(self) -> int:
        """A number's value; what is longer than six digits is only huge."""
        digits = self.text.lstrip("0")
        return int(digits or "0") if len(digits) <= 6 else HUGE


def tokens(text: str, customs: Customs) -> tuple[Token, ...]:
    """Cut a message into tokens, more of them than are ever read.

    Hyphens between letters part words, and a line's end is a mark.
    """
    found: list[Token] = []
    end = -1
    shown = plain(text, customs)
    for match in _TOKEN.finditer(shown):
        if len(found) > 2 * MOST_TOKENS:
            break
        glued = match.start() == end
        end = match.end()
        piece = match.group()
        if match.lastgroup == "number":
            found.append(Token(piece, Kind.NUMBER, glued))
        elif match.lastgroup == "word":
            found.extend(_words(piece, customs, glued=glued))
        elif piece in _MARKS or piece == "\n":
            found.append(Token(piece, Kind.MARK, glued))
    return tuple(_without_hyphens(found) if "-" in shown else found)


def plain(text: str, customs: Customs) -> str:
    """Fold scripts, cases, digits and signs; emoji become one soft mark."""
    text = text[:LONGEST].translate(_PLAIN)
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text).translate(_PLAIN)
        text = "".join(map(_fold, text))
    shown = text.casefold()
    for form, fold in customs.folded:
        shown = shown.replace(form, fold)
    return _EMOTICON.sub(EMOJI, shown)


@lru_cache(maxsize=MOST_FOLDED)
def _fold(char: str) -> str:
    if char.isascii() or char in {CHECK, CROSS, STAR, DEGREES}:
        return char
    category = unicodedata.category(char)
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if category in {"So", "Sk"}:
        return EMOJI
    return "" if category in {"Cf", "Mn", "Me"} else char


def _words(piece: str, customs: Customs, *, glued: bool) -> list[Token]:
    """A word, with an ending like a possessive or a short "is" as a token of its own."""
    if "'" in piece:
        for ending in customs.endings:
            if piece.endswith(ending):
                stem = piece.removesuffix(ending)
                return [Token(stem, Kind.WORD, glued), Token(ending, Kind.WORD, glued=True)]
    return [Token(piece, Kind.WORD, glued)]


def _without_hyphens(found: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for index, token in enumerate(found):
        if token.text == "-" and token.glued and 0 < index < len(found) - 1:
            before, after = found[index - 1], found[index + 1]
            if after.glued and Kind.WORD in {before.kind, after.kind}:
                continue
        kept.append(token)
    return kept
