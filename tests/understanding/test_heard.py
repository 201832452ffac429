"""Messages in many voices, from a file beside: each is read as it was meant."""

from datetime import datetime
from pathlib import Path

import pytest

from tests.understanding.readings import at, summary, understood

HEARD = Path(__file__).with_name("heard.txt").read_text(encoding="utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", HEARD)
def test_a_message_means(line: str) -> None:
    text, where, meaning = line.rsplit(" | ", 2)
    push, pull, asked, now = where.split()
    context = at(push, pull, None if asked == "-" else asked, datetime.fromisoformat(now))

    assert summary(understood(text.replace("\\n", "\n"), context)) == meaning
