"""A model athlete coached by the product's own domain: what mornings ask, and what logs change."""

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time

from benchmarks.coaching.said import Context, Profile, answer, date_of, moment, morning, start
from bot.data.exercises import load_catalogue
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Offer
from bot.domain.exercise import Family
from bot.domain.plan import Plan
from bot.domain.sets import Effort, LoggedSet
from bot.domain.state import Checkpoint, Training, train

TRAINS_AT = time(7, 30)
EVENINGS = 12
TYPES = {
    Offer.PUSH_UP: "step_up_offer",
    Offer.TRY_PULL_UP: "step_up_offer",
    Offer.VARIATION: "variation_unlock",
    Offer.SEASON_PUSH: "season_offer",
    Offer.SEASON_PULL: "season_offer",
    Offer.EVERY_OTHER_PUSH: "rhythm_offer",
    Offer.EVERY_OTHER_PULL: "rhythm_offer",
}


@dataclass(frozen=True, slots=True)
class News:
    """Something that happened; the reply to an offer names its id."""

    type: str
    id: str


@dataclass(frozen=True, slots=True)
class Done:
    exercise: str
    reps: int
    lowering: int


@dataclass(slots=True)
class Played:
    """`_evenings` are the latest before a morning, so that every day folds once, and a late log a few."""

    profile: Profile
    catalogue: Catalogue = field(default_factory=load_catalogue)
    _log: defaultdict[date, list[LoggedSet]] = field(default_factory=lambda: defaultdict(list))
    _events: defaultdict[date, list[Event]] = field(default_factory=lambda: defaultdict(list))
    _evenings: deque[Checkpoint] = field(default_factory=lambda: deque(maxlen=EVENINGS))
    _context: Context = field(default_factory=Context)
    _offers: dict[str, Offer] = field(default_factory=dict)
    _today: int = 0
    _entries: int = 0

    def __post_init__(self) -> None:
        self._events[date_of(0)] += start(self.profile)

    def morning(self, day: int, now: Context, replies: Mapping[str, bool]) -> tuple[Plan, Sequence[News]]:
        """Today's plan, once all that is said this morning counts, and what is new.

        A reply to an offer that this athlete never got, or to one that was made anew since, changes nothing.
        """
        latest = {offer: one for one, offer in self._offers.items()}
        known = [one for one in replies if one in latest.values()]
        self._is_told_of(day)
        events = self._events[date_of(day)]
        events += morning(self._context, now, day)
        events += [answer(self._offers[one], day, accepted=replies[one]) for one in known]
        self._context = now
        training = self._train(day)
        if not self._evenings or self._evenings[-1].day < training.before.day:
            self._evenings.append(training.before)
        return training.plan, tuple(self._news(training))

    def log(
        self, day: int, done: Mapping[Family, Sequence[Done]], effort: Mapping[Family, Effort | None]
    ) -> Sequence[News]:
        """Sets of this day or an earlier one, told today; what they change at once."""
        self._today = max(self._today, day)
        self._is_told_of(day)
        self._entries += 1
        for family, sets in done.items():
            self._log[date_of(day)] += [
                LoggedSet(
                    day=date_of(day),
                    exercise=one.exercise,
                    reps=one.reps,
                    said_at=moment(self._today, TRAINS_AT),
                    source=f"m:{self._entries}:{family}",
                    position=position,
                    effort=effort.get(family),
                    seconds=one.lowering or None,
                )
                for position, one in enumerate(sets)
            ]
        return tuple(self._news(self._train(self._today)))

    def history(self) -> tuple[list[LoggedSet], list[Event]]:
        """All that was told so far."""
        log = [one for sets in self._log.values() for one in sets]
        return log, [event for events in self._events.values() for event in events]

    def _is_told_of(self, day: int) -> None:
        """What is told of a day that is over folds it and those after it again."""
        self._today = max(self._today, day)
        while self._evenings and date_of(day) <= self._evenings[-1].day:
            self._evenings.pop()

    def _train(self, day: int) -> Training:
        since = next((one for one in reversed(self._evenings) if one.day < date_of(day)), None)
        first = since.day.toordinal() + 1 if since else date_of(0).toordinal()
        days = [date.fromordinal(each) for each in range(first, date_of(day).toordinal() + 1)]
        log = [one for each in days for one in self._log.get(each, ())]
        events = [one for each in days for one in self._events.get(each, ())]
        return train(self.catalogue, log, events, date_of(day), since=since)

    def _news(self, training: Training) -> Iterator[News]:
        """Offers that have opened since the last answer."""
        for standing in training.now.standings.values():
            for offer, state in standing.offers.items():
                offer_id = f"{offer}:{state.open_since}"
                if state.open_since and offer_id not in self._offers:
                    self._offers[offer_id] = offer
                    yield News(TYPES[offer], offer_id)
