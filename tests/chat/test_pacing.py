"""Two lanes under one limit."""

from datetime import timedelta

import pytest

from bot.chat.pacing import A_MOMENT, REMEMBERED, Pacing
from bot.coaching.mail import Lane
from tests.chat.scene import FixedClock

SECOND = timedelta(seconds=1)
NOW = timedelta(0)


def went(pacing: Pacing, lane: Lane, clock: FixedClock, chats: range = range(100)) -> int:
    """How many messages, each to another chat, may go at once."""
    count = 0
    for chat in chats:
        if pacing.wait(lane, chat, clock()) > NOW:
            break
        pacing.take(chat, clock())
        count += 1
    return count


def test_replies_may_use_the_whole_burst_and_prompts_leave_a_reserve(clock: FixedClock) -> None:
    assert went(Pacing(rate=10, burst=3, reserve=1), Lane.INTERACTIVE, clock) == 3
    assert went(Pacing(rate=10, burst=3, reserve=1), Lane.BULK, clock) == 2


def test_a_reply_finds_the_reserve_while_prompts_wait(clock: FixedClock) -> None:
    pacing = Pacing(rate=10, burst=3, reserve=1)
    went(pacing, Lane.BULK, clock)

    assert pacing.wait(Lane.INTERACTIVE, 1, clock()) == NOW


def test_the_rate_refills_what_was_used(clock: FixedClock) -> None:
    pacing = Pacing(rate=10, burst=3, reserve=0)
    assert went(pacing, Lane.INTERACTIVE, clock) == 3
    assert pacing.wait(Lane.INTERACTIVE, 1, clock()) == SECOND / 10

    clock.move(seconds=0.1)
    assert went(pacing, Lane.INTERACTIVE, clock) == 1
    clock.move(hours=1)
    assert went(pacing, Lane.INTERACTIVE, clock) == 3


def test_what_waited_while_the_machine_was_busy_is_caught_up_with(clock: FixedClock) -> None:
    pacing = Pacing(rate=10, burst=3, reserve=0)
    went(pacing, Lane.INTERACTIVE, clock)
    pacing.wait_for_more(waiting=True)
    clock.move(seconds=0.7)
    assert went(pacing, Lane.INTERACTIVE, clock) == 7

    clock.move(hours=1)
    assert went(pacing, Lane.INTERACTIVE, clock) == 13
    pacing.wait_for_more(waiting=False)
    clock.move(hours=1)
    assert went(pacing, Lane.INTERACTIVE, clock) == 3


def test_in_no_second_more_arrive_than_the_rate_and_the_burst_allow(clock: FixedClock) -> None:
    pacing = Pacing(rate=28, burst=3, reserve=1)
    assert [pacing.leave(Lane.BULK, clock()) for _ in range(30)] == [NOW] * 29 + [A_MOMENT]
    assert [pacing.leave(Lane.INTERACTIVE, clock()) for _ in range(2)] == [NOW, A_MOMENT]

    clock.move(seconds=5)
    assert pacing.leave(Lane.BULK, clock()) == A_MOMENT
    for _ in range(30):
        pacing.answered(clock())
    clock.move(seconds=0.4)
    assert pacing.leave(Lane.INTERACTIVE, clock()) == 0.6 * SECOND
    clock.move(seconds=0.6)
    assert pacing.leave(Lane.BULK, clock()) == NOW


def test_what_was_not_sent_costs_nothing(clock: FixedClock) -> None:
    pacing = Pacing(rate=10, burst=1, reserve=0)
    pacing.take(1, clock())
    pacing.give_back()

    assert went(pacing, Lane.INTERACTIVE, clock) == 1


def test_a_429_holds_the_lane_that_it_hit_for_as_long_as_it_says(clock: FixedClock) -> None:
    pacing = Pacing(rate=10, burst=3, reserve=0)
    pacing.hold(Lane.BULK, 7 * SECOND, clock())
    pacing.hold(Lane.BULK, 2 * SECOND, clock())

    assert pacing.wait(Lane.BULK, 1, clock()) == 7 * SECOND
    assert pacing.wait(Lane.INTERACTIVE, 1, clock()) == NOW
    clock.move(seconds=7)
    assert pacing.wait(Lane.BULK, 1, clock()) == NOW


def test_a_prompt_keeps_a_second_from_the_last_message_in_its_chat(clock: FixedClock) -> None:
    pacing = Pacing(rate=10, burst=3, reserve=0)
    pacing.take(1, clock())

    assert pacing.wait(Lane.BULK, 1, clock()) == SECOND
    assert pacing.wait(Lane.BULK, 2, clock()) == NOW
    assert pacing.wait(Lane.INTERACTIVE, 1, clock()) == NOW


def test_replies_in_one_chat_may_come_three_in_a_row_and_then_a_second_apart(clock: FixedClock) -> None:
    pacing = Pacing(rate=100, burst=50, reserve=0)
    for _ in range(3):
        assert pacing.wait(Lane.INTERACTIVE, 1, clock()) == NOW
        assert pacing.full_chats(clock()) == {}
        pacing.take(1, clock())

    assert pacing.wait(Lane.INTERACTIVE, 1, clock()) == SECOND
    assert pacing.full_chats(clock()) == {1: SECOND}
    assert pacing.wait(Lane.BULK, 1, clock()) == pacing.wait(Lane.IDLE, 1, clock()) == 3 * SECOND
    clock.move(seconds=1)
    assert (pacing.wait(Lane.INTERACTIVE, 1, clock()), pacing.full_chats(clock())) == (NOW, {})


def test_what_is_idle_leaves_the_reserve_alone(clock: FixedClock) -> None:
    assert went(Pacing(rate=10, burst=3, reserve=1), Lane.IDLE, clock) == 2


def test_a_clock_that_jumps_back_makes_no_pause_longer(clock: FixedClock) -> None:
    pacing = Pacing(rate=10, burst=3, reserve=0)
    pacing.hold(Lane.BULK, SECOND, clock())
    clock.move(hours=-5)

    assert pacing.wait(Lane.BULK, 1, clock()) == SECOND
    clock.move(seconds=1)
    assert pacing.wait(Lane.BULK, 1, clock()) == NOW


def test_it_does_not_remember_everybody(clock: FixedClock) -> None:
    pacing = Pacing.unlimited()
    for chat in range(3 * REMEMBERED):
        clock.move(seconds=1)
        pacing.take(chat, clock())

    assert len(pacing._spaced_until) <= REMEMBERED


def test_without_limits_nothing_waits(clock: FixedClock) -> None:
    pacing = Pacing.unlimited()

    assert went(pacing, Lane.BULK, clock, range(10_000)) == 10_000
    assert pacing.wait(Lane.BULK, 1, clock()) == NOW


@pytest.mark.parametrize(("rate", "burst", "reserve"), [(0, 3, 1), (28, 1, 1)])
def test_figures_that_let_nothing_through_are_refused(rate: float, burst: float, reserve: float) -> None:
    with pytest.raises(ValueError, match="no bulk message could ever go"):
        Pacing(rate, burst, reserve)
