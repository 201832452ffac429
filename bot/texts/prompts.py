"""The morning prompt: a wording for the day, the week that was in front, one question at most behind."""

from collections.abc import Sequence

from bot.coaching.actions import Pause, StartOver, TapDone, UndoStepDown
from bot.coaching.mail import Button, Message
from bot.coaching.morning_text import USUAL, is_usual
from bot.coaching.views import NO_NEWS, CardClosed, MorningNews, Prompted, Reminded, StepDown
from bot.domain.exercise import Family
from bot.domain.plan import Mode, Prescription, Row, Season, Why
from bot.domain.seasons import WEEKLY_REPS
from bot.texts.anchors import anchor_lead
from bot.texts.buttons import Rows, day_rows
from bot.texts.exercises import count, cue, name
from bot.texts.language import Language
from bot.texts.look_back import week_lines
from bot.texts.mornings import TEXTS
from bot.texts.plans import (
    is_lowering_spaced,
    sentence,
    sets_text,
    short_text,
    time_text,
    why,
    without_counted,
)
from bot.texts.questions import answer_rows, question_text
from bot.texts.rhythm import rhythm_question, rhythm_rows

LONGEST = 300

GOALS = {Family.PUSH: "push_up", Family.PULL: "pull_up"}


def prompted(outcome: Prompted, say: Language) -> Message:
    """The wording with its plan; the reason in front of a usual one, unless the day is plain."""
    news = outcome.news
    late = say.one("Later than planned today.") if outcome.late else ""
    week = week_lines(news.week, say) if news.week else ""
    cued = say.sentences([late, _body(outcome, say), _bar_cue(outcome, say), _spare_days(news, say)])
    plain = say.sentences([late, _body(outcome, say), _spare_days(news, say)])
    question = (
        rhythm_question(outcome.rhythm, say) if outcome.rhythm else question_text(outcome.question, say)
    )
    text = _joined([week, cued, question])
    if len(text) > LONGEST:
        text = _joined([week, plain, question])
    rows = day_rows(outcome.card.day, say) + _own_rows(outcome, say) + answer_rows(outcome.question, say)
    rows += rhythm_rows(outcome.rhythm, say) if outcome.rhythm else ()
    return Message(text, rows, silent=outcome.silent)


def _joined(blocks: Sequence[str]) -> str:
    return "\n\n".join(block for block in blocks if block)


def _body(outcome: Prompted, say: Language) -> str:
    """What the day is about; a usual one begins with the daily thing and the reason."""
    wording = sentence(_wording(outcome, say))
    if not is_usual(outcome.text):
        return wording
    alone = outcome.rhythm is None and outcome.news == NO_NEWS
    lead = anchor_lead(outcome.anchor, say) if alone else ""
    return say.sentences([lead, _reason(outcome, say), wording])


def _bar_cue(outcome: Prompted, say: Language) -> str:
    """The bar's cue for the day beside a usual wording, which is of the floor."""
    return _cue(outcome, say) if outcome.text in USUAL and _is_bar_day(outcome) else ""


def _wording(outcome: Prompted, say: Language) -> str:
    card, news = outcome.card, outcome.news
    plan = sets_text(card.left, say)
    template = say.one(TEXTS[_text_id(outcome)])
    days = say.many("{n} day shown up", "{n} days shown up", outcome.showing.kept if outcome.showing else 0)
    return template.format(
        plan=sentence(plan) if template.startswith("{plan}") or ". {plan}" in template else plan,
        rest=sets_text(without_counted(card.left), say),
        time=time_text(card.seconds, say),
        days=days,
        reps=say.number(outcome.reps),
        minutes=say.many("about {n} minute", "about {n} minutes", outcome.minutes),
        name=outcome.name,
        cue=_cue(outcome, say),
        goal=_goal(outcome, say),
        held=sets_text(news.held, say),
        rungs=say.listed(dict.fromkeys(name(step.rung, say).lower() for step in news.steps_down)),
        **_tests(news, say),
    )


def _text_id(outcome: Prompted) -> str:
    """Where one id has several wordings: that of the day."""
    match outcome.text:
        case "morning_cut" if any(part.why is Why.CUT_TWO for part in outcome.card.plan):
            return "morning_cut_two"
        case "morning_variation":
            wide = any(one.exercise == "wide_push_up" for one in outcome.card.plan.push.sets)
            return "morning_variation_wide" if wide else "morning_variation_narrow"
        case "season_end" if outcome.news.season_over and len(outcome.news.season_over.tests) == 1:
            return "season_end_first"
        case "missed_one" if not outcome.name:
            return "missed_one_unnamed"
        case "morning_light" if _is_bar_day(outcome):
            return "morning_light_bar"
        case text:
            return text


def _is_bar_day(outcome: Prompted) -> bool:
    """The cue is the bar's then; beside a question the message is long enough without."""
    return bool(outcome.card.plan.pull.sets) and outcome.card.cue is not None and outcome.question is None


def _cue(outcome: Prompted, say: Language) -> str:
    return cue(outcome.card.cue, say) if outcome.card.cue else ""


def _goal(outcome: Prompted, say: Language) -> str:
    """What a week of the hundred asks: 100 push-ups and 30 pull-ups."""
    hundreds = [part.family for part in outcome.card.plan if part.season is Season.HUNDRED]
    return say.listed(count(GOALS[family], WEEKLY_REPS[family], say) for family in hundreds)


def _tests(news: MorningNews, say: Language) -> dict[str, str]:
    tests: Sequence[int] = news.season_over.tests if news.season_over else (0,)
    return {"last": say.number(tests[0]), "tested": say.number(tests[-1])}


def _spare_days(news: MorningNews, say: Language) -> str:
    """Half a sentence, but not beside greater news."""
    if not news.spare_days or news.steps_down or news.held or news.season_over:
        return ""
    return say.many(
        "A spare day kept your streak going.", "{n} spare days kept your streak going.", news.spare_days
    )


def _reason(outcome: Prompted, say: Language) -> str:
    """The first part that isn't just the same again tells why."""
    parts = [part for part in outcome.card.plan if part.sets or is_lowering_spaced(part)]
    telling = [part for part in parts if not _is_plain(part)]
    return why(telling[0], say) if telling else ""


def _is_plain(part: Prescription) -> bool:
    return part.row is Row.NORMAL and part.why is Why.SAME


# -- buttons of its own -------------------------------------------------------------------------------


def _own_rows(outcome: Prompted, say: Language) -> Rows:
    """For what the wording speaks of."""
    match outcome.text:
        case "step_down":
            return (_undo_steps(outcome.news.steps_down, say),)
        case "back_long":
            return ((placing_button(say),),)
        case "quiet_week" | "quiet_week_2" | "quiet_week_3":
            return ((Button(say.one("Pause"), Pause()),),)
        case _:
            return ()


def _undo_steps(steps: Sequence[StepDown], say: Language) -> tuple[Button, ...]:
    """Of several each says what it brings back."""
    if len(steps) == 1:
        return (Button(say.one("Undo"), UndoStepDown(steps[0].family)),)
    return tuple(stay_button(step, say) for step in steps)


def stay_button(step: StepDown, say: Language) -> Button:
    label = say.one("Back to {exercise}").format(exercise=name(step.left, say).lower())
    return Button(label, UndoStepDown(step.family))


def placing_button(say: Language) -> Button:
    return Button(say.one("Three questions"), StartOver())


def reminded(outcome: Reminded, say: Language) -> Message:
    """A snooze has run out: the plan, and nothing about the wait."""
    card = outcome.card
    counted = any(one.mode is Mode.UP_TO for one in card.left)
    plan = sets_text(card.left, say)
    template = say.one("Here it is again: {plan}, {time}.")
    text = template.format(plan=plan, time=time_text(card.seconds, say))
    return Message(text, day_rows(card.day, say, moving=not counted))


def card_closed(outcome: CardClosed, say: Language) -> Message:
    """A day that is over, without a word about that: what it asked for, and one button."""
    card = outcome.card
    template = say.one("{day} · {plan}")
    text = template.format(day=say.weekday(card.day.weekday()), plan=short_text(card.left, say))
    return Message(text, ((Button(say.one("Did it"), TapDone(card.day)),),))
