"""The 35 claims of the routine's source: docs/coaching.md names for each where the product says it."""

import re
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
CLAIMS = 35


def places() -> Mapping[int, list[tuple[str, str]]]:
    """Of each claim the files, and the names in them."""
    text = (ROOT / "docs" / "coaching.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\|(\d+)\|.*\|([^|]*)\|$", text.partition("## 2.")[0], re.MULTILINE)
    return {int(number): re.findall(r"`([\w/.]+):(\w+)`", said_in) for number, said_in in rows}


def test_each_claim_has_a_place() -> None:
    assert [number for number, found in places().items() if found] == list(range(1, CLAIMS + 1))


def test_the_places_exist() -> None:
    named = {place for found in places().values() for place in found}
    gone = [(file, name) for file, name in named if not holds(ROOT / file, name)]

    assert gone == []


def holds(file: Path, name: str) -> bool:
    return file.is_file() and re.search(rf"\b{name}\b", file.read_text(encoding="utf-8")) is not None
