"""A family's session on one day, and what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.grading import Grade, Result, share_done
from bot.domain.offers import tried, waits_for_number, with_new_offers
from bot.domain.plan import Mode, Prescription, Row
from bot.domain.progression import advance, missed
from bot.domain.sets import LoggedSet
from bot.domain.standing import Standing

ENOUGH_OF_A_LIGHT_DAY = 0.8


@dataclass(frozen=True, slots=True)
class Session:
    """What was planned and done; no sets, no session. `available` says that the family was to be had."""

    prescription: Prescription
    sets: Sequence[LoggedSet]
    grade: Grade
    day: date
    available: bool


def after_session(standing: Standing, session: Session, catalogue: Catalogue) -> Standing:
    """Where the family stands after the day; a day without a session only makes the gap."""
    if not session.sets:
        return standing if session.available else replace(standing, absent=standing.absent + 1)
    standing = _by_row(standing, session, catalogue)
    standing = replace(standing, sessions=standing.sessions + 1, last_day=session.day, absent=0)
    return with_new_offers(standing, session.prescription.family, session.day)


def _by_row(standing: Standing, session: Session, catalogue: Catalogue) -> Standing:
    match session.prescription.row:
        case Row.PAUSED | Row.REST | Row.SPACING:
            return standing
        case Row.CALIBRATE:
            return _tried(standing, Offer.PUSH_UP, session, catalogue)
        case Row.TRY:
            return _tried(standing, Offer.TRY_PULL_UP, session, catalogue)
        case Row.DELOAD:
            lighter = replace(standing, deload_left=standing.deload_left - 1)
            return _unless_too_little(lighter, session, catalogue)
        case Row.LIGHT:
            return _unless_too_little(standing, session, catalogue)
        case Row.VARIATION:
            varied = replace(standing, since_variation=0, variations=standing.variations + 1)
            return _counted(varied, session)
        case _:
            return _ladder_day(standing, session, catalogue)


def _tried(standing: Standing, offer: Offer, session: Session, catalogue: Catalogue) -> Standing:
    asked = next(one.exercise for one in session.prescription.sets if one.mode is Mode.UP_TO)
    counts = (one.reps for one in session.sets if catalogue.exercises[one.exercise].counts_as == asked)
    reps = max(counts, default=0)
    if offer is Offer.PUSH_UP and not reps and not standing.offer(offer).tries:
        return waits_for_number(standing, offer)
    return tried(standing, offer, reps, day=session.day, catalogue=catalogue)


def _unless_too_little(standing: Standing, session: Session, catalogue: Catalogue) -> Standing:
    """Less than 80 % of a light day is a miss, but not for work on another rung."""
    if session.grade.met or session.grade.result is Result.EASIER_RUNG:
        return standing
    share = share_done(session.prescription, session.sets, catalogue)
    return standing if share >= ENOUGH_OF_A_LIGHT_DAY else missed(standing, session.day, catalogue)


def _ladder_day(standing: Standing, session: Session, catalogue: Catalogue) -> Standing:
    prescription = session.prescription
    if prescription.row is Row.RETURN:
        standing = _come_back(standing, prescription)
    ramping = standing.ramp_to is not None
    if session.grade.result is Result.EASIER_RUNG:
        standing = replace(standing, points=0)
    elif prescription.is_graded:
        standing = advance(standing, prescription, session.grade, day=session.day, catalogue=catalogue)
        standing = replace(standing, last_planned=(prescription.rung, prescription.level))
    else:
        standing = _counted(standing, session)
    if standing.since_variation is None:
        return standing
    return replace(standing, since_variation=0 if ramping else standing.since_variation + 1)


def _come_back(standing: Standing, prescription: Prescription) -> Standing:
    goal = max(standing.level, standing.ramp_to or 0)
    lower = prescription.level < goal
    return replace(
        standing,
        level=prescription.level,
        ramp_to=goal if lower else None,
        points=0 if lower else standing.points,
        back_from_pain=False,
    )


def _counted(standing: Standing, session: Session) -> Standing:
    """Variation and cut days give no points and no miss, but a met one counts towards the sixth running.

    A hard one makes the next day light, too.
    """
    if session.grade.met_and_hard or session.grade.result is Result.FAILED:
        standing = replace(standing, tough_on=session.day)
    return replace(standing, met_running=standing.met_running + 1) if session.grade.met else standing
