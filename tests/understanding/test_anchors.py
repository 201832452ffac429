"""The daily thing that somebody trains beside."""

import pytest

from bot.data.lexicon import load_lexicon
from bot.domain.anchor import Anchor, DailyThing
from bot.understanding.anchors import read_anchor


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("after coffee", Anchor(DailyThing.COFFEE)),
        ("Coffee!", Anchor(DailyThing.COFFEE)),
        ("right after my run please", Anchor(DailyThing.RUN)),
        ("when the kettle boils", Anchor(DailyThing.TEA)),
        ("once I've brushed my teeth", Anchor(DailyThing.TEETH)),
        ("when I get up", Anchor(DailyThing.WAKING)),
        ("after I feed my cat", Anchor(words="after you feed your cat")),
        ("when I'm back from the school run", Anchor(words="when you are back from the school run")),
        ("before the shower", Anchor(words="before the shower")),
        ("while the kettle boils", Anchor(words="while the kettle boils")),
        ("hm, after I walk the dog. Every day!", Anchor(words="after you walk the dog")),
        ("after the kids' breakfast", Anchor(words="after the kids breakfast")),
        ("mumble", None),
        ("after", None),
        ("later", None),
        ("coffee and a run", None),
        ("after " + "very " * 10 + "long walks", None),
    ],
)
def test_an_anchor(text: str, anchor: Anchor | None) -> None:
    assert read_anchor(text, load_lexicon()) == anchor
