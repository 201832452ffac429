"""Reading stays linear: the worst text of a message's length is read within a breath."""

from time import process_time

import pytest

from tests.understanding.readings import at, understood

LONGEST = 4096
GENEROUS = 1.5
WORST = [
    "10 ",
    "did 10 not ",
    "10 pushups, ",
    "x3",
    "tomorrow did ",
    "he ",
    "how many ",
    "hundred ",
    "(",
    '"',
    "qzx ",
    "pushupz ",
    "3-",
    "🎉",
    "no wait 10 ",
    "of ",
    "and ",
    "one ",
    "a ",
    "1/",
    "10 pushups today, ",
    "5 on monday and tuesday, ",
    "10 pushups + ",
]


@pytest.mark.parametrize("piece", WORST)
def test_the_worst_text_is_read_quickly(piece: str) -> None:
    understood("warm up", at(asked="knee"))
    text = (piece * LONGEST)[:LONGEST]

    begun = process_time()
    understood(text, at(asked="knee"))

    assert process_time() - begun < GENEROUS
