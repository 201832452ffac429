"""Answers to news beside sets: prompts and data, pauses, the bar; the rest has modules of its own."""

from bot.coaching import news_outcomes as n
from bot.coaching.actions import ChooseBar, Forget, Open, PauseUntil, SwitchPrompts, Topic
from bot.coaching.mail import Button, Message
from bot.domain.exercise import Family
from bot.texts.buttons import Rows, today_button
from bot.texts.language import Language
from bot.texts.placing import of_placement
from bot.texts.plans import sets_text, today_text
from bot.texts.running import of_running
from bot.texts.settings import next_text
from bot.texts.wellbeing import back_row, of_health


def told(outcome: n.News, say: Language) -> Message:
    match outcome:
        case n.PromptsOff() | n.PromptsOn() | n.ForgetAsked() | n.Forgotten():
            return _of_contact(outcome, say)
        case n.PauseNoted() | n.AwayHeard() | n.BackNoted() | n.BarAwayNoted() | n.TimeShort():
            return _of_absence(outcome, say)
        case n.RaceNoted() | n.RaceAsked() | n.RaceCancelled() | n.LongRunHeard():
            return of_running(outcome, say)
        case (
            n.StartOverAsked()
            | n.StartedAnew()
            | n.MaxAsked()
            | n.PlacedAnew()
            | n.TestNoted()
            | n.SeasonEnded()
            | n.NoSeason()
            | n.StepUndone()
        ):
            return of_placement(outcome, say)
        case _:
            return of_health(outcome, say)


def _of_contact(outcome: n.PromptsOff | n.PromptsOn | n.ForgetAsked | n.Forgotten, say: Language) -> Message:
    match outcome:
        case n.PromptsOff():
            text = say.one(
                "All right, I'll stay quiet from now on; write “start again” whenever you'd like the prompts "
                "back."
            )
            again = Button(say.one("Start again"), SwitchPrompts(on=True))
            return Message(text, ((again,),), in_place=True)
        case n.PromptsOn(next_at):
            text = say.one("Good to have you back. {next}").format(next=next_text(next_at, say))
            return Message(text, ((today_button(say),),), in_place=True)
        case n.ForgetAsked():
            text = say.one(
                "Shall I delete everything I keep of you: the sets, the settings, all that you told me? It "
                "goes for good, and the prompts with it."
            )
            yes = Button(say.one("Delete everything"), Forget())
            return Message(text, ((yes,), (Button(say.one("Keep it"), Open(Topic.TODAY)),)))
        case n.Forgotten():
            text = say.one("Done, it's all gone. Write whenever you like, and we start fresh. Take care!")
            return Message(text, in_place=True)


def _of_absence(
    outcome: n.PauseNoted | n.AwayHeard | n.BackNoted | n.BarAwayNoted | n.TimeShort, say: Language
) -> Message:
    match outcome:
        case n.TimeShort():
            return _time_short(outcome, say)
        case n.PauseNoted():
            return Message(_pause_text(outcome, say), (back_row(say),), in_place=True)
        case n.AwayHeard(until):
            template = say.one(
                "Away until {day}, noted. Push-ups fit anywhere: shall we go on, or shall I stay quiet "
                "till then?"
            )
            pause = Button(say.one("Quiet till then"), PauseUntil(until))
            rows: Rows = ((pause, Button(say.one("Go on"), Open(Topic.TODAY))),)
            return Message(template.format(day=say.day(until)), rows)
        case n.BackNoted(card):
            text = say.sentences([say.one("Welcome back!"), today_text(card, say)])
            return Message(text, ((today_button(say),),), in_place=True)
        case n.BarAwayNoted():
            return _bar_away_noted(outcome, say)


def _pause_text(outcome: n.PauseNoted, say: Language) -> str:
    if outcome.until is None:
        return say.one("Paused. I stay quiet until you write “I'm back” or log something. Enjoy it.")
    plan = outcome.back.left if outcome.back else ()
    if not plan:
        template = say.one("Paused until {day}. I stay quiet, and then we go on. Back sooner? Tap.")
    else:
        template = say.one(
            "Paused until {day}. I stay quiet, and that day we go on with {plan}. Back sooner? Tap."
        )
    return template.format(day=say.day(outcome.until), plan=sets_text(plan, say))


def _bar_away_noted(outcome: n.BarAwayNoted, say: Language) -> Message:
    if (outcome.until - outcome.today).days == 1:
        whole = say.one("No bar today, so push-ups are the whole day. Pull-ups wait where they are.")
        text = say.sentences([whole, today_text(outcome.card, say)])
    else:
        template = say.one(
            "No bar till {day}: push-ups are the whole routine until then, and the pull side waits where it "
            "stands. After a long wait we restart it gently."
        )
        text = template.format(day=say.day(outcome.until))
    for_good = Button(say.one("Push-ups only for good"), ChooseBar(available=False))
    return Message(text, ((today_button(say),), (for_good,)))


def _time_short(outcome: n.TimeShort, say: Language) -> Message:
    """One side is a day, too."""
    if outcome.family is Family.PULL:
        text = say.one(
            "Fair enough: push-ups alone are a complete day. One pull whenever you pass the bar is plenty; "
            "the pull side waits where it stands."
        )
    else:
        text = say.one(
            "Fair enough: one side alone counts as a day. A push-up or two on any floor is plenty; the push "
            "side waits where it stands."
        )
    return Message(say.sentences([text, today_text(outcome.card, say)]), ((today_button(say),),))
