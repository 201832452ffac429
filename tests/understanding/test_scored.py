"""The labelled messages beside the repository, where there are any: how many are read right."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from bot.cli.parse import printed
from bot.data.lexicon import load_lexicon
from bot.domain.exercise import Family
from bot.understanding.read import read
from bot.understanding.reading import Context

CASES = Path(__file__).parents[3] / "shared" / "understanding" / "dev.jsonl"


def _is_right(case: dict[str, dict[str, object]]) -> bool:
    said, label = case["context"], case["expect"]
    rungs = {Family(family): rung for family, rung in dict(said["rungs"]).items()}  # type: ignore[call-overload]  # JSON
    asked = str(said["asked"]) if said["asked"] else None
    now = datetime.fromisoformat(str(said["now"]))
    answer = printed(read(str(case["text"]), Context(now, rungs, asked), load_lexicon()))
    if answer["intent"] == "correct":
        return _sets(answer) == _sets(label)
    return all(_plain(answer.get(key)) == _plain(value) for key, value in label.items())


def _sets(answer: dict[str, object]) -> list[str]:
    sets = answer.get("sets")
    assert isinstance(sets, list)
    return sorted(f"{one['exercise']} {one['reps']} {one.get('day') or 0}" for one in sets)


def _plain(value: object) -> object:
    return sorted(map(str, value)) if isinstance(value, list) else value


@pytest.mark.skipif(not CASES.exists(), reason="the labelled messages are not beside the repository")
def test_the_labelled_messages_are_understood() -> None:
    cases = [json.loads(line) for line in CASES.read_text(encoding="utf-8").splitlines()]

    right = sum(_is_right(case) for case in cases)

    assert right / len(cases) >= 0.99
