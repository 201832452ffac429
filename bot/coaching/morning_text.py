"""Which morning text: the first that fits the day and wasn't said lately, else the next usual one."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.coaching.situation import Situation
from bot.domain.events import Said
from bot.domain.plan import Prescription, Row, Why
from bot.domain.streak import Mark

NOT_AGAIN_FOR = timedelta(days=15)
USUAL_WORDINGS = 16
LEADS = {2: "day_2", 3: "day_3", 4: "day_4"}
FIRST_BAR_DAYS = {"negative_pull_up": "morning_negative", "pull_up": "morning_pull_up"}
_BY_ROW = {
    Row.CALIBRATE: "morning_toes",
    Row.TRY: "morning_try",
    Row.TEST: "season_test",
    Row.OPEN: "morning_open",
    Row.LIGHT: "morning_light",
    Row.VARIATION: "morning_variation",
}


def choose_morning_text(situation: Situation, day_number: int) -> str:
    """The id of a wording; wordings of usual days come in order, sixteen of them."""
    lately = {
        event.key
        for event in situation.events
        if isinstance(event, Said) and situation.today - event.day < NOT_AGAIN_FOR
    }
    for text in _fitting(situation, day_number):
        if text not in lately:
            return text
    return f"morning_normal_{_usual_so_far(situation) % USUAL_WORDINGS + 1}"


def _fitting(situation: Situation, day_number: int) -> Iterator[str]:
    """All texts that the day allows, the most telling first (docs/coaching.md, messages)."""
    parts = [part for part in situation.plan if part.sets]
    yield from _back(parts)
    for rows in ({Row.CALIBRATE, Row.TRY}, {Row.TEST}, {Row.OPEN}, {Row.LIGHT}, {Row.VARIATION}):
        if rows == {Row.OPEN}:
            yield from (f"season_{part.season}" for part in parts if part.row is Row.SEASON)
            yield from ("morning_cut" for part in parts if part.is_cut)
        if rows != {Row.LIGHT} or all(part.row is Row.LIGHT for part in parts):
            yield from (_BY_ROW[part.row] for part in parts if part.row in rows and part.why is not Why.EXTRA)
    yield from _first_week(situation, day_number)
    yield from _first_bar_days(situation, parts)
    if any(part.why is Why.STEP_UP for part in parts):
        yield "morning_level_up"
    if situation.plan.pull.row is Row.SPACING and situation.training.morning.lowering.is_new(situation.today):
        yield "morning_push_only"


def _back(parts: Sequence[Prescription]) -> Iterator[str]:
    days = max((part.days_off for part in parts if part.row is Row.RETURN), default=0)
    if days >= 29:
        yield "back_long"
    elif days >= 15:
        yield "back_15_28"
    elif days >= 8:
        yield "back_8_14"


def _first_week(situation: Situation, day_number: int) -> Iterator[str]:
    """Each says that the athlete came back, so only after a kept day."""
    marks = situation.showing.marks
    yesterday = situation.today - timedelta(days=1)
    if marks.get(yesterday) is Mark.KEPT and day_number in LEADS:
        yield LEADS[day_number]
    if day_number == 7 and situation.showing.kept:
        yield "day_7"


def _first_bar_days(situation: Situation, parts: Sequence[Prescription]) -> Iterator[str]:
    """The first two days with a bar tell how it is done."""
    for part in parts:
        text = FIRST_BAR_DAYS.get(part.rung)
        if text and situation.training.morning.standings[part.family].sessions < 2:
            yield text


def _usual_so_far(situation: Situation) -> int:
    return sum(
        isinstance(event, Said) and event.key.startswith("morning_normal_") for event in situation.events
    )
