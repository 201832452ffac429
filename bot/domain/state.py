"""The fold: set log and events, day by day, into where an athlete stands and what today asks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import ONE_DAY
from bot.domain.events import Event, PainSaid, Skipped
from bot.domain.exercise import Family
from bot.domain.grading import Grade, Result, grade, remaining
from bot.domain.hearing import apply_event, begin_day, comes_after_session, hear_of_bar, late_wishes
from bot.domain.placement import start_of_life
from bot.domain.plan import Plan, PlannedSet, Prescription
from bot.domain.routine import ease_plan, prescribe
from bot.domain.session import Session, close_session
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import Life
from bot.domain.told import NOTHING_TOLD, Told, by_day

NO_SESSION = Grade(Result.MET, None)


@dataclass(frozen=True, slots=True)
class DiaryDay:
    """What a day was: `planned` if it asked for anything, `held` if pain, illness, a pause or a race did."""

    day: date
    kept: bool
    planned: bool
    free: bool
    skipped: bool
    held: bool


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """How things stood when `day` was over; nobody changes its `life`.

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
    finished: frozenset[Family]

    @property
    def day(self) -> date:
        return self.plan.day

    def is_done(self, family: Family) -> bool:
        """Whether the family's plan was met; what pain broke off isn't, though nothing of it is left."""
        return family in self.finished


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
    days = by_day(log, events, today, catalogue)
    day = since.day + ONE_DAY if since else min(days, default=today)
    life, diary = (since.life.copy(), list(since.diary)) if since else (start_of_life(), [])
    while day < today:
        told = days.get(day, NOTHING_TOLD)
        wake(life, day, told, catalogue)
        plan = plan_day(life, day, told, catalogue)
        diary.append(_diary_day(life, plan, told))
        close(life, plan, told, catalogue, only=judged(plan, told, catalogue))
        day += ONE_DAY
    before = Checkpoint(today - ONE_DAY, life, tuple(diary))
    return _today(before, days.get(today, NOTHING_TOLD), catalogue)


def wake(life: Life, day: date, told: Told, catalogue: Catalogue) -> None:
    """The day begins, with what was said of it before its first set."""
    begin_day(life, day)
    for event in told.events:
        if not comes_after_session(life, event, told.sets, catalogue):
            apply_event(life, event, catalogue)
    if told.graded[Family.PULL]:
        hear_of_bar(life, told.events, told.graded[Family.PULL])


def plan_day(life: Life, day: date, told: Told, catalogue: Catalogue) -> Plan:
    """What the day asks; a wish that came after the first set only eases what was still to do."""
    plan = prescribe(life, day, catalogue)
    wishes = late_wishes(told.events, told.sets, catalogue) if told.events and told.sets else {}
    return ease_plan(plan, life, wishes, catalogue) if wishes else plan


def _diary_day(life: Life, plan: Plan, told: Told) -> DiaryDay:
    return DiaryDay(
        day=plan.day,
        kept=told.shown_up,
        planned=not plan.is_rest,
        free=life.is_free(plan.day),
        skipped=any(isinstance(event, Skipped) for event in told.events),
        held=plan.is_rest and (bool(life.pain.since) or life.circumstances.hold(plan.day) is not None),
    )


def close(life: Life, plan: Plan, told: Told, catalogue: Catalogue, *, only: Sequence[Family]) -> None:
    """The day's sessions of these families, graded once on their sum; then what was answered after them."""
    after = [event for event in told.events if comes_after_session(life, event, told.sets, catalogue)]
    for family in only:
        sets, prescription = told.graded[family], plan.of(family)
        graded = grade(prescription, sets, told.effort(family), catalogue) if sets else NO_SESSION
        session = Session(prescription, sets, graded, plan.day, life.has(family, plan.day))
        close_session(life.standings[family], session, catalogue)
    for family in _broken_off(only, told):
        life.standings[family].break_off(plan.day)
    life.note_day(plan, frozenset(family for family in Family if told.graded[family]))
    if pulls := told.graded[Family.PULL]:
        lowered = any(catalogue.is_lowered(one.exercise) for one in pulls)
        life.lowering = life.lowering.after(plan.day, lowered=lowered)
    life.last_cut = next((part.family for part in plan if part.is_cut), life.last_cut)
    for event in after:
        apply_event(life, event, catalogue)


def judged(plan: Plan, told: Told, catalogue: Catalogue) -> Sequence[Family]:
    """All families; but what pain broke off that day is neither short nor failed."""
    if not _hurt(told):
        return tuple(Family)
    return [
        family for family in Family if not remaining(plan.of(family).sets, told.graded[family], catalogue)
    ]


def _hurt(told: Told) -> bool:
    return any(isinstance(event, PainSaid) for event in told.events)


def _broken_off(judged_families: Sequence[Family], told: Told) -> list[Family]:
    if not _hurt(told):
        return []
    return [family for family in Family if told.graded[family] and family not in judged_families]


def _left(
    prescription: Prescription, done: Sequence[LoggedSet], catalogue: Catalogue
) -> tuple[PlannedSet, ...]:
    """What is still to do; nothing after work on a harder rung."""
    if done and grade(prescription, done, None, catalogue).met:
        return ()
    return remaining(prescription.sets, done, catalogue)


def _today(before: Checkpoint, told: Told, catalogue: Catalogue) -> Training:
    day, life = before.day + ONE_DAY, before.life.copy()
    wake(life, day, told, catalogue)
    plan = plan_day(life, day, told, catalogue)
    done = {family: tuple(told.graded[family]) for family in Family}
    left = {family: _left(plan.of(family), done[family], catalogue) for family in Family}
    finished = [
        family
        for family in Family
        if done[family] and (not left[family] or told.effort(family) is Effort.FAILED)
    ]
    now = life.copy()
    close(now, plan, told, catalogue, only=finished)
    asked = {family: left[family] if now.has(family, day) else () for family in Family}
    diary = (*before.diary, _diary_day(life, plan, told))
    met = frozenset(family for family in Family if done[family] and not left[family])
    return Training(plan, life, now, done, asked, diary, before, met)
