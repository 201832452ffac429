"""Puts the use cases together; what they need from outside is handed in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.coaching.act_on_news import ActOnNews
from bot.coaching.answer_offer import AnswerOffer
from bot.coaching.answer_setting import AnswerSetting
from bot.coaching.answers import AnswerQuestion
from bot.coaching.change_place import ChangePlace
from bot.coaching.change_settings import ChangeSettings
from bot.coaching.claim_due_prompts import ClaimDuePrompts
from bot.coaching.clarify import Clarify
from bot.coaching.close_card import CloseCard
from bot.coaching.coach import Coach
from bot.coaching.correct_log import CorrectLog
from bot.coaching.edit_log import EditLog
from bot.coaching.forget_athlete import ForgetAthlete
from bot.coaching.give_reason import GiveReason
from bot.coaching.grant_wish import GrantWish
from bot.coaching.hear import Hear
from bot.coaching.log_again import LogAgain
from bot.coaching.log_sets import LogSets
from bot.coaching.look_ahead import LookAhead
from bot.coaching.mark_done import MarkDone
from bot.coaching.morning_news import GatherNews
from bot.coaching.note_absence import NoteAbsence
from bot.coaching.note_anchor import NoteAnchor
from bot.coaching.note_health import NoteHealth
from bot.coaching.note_pain import ClearPain, NotePain
from bot.coaching.note_race import NoteRace
from bot.coaching.offer_rhythm import AnswerRhythm
from bot.coaching.onboard import Onboard
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.pages import Pages
from bot.coaching.place_anew import PlaceAnew
from bot.coaching.ports import Incoming, Places, UnitOfWork
from bot.coaching.prepare_prompt import PreparePrompt
from bot.coaching.reader import Reader
from bot.coaching.settle import Settle
from bot.coaching.show_routine import ExplainExercise, ShowRoutine
from bot.coaching.show_stats import ShowStats
from bot.coaching.skip_day import SkipDay
from bot.coaching.snooze import Snooze
from bot.coaching.switch_prompts import SwitchPrompts
from bot.coaching.tap import Tap
from bot.coaching.tell_receipt import TellReceipt
from bot.coaching.told_last import ToldLast
from bot.coaching.undo_log import UndoLog
from bot.domain.catalogue import Catalogue
from bot.domain.prompts import GRACE
from bot.understanding.lexicon import Lexicon


def build_coach(
    *,
    catalogue: Catalogue,
    lexicons: Mapping[str, Lexicon],
    places: Places,
    default_zone: str = "UTC",
    grace: timedelta = GRACE,
) -> Coach:
    """All use cases, wired.

    `default_zone` is assumed until an athlete names a place; `grace` is how late a prompt may still go out.
    """
    reader, look_ahead = Reader(lexicons), LookAhead(catalogue)
    settle = Settle(look_ahead)
    settings, place = ChangeSettings(settle), ChangePlace(places, settle)
    note_anchor = NoteAnchor(look_ahead)
    log_sets = LogSets(catalogue)
    told_last = ToldLast(catalogue)
    place_anew = PlaceAnew(catalogue)
    onboard = Onboard(catalogue, place_anew)
    stats, routine = ShowStats(catalogue), ShowRoutine(catalogue)
    explain = ExplainExercise(catalogue, reader)
    mark_done, correct_log = MarkDone(log_sets), CorrectLog(catalogue, reader, told_last)
    note_pain, clear_pain = NotePain(), ClearPain(catalogue)
    act_on_news = ActOnNews(
        log_again=LogAgain(log_sets),
        mark_done=mark_done,
        settings=settings,
        prompts=SwitchPrompts(look_ahead),
        forget=ForgetAthlete(),
        health=NoteHealth(look_ahead),
        clear_pain=clear_pain,
        absence=NoteAbsence(look_ahead),
        place=place,
        race=NoteRace(),
        onboard=onboard,
        place_anew=place_anew,
    )
    answer_offer = AnswerOffer(catalogue, reader)
    hear = Hear(
        catalogue=catalogue,
        default_zone=default_zone,
        reader=reader,
        answer_question=AnswerQuestion(
            catalogue=catalogue,
            reader=reader,
            onboard=onboard,
            answer_setting=AnswerSetting(catalogue, reader, settings, place, note_anchor),
            log_sets=log_sets,
            race=act_on_news.race,
            give_reason=GiveReason(reader, onboard, note_pain),
            answer_offer=answer_offer,
        ),
        log_sets=log_sets,
        mark_done=mark_done,
        correct_log=correct_log,
        edit_log=EditLog(log_sets=log_sets, mark_done=mark_done, correct_log=correct_log, clarify=Clarify()),
        undo_log=UndoLog(default_zone, told_last),
        skip_day=SkipDay(look_ahead),
        snooze=Snooze(look_ahead),
        note_pain=note_pain,
        act_on_news=act_on_news,
        settings=settings,
        place=place,
        grant_wish=GrantWish(reader, place, settings),
        stats=stats,
        routine=routine,
        explain=explain,
    )
    pages = Pages(
        catalogue=catalogue,
        default_zone=default_zone,
        settings=settings,
        place=place,
        note_anchor=note_anchor,
        stats=stats,
        routine=routine,
        explain=explain,
    )
    tap = Tap(
        hear=hear,
        onboard=onboard,
        answer_offer=answer_offer,
        clear_pain=clear_pain,
        answer_rhythm=AnswerRhythm(settings),
        pages=pages,
    )
    doors = _Doors(hear, onboard)
    prepare_prompt = PreparePrompt(catalogue, look_ahead, grace, GatherNews(catalogue))
    return Coach(
        start=doors.start,
        hear=hear,
        hear_edit=hear.edit,
        tap=tap,
        locate=doors.locate,
        show_today=pages.today,
        show_stats=pages.show_stats,
        undo=hear.undo_log,
        show_settings=pages.show_settings,
        show_why=pages.show_why,
        show_how=pages.show_how,
        show_about=pages.about,
        show_help=pages.help,
        show_privacy=pages.privacy,
        stop=doors.stop,
        ask_forget=act_on_news.forget.ask,
        point_to_text=pages.point_to_text,
        greet_group=pages.greet_group,
        hush=_hush,
        unhush=_unhush,
        claim_due_prompts=ClaimDuePrompts(grace),
        tell_receipt=TellReceipt(catalogue),
        still_wanted=prepare_prompt.still_wanted,
        close_card=CloseCard(catalogue),
        prepare_prompt=prepare_prompt,
    )


@dataclass(frozen=True, slots=True)
class _Doors:
    """Ways in that only load the situation first."""

    hear: Hear
    onboard: Onboard

    async def start(self, work: UnitOfWork, incoming: Incoming) -> Outcome:
        """Whoever had enough of the prompts and starts again wants them again."""
        situation = await self.hear.situation(work, incoming)
        if not situation.athlete.wants_prompts:
            on = await self.hear.act_on_news.prompts.on(work, situation)
            if situation.is_placed:
                return on
            situation = await self.hear.situation(work, incoming)
        return await self.onboard.welcome(work, situation)

    async def stop(self, work: UnitOfWork, incoming: Incoming) -> Outcome:
        situation = await self.hear.situation(work, incoming)
        return await self.hear.act_on_news.prompts.off(work, incoming, situation)

    async def locate(
        self, work: UnitOfWork, incoming: Incoming, latitude: float, longitude: float
    ) -> Outcome:
        situation = await self.hear.situation(work, incoming)
        at = (latitude, longitude)
        return await self.hear.place.by_location(work, incoming, situation, at=at)


async def _hush(work: UnitOfWork, incoming: Incoming) -> Quiet:
    """The chat was blocked: no prompts until the athlete writes again."""
    return await _set_prompts(work, incoming.athlete_id, on=False)


async def _unhush(work: UnitOfWork, incoming: Incoming) -> Quiet:
    return await _set_prompts(work, incoming.athlete_id, on=True)


async def _set_prompts(work: UnitOfWork, athlete_id: int, *, on: bool) -> Quiet:
    athlete = await work.athletes.get(athlete_id)
    if athlete is not None and athlete.prompts_on is not on:
        await work.athletes.save(replace(athlete, prompts_on=on))
    return Quiet()
