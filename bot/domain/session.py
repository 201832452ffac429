"""A family's session on one day, and what it changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer
from bot.domain.grading import Grade, Result, share_done
from bot.domain.offers import harder_offer, open_new_offers, open_offer, tried, wait_for_number
from bot.domain.placement import placement_level
from bot.domain.plan import Mode, Prescription, Row
from bot.domain.progression import advance, leap, miss
from bot.domain.returning import come_back, comes_back, return_level
from bot.domain.seasons import end_season, note_low_day, note_season_session, note_test
from bot.domain.sets import Effort, LoggedSet
from bot.domain.standing import Standing

ENOUGH_OF_A_LIGHT_DAY = 0.8
SHOWN_REPS = {Offer.PUSH_UP: 5, Offer.TRY_PULL_UP: 1}
FAR_REPS, FAR_TIMES, FAR_LEVELS = 4, 1.5, 3


@dataclass(slots=True)
class Session:
    """What was planned and done; no sets, no session. `available` says that the family was to be had."""

    prescription: Prescription
    sets: Sequence[LoggedSet]
    grade: Grade
    day: date
    available: bool


def close_session(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    """What the day changes for the family; a day without a session only makes the gap."""
    if not session.sets:
        standing.absent += not session.available
        return
    _end_break(standing, session, catalogue)
    on_plan = session.prescription.row is Row.SEASON
    reps = sum(one.reps for one in session.sets if catalogue.counts_as(one.exercise) == standing.rung)
    note_season_session(standing, session.day, reps, on_plan=on_plan)
    if session.prescription.sets:
        _by_row(standing, session, catalogue)
    else:
        _note_extra(standing, session)
    _show_harder(standing, session, catalogue)
    standing.sessions += 1
    standing.last_day = session.day
    standing.absent = 0
    open_new_offers(standing, session.day, catalogue)


def _end_break(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    """The first session back lowers the level, even on a day that asked for nothing of the family."""
    gap = standing.gap(session.day)
    if comes_back(standing, gap):
        end_season(standing, session.prescription.family, session.day)
        come_back(standing, return_level(catalogue, standing, gap))


def _show_harder(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    """Five push-ups on the toes, or a pull-up, bring the offer of that rung at once.

    Once it is taken they are its session, also on a light day.
    """
    offer, row = harder_offer(standing), session.prescription.row
    if offer is None or row in {Row.PAUSED, Row.CALIBRATE, Row.TRY}:
        return
    above = catalogue.rung_above(standing.rung).exercise
    best = best_of(above, session.sets, catalogue)
    if best and standing.offer(offer).accepted_at and session.prescription.sets and row is not Row.RETURN:
        tried(standing, offer, best, day=session.day, catalogue=catalogue)
    elif best >= SHOWN_REPS[offer]:
        open_offer(standing, offer, session.day)


def best_of(exercise: str, sets: Sequence[LoggedSet], catalogue: Catalogue) -> int:
    """The longest set of an exercise, or of one that counts as it."""
    return max((one.reps for one in sets if catalogue.counts_as(one.exercise) == exercise), default=0)


def _by_row(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    match session.prescription.row:
        case Row.CALIBRATE:
            _try(standing, Offer.PUSH_UP, session, catalogue)
        case Row.TRY:
            _try(standing, Offer.TRY_PULL_UP, session, catalogue)
        case Row.DELOAD:
            standing.deload_left -= 1
            _miss_if_too_little(standing, session, catalogue)
        case Row.SEASON | Row.TEST:
            _other_day(standing, session, catalogue)
        case Row.LIGHT | Row.EASED:
            _miss_if_too_little(standing, session, catalogue)
        case Row.VARIATION:
            standing.since_variation = 0
            standing.variations += 1
            _count(standing, session)
        case _:
            _ladder_day(standing, session, catalogue)


def _note_extra(standing: Standing, session: Session) -> None:
    """Work on a day of rest is welcome and never graded; the next day is light for it.

    But not a second one behind a light day that left lowering out, else there'd be no end of them.
    """
    if session.prescription.row is not Row.LIGHT:
        standing.extra_on = session.day


def _try(standing: Standing, offer: Offer, session: Session, catalogue: Catalogue) -> None:
    asked = next(one.exercise for one in session.prescription.sets if one.mode is Mode.UP_TO)
    reps = best_of(asked, session.sets, catalogue)
    if offer is Offer.PUSH_UP and not reps and not standing.offer(offer).tries:
        wait_for_number(standing, offer)
    else:
        tried(standing, offer, reps, day=session.day, catalogue=catalogue)


def _miss_if_too_little(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    """Less than 80 % of a light day is a miss, but not for work on another rung."""
    if session.grade.met or session.grade.result is Result.EASIER_RUNG:
        return
    if share_done(session.prescription, session.sets, catalogue) < ENOUGH_OF_A_LIGHT_DAY:
        miss(standing, session.day, catalogue)


def _ladder_day(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    prescription = session.prescription
    ramping = standing.ramp_to is not None or standing.gentle_left > 0
    if session.grade.result is Result.EASIER_RUNG:
        standing.points = 0
    elif prescription.is_graded:
        advance(standing, prescription, session.grade, day=session.day, catalogue=catalogue)
        if not ramping:
            _reach_far(standing, session, catalogue)
        if _did_double(session):
            standing.extra_on = session.day
        standing.last_planned = (prescription.rung, prescription.level)
    else:
        _count(standing, session)
    if standing.since_variation is not None:
        standing.since_variation = 0 if ramping else standing.since_variation + 1


def _reach_far(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    """A best set far above its target places anew: up to three levels more, never for lowering."""
    part = session.prescription
    if goes_far(part, session.sets, session.grade, catalogue):
        best = best_of(part.rung, session.sets, catalogue)
        level = min(placement_level(catalogue, part.rung, best), part.level + FAR_LEVELS)
        leap(standing, level, session.day)


def goes_far(part: Prescription, sets: Sequence[LoggedSet], graded: Grade, catalogue: Catalogue) -> bool:
    """Whether the best set is that far above its target (docs/coaching.md, 7)."""
    if not graded.met or graded.effort is Effort.HARD or catalogue.is_lowered(part.rung):
        return False
    target = max((one.reps for one in part.sets if one.exercise == part.rung), default=0)
    best = best_of(part.rung, sets, catalogue)
    return best >= target + FAR_REPS and best >= FAR_TIMES * target


def _did_double(session: Session) -> bool:
    """More than twice the plan, and more than an open set allows."""
    planned = session.prescription.sets
    most = max(2 * sum(one.reps for one in planned), sum(one.most for one in planned))
    return sum(one.reps for one in session.sets) > most


def _other_day(standing: Standing, session: Session, catalogue: Catalogue) -> None:
    """A season's day gives no points; a test may place anew."""
    part = session.prescription
    if part.row is Row.TEST:
        note_test(standing, best_of(part.rung, session.sets, catalogue))
        _reach_far(standing, session, catalogue)
    low = share_done(part, session.sets, catalogue) < ENOUGH_OF_A_LIGHT_DAY
    note_low_day(standing, part.family, session.day, low=low and not session.grade.met)
    _count(standing, session)


def _count(standing: Standing, session: Session) -> None:
    """Variation and cut days give no points and no miss, but a met one counts towards the sixth running.

    Another one starts that count anew, and a hard one makes the next day light, too.
    """
    if session.grade.met_and_hard or session.grade.result is Result.FAILED:
        standing.tough_on = session.day
    standing.met_running = standing.met_running + 1 if session.grade.met else 0
