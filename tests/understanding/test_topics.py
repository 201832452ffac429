"""Questions about the routine: what they ask about, and what only sounds like one."""

import pytest

from bot.understanding.reading import About, Intent, RoutineTopic
from tests.understanding.readings import understood

T = RoutineTopic


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("why slow?", T.SLOW),
        ("why do I have to lower slowly", T.SLOW),
        ("why negatives?", T.NEGATIVES),
        ("is daily ok?", T.DAILY),
        ("can I do it every day", T.DAILY),
        ("is two minutes enough?", T.TWO_MINUTES),
        ("are 2 min really enough", T.TWO_MINUTES),
        ("why knees?", T.KNEES),
        ("aren't knee push-ups cheating?", T.KNEES),
        ("why push-ups for runners?", T.UPPER_BODY),
        ("what's the point", T.UPPER_BODY),
        ("do I need a bar?", T.BAR),
        ("why rest today?", T.TODAY),
        ("why so light today", T.TODAY),
        ("why a rest day", T.REST),
        ("how long until I can do a pull-up?", T.PULL_UP),
        ("when will I get my first pull-up", T.PULL_UP),
        ("does it help my running?", T.RUNNING),
        ("will this make me faster", T.RUNNING),
        ("who made this?", T.WHO),
        ("is it really David Roche?", T.WHO),
        ("why so few?", T.FEW),
        ("is 3x5 negatives enough for a beginner like me?", T.FEW),
        ("shouldn't I do more?", T.MORE),
        ("what comes after knee push-ups?", T.NEXT),
        ("when do I move up?", T.NEXT),
        ("when can I do real push-ups", T.TOES),
        ("why only two exercises?", T.TWO_EXERCISES),
        ("can I add squats?", T.TWO_EXERCISES),
        ("does it prevent injuries?", T.INJURY),
        ("I'm 62, is that too old?", T.AGE),
        ("why wide push-ups?", T.HANDS),
        ("why form over reps?", T.FORM),
        ("why?", T.TODAY),
        ("why do you use Telegram", None),
    ],
)
def test_a_question_about_the_routine(text: str, topic: RoutineTopic | None) -> None:
    reading = understood(text)

    assert (reading.intent, reading.about, reading.topic) == (Intent.NONE, About.WHY, topic)


@pytest.mark.parametrize(
    "text",
    [
        "my running is going well",
        "that's enough for today",
        "should I do 8 or 10 knee pushups?",
        "do i have to do all 3 sets without break",
        "I love David Roche",
        "my coach says “is daily ok?”",
    ],
)
def test_what_asks_nothing_about_the_routine(text: str) -> None:
    assert (understood(text).about, understood(text).topic) == (None, None)


# -- a bar, or none -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("I have a bar now", About.BAR),
        ("bar", About.BAR),
        ("there's a bar at the park", About.BAR),
        ("I don't have a bar", About.NO_BAR),
        ("no bar", About.NO_BAR),
        ("push-ups only", About.PUSH_ONLY),
        ("only push-ups from now on", About.PUSH_ONLY),
        ("if I had a bar I'd do pull-ups", None),
        ("I'll have a bar next week", None),
        ("do I have a bar?", None),
    ],
)
def test_a_bar_or_none(text: str, about: About | None) -> None:
    assert (understood(text).intent, understood(text).about) == (Intent.NONE, about)


# -- sore abs -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["my abs hurt after pull-ups", "abs are killing me from the negatives"])
def test_abs_that_hurt_from_work_are_sore(text: str) -> None:
    assert (understood(text).intent, understood(text).about) == (Intent.NONE, About.SORE)


def test_sore_abs_are_no_pain_beside_a_log() -> None:
    reading = understood("abs hurt after 10 knee push-ups")

    assert (reading.intent, reading.pain) == (Intent.LOG, False)


@pytest.mark.parametrize(
    "text",
    [
        "my abs hurt",
        "sharp pain in my abs after pull-ups",
        "my abs hurt on one side after pull-ups",
        "my abs and my elbow hurt after pull-ups",
        "my arms hurt after pull-ups",
    ],
)
def test_other_hurting_stays_pain(text: str) -> None:
    assert understood(text).intent is Intent.PAIN
