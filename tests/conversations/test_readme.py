"""The README's example is what the coach really says."""

import re
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.conversations.console import Console

README = Path(__file__).parents[2] / "README.md"
EXAMPLE = re.compile(
    r"<!-- example -->\n```text\n\$ coach chat --at (?P<at>\S+) --zone (?P<zone>\S+)\n(?P<shown>.*?)\n```",
    re.DOTALL,
)
WANTED = [
    "/start",
    "did 2 knee pushups",
    "and 3 negatives",
    "/stats",
    ":wait 1d10m",
    "done",
    "no, 3 knee pushups",
    "undo",
    ":wait 2d",
    "/today",
]


@pytest.fixture
def example() -> re.Match[str]:
    found = EXAMPLE.search(README.read_text(encoding="utf-8"))
    assert found, "README.md has no example behind its marker"
    return found


def typed(example: re.Match[str]) -> list[str]:
    return [line.removeprefix("> ") for line in example["shown"].splitlines() if line.startswith("> ")]


def test_it_types_what_a_newcomer_would(example: re.Match[str]) -> None:
    lines = typed(example)

    assert [line for line in lines if line in WANTED] == WANTED


async def test_its_output_is_the_true_one(example: re.Match[str], console: Console) -> None:
    start = datetime.fromisoformat(example["at"]).replace(tzinfo=ZoneInfo(example["zone"]))

    shown = await console.transcript(*typed(example), at=start)

    assert example["shown"].strip() == shown.strip()
