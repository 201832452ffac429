"""Outcome to messages: the one place where what happened becomes what is said."""

from collections.abc import Sequence
from typing import assert_never

from bot.coaching import log_outcomes as lo
from bot.coaching import outcomes as o
from bot.coaching import setting_outcomes as so
from bot.coaching import views as v
from bot.coaching.mail import Message
from bot.coaching.news_outcomes import News
from bot.texts import (
    after_log,
    anchors,
    answers,
    clarifying,
    edits,
    health,
    hours,
    news,
    offers,
    places,
    prompts,
    questions,
    receipts,
    replies,
    rhythm,
    settings,
    stats,
    taken_back,
    talk,
)
from bot.texts.language import Language


def render(outcome: o.Outcome, say: Language, *, link: str = "") -> tuple[Message, ...]:
    """The messages for an outcome, in order; `link` leads to the private chat with the coach."""
    if isinstance(outcome, News):
        return (news.told(outcome, say),)
    match outcome:
        case o.Quiet():
            return ()
        case lo.Logged():
            return _logged(outcome, say)
        case lo.Corrected(pain=True):
            return (receipts.corrected(outcome, say), health.pain_noted(say))
        case lo.Edited(pain=True):
            return (edits.edited(outcome, say), health.pain_noted(say))
        case v.RoutineShown(offers=waiting) | v.Prompted(news=v.MorningNews(offers=waiting)):
            return (_one(outcome, say), *_offers(waiting, say))
        case o.GroupGreeted():
            return (talk.group_greeted(outcome, link, say),)
        case _:
            return (_one(outcome, say),)


def _logged(outcome: lo.Logged, say: Language) -> tuple[Message, ...]:
    """The receipt; then what it leads to: pain, an offer, or the question that comes next."""
    messages = [receipts.logged(outcome, say)]
    if outcome.pain:
        return (*messages, health.pain_noted(say))
    messages += _offers(outcome.offers, say)
    if outcome.question is v.Question.HOUR:
        messages.append(hours.hour_question(say))
    elif outcome.question is not None:
        question = questions.question_text(outcome.question, say)
        messages.append(Message(question, questions.answer_rows(outcome.question, say)))
    if outcome.rhythm is not None:
        question = rhythm.rhythm_question(outcome.rhythm, say)
        messages.append(Message(question, rhythm.rhythm_rows(outcome.rhythm, say)))
    return tuple(messages)


def _offers(waiting: Sequence[v.OpenOffer], say: Language) -> list[Message]:
    return [offers.offer(one, say) for one in waiting]


def _one(outcome: o.OneMessage | so.Setting, say: Language) -> Message:  # noqa: C901, PLR0911, PLR0912, PLR0915 - a table
    """One outcome, one message."""
    if isinstance(outcome, so.Setting):
        return _setting(outcome, say)
    match outcome:
        case o.Placed():
            return replies.placed(outcome, say)
        case o.StartNoted():
            return replies.start_noted(outcome, say)
        case v.RoutineShown():
            return replies.routine_shown(outcome, say)
        case v.Prompted():
            return prompts.prompted(outcome, say)
        case v.Reminded():
            return prompts.reminded(outcome, say)
        case v.CardClosed():
            return prompts.card_closed(outcome, say)
        case lo.CountMissing():
            return after_log.count_missing(outcome, say)
        case lo.NoneThisTime():
            return after_log.none_this_time(outcome, say)
        case lo.EffortNoted():
            return after_log.effort_noted(outcome, say)
        case lo.NothingLeft():
            return after_log.nothing_left(outcome, say)
        case lo.Corrected():
            return receipts.corrected(outcome, say)
        case lo.EditNotUnderstood():
            return edits.edit_not_understood(say)
        case lo.Edited():
            return edits.edited(outcome, say)
        case lo.EditTakenBack():
            return edits.edit_taken_back(outcome, say)
        case lo.UndoAsked():
            return taken_back.undo_asked(outcome, say)
        case lo.Undone():
            return taken_back.undone(outcome, say)
        case lo.SetUndone():
            return taken_back.set_undone(outcome, say)
        case lo.NoSuchSet():
            return taken_back.no_such_set(outcome, say)
        case lo.KneesOrToes():
            return clarifying.knees_or_toes(outcome, say)
        case lo.NeedsClarifying():
            return clarifying.needs_clarifying(outcome, say)
        case o.SkipNoted():
            return replies.skip_noted(outcome, say)
        case o.SideSkipped():
            return replies.side_skipped(outcome, say)
        case o.Snoozed():
            return replies.snoozed(outcome, say)
        case o.SnoozeTooLate():
            return replies.snooze_too_late(outcome, say)
        case o.Urgent():
            return health.urgent(say)
        case o.PainNoted():
            return health.pain_noted(say, outcome.family)
        case o.PainEased():
            return health.pain_eased(outcome, say)
        case o.TooSoonToClear():
            return health.too_soon_to_clear(outcome, say)
        case o.OfferAgain(waiting):
            return offers.offer(waiting, say)
        case o.OfferTaken():
            return offers.offer_taken(outcome, say)
        case o.BarNoted():
            return replies.bar_noted(outcome, say)
        case o.PullUpsNoted():
            return replies.pull_ups_noted(outcome, say)
        case v.StatsShown():
            return stats.stats_shown(outcome, say)
        case v.SettingsShown():
            return settings.settings_shown(outcome, say)
        case v.HourAsked():
            return hours.hour_asked(outcome, say)
        case v.DayStartAsked():
            return hours.day_start_asked(outcome, say)
        case v.AnchorAsked():
            return anchors.anchor_asked(outcome, say)
        case v.PlaceAsked():
            return places.place_asked(outcome, say)
        case v.FreeDaysAsked():
            return settings.free_days_asked(outcome, say)
        case v.Explained():
            return answers.explained(outcome, say)
        case v.WhyShown():
            return answers.why_shown(outcome, say)
        case o.Answered():
            return answers.answered(outcome, say)
        case o.SmallTalk():
            return talk.small_talk(outcome, say)
        case o.NotUnderstood():
            return talk.not_understood(outcome, say)
        case o.Welcomed():
            return replies.welcomed(say)
        case lo.NothingToCorrect():
            return receipts.nothing_to_correct(say)
        case lo.NothingToRepeat():
            return receipts.nothing_to_repeat(outcome, say)
        case lo.NothingToUndo():
            return taken_back.nothing_to_undo(say)
        case lo.UnknownExercise():
            return replies.unknown_exercise(say)
        case o.OfferGone():
            return offers.offer_gone(say)
        case v.HelpShown():
            return talk.help_shown(say)
        case v.PrivacyShown():
            return talk.privacy_shown(say)
        case o.NotWords():
            return talk.not_words(say)
        case _:
            assert_never(outcome)


def _setting(outcome: so.Setting, say: Language) -> Message:  # noqa: C901, PLR0911, PLR0912 - a table
    match outcome:
        case so.Settled():
            return settings.settled(outcome, say)
        case so.JourneyOver():
            return settings.journey_over(outcome, say)
        case so.WhichPlace():
            return places.which_place(outcome, say)
        case so.WhichClock():
            return places.which_clock(outcome, say)
        case so.NotThereYet():
            return places.not_there_yet(outcome, say)
        case so.AnchorNoted():
            return anchors.anchor_noted(outcome, settings.next_text(outcome.next_at, say), say)
        case so.RhythmKept():
            return rhythm.rhythm_kept(outcome, say)
        case so.SoundSet():
            return hours.sound_set(outcome, settings.next_text(outcome.next_at, say), say)
        case so.TimeUnclear():
            return hours.time_unclear(say)
        case so.HourNotUnderstood():
            return hours.hour_not_understood(say)
        case so.PlaceNotFound():
            return places.place_not_found(outcome, say)
        case _:
            assert_never(outcome)
