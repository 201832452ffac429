"""What athletes say beside their sets, day by day: its effect on where they stand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.domain.catalogue import Catalogue
from bot.domain.circumstances import changed_by
from bot.domain.events import (
    BarAway,
    BarSaid,
    BetterSaid,
    Event,
    FreeDaysSaid,
    LightAsked,
    OfferAnswered,
    PainCleared,
    PainSaid,
    Placed,
    SeasonLeft,
    SideOff,
    SoreSaid,
    StartedOver,
    StepDownUndone,
    TestAsked,
)
from bot.domain.exercise import Family
from bot.domain.offers import answer, stands, withdraw_stale_offers
from bot.domain.pain import feel
from bot.domain.placement import place, start_over
from bot.domain.plan import Why
from bot.domain.progression import undo_step_down
from bot.domain.returning import GENTLE_SESSIONS
from bot.domain.seasons import end_season, end_season_in_time
from bot.domain.sets import LoggedSet
from bot.domain.standing import Life, Standing

LadderEvent = Placed | StartedOver | OfferAnswered | StepDownUndone | SeasonLeft | TestAsked


def begin_day(life: Life, day: date) -> None:
    life.eased.clear()
    life.left_off = frozenset()
    for family, standing in life.standings.items():
        end_season_in_time(standing, family, day)
        if standing.offers:
            withdraw_stale_offers(standing, day)


def apply_event(life: Life, event: Event, catalogue: Catalogue) -> None:
    """What an event changes from the moment on in which it counts."""
    match event:
        case Placed() | StartedOver() | OfferAnswered() | StepDownUndone() | SeasonLeft() | TestAsked():
            _on_ladder(life, event, catalogue)
        case BarSaid(available=True):
            _find_bar(life)
        case BarSaid():
            life.bar = False
        case FreeDaysSaid():
            life.free_weekdays = event.weekdays
        case SideOff(family=family):
            life.left_off |= {family}
        case PainSaid() | PainCleared():
            feel(life, event)
        case SoreSaid() | LightAsked():
            life.eased.update(wish(event))
        case _:
            _recover(life, event)
            life.circumstances = changed_by(life.circumstances, event)


def _on_ladder(life: Life, event: LadderEvent, catalogue: Catalogue) -> None:
    match event:
        case Placed():
            place(life, event, catalogue)
        case StartedOver():
            start_over(life, event.day)
        case SeasonLeft():
            end_season(life.standings[event.family], event.family, event.day)
        case TestAsked():
            life.standings[event.family].test_asked = True
        case StepDownUndone():
            undo_step_down(life.standings[event.family], event.day)
        case _:
            _hear_answer(life, event)


def _hear_answer(life: Life, event: OfferAnswered) -> None:
    """What pain withdrew before the answer stays withdrawn."""
    family = event.offer.family
    standing = life.standings[family]
    if standing.offer(event.offer).open_since or family not in life.pain.since:
        answer(standing, event.offer, accepted=event.accepted, said_at=event.said_at, day=event.day)


def wish(event: Event) -> dict[Family, Why]:
    """The families that an event wants light on its day."""
    match event:
        case SoreSaid(family=None):
            return dict.fromkeys(Family, Why.SORE)
        case SoreSaid(family=Family() as family):
            return {family: Why.SORE}
        case LightAsked():
            return dict.fromkeys(Family, Why.LIGHT_ASKED)
        case _:
            return {}


def late_wishes(told: Sequence[Event], sets: Sequence[LoggedSet], catalogue: Catalogue) -> dict[Family, Why]:
    """Those that came after a set of the day, for the families that had none by then."""
    wishes: dict[Family, Why] = {}
    for event in told:
        for family, why in wish(event).items():
            earlier = [one for one in sets if one.said_at < event.said_at]
            if earlier and not _of(family, earlier, catalogue):
                wishes[family] = why
    return wishes


def comes_after_session(life: Life, event: Event, sets: Sequence[LoggedSet], catalogue: Catalogue) -> bool:
    """Whether an event counts from its day's close on: what was trained before it was said stands.

    That goes for an answer to an offer that only this day's session earned, too. `sets` are the day's.
    """
    match event:
        case OfferAnswered(offer=offer):
            own = _of(offer.family, sets, catalogue)
            return _is_answered_after(life.standings[offer.family], event, own, catalogue)
        case (
            Placed(said_at=said_at, family=family)
            | StepDownUndone(said_at=said_at, family=family)
            | SeasonLeft(said_at=said_at, family=family)
            | TestAsked(said_at=said_at, family=family)
        ):
            return any(one.said_at < said_at for one in _of(family, sets, catalogue))
        case _:
            return any(one.said_at < event.said_at for one in sets)


def _is_answered_after(
    standing: Standing, event: OfferAnswered, sets: Sequence[LoggedSet], catalogue: Catalogue
) -> bool:
    """A yes that stands without its offer counts before a session with the harder exercise, as on its day."""
    if any(one.said_at <= event.said_at for one in sets):
        return True
    if standing.offer(event.offer).open_since is not None:
        return False
    if not (event.accepted and stands(standing, event.offer)):
        return True
    own = catalogue.hardness(standing.rung)
    return bool(sets) and all(catalogue.hardness(one.exercise) <= own for one in sets)


def _of(family: Family, sets: Sequence[LoggedSet], catalogue: Catalogue) -> list[LoggedSet]:
    return [one for one in sets if catalogue.family_of(one.exercise) is family]


def hear_of_bar(life: Life, events: Sequence[Event], pulls: Sequence[LoggedSet]) -> None:
    """A set of pulls is a bar, unless somebody says otherwise afterwards."""
    said = [event.said_at for event in events if isinstance(event, BarSaid | BarAway)]
    if not said or max(one.said_at for one in pulls) > max(said):
        _find_bar(life)


def _find_bar(life: Life) -> None:
    life.bar = True
    life.circumstances = replace(life.circumstances, bar_away_until=None)


def _recover(life: Life, event: Event) -> None:
    """Half the volume for two sessions, of what was trained before the illness."""
    if not (isinstance(event, BetterSaid) and life.circumstances.sick):
        return
    for standing in life.standings.values():
        if standing.last_day is not None:
            standing.gentle_left = GENTLE_SESSIONS
