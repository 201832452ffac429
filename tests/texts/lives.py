"""Athletes' weeks, played by the real fold: whatever the coach may have to say, somebody has lived it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import cycle, islice

from bot.coaching.athlete import Athlete
from bot.coaching.log_outcomes import Logged
from bot.coaching.log_sets import receipt
from bot.coaching.situation import Situation, situation_at
from bot.domain.catalogue import Catalogue
from bot.domain.events import (
    BetterSaid,
    Event,
    LightAsked,
    Offer,
    PauseSaid,
    RaceSaid,
    SickSaid,
    SideOff,
    SoreSaid,
)
from bot.domain.exercise import Family
from bot.domain.plan import PlannedSet
from bot.domain.sets import Effort, LoggedSet
from tests.makers import answer, cleared, day, did, event, free, has_bar, hurts, placed, skipped

EFFORTS = {"e": Effort.EASY, "o": Effort.OK, "h": Effort.HARD, "f": Effort.FAILED, "-": None}


@dataclass(frozen=True)
class Story:
    """`moods` has a letter a day, again and again: an effort, "." for a day without, "m" for more."""

    name: str
    events: Sequence[Event]
    moods: str
    days: int = 26
    accepts: bool = True


STORIES = (
    Story("beginner", [placed("knee_push_up"), has_bar()], "eeo-", days=45),
    Story("in a hurry", [placed("knee_push_up", 24), has_bar()], "e"),
    Story("strong", [placed("push_up", 60), has_bar(), placed("pull_up", 20)], "o-", days=125),
    Story("middling", [placed("push_up", 24), has_bar(), placed("pull_up", 2)], "hoo"),
    Story("stalled", [placed("push_up", 14)], "hfhhf"),
    Story("push-ups only", [placed("knee_push_up"), has_bar(available=False)], "o-m"),
    Story("nobody asked", [], "-"),
    Story(
        "now and then", [placed("knee_push_up", 20), has_bar()], "e-.........-....................", days=34
    ),
    Story("long gone", [placed("push_up", 20)], "o" + "." * 35, days=34),
    Story("free weekends", [placed("push_up", 10), free([5, 6])], "o-h"),
    Story(
        "ill, sore and off",
        [
            placed("push_up", 24),
            has_bar(),
            placed("pull_up", 8),
            event(SickSaid, on=day(4)),
            event(BetterSaid, on=day(6)),
            event(SoreSaid, on=day(11)),
            event(LightAsked, on=day(17)),
            event(SideOff, on=day(15), family=Family.PUSH),
            event(SideOff, on=day(16), family=Family.PULL),
            event(PauseSaid, on=day(18), until=day(20)),
        ],
        "-",
    ),
    Story(
        "racing",
        [
            placed("push_up", 24),
            has_bar(),
            placed("pull_up", 8),
            event(RaceSaid, on=day(2), race_day=day(6)),
        ],
        "-",
        days=10,
    ),
    Story("failing", [placed("push_up", 40)], "f.", days=34),
    Story("not yet", [placed("knee_push_up", 24), has_bar()], "-", accepts=False),
    Story(
        "hurt",
        [
            placed("push_up", 20),
            has_bar(),
            hurts(Family.PUSH, on=day(8)),
            cleared(Family.PUSH, on=day(12)),
            hurts(None, on=day(20)),
            skipped(on=day(4)),
        ],
        "-",
    ),
)


@dataclass(frozen=True)
class Day:
    """A day of a story: the morning, and each receipt until the evening."""

    story: str
    morning: Situation
    receipts: Sequence[Logged]


def athlete() -> Athlete:
    return Athlete(
        athlete_id=42,
        chat_id=42,
        name="Sam",
        zone="Europe/Berlin",
        started_at=datetime(2026, 3, 2, 6, 0, tzinfo=UTC),
    )


def live(story: Story, catalogue: Catalogue) -> Iterator[Day]:
    log: list[LoggedSet] = []
    events = list(story.events)
    for number, mood in enumerate(islice(cycle(story.moods), story.days), start=1):
        morning = _situation(log, events, number, catalogue)
        receipts = []
        for sets in _parts(morning, mood):
            before = _situation(log, events, number, catalogue)
            log += sets
            after = _situation(log, events, number, catalogue)
            receipts.append(receipt(before, after, sets, catalogue))
        yield Day(story.name, morning, receipts)
        events += _answers(_situation(log, events, number, catalogue), accepted=story.accepts)


def _situation(
    log: Sequence[LoggedSet], events: Sequence[Event], number: int, catalogue: Catalogue
) -> Situation:
    return situation_at(athlete(), tuple(log), tuple(events), today=day(number), catalogue=catalogue)


def _parts(morning: Situation, mood: str) -> Iterator[list[LoggedSet]]:
    """One receipt a set, or one for the whole day; each day in another way."""
    number = morning.today.toordinal()
    if mood == ".":
        return
    effort = EFFORTS.get(mood)
    planned = [replace(one, reps=max(1, one.reps - (effort is Effort.FAILED))) for one in morning.plan.sets]
    rows = [_done(one, place, effort, morning) for place, one in enumerate(planned)]
    if number % 3 == 0:
        yield from ([row] for row in rows)
    elif rows:
        yield rows
    if mood == "m":
        yield did("push_up", 4, 1, on=morning.today, source=f"m:1:{number}")


def _done(planned: PlannedSet, place: int, effort: Effort | None, morning: Situation) -> LoggedSet:
    source = f"p:{morning.today}:{place if morning.today.toordinal() % 3 == 0 else 0}"
    (one,) = did(planned.exercise, planned.reps, on=morning.today, effort=effort, source=source)
    return replace(one, position=place)


def _answers(evening: Situation, *, accepted: bool) -> Iterable[Event]:
    standings = evening.training.now.standings
    for offer in Offer:
        if standings[offer.family].offer(offer).open_since == evening.today:
            yield answer(offer, accepted=accepted, on=evening.today)


def each_day(catalogue: Catalogue, wanted: Callable[[Day], bool] = lambda _: True) -> Iterator[Day]:
    for story in STORIES:
        yield from (lived for lived in live(story, catalogue) if wanted(lived))
