"""Answers to questions about the routine: why, how, who; modest, and with what to do next."""

from bot.coaching.actions import Open, ShowHow, Topic
from bot.coaching.mail import Button, Message
from bot.coaching.outcomes import Answered
from bot.coaching.views import Explained, WhyShown
from bot.domain.plan import Prescription
from bot.texts.buttons import stats_button, today_button
from bot.texts.exercises import cue, name
from bot.texts.language import Language
from bot.texts.plans import sentence, sets_text, why
from bot.understanding.reading import RoutineTopic

ANSWERS = {
    RoutineTopic.UPPER_BODY: (
        "We run on our legs, but if your arms, shoulders or neck ever tighten late in a hard run, you know "
        "the rest matters too. Studies suggest strength work helps running economy, and a stronger upper "
        "body tires later, more so as we get older. It may also help keep injuries away."
    ),
    RoutineTopic.WHO: (
        "The routine comes from David Roche, coach and record-breaking trail runner who won both the "
        "Leadville 100 and Javelina Jundred in 2024. Two basic exercises, a couple of minutes a day. This "
        "bot is independent: the steps, rests and doses between the coach's lines are ours."
    ),
    RoutineTopic.RUNNING: (
        "It can help: a strong, balanced body tends to hold its form and tire later, and studies suggest "
        "that strength work improves running economy. Nobody can promise you a time. Two minutes today is "
        "how it starts."
    ),
    RoutineTopic.INJURY: (
        "It may help: over time, more strength and stability can lower the risk. Nobody can promise it. If "
        "something hurts, tell me at once, and it rests."
    ),
    RoutineTopic.AGE: (
        "You're not too old for it: strength seems to matter more as we get older, not less. Start where "
        "you are, one or two knee push-ups are great, and let the plan follow what you log."
    ),
    RoutineTopic.SLOW: (
        "Because the way down builds strength too: fighting gravity slowly is how a pull-up can come within"
        " reach. Count the seconds aloud, stay in control, and stop the set when they slip."
    ),
    RoutineTopic.NEGATIVES: (
        "Pull-ups look daunting at first, and slow lowering builds the strength for them: a controlled way "
        "down first, the way up later. Step up on a bench, lower slowly, step back up. Tap Today for "
        "today's few."
    ),
    RoutineTopic.PULL_UP: (
        "That differs a lot, so I won't name a date. Slow lowering builds the strength for it; as your "
        "seconds grow I'll offer you one try, fresh, and again later if it needs more time. Log your "
        "lowering, that's the way there."
    ),
    RoutineTopic.KNEES: (
        "If push-ups are new to you, knees are where the coach starts people, and some of the pros he "
        "coaches began there. One or two good ones are great. Two sets of 10 open the door to the toes, so "
        "log what you do."
    ),
    RoutineTopic.TOES: (
        "Once two sets of 10 on your knees sit well, I'll offer you a try: on your toes, straight as a "
        "board, as many as good form allows. You decide. Did some already? Write how many."
    ),
    RoutineTopic.HANDS: (
        "Wide and narrow hands load the muscles a little differently and keep it interesting. I offer them "
        "once your push-ups look settled; until then keep your hands under your shoulders."
    ),
    RoutineTopic.FORM: (
        "Form comes before the number of reps: one tidy rep beats five wobbly ones. Stop a set when your "
        "line goes, log what you did, and tap How for what to look out for today."
    ),
    RoutineTopic.FEW: (
        "Small on purpose: one or two good reps are great, and what you can repeat can grow. If it's too "
        "easy, tap “Done, easy” and the next step comes sooner. /why tells today's reason."
    ),
    RoutineTopic.MORE: (
        "Yes, while it stays tidy: write what you did and the plan follows. No need to empty the tank, "
        "since leaving a couple in reserve is how this grows."
    ),
    RoutineTopic.NEXT: (
        "One rep at a time up to 2 or 3 sets of 10 to 15, and it's fine if that takes long. Then knees "
        "become toes, lowering becomes pull-ups, and wide and narrow hands mix in. Each step is offered "
        "when it's earned; tap Stats for your next one."
    ),
    RoutineTopic.TWO_EXERCISES: (
        "Push-ups and pull-ups are the whole routine, and two basic exercises are easily repeated. Do "
        "whatever else you like beside it; those two are what I count and plan. Tap Today for yours."
    ),
    RoutineTopic.TWO_MINUTES: (
        "It's the whole routine: two basic exercises, a couple of minutes a day. Short enough to do again "
        "tomorrow, and it grows with what you log. Start with today's."
    ),
    RoutineTopic.DAILY: (
        "Yes, the doses are small on purpose. A rest day comes after six days in a row, slow lowering gets "
        "a day between while it's new, and a tough day makes the next one light. Set weekdays free in "
        "/settings if you like."
    ),
    RoutineTopic.REST: (
        "Muscles do their building on easy days: a rest day comes after six in a row, and after a tough day"
        " comes a light one. Nothing to manage; I plan it, and /why tells today's reason."
    ),
    RoutineTopic.BAR: (
        "No, push-ups alone are a complete day. With a bar or a sturdy branch, pull-ups join in, starting "
        "with one slow lowering. Write “bar” when you have one, or “push-ups only” and I won't ask."
    ),
}


def answered(outcome: Answered, say: Language) -> Message:
    text = say.one(ANSWERS[outcome.topic])
    buttons = [today_button(say)]
    if outcome.topic is RoutineTopic.NEXT:
        buttons.append(stats_button(say))
    if outcome.topic is RoutineTopic.FORM:
        buttons.append(Button(say.one("How"), Open(Topic.HOW)))
    return Message(text, (tuple(buttons),))


def why_shown(outcome: WhyShown, say: Language) -> Message:
    """The whole plan, done or not, with the one reason of each line; on a day of rest its reason."""
    plan = outcome.card.plan
    lines = dict.fromkeys(_reason(part, say) for part in plan)
    head = say.one("Nothing is planned today:") if plan.is_rest else say.one("Why today is what it is:")
    why_at_all = Button(say.one("Why at all?"), Open(Topic.WHY))
    return Message("\n".join((head, *lines)), ((today_button(say), why_at_all),))


def _reason(part: Prescription, say: Language) -> str:
    if not part.sets:
        return say.one("• {why}").format(why=why(part, say))
    return say.one("• {sets}. {why}").format(sets=sentence(sets_text(part.sets, say)), why=why(part, say))


def explained(outcome: Explained, say: Language) -> Message:
    cues = "\n".join(f"• {cue(cue_id, say)}" for cue_id in outcome.cues)
    template = say.one("{exercise}:\n{cues}\nForm comes before reps: stop the set while it's tidy.")
    text = template.format(exercise=name(outcome.exercise, say), cues=cues)
    others = tuple(Button(name(exercise, say), ShowHow(exercise)) for exercise in outcome.others)
    return Message(text, ((today_button(say), *others),))
