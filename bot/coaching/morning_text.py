"""Which morning text: the first that fits the day and wasn't said lately, else a usual one by lot."""

from collections.abc import Collection, Iterator, Sequence
from datetime import timedelta

from bot.coaching.chooser import Chooser
from bot.coaching.situation import Situation
from bot.coaching.views import NO_NEWS, MorningNews
from bot.domain.calendar import DAY
from bot.domain.circumstances import ONE_DAY
from bot.domain.events import Said
from bot.domain.exercise import Family
from bot.domain.plan import Prescription, Row, Why
from bot.domain.streak import Mark

NOT_AGAIN_FOR = timedelta(days=15)
USUAL = tuple(f"morning_normal_{number}" for number in range(1, 17))
USUAL_OF_PULLS = tuple(f"morning_pull_{number}" for number in range(1, 17))
LEADS = {2: "day_2", 3: "day_3", 4: "day_4"}
FIRST_BAR_DAYS = {"negative_pull_up": "morning_negative", "pull_up": "morning_pull_up"}
_BY_ROW = {
    Row.CALIBRATE: "morning_toes",
    Row.TRY: "morning_try",
    Row.TEST: "season_test",
    Row.OPEN: "morning_open",
    Row.VARIATION: "morning_variation",
}


def choose_morning_text(situation: Situation, day_number: int, news: MorningNews = NO_NEWS) -> str:
    """The id of a wording; none is said again within fifteen days, but for what is told once.

    Usual days have one more wording than that, so one is always left to draw.
    """
    for text in _once(news):
        return text
    lately = _said_lately(situation)
    for text in _fitting(situation, day_number):
        if text not in lately:
            return text
    return _drawn(USUAL_OF_PULLS if _is_pulls_alone(situation) else USUAL, situation, lately)


def is_usual(text: str) -> bool:
    return text in USUAL or text in USUAL_OF_PULLS


def _drawn(wordings: Sequence[str], situation: Situation, lately: Collection[str]) -> str:
    """A prompt that was said already today is worded as it was."""
    fresh = [text for text in wordings if text not in lately]
    return Chooser(situation.athlete.athlete_id, situation.today).choose(fresh, "morning")


def _said_lately(situation: Situation) -> set[str]:
    """On the days before this one."""
    return {
        event.key
        for event in situation.events
        if isinstance(event, Said) and DAY <= situation.today - event.day <= NOT_AGAIN_FOR
    }


def _is_pulls_alone(situation: Situation) -> bool:
    return not situation.training.left[Family.PUSH]


def _once(news: MorningNews) -> Iterator[str]:
    if news.steps_down:
        yield "step_down"
    if news.held:
        yield "plateau"
    if news.season_over:
        yield "season_end"


def _fitting(situation: Situation, day_number: int) -> Iterator[str]:
    """All texts that the day allows, the most telling first (docs/coaching.md, messages)."""
    parts = [part for part in situation.plan if part.sets]
    yield from _back(parts)
    yield from _after_race(situation, parts)
    for rows in ({Row.CALIBRATE, Row.TRY}, {Row.TEST}, {Row.OPEN}, {Row.LIGHT}, {Row.VARIATION}):
        if rows == {Row.OPEN}:
            yield from (f"season_{part.season}" for part in parts if part.row is Row.SEASON)
            yield from ("morning_cut" for part in parts if part.is_cut)
        if rows == {Row.LIGHT}:
            yield from _after_tough(situation, parts)
        else:
            yield from (_BY_ROW[part.row] for part in parts if part.row in rows and part.why is not Why.EXTRA)
    yield from _first_week(situation, day_number)
    yield from _first_bar_days(situation, parts)
    if any(part.why is Why.STEP_UP for part in parts):
        yield "morning_level_up"
    if situation.plan.pull.row is Row.SPACING and situation.training.morning.lowering.is_new(situation.today):
        yield "morning_push_only"
    yield from _missed(situation, parts)


def _after_tough(situation: Situation, parts: Sequence[Prescription]) -> Iterator[str]:
    """After a day that stopped early, or was hard; extra work is neither."""
    if not all(part.row is Row.LIGHT for part in parts):
        return
    tough = [part.family for part in situation.plan if part.row is Row.LIGHT and part.why is Why.LIGHT]
    if any(situation.training.morning.standings[family].misses == 1 for family in tough):
        yield "plan_after_short"
    if tough:
        yield "morning_light"


def _missed(situation: Situation, parts: Sequence[Prescription]) -> Iterator[str]:
    """The plan goes on where it was left, so nothing else may have changed it."""
    plain = all(part.row is Row.NORMAL and part.why is Why.SAME for part in parts)
    if plain and situation.showing.marks.get(situation.today - ONE_DAY) in {Mark.MISSED, Mark.FROZEN}:
        yield "missed_one"


def _after_race(situation: Situation, parts: Sequence[Prescription]) -> Iterator[str]:
    races = situation.training.morning.circumstances.races
    if situation.today - ONE_DAY in races and any(part.why is Why.RUNNING for part in parts):
        yield "race_after"


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
    if marks.get(situation.today - ONE_DAY) is Mark.KEPT and day_number in LEADS:
        yield LEADS[day_number]
    if day_number == 7 and situation.showing.kept:
        yield "day_7"


def _first_bar_days(situation: Situation, parts: Sequence[Prescription]) -> Iterator[str]:
    """The first two days with a bar tell how it is done."""
    for part in parts:
        text = FIRST_BAR_DAYS.get(part.rung)
        if text and situation.training.morning.standings[part.family].sessions < 2:
            yield text
