from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family
from bot.domain.look_back import look_back, seconds_of_log
from bot.domain.sets import Effort
from bot.domain.state import train
from tests.makers import day, did, placed

PUSH, PULL = Family.PUSH, Family.PULL


def test_a_week_in_figures(catalogue: Catalogue) -> None:
    log = did("push_up", 9, on=day(1)) + did("push_up", 6, 6, on=day(8))
    log += did("push_up", 7, 7, on=day(10), effort=Effort.EASY) + did("push_up", 50, on=day(15))
    log += did("burpee", 3, on=day(9))
    events = [placed("push_up", 12, on=day(1)), placed("pull_up", 2, on=day(9))]
    then, now = (train(catalogue, log, events, day(number)) for number in (8, 15))
    week = look_back(log, now.diary, (then.morning, now.morning), catalogue)
    assert (week.day, week.days_kept, week.reps, week.minutes) == (day(15), 2, 26, 2)
    assert week.steps == {PUSH: now.morning.standings[PUSH].level - then.morning.standings[PUSH].level}
    assert week.rungs == {PULL: "pull_up"}


def test_the_time_of_a_log_has_its_rests(catalogue: Catalogue) -> None:
    log = did("push_up", 10, 10, on=day(1)) + did("pull_up", 2, on=day(2))
    assert seconds_of_log(log, catalogue) == 20 * 2 + 20 + 2 * 3
