"""What athletes say beside sets, brought to the use case that acts on it."""

from dataclasses import dataclass, replace

from bot.coaching.change_place import ChangePlace
from bot.coaching.change_settings import ChangeSettings, WeekSaid
from bot.coaching.forget_athlete import ForgetAthlete
from bot.coaching.log_again import LogAgain
from bot.coaching.log_sets import day_said
from bot.coaching.mark_done import MarkDone
from bot.coaching.note_absence import NoteAbsence
from bot.coaching.note_health import NoteHealth
from bot.coaching.note_pain import ClearPain
from bot.coaching.note_race import NoteRace
from bot.coaching.onboard import Onboard
from bot.coaching.outcomes import Outcome, SmallTalk
from bot.coaching.place_anew import PlaceAnew
from bot.coaching.ports import Incoming, UnitOfWork
from bot.coaching.situation import Situation
from bot.coaching.switch_prompts import SwitchPrompts
from bot.coaching.views import HelpShown
from bot.understanding.reading import About, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class ActOnNews:
    """Gives None where there is nothing to act on."""

    log_again: LogAgain
    mark_done: MarkDone
    settings: ChangeSettings
    prompts: SwitchPrompts
    forget: ForgetAthlete
    health: NoteHealth
    clear_pain: ClearPain
    absence: NoteAbsence
    place: ChangePlace
    race: NoteRace
    onboard: Onboard
    place_anew: PlaceAnew

    async def __call__(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        for act in (self._on_contact, self._on_training, self._on_health, self._on_days_ahead):
            outcome = await act(work, incoming, situation, reading)
            if outcome is not None:
                return outcome
            if situation.is_new:
                return None
        return None

    async def _on_contact(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        """What can be written, whether we may write, what we keep; that goes for somebody new, too."""
        quiet = not situation.athlete.wants_prompts
        match reading.about:
            case About.HELP:
                return HelpShown()
            case About.CRISIS | About.MEDICAL:
                return SmallTalk(reading.about)
            case About.STOP:
                return await self.prompts.off(work, incoming, situation)
            case About.RESUME | About.BACK if quiet:
                return await self.prompts.on(work, situation)
            case About.FORGET:
                return await self.forget.ask(work, incoming)
            case _:
                return None

    async def _on_training(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        week = WeekSaid.of(reading)
        match reading.about:
            case None if reading.again is not None:
                return await self.log_again(work, incoming, situation, reading)
            case About.FORM_BROKE:
                return await self.mark_done.say_form(work, incoming, situation)
            case None if reading.effort is not None:
                return await self.mark_done.say_effort(work, incoming, situation, reading.effort)
            case About.SETTING if not week.is_empty:
                return await self.settings.choose_week(work, incoming, situation, week)
            case About.NO_BAR if situation.bar is not True and reading.day is None and reading.until is None:
                return await self.onboard.choose_bar(work, incoming, situation, available=False)
            case About.START_OVER | About.TEST | About.SEASON_OFF if situation.log or situation.is_placed:
                return await self.place_anew(work, incoming, situation, reading.about)
            case About.NO_BAR:
                return await self.absence.bar_away(work, incoming, situation, reading)
            case _:
                return None

    async def _on_health(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        match reading.about:
            case About.SICK:
                return await self.health.sick(work, incoming, situation, reading)
            case About.SORE:
                return await self.health.sore(work, incoming, situation, reading)
            case About.TIRED:
                return self.health.tired(situation)
            case About.PAIN_GONE:
                return await self.clear_pain.in_words(work, incoming, situation, reading.families)
            case About.BETTER | About.BACK | About.RESUME:
                return await self._back(work, incoming, situation, reading)
            case _:
                return None

    async def _back(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        """From an illness, else from a pause, else from a journey, else from pain."""
        now, today = situation.training.now.circumstances, situation.today
        if now.is_sick(today):
            well = reading.day is not None and reading.day < 0
            return await self.health.better(work, incoming, situation, for_a_day=well)
        home = None
        if reading.about is About.BACK and situation.athlete.journey is not None:
            home = await self.place.come_home(work, incoming, situation)
            situation = replace(situation, athlete=home.athlete)
        if now.paused and (now.pause_until is None or today < now.pause_until):
            return await self.absence.back(work, incoming, situation)
        if home is not None:
            return home
        if reading.about is About.BETTER:
            return await self.clear_pain.in_words(work, incoming, situation)
        return None

    async def _on_days_ahead(
        self, work: UnitOfWork, incoming: Incoming, situation: Situation, reading: Reading
    ) -> Outcome | None:
        match reading.about:
            case About.PAUSE:
                return await self.absence.pause(work, incoming, situation, reading)
            case About.TRAVEL if reading.until is not None:
                return self.absence.away(situation, incoming, reading.until)
            case About.RACE | About.TAPER:
                return await self.race(work, incoming, situation, reading)
            case About.RACE_OFF:
                return await self.race.cancel(work, incoming, situation)
            case About.LONG_RUN:
                return self.race.long_run(incoming, situation, reading)
            case About.LIGHT:
                day = day_said(reading.day, incoming.said_at, situation.athlete)
                return await self.health.light(work, incoming, situation, day=day)
            case _:
                return None
