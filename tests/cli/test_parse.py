"""`coach parse`: a JSON line for each message, in order, and no bad line stops it."""

import json
from datetime import datetime

import pytest
from click.testing import CliRunner

from bot.cli.parse import answers, local_now, parse

NOW = datetime(2026, 3, 4, 7, 5)  # noqa: DTZ001 - an athlete's local time, as reading gets it
RUNGS = {"push": "knee_push_up", "pull": "negative_pull_up"}
CONTEXT = {"now": "2026-03-04T07:05", "rungs": RUNGS, "asked": None}
LOWERED = {"exercise": "negative_pull_up", "reps": 5, "day": -1, "seconds": 4}


def answered(*lines: object) -> list[dict[str, object]]:
    texts = [line if isinstance(line, str) else json.dumps(line) for line in lines]
    return list(answers(texts, NOW))


def test_a_request_is_answered_with_its_id_and_sets() -> None:
    request = {"id": "x1", "text": "did 2 knee pushups", "context": CONTEXT}

    assert answered(request) == [
        {"id": "x1", "intent": "log", "sets": [{"exercise": "knee_push_up", "reps": 2, "day": 0}]}
    ]


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("5 negatives of 4 seconds yesterday", {"intent": "log", "sets": [LOWERED]}),
        ("done, easy", {"intent": "done", "families": ["push", "pull"], "day": 0, "effort": "easy"}),
        ("make that 12", {"intent": "correct", "sets": [{"exercise": None, "reps": 12}]}),
        ("that was yesterday", {"intent": "correct", "sets": [{"exercise": None, "reps": None, "day": -1}]}),
        ("skipped yesterday", {"intent": "skip", "day": -1}),
        ("in 20 minutes", {"intent": "snooze", "minutes": 20}),
        ("remind me at 8pm", {"intent": "snooze", "at": "20:00"}),
        ("my elbow hurts", {"intent": "pain", "pain": True}),
        ("how do I do a chin-up?", {"intent": "how", "exercise": "chin_up"}),
        ("did a few pushups", {"intent": "clarify", "unclear": "number"}),
        ("thanks!", {"intent": "none", "about": "thanks"}),
    ],
)  # fmt: skip
def test_plain_text_is_read_in_a_default_context(text: str, answer: dict[str, object]) -> None:
    assert answered(text) == [answer]


def test_empty_lines_are_passed_over() -> None:
    assert len(answered("10 pushups", "", "  ", "5 chins")) == 2


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("{not json", "not JSON"),
        ({"id": "x"}, "text must be a string"),
        ({"text": "10", "context": []}, "context must be an object"),
        ({"text": "10", "context": {"now": "soon"}}, "now: "),
        ({"text": "10", "context": {"rungs": {"legs": "squat"}}}, "rungs must name"),
        ({"text": "10", "context": {"rungs": []}}, "rungs must name"),
        ({"text": "10", "context": {"asked": "squat"}}, "is no exercise"),
        ({"text": "10", "context": {"asked": 3}}, "must be strings"),
        ({"text": "10", "context": {"language": "xx"}}, "no lexicon"),
        ({"text": "10", "context": {"language": "../en"}}, "no lexicon"),
    ],
)
def test_a_bad_line_is_answered_with_what_is_wrong(line: object, complaint: str) -> None:
    (good, bad, after) = answered("2 chins", line, "3 chins")

    assert str(bad["error"]).startswith("line 2: ")
    assert complaint in str(bad["error"])
    assert good["intent"] == after["intent"] == "log"


def test_an_offset_in_now_is_left_aside() -> None:
    request = {"text": "remind me at 7", "context": CONTEXT | {"now": "2026-03-04T08:00:00+01:00"}}

    assert answered(request) == [{"intent": "snooze", "at": "19:00"}]


def test_missing_parts_of_a_context_are_the_default() -> None:
    assert answered({"text": "3 push-ups", "context": {}})[0]["intent"] == "log"
    assert answered({"text": "3 push-ups"})[0]["intent"] == "log"


def test_the_command_reads_its_input_and_fails_only_for_bad_lines() -> None:
    runner = CliRunner()

    good = runner.invoke(parse, input="12 pushups\n")
    bad = runner.invoke(parse, input='{"text": 1}\n12 pushups\n')

    assert (good.exit_code, bad.exit_code) == (0, 1)
    assert len(bad.output.splitlines()) == 2


def test_the_clock_is_this_machines() -> None:
    assert local_now().tzinfo is None


def test_a_person_is_told_how_a_line_was_read() -> None:
    runner = CliRunner()

    shown = runner.invoke(parse, ["--explain"], input='12 pushups\n\n{"text": 1}\n')

    assert shown.exit_code == 0
    assert '"12 pushups"' in shown.output
    assert "knee_push_up" in shown.output
    assert "text must be a string" in shown.output


def test_what_is_said_beside_sets_is_printed() -> None:
    (setting, away) = answered("prompt me at 6:30 on weekends", "travelling until March 15")

    assert (setting["at"], setting["weekdays"]) == ("06:30", [5, 6])
    assert (away["about"], away["until"]) == ("travel", 11)
