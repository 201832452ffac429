"""The console's clock: it stands or runs, and moves ahead, never back."""

from datetime import UTC, datetime, timedelta

from bot.console.clock import ConsoleClock, standing_at

MORNING = datetime(2026, 3, 2, 5, 55, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_a_set_clock_stands_until_it_is_moved() -> None:
    clock = ConsoleClock(standing_at(MORNING))
    before = clock()

    clock.move_to(MORNING + HOUR)

    assert (before, clock()) == (MORNING, MORNING + HOUR)


def test_it_never_goes_back() -> None:
    clock = ConsoleClock(standing_at(MORNING))

    clock.move_to(MORNING - HOUR)

    assert clock() == MORNING


def test_a_real_clock_goes_on_from_where_it_was_put() -> None:
    real = iter([MORNING, MORNING, MORNING + HOUR])
    clock = ConsoleClock(lambda: next(real))

    clock.move_to(MORNING + 24 * HOUR)

    assert clock() == MORNING + 24 * HOUR
    assert clock() == MORNING + 25 * HOUR
