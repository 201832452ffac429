"""The fold: set log and events, day by day, into where an athlete stands and what today asks."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.events import EffortSaid, Event, PainSaid, Skipped
from bot.domain.exercise import Family
from bot.domain.grading import grade, remaining
from bot.domain.hearing import apply_event, begin_day, comes_after_session, hear_of_bar
from bot.domain.placement import UNSURE_LEVEL
from bot.domain.plan import Plan, PlannedSet, Prescription
from bot.domain.routine import prescribe
from bot.domain.session import Session, after_session
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import ONE_DAY, Life, Standing

GRADED_DAYS_BACK = 7


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """What a day was: `planned` if it asked for anything, `held` if pain kept all of it away."""

    day: date
    kept: bool
    planned: bool
    free: bool
    skipped: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How things stood when `day` was over.

    The fold can go on from here, and gives the same, until something else is told of that day or of one
    before it.
    """

    day: date
    life: Life
    diary: tuple[DiaryDay, ...]


@dataclass(frozen=True, slots=True)
class Training:
    """Today in an athlete's life.

    `morning` is how things stood when the day began, which today's plan follows from; `now` counts in
    what today's finished sessions changed. `done` and `left` are today's sets by family, `diary` all days
    since the first, today included; `before` is the evening before.
    """

    plan: Plan
    morning: Life
    now: Life
    done: Mapping[Family, tuple[LoggedSet, ...]]
    left: Mapping[Family, tuple[PlannedSet, ...]]
    diary: tuple[DiaryDay, ...]
    before: Checkpoint

    @property
    def day(self) -> date:
        return self.plan.day

    def is_done(self, family: Family) -> bool:
        return bool(self.done[family]) and not self.left[family]


def start_of_life() -> Life:
    """Before anybody has said anything: knees, slow lowering, and no word of a bar."""
    return Life(
        standings={
            Family.PUSH: Standing(rung="knee_push_up", level=UNSURE_LEVEL),
            Family.PULL: Standing(rung="negative_pull_up", level=0),
        }
    )


def train(
    catalogue: Catalogue,
    log: Sequence[LoggedSet],
    events: Sequence[Event],
    today: date,
    *,
    since: Checkpoint | None = None,
) -> Training:
    """Fold everything up to and including `today`; the order in which things arrived doesn't matter.

    From a checkpoint, which lies before today, only what is told of later days counts.
    """
    if since is not None and since.day >= today:
        raise ValueError(f"the fold can't go back from {since.day} to {today}")
    days = _by_day(log, events, today, catalogue)
    day = since.day + ONE_DAY if since else min(days, default=today)
    life, diary = (since.life, list(since.diary)) if since else (start_of_life(), [])
    while day < today:
        told = days.get(day, _Told())
        life = _begin(life, day, told, catalogue)
        plan = prescribe(life, day, catalogue)
        diary.append(_diary_day(life, plan, told))
        life = _close(life, plan, told, catalogue, only=_judged(plan, told, catalogue))
        day += ONE_DAY
    before = Checkpoint(today - ONE_DAY, life, tuple(diary))
    return _today(before, days.get(today, _Told()), catalogue)


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of one day, in the order in which it was said."""

    sets: tuple[LoggedSet, ...] = ()
    events: tuple[Event, ...] = ()

    def of(self, family: Family, catalogue: Catalogue) -> tuple[LoggedSet, ...]:
        """The day's sets of a family that were told in time to be graded."""
        return tuple(
            one
            for one in self.sets
            if catalogue.family_of(one.exercise) is family
            and (one.said_at.date() - one.day).days <= GRADED_DAYS_BACK
        )

    def effort(self, family: Family, sets: Iterable[LoggedSet]) -> Effort | None:
        """The effort said last, with the sets or apart from them."""
        said = [(one.said_at, one.effort) for one in sets if one.effort is not None]
        said += [
            (event.said_at, event.effort)
            for event in self.events
            if isinstance(event, EffortSaid) and event.family is family
        ]
        return max(said, default=(None, None))[1]


def _by_day(
    log: Sequence[LoggedSet], events: Sequence[Event], today: date, catalogue: Catalogue
) -> dict[date, _Told]:
    sets_of: dict[date, list[LoggedSet]] = {}
    events_of: dict[date, list[Event]] = {}
    for one in log:
        if one.day <= today and one.exercise in catalogue.exercises:
            sets_of.setdefault(one.day, []).append(one)
    for event in events:
        if event.day <= today:
            events_of.setdefault(event.day, []).append(event)
    return {
        day: _Told(
            tuple(sorted(sets_of.get(day, ()), key=lambda one: (one.said_at, one.source, one.position))),
            tuple(sorted(events_of.get(day, ()), key=_order)),
        )
        for day in sets_of.keys() | events_of.keys()
    }


def _begin(life: Life, day: date, told: _Told, catalogue: Catalogue) -> Life:
    """How things stand when a day's plan is made."""
    life = begin_day(life, day)
    for event in told.events:
        if not comes_after_session(life, event, told.sets, catalogue):
            life = apply_event(life, event, catalogue)
    return hear_of_bar(life, told.events, told.sets, catalogue)


def _order(event: Event) -> tuple[object, ...]:
    return (event.said_at, event.source, type(event).__name__, event.position)


def _diary_day(life: Life, plan: Plan, told: _Told) -> DiaryDay:
    return DiaryDay(
        day=plan.day,
        kept=bool(told.sets),
        planned=not plan.is_rest,
        free=life.is_free(plan.day),
        skipped=any(isinstance(event, Skipped) for event in told.events),
        held=plan.is_rest and bool(life.pain.since),
    )


def _close(life: Life, plan: Plan, told: _Told, catalogue: Catalogue, *, only: Sequence[Family]) -> Life:
    """The day's sessions of these families, graded once on their sum; then what was answered after them."""
    standings = dict(life.standings)
    for family in only:
        sets = told.of(family, catalogue)
        prescription = plan.of(family)
        session = Session(
            prescription=prescription,
            sets=sets,
            grade=grade(prescription, sets, told.effort(family, sets), catalogue),
            day=plan.day,
            available=life.has(family, plan.day),
        )
        standings[family] = after_session(standings[family], session, catalogue)
    lowered = any(catalogue.is_lowered(one.exercise) for one in told.of(Family.PULL, catalogue))
    closed = replace(
        life,
        standings=standings,
        running=life.running + 1 if told.sets else 0,
        lowering=life.lowering.after(plan, lowered=lowered),
        last_cut=next((part.family for part in plan if part.is_cut), life.last_cut),
    )
    for event in told.events:
        if comes_after_session(life, event, told.sets, catalogue):
            closed = apply_event(closed, event, catalogue)
    return closed


def _judged(plan: Plan, told: _Told, catalogue: Catalogue) -> Sequence[Family]:
    """All families; but what pain broke off that day is neither short nor failed."""
    hurt = any(isinstance(event, PainSaid) for event in told.events)
    return [
        family
        for family in Family
        if not (hurt and remaining(plan.of(family).sets, told.of(family, catalogue), catalogue))
    ]


def _left(
    prescription: Prescription, done: Sequence[LoggedSet], catalogue: Catalogue
) -> tuple[PlannedSet, ...]:
    """What is still to do; nothing after work on a harder rung."""
    if done and grade(prescription, done, None, catalogue).met:
        return ()
    return remaining(prescription.sets, done, catalogue)


def _today(before: Checkpoint, told: _Told, catalogue: Catalogue) -> Training:
    day = before.day + ONE_DAY
    life = _begin(before.life, day, told, catalogue)
    plan = prescribe(life, day, catalogue)
    done = {family: told.of(family, catalogue) for family in Family}
    left = {family: _left(plan.of(family), done[family], catalogue) for family in Family}
    finished = [
        family
        for family in Family
        if done[family] and (not left[family] or told.effort(family, done[family]) is Effort.FAILED)
    ]
    now = _close(life, plan, told, catalogue, only=finished)
    asked = {family: () if now.pain.pauses(family) else left[family] for family in Family}
    diary = (*before.diary, _diary_day(life, plan, told))
    return Training(plan, life, now, done, asked, diary, before)
