"""Names of places as people write them: folded to comparable keys, freed of the words around them."""

import re
import unicodedata
from collections.abc import Sequence

_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ə": "e",
        "ħ": "h",
        "&": " and ",
    }
)
_ONE_SPELLING = {"saint": "st", "mount": "mt", "fort": "ft"}
_FIRST_ACCENT = 10
"""The lower combining classes are vowel signs and the like, without which Hindi or Japanese can't be read."""

_VARIATION_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))
_DROPPED = re.compile(r"[.'’‘ʻʼʿ`´]")


def folded(name: str) -> str:
    """Fold case, accents, punctuation and spacing, so that "São Paulo" and "sao-paulo" become one key."""
    plain = _DROPPED.sub("", unicodedata.normalize("NFKD", _DROPPED.sub("", name))).casefold()
    apart = unicodedata.normalize("NFKD", plain).translate(_LETTERS)
    kept = "".join(_kept(character) for character in apart)
    words = (_ONE_SPELLING.get(word, word) for word in kept.split())
    return unicodedata.normalize("NFC", " ".join(words))


def _kept(character: str) -> str:
    """Letters, digits and vowel signs stay; accents and invisible characters go; the rest parts words."""
    category = unicodedata.category(character)
    if category == "Mn":
        is_accent = unicodedata.combining(character) >= _FIRST_ACCENT or character in _VARIATION_SELECTORS
        return "" if is_accent else character
    if category[0] in "LN" or category == "Mc":
        return character
    return "" if category == "Cf" else " "


_SAID_AROUND = """
a am and area around at atm based be been by can city close coach currently days for from go going good have
hello here hey hi home i id ill im in is it its ive just know like live lives living local located location
lol me moved moving my near no nope not now of off ok okay on our outside over place please pls right set so
sure thank thanks that the there this time timezone to today tomorrow town traveling travelling u use using
village was we well were where work yea yeah yep yes you your zone
"""

_SAID_INSTEAD = """
aimed along american anger asian ask aware back bar bear begin being best bone breast bst buy called
cat cdt cest cet change changed changing chest child chill chin chins chose come complete cst cycle daily
date deal debut did do does doing done each easy edt est evening every failing fever fewer first fit full
god goes gonna gotta great guide had half hands hang hard has heart help here hire hit horn how hungry hurts
idea jam just keen killing kilos kinda kneeling knees last later leave left less light long lot lower march
maybe mdt mile mon monday month morning mountain move msk much music name never next none normal nothing off
one out pace parties past pdt phone plan progress pst pullups push pushups quit quite reason remind reset
rest run running safe said sake same save say sec serve settings shall shame sharp shoulder side since
singing skip sleep slow some soon sorry spring start stats stop strong summer sunday surprise surprised
swiss teaching than then tired toes took tour training treat tries try turn two un undo until wait walk
walks wanting warning weak week what whatever when who why winter working wrong yoga young
"""

_AROUND = frozenset(_SAID_AROUND.split())
"""Words around a place's name, in a chat."""

_NO_PLACES = _AROUND.union(_SAID_INSTEAD.split())
"""Ordinary answers that some town is called by, or nearly, and zones' letters without a place."""


def is_chat(words: Sequence[str]) -> bool:
    """Tell an answer that names no place, though somewhere a town is called so: Of, Best, Much."""
    return all(word in _NO_PLACES for word in words)


def without_chat(words: Sequence[str]) -> Sequence[str]:
    """Leave out what is said around a name: "I'm in Berlin, please"."""
    kept = [position for position, word in enumerate(words) if word not in _AROUND]
    return words[kept[0] : kept[-1] + 1] if kept else []
