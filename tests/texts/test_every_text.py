"""What holds for everything that the coach says (docs/messages.md, tone)."""

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import pytest

from bot.chat.buttons import encode
from bot.coaching import outcomes as o
from bot.coaching.log_outcomes import Corrected, Edited, Logged
from bot.coaching.news_outcomes import SickNoted
from bot.coaching.views import (
    HelpShown,
    OpenOffer,
    PrivacyShown,
    Prompted,
    Question,
    SettingsShown,
    StatsShown,
)
from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.milestones import Milestone
from bot.domain.plan import Row, Season, Why
from bot.texts import offers
from bot.texts.language import Language
from bot.texts.mornings import TEXTS
from bot.understanding.reading import RoutineTopic, Unclear
from tests.makers import MONDAY
from tests.texts.lives import each_day
from tests.texts.spoken import Spoken

TEXTS_ROOM = Path(__file__).parents[2] / "bot" / "texts"
KEY_OF_A_ONCE_ONLY_WORD = "talk.py: f'group:{outcome.chat_id}'"
LONGEST = 300
PAGES = (HelpShown, PrivacyShown, StatsShown, SettingsShown)
HEALTH = (o.Urgent, o.PainNoted, o.PainEased, o.TooSoonToClear, SickNoted)
TOLD_WITH_PAIN = (Logged, Corrected, Edited)
EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u26ff\u2764\u2705\u2728]")
SHAME = (
    "you missed",
    "should have",
    "lost your streak",
    "don't break",
    "lazy",
    "no excuses",
    "guilt",
    "failed",
    "fell short",
    "clean one",
    "clean rep",
    "held your form",
    "hurry",
    "last chance",
    "you failed",
    "disappoint",
    "fall behind",
    "fell behind",
    "give up",
    "days left",
    "no pain, no gain",
    "weak",
    "too slow",
    "at your age",
    "others did",
    "than most",
)
PROMISED = (
    r"\bguarantee",
    r"\bpromise you(?! a time)",
    r"\bwill (make|get) you (fast|strong)",
    r"\bprevents?\b",
    r"\bproven?\b",
    r"\bnever get (hurt|injured)",
    r"\bcures?\b",
    r"\byou have (a |an )?(strain|tear|injury|tendon)",
    r"\bRoche (says|said|wants|thinks)",
)
WEAK_IS_A_SIGN = "very swollen, weak arms"
FINE_WITH_ONLY = ("push-ups only", "i only read words", "i only count push-ups", "toes and hands only")
NEXT = re.compile(
    r"\?|\b(write|tell|tap|call|next prompt|ask again|remind you|from now on|no prompt is planned)\b",
    re.IGNORECASE,
)
SHORT = re.compile(r"\b(short|missing|left over|still need)\b", re.IGNORECASE)
PRAISE = re.compile(r"\b(great|nice|well done|bonus|good call)\b", re.IGNORECASE)


def texts(spoken: Iterable[Spoken]) -> list[str]:
    return [one.text for one in spoken]


def test_everything_that_can_happen_is_said(spoken: tuple[Spoken, ...]) -> None:
    happened = {type(one.outcome) for one in spoken}

    assert set(get_args(o.Outcome)) - happened == {o.Quiet}


def test_every_morning_text_is_said(spoken: tuple[Spoken, ...]) -> None:
    said = {re.escape(template).split(r"\{")[0] for template in TEXTS.values()}
    starts = {start for start in said if start and not any(re.match(start, text) for text in texts(spoken))}

    assert starts == set()


def test_every_row_and_reason_is_lived(catalogue: Catalogue) -> None:
    parts = [part for lived in each_day(catalogue) for part in lived.morning.plan]

    assert set(Row) - {part.row for part in parts} == set()
    assert set(Why) - {part.why for part in parts} == set()


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        pytest.param(set(Question) - {Question.PLACE}, "question", id="questions"),
        pytest.param(set(Milestone), "milestone", id="milestones"),
        pytest.param(set(Offer), "offer", id="answers to offers"),
        pytest.param(set(Unclear), "unclear", id="what isn't clear"),
        pytest.param(set(RoutineTopic) - {RoutineTopic.TODAY}, "topic", id="topics"),
    ],
)
def test_nothing_that_can_be_said_is_left_out(
    spoken: tuple[Spoken, ...], wanted: set[object], name: str
) -> None:
    assert wanted - {getattr(one.outcome, name, None) for one in spoken} == set()


def test_every_invitation_to_something_harder_checks_form(say: Language) -> None:
    for offer in Offer:
        season = Season.SLOW if "season" in offer else None
        said = offers.offer(OpenOffer(offer, MONDAY, season), say).text
        assert ("broke down" in said) is ("every_other" not in offer), said
    for offer in (Offer.PUSH_UP, Offer.TRY_PULL_UP):
        assert "broke down" in offers.offer(OpenOffer(offer, MONDAY, early=True), say).text


def test_all_but_the_pages_are_short(spoken: tuple[Spoken, ...]) -> None:
    assert [one.text for one in spoken if len(one.text) > LONGEST and not is_page(one)] == []


def is_page(one: Spoken) -> bool:
    """Those may be longer, as may a card with the week's look-back in front."""
    return isinstance(one.outcome, PAGES) or (
        isinstance(one.outcome, Prompted) and bool(one.outcome.news.week)
    )


@pytest.mark.parametrize("words", SHAME)
def test_nobody_is_shamed(spoken: tuple[Spoken, ...], words: str) -> None:
    told = (text.lower().replace(WEAK_IS_A_SIGN, "") for text in texts(spoken))

    assert [text for text in told if words in text] == []


@pytest.mark.parametrize("promise", PROMISED)
def test_nothing_is_promised_or_diagnosed(spoken: tuple[Spoken, ...], promise: str) -> None:
    assert [text for text in texts(spoken) if re.search(promise, text, re.IGNORECASE)] == []


def test_only_is_never_a_reproach(spoken: tuple[Spoken, ...]) -> None:
    def left_over(text: str) -> str:
        for phrase in FINE_WITH_ONLY:
            text = text.lower().replace(phrase, "")
        return text

    assert [text for text in texts(spoken) if re.search(r"\bonly\b", left_over(text))] == []


def test_there_is_one_emoji_at_most(spoken: tuple[Spoken, ...]) -> None:
    assert [text for text in texts(spoken) if len(EMOJI.findall(text)) > 1] == []


def test_pain_is_answered_without_emoji_or_praise(spoken: tuple[Spoken, ...]) -> None:
    pained = [one.text for one in spoken if isinstance(one.outcome, HEALTH) or hurts(one.outcome)]

    assert [text for text in pained if EMOJI.search(text) or PRAISE.search(text)] == []


def hurts(outcome: o.Outcome) -> bool:
    """Told beside pain, or of a side that rests because of it."""
    resting = isinstance(outcome, Logged) and bool(outcome.resting)
    return resting or (isinstance(outcome, TOLD_WITH_PAIN) and outcome.pain)


def test_each_message_has_a_button_or_says_what_comes_next(spoken: tuple[Spoken, ...]) -> None:
    closed = [one.text for one in spoken if not one.buttons and not NEXT.search(one.text)]

    assert closed == [text for text in closed if text.startswith("What I keep:")]


def test_urgent_signs_get_their_one_message_without_a_button(spoken: tuple[Spoken, ...]) -> None:
    (urgent,) = (one for one in spoken if isinstance(one.outcome, o.Urgent))

    assert urgent.buttons == ()
    assert "call your local emergency number" in urgent.text


def test_words_are_never_glued() -> None:
    """Texts are whole sentences with holes: an f-string holds nothing that a person would read."""
    glued = [
        f"{module.name}: {ast.unparse(node)}"
        for module in TEXTS_ROOM.glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr) and any(_has_letters(part) for part in node.values)
    ]

    assert glued == [KEY_OF_A_ONCE_ONLY_WORD]


def _has_letters(part: ast.expr) -> bool:
    return isinstance(part, ast.Constant) and any(letter.isalpha() for letter in str(part.value))


def test_labels_fit_on_a_button(spoken: tuple[Spoken, ...]) -> None:
    labels = {button.label for one in spoken for button in one.buttons}

    assert {label for label in labels if not 1 <= len(label) <= 24} == set()


def test_every_button_fits_into_its_bytes(spoken: tuple[Spoken, ...]) -> None:
    actions = {button.action for one in spoken for button in one.buttons}

    assert all(len(encode(action).encode()) <= 64 for action in actions)


def test_a_row_holds_what_a_phone_shows(spoken: tuple[Spoken, ...]) -> None:
    wide = [one.text for one in spoken for row in one.message.buttons if len(row) > 6]

    assert wide == []


@pytest.mark.parametrize(
    ("flaw", "pattern"),
    [
        ("an unfilled hole", r"[{}]"),
        ("a nothing", r"\bNone\b(?! this time)"),
        ("a name of the code's", r"[a-z]_[a-z]"),
        ("a wrong plural", r"\b1 (days|sets|reps|seconds|spare days)\b"),
        ("a wrong singular", r"\b([02-9]|\d\d+) (day|set|rep|knee push-up|push-up|negative|pull-up)\b(?!-)"),
        ("two spaces or marks", r"  |\.\.|,,|\. \.|\? \.|!\."),
        ("a sentence that begins small", r"^[a-z]|[.!?] [a-z]"),
        ("a straight quotation mark", r'"'),
    ],
)
def test_no_text_is_flawed(spoken: tuple[Spoken, ...], flaw: str, pattern: str) -> None:
    assert [text for text in texts(spoken) if re.search(pattern, text)] == [], flaw


def test_a_part_of_a_plan_is_never_called_short(spoken: tuple[Spoken, ...]) -> None:
    parts = [
        one.text
        for one in spoken
        if isinstance(one.outcome, Logged) and any(one.outcome.left[family] for family in Family)
    ]

    assert parts
    assert [text for text in parts if SHORT.search(text)] == []
