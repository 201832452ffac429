"""What a use case starts from: the athlete, their whole history, and today as it follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.coaching.athlete import Athlete
from bot.coaching.past import NO_PAST, settle
from bot.coaching.ports import Due, DueKind, Incoming, UnitOfWork
from bot.coaching.views import (
    Card,
    OpenOffer,
)
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Offer, Placed, Said, StartedOver
from bot.domain.exercise import Family
from bot.domain.offers import is_early
from bot.domain.plan import Plan, PlannedSet, Row, Season
from bot.domain.seasons import OFFERS as SEASON_OFFERS
from bot.domain.seasons import next_season
from bot.domain.sets import LoggedSet
from bot.domain.standing import Standing
from bot.domain.state import Training, train
from bot.domain.streak import ShowingUp, showing_up
from bot.domain.timing import seconds_of


@dataclass(frozen=True, slots=True)
class Situation:
    """An athlete on a training day; `log` and `events` are all there are."""

    athlete: Athlete
    log: Sequence[LoggedSet]
    events: Sequence[Event]
    training: Training
    showing: ShowingUp

    @property
    def today(self) -> date:
        return self.training.day

    @property
    def plan(self) -> Plan:
        return self.training.plan

    @property
    def left(self) -> tuple[PlannedSet, ...]:
        return self.training.left[Family.PULL] + self.training.left[Family.PUSH]

    @property
    def is_placed(self) -> bool:
        """Whether knees or toes are known, since the last fresh start."""
        return isinstance(self._start, Placed)

    @property
    def is_new(self) -> bool:
        """Neither knees nor toes were said, and nothing was logged yet."""
        return not self.is_placed and not self.log

    @property
    def may_be_on_toes(self) -> bool:
        """Nothing that was said or logged tells yet on which rung push-ups are done."""
        return not self.is_placed and self.training.now.standings[Family.PUSH].last_day is None

    @property
    def starts_over(self) -> bool:
        """A fresh start was wished for, and knees or toes not said since."""
        return isinstance(self._start, StartedOver)

    @property
    def _start(self) -> Event | None:
        return next((event for event in reversed(self.events) if _places_push(event)), None)

    @property
    def bar(self) -> bool | None:
        return self.training.now.bar

    @property
    def free_weekdays(self) -> frozenset[int]:
        return self.training.now.free_weekdays

    @property
    def open_offers(self) -> tuple[OpenOffer, ...]:
        return tuple(
            OpenOffer(offer, state.open_since, _season_of(offer, standing), early=is_early(standing, offer))
            for standing in self.training.now.standings.values()
            for offer, state in standing.offers.items()
            if state.open_since is not None
        )

    @property
    def paused(self) -> tuple[Family, ...]:
        """What rests because of pain, as it stands now."""
        return tuple(family for family in (Family.PUSH, Family.PULL) if self.training.now.pain.pauses(family))

    def has_said(self, key: str) -> bool:
        return any(isinstance(event, Said) and event.key == key for event in self.events)

    def rungs(self) -> dict[Family, str]:
        """What is done today on each ladder: a variation on its day, else the rung."""
        return {
            part.family: part.sets[0].exercise if part.row is Row.VARIATION else part.rung
            for part in self.plan
        }

    def exercise_left(self) -> str | None:
        """The one exercise that today still asks for, if it is only one."""
        exercises = {one.exercise for one in self.left}
        return exercises.pop() if len(exercises) == 1 else None


def _season_of(offer: Offer, standing: Standing) -> Season | None:
    return next_season(standing) if offer in SEASON_OFFERS.values() else None


def _places_push(event: Event) -> bool:
    return isinstance(event, StartedOver) or (isinstance(event, Placed) and event.family is Family.PUSH)


def situation_at(
    athlete: Athlete,
    log: Sequence[LoggedSet],
    events: Sequence[Event],
    *,
    today: date,
    catalogue: Catalogue,
) -> Situation:
    training = train(catalogue, log, events, today)
    return Situation(athlete, log, events, training, showing_up(training.diary))


async def load_situation(
    work: UnitOfWork, athlete: Athlete, *, today: date, catalogue: Catalogue
) -> Situation:
    """All that is known of an athlete, folded up to `today`: only what the past doesn't hold is read."""
    past = await work.memory.recall(athlete.athlete_id)
    if past.day and past.day >= today:
        past = NO_PAST
    log = await work.sets.history(athlete.athlete_id, after=past.day)
    events = await work.events.history(athlete.athlete_id, after=past.day)
    whole_log, whole_events = past.with_later(log, events)
    if past.is_old(today):
        past = settle(whole_log, whole_events, today, catalogue)
        log, events = whole_log, whole_events
        if past is not NO_PAST:
            await work.memory.keep(athlete.athlete_id, past)
    training = train(catalogue, log, events, today, since=past.checkpoint)
    return Situation(athlete, whole_log, whole_events, training, showing_up(training.diary))


async def reload(work: UnitOfWork, situation: Situation, catalogue: Catalogue) -> Situation:
    """The same day, after something was written."""
    return await load_situation(work, situation.athlete, today=situation.today, catalogue=catalogue)


async def meet(work: UnitOfWork, incoming: Incoming, default_zone: str) -> Athlete:
    """The athlete who speaks; a new one is written down, with the first prompt due the next morning.

    Whoever writes again after the chat was blocked gets prompts again.
    """
    athlete = await work.athletes.get(incoming.athlete_id)
    if athlete is None:
        athlete = Athlete(
            athlete_id=incoming.athlete_id,
            chat_id=incoming.chat_id,
            name=incoming.name,
            zone=default_zone,
            started_at=incoming.said_at,
        )
        await work.athletes.save(athlete)
        await plan_next_prompt(work, athlete, incoming.said_at, after=athlete.day_of(incoming.said_at))
    elif not athlete.prompts_on:
        athlete = replace(athlete, prompts_on=True)
        await work.athletes.save(athlete)
    return athlete


async def plan_next_prompt(work: UnitOfWork, athlete: Athlete, now: datetime, *, after: date) -> None:
    """The row of due work for the first prompt of a day later than `after` that lies ahead."""
    found = athlete.next_prompt(now, after=after)
    await work.due.plan(Due(athlete.athlete_id, DueKind.MORNING, found.day, found.due_at))


async def plan_way_home(work: UnitOfWork, athlete: Athlete) -> None:
    """The row of due work for a journey's end; another hour or day start moves it, too."""
    home_at = athlete.home_again_at()
    if home_at is None:
        await work.due.cancel(athlete.athlete_id, DueKind.JOURNEY)
    else:
        day = home_at.astimezone(athlete.zone_info).date()
        await work.due.plan(Due(athlete.athlete_id, DueKind.JOURNEY, day, home_at))


def card_of(situation: Situation, catalogue: Catalogue) -> Card:
    """Today's plan with one cue: of the first exercise that is left, rotating from day to day."""
    left = situation.training.left
    cue = cue_for(situation.left[0].exercise, situation, catalogue) if situation.left else None
    seconds = seconds_of(left[Family.PULL], left[Family.PUSH], catalogue)
    return Card(situation.plan, situation.left, seconds, cue, situation.paused)


def cue_for(exercise: str, situation: Situation, catalogue: Catalogue) -> str:
    """One a day, rotating; the first one after a session that stopped short (docs/coaching.md, 2)."""
    cues = catalogue.exercises[exercise].cues
    standing = situation.training.morning.standings[catalogue.family_of(exercise)]
    short = standing.misses > 0 or (
        standing.last_day is not None
        and standing.tough_on == standing.last_day
        and not (standing.recent and standing.recent[-1].met)
    )
    return cues[0] if short else cues[situation.today.toordinal() % len(cues)]
