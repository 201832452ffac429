"""A hundred messages as athletes write them, and what each of them means.

They were labelled by the guide before the parser saw them.
"""

import pytest

from bot.understanding.reading import Context
from tests.understanding.readings import at, summary, understood

FULL = at(push="push", pull="pull")
KNEE_ASKED = at(asked="knee")

MESSAGES = [
    # plain sets
    ("2 knee push-ups in my pyjamas", None, "log 2 knee"),
    ("Just banged out 7 kneeling press ups", None, "log 7 knee"),
    ("fifteen standard pushups, sweaty but happy", None, "log 15 push"),
    ("18 press-ups on the office carpet", FULL, "log 18 push"),
    ("I made six negatives at the playground with my kids", None, "log 6 neg"),
    ("three chin ups woohoo", None, "log 3 chin"),
    ("chinups 4", FULL, "log 4 chin"),
    ("pushups - 22", FULL, "log 22 push"),
    ("One pull up. But it counts", FULL, "log 1 pull"),
    ("a pull-up!! my first ever", FULL, "log 1 pull"),
    ("４ negs", None, "log 4 neg"),
    ("roughly thirty push ups", FULL, "log 30 push"),
    ("9 eccentric chin-ups", None, "log 9 neg"),
    ("12 triceps pushups", FULL, "log 12 narrow"),
    ("10 pushups", at(push="narrow", pull="pull"), "log 10 push"),
    ("10 pushups", at(push="narrow", pull="pull", asked="narrow"), "log 10 narrow"),
    ("5 neutral grip pullups", FULL, "log 5 pull"),
    # several sets
    ("4x6 push ups", None, "log 6 knee, 6 knee, 6 knee, 6 knee"),
    ("2 sets of nine wide pushups", FULL, "log 9 wide, 9 wide"),
    ("14 / 12 / 9 full pushups", None, "log 14 push, 12 push, 9 push"),
    ("knee pushups 12-10-9", None, "log 12 knee, 10 knee, 9 knee"),
    ("chins 4+3+2", FULL, "log 4 chin, 3 chin, 2 chin"),
    ("did 8 push ups three times", None, "log 8 knee, 8 knee, 8 knee"),
    ("40 push-ups over 4 sets", FULL, "log 10 push, 10 push, 10 push, 10 push"),
    ("41 push-ups in 4 sets", FULL, "clarify"),
    ("24 in all: 10, 8, 6 push-ups", FULL, "log 10 push, 8 push, 6 push"),
    ("2nd set 9, third set 7, knee pushups", None, "log 9 knee, 7 knee"),
    ("two rounds of 10 push ups and 3 chins", FULL, "log 10 push, 10 push, 3 chin, 3 chin"),
    ("12 then 9", KNEE_ASKED, "log 12 knee, 9 knee"),
    ("8 x 2 negatives", None, "clarify"),
    ("6 to 8 pushups I think", None, "clarify"),
    ("9/12 pushups", None, "clarify"),
    ("650 push ups", None, "clarify"),
    # several exercises
    ("7 chins and 20 press-ups", FULL, "log 7 chin, 20 push"),
    ("9 wide, 9 narrow, 9 regular pushups", FULL, "log 9 wide, 9 narrow, 9 push"),
    ("pushups: 15\npullups: 4", FULL, "log 15 push, 4 pull"),
    ("20 lunges, 15 knee pushups", None, "log 15 knee"),
    ("11 full push ups then another 6 on my knees", None, "log 11 push, 6 knee"),
    ("10 push ups and a few pull ups", FULL, "log 10 push"),
    # days
    ("last night: 14 press ups", None, "log 14 knee@-1"),
    ("two days ago I did 5 negatives", None, "log 5 neg@-2"),
    ("on Sunday 12 pushups and 4 negatives", None, "log 12 knee@-3, 4 neg@-3"),
    ("mon 10 pushups, tue 11 pushups", None, "log 10 knee@-2, 11 knee@-1"),
    ("Feb 27: 16 push ups", FULL, "log 16 push@-5"),
    ("8 chins on 2026-03-01", FULL, "log 8 chin@-3"),
    ("did 20 pushups on January 2nd", FULL, "clarify"),
    ("6 pull ups this morning, 5 pull ups yesterday", FULL, "log 6 pull, 5 pull@-1"),
    # numbers that aren't reps
    ("after an 8 mile run I managed 11 pushups at 6:45", None, "log 11 knee"),
    ("5 negatives with a 4 second descent", None, "log 5 neg"),
    ("day 40 of my streak: 21 push-ups", FULL, "log 21 push"),
    ("83 kg this morning, 9 knee push ups", None, "log 9 knee"),
    ("ran 12k in 58 minutes", None, "none"),
    ("12 pushups, heart rate 140", FULL, "log 12 push"),
    ("rested 2 minutes then 7 more pushups", None, "log 7 knee"),
    # efforts and pain
    ("20 push-ups, piece of cake", FULL, "log 20 push easy"),
    ("6 chins, absolutely brutal", FULL, "log 6 chin hard"),
    ("wanted 12 pushups, got 9", FULL, "log 9 push failed"),
    ("7 of 10 pushups", FULL, "log 7 push failed"),
    ("couldn't complete the set, only 5 pull ups", FULL, "log 5 pull failed"),
    ("done, but my shoulder hurts", None, "done push pull pain"),
    ("12 pushups. left wrist is painful", FULL, "log 12 push pain"),
    ("my shoulder is killing me", None, "pain"),
    ("arms so sore today", None, "none"),
    ("8 pushups, no pain at all", None, "log 8 knee"),
    # typos and slang
    ("did 9 knee puhsups", None, "log 9 knee"),
    ("13 widde push-ups", FULL, "log 13 wide"),
    ("6 chinups n 12 presups m8", FULL, "log 6 chin, 12 push"),
    ("5 negatvies", None, "log 5 neg"),
    ("10pushups", None, "log 10 knee"),
    ("i need 10 pushups", None, "none"),
    # done, skip, vague
    ("All done for today ✅", None, "done push pull"),
    ("finished my workout before breakfast", None, "done push pull"),
    ("did my pull-ups yesterday", FULL, "done pull @-1"),
    ("push-ups done, pull-ups later", FULL, "done push"),
    ("done", KNEE_ASKED, "done push"),
    ("finished my homework", None, "none"),
    ("did several pushups", None, "clarify"),
    ("12", None, "clarify"),
    ("gave up halfway through", None, "clarify"),
    ("taking today off", None, "skip"),
    ("no push-ups today, too busy", None, "skip"),
    ("I won't work out tomorrow", None, "none"),
    # corrections
    ("actually it was 9", None, "correct 9 ?"),
    ("9 not 6", None, "correct 9 ?"),
    ("sorry, I meant chin-ups", FULL, "correct ? chin"),
    ("change that to 3x7", None, "correct 7 ?, 7 ?, 7 ?"),
    ("that was on Monday", None, "correct ? ?@-2"),
    ("no, 12 wide push-ups", FULL, "correct 12 wide"),
    ("take that back please", None, "undo"),
    # later, questions, other talk
    ("in an hour please", None, "snooze 60 min"),
    ("remind me at quarter past 9", None, "snooze 09:15"),
    ("not now", None, "snooze"),
    ("how do I do diamond push-ups?", None, "how narrow"),
    ("what's today's plan?", None, "routine"),
    ("how many pull-ups did I do last month?", None, "stats"),
    # never a log
    ("tomorrow I'll do 30 pushups", None, "none"),
    ("my flatmate did 25 pushups", None, "none"),
    ("is 15 pushups a day enough?", None, "none"),
    ("if I manage 10 pushups I get cake", None, "none"),
    ('you said "2x8 push-ups"', None, "none"),
    ("could not do one pull-up", FULL, "none"),
    ("12 pushups hopefully", None, "none"),
    ("did 30 squats and 10 burpees", None, "unknown_exercise"),
    ("8 pike push-ups", None, "unknown_exercise"),
]


@pytest.mark.parametrize(
    ("text", "context", "meaning"),
    [
        pytest.param(text, context, meaning, id=f"{text!r} is {meaning}"[:90])
        for text, context, meaning in MESSAGES
    ],
)
def test_a_message_means(text: str, context: Context | None, meaning: str) -> None:
    assert summary(understood(text, context)) == meaning
