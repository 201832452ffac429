"""What keeps somebody from the usual plan for a while: illness, a pause, races, no bar."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.events import (
    BarAway,
    BetterSaid,
    Event,
    PauseEnded,
    PauseSaid,
    RaceSaid,
    SickSaid,
    TaperSaid,
)

ONE_DAY = timedelta(days=1)
LIGHT_BEFORE_RACE = timedelta(days=2)
TAPER_AT_MOST = timedelta(days=14)


class Hold(StrEnum):
    """Why a day is held: nothing is planned, and it neither adds to a streak nor breaks it."""

    SICK = "sick"
    PAUSE = "pause"
    RACE = "race"


@dataclass(frozen=True, slots=True)
class Circumstances:
    """`well_from` and `pause_until` are the first days back, None while nobody knows.

    `tapers` are the races that are tapered for, each with the day from which on.
    """

    sick: bool = False
    well_from: date | None = None
    paused: bool = False
    pause_until: date | None = None
    races: tuple[date, ...] = ()
    tapers: tuple[tuple[date, date], ...] = ()
    bar_away_until: date | None = None

    def hold(self, day: date) -> Hold | None:
        if self.is_sick(day):
            return Hold.SICK
        if self.paused and (self.pause_until is None or day < self.pause_until):
            return Hold.PAUSE
        return Hold.RACE if day in self.races else None

    def is_sick(self, day: date) -> bool:
        return self.sick and (self.well_from is None or day < self.well_from)

    def is_bar_away(self, day: date) -> bool:
        return self.bar_away_until is not None and day < self.bar_away_until

    def spares_legs(self, day: date) -> bool:
        """Light in the two days before a race, the day after it, and in a taper of 14 days at most."""
        if any(-ONE_DAY <= race - day <= LIGHT_BEFORE_RACE for race in self.races):
            return True
        return any(since <= day < race <= day + TAPER_AT_MOST for race, since in self.tapers)


def changed_by(now: Circumstances, event: Event) -> Circumstances:
    """What these events say; all others change nothing here."""
    match event:
        case SickSaid(fever=fever) if fever is not False:
            return replace(now, sick=True, well_from=None)
        case BetterSaid() if now.sick:
            return _better(now, event)
        case PauseSaid(until=until):
            return replace(now, paused=True, pause_until=until)
        case PauseEnded():
            return replace(now, paused=False)
        case RaceSaid() | TaperSaid():
            return _race(now, event)
        case BarAway(until=until):
            return replace(now, bar_away_until=until)
        case _:
            return now


def _better(now: Circumstances, event: BetterSaid) -> Circumstances:
    """24 hours without symptoms come first: the day of the word is still one of rest."""
    well_from = event.day if event.for_a_day else event.day + ONE_DAY
    return replace(now, well_from=min(well_from, now.well_from or well_from))


def _race(now: Circumstances, event: RaceSaid | TaperSaid) -> Circumstances:
    """Races long gone are forgotten; a race that is off ends its taper."""
    race = event.race_day
    known = {one for one in now.races if one >= event.day - ONE_DAY} - {race}
    tapers = {one: since for one, since in now.tapers if one in known}
    if isinstance(event, RaceSaid) and event.off:
        return replace(now, races=tuple(sorted(known)), tapers=tuple(tapers.items()))
    since = dict(now.tapers).get(race)
    if isinstance(event, TaperSaid):
        since = min(event.day, since or event.day)
    tapers |= {race: since} if since else {}
    return replace(now, races=tuple(sorted(known | {race})), tapers=tuple(sorted(tapers.items())))
