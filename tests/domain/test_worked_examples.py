"""The policy's worked examples, day by day, as docs/coaching.md writes them."""

from bot.domain.catalogue import Catalogue
from tests.domain.diary import Diary
from tests.makers import day, free, has_bar, placed

BEGINNER = """
d1 N1x1@3 K1x1 -e ^p; d2 K1x3 e ^p; d3 N1x1@3 K1x5 -e ^p; d4 K2x4 e ^p; d5 N1x1@3 K2x5 ^u; d6 K2x5*=7 ^p;
d7 rest; d8 N1x2@3 K2x6; d9 K2x6; d10 N1x2@3 K2x6 -; d11 N1x2@3 K2x6 ^p; d12 K2x7; d13 N1x2@3 K2x7 ^u;
d14 K2x7*=9 ^p; d15 N1x3@3 K2x8; d16 N1x3@3 K2x8; d17 rest; d18 N1x3@3 K2x8 -; d19 N1x3@3 K2x8 ^p ^u;
d20 N2x2@3 K2x9; d21 N2x2@3 K2x9; d22 N2x2@3 K2x9*=11 ^p ^u; d23 N2x2@4 K2x10; d24 K2x10 OFFER push_up;
d25 rest; d26 N2x2@4 P1x5max=3+K1x8; d27 N2x2@4 P1x3.. ^u.
"""

INTERMEDIATE = """
d1 U2x1.. P2x6 h-; d2 P2x6; d3 U2x1.. P2x6 ^p; d4 P2x7; d5 U2x1.. P2x7; d6 P2x7*=10 ^p; d7 rest;
d8 U2x1.. P2x8 ^u; d9 P2x8; d10 U3x1.. P2x8 h- ^p; d11 P2x9; d12 U3x1.. P2x9; d13 P2x9*=12 ^p; d14 rest;
d15 U3x1.. P2x10; d16 P2x10 OFFER variation; d17 U3x1.. P2x10 ^p ^u; d18 U2x2.. W2x7.
"""

STALLED = """
d1 P2x7 f; d2 P2x5 light h; d3 P2x7 h; d4 P2x5 light h; d5 P2x7 f; d6 P2x5 light h; d7 rest; d8 P2x7 h;
d9 P2x5 light h; d10 P2x7 f; d11 P2x5 light h; d12 P2x7*=7 h; d13 P2x5 light h; d14 rest; d15 P2x7 f;
d16 P2x5 light h; d17 P2x7 h DELOAD; d18 P2x5 deload h.
"""

MONDAY_AND_FRIDAY = """
d1 U2x1.. P2x6; d5 U2x1.. P2x6; d8 U2x1.. P2x6 ^p ^u; d12 U3x1.. P2x7; d15 U3x1.. P2x7;
d19 U3x1.. P2x7*=9 ^p ^u; d22 U2x2.. P2x8; d26 U2x2.. P2x8; d29 U2x2.. P2x8 ^p ^u.
"""


def entries(text: str) -> list[str]:
    return [" ".join(entry.split()) for entry in text.strip().rstrip(".").split(";")]


def test_a_beginner_reaches_the_toes_in_four_weeks(catalogue: Catalogue) -> None:
    diary = Diary(catalogue, [placed("knee_push_up", 2), placed("negative_pull_up", 0), has_bar()])
    assert diary.play(BEGINNER) == entries(BEGINNER)


def test_an_intermediate_unlocks_variations(catalogue: Catalogue) -> None:
    diary = Diary(catalogue, [placed("push_up", 12), placed("pull_up", 2), has_bar()])
    assert diary.play(INTERMEDIATE) == entries(INTERMEDIATE)


def test_somebody_stalled_gets_a_lighter_spell(catalogue: Catalogue) -> None:
    diary = Diary(catalogue, [placed("push_up", 14)])
    assert diary.play(STALLED) == entries(STALLED)


def test_two_days_a_week_are_enough_to_climb(catalogue: Catalogue) -> None:
    events = [placed("push_up", 12), placed("pull_up", 2), has_bar(), free({1, 2, 3, 5, 6})]
    assert Diary(catalogue, events).play(MONDAY_AND_FRIDAY) == entries(MONDAY_AND_FRIDAY)


RETURNING = """
d1 U3x3 P2x12 -; d7 U3x3 P2x12 -; d8 U3x2 P2x11 -; d10 U3x2 P2x11 -; d11 U2x2.. P2x10 -; d14 U2x2.. P2x10 -;
d15 U2x2.. P2x6 -; d17 U2x2.. P2x6 -; d18 U2x2.. P2x6 back ^p ^u; d19 U3x2 P2x7 ^p ^u; d20 U3x3 P2x8 ^p;
d21 U3x3 P2x9 ^p; d22 U3x3 P2x10 ^p ^u; d23 U3x4 P2x11 ^p; d24 rest; d25 U3x4 P2x12*=12; d26 U3x4 W2x8 ^u.
"""


def test_somebody_back_after_weeks_climbs_a_step_a_day(catalogue: Catalogue) -> None:
    before = day(-1)
    events = [placed("push_up", 23, on=before), placed("pull_up", 8, on=before), has_bar(on=before)]
    diary = Diary(catalogue, events)
    diary.play("d-1 done; d0 OFFER variation")
    assert diary.play(RETURNING) == entries(RETURNING)
