"""What the doctor says of what was found."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

import pytest

from bot.coaching.trouble import Backlog
from bot.ops.doctor import (
    Finding,
    Health,
    failed,
    judge_clock,
    judge_database,
    judge_names,
    judge_operators,
    judge_queue,
    judge_space,
    judge_webhook,
    judge_zones,
)

NOW = datetime(2026, 3, 2, 7, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOOK = "https://coach.example.org/secret-path"


def backlog(arrived: int, waits: timedelta, set_aside: int, stuck: Mapping[str, int]) -> Backlog:
    return Backlog(arrived=arrived, oldest_at=NOW - waits, set_aside=set_aside, unsent=0, stuck=stuck)


@pytest.mark.parametrize(
    ("finding", "health", "told"),
    [
        pytest.param(judge_names([]), Health.FINE, "readable", id="settings"),
        pytest.param(judge_names(["TELEGRAM_TOKN"]), Health.NOTE, "TELEGRAM_TOKN", id="misspelt"),
        pytest.param(judge_zones({"Europe/Berlin", "UTC"}), Health.FINE, "all 2", id="zones"),
        pytest.param(judge_zones({"Mars/Base"}), Health.FAILED, "Mars/Base", id="unknown zone"),
        pytest.param(judge_database("coach.db", None, "0005"), Health.FINE, "can be made", id="no file yet"),
        pytest.param(judge_database("coach.db", "0005", "0005"), Health.FINE, "0005", id="up to date"),
        pytest.param(judge_database("coach.db", "0003", "0005"), Health.NOTE, "0003, not 0005", id="older"),
        pytest.param(judge_space(10 * 1024**3), Health.FINE, "10.0 GB", id="room"),
        pytest.param(judge_space(10 * 1024**2), Health.FAILED, "0.0 GB", id="no room"),
        pytest.param(
            judge_queue(backlog(2, MINUTE, 0, {}), NOW), Health.FINE, "2 open", id="a moment's work"
        ),
        pytest.param(
            judge_queue(backlog(2, 9 * MINUTE, 0, {}), NOW), Health.NOTE, "for 9 minutes", id="nobody works"
        ),
        pytest.param(judge_queue(backlog(0, MINUTE, 1, {}), NOW), Health.NOTE, "1 set aside", id="set aside"),
        pytest.param(
            judge_queue(backlog(0, MINUTE, 0, {"unknown": 2}), NOW),
            Health.NOTE,
            "2 unknown",
            id="unknown fate",
        ),
        pytest.param(judge_clock(None), Health.FINE, "no time", id="no Date"),
        pytest.param(judge_clock(timedelta(seconds=2)), Health.FINE, "2 s ahead of", id="a clock"),
        pytest.param(judge_clock(-MINUTE), Health.FAILED, "60 s behind", id="a slow clock"),
        pytest.param(
            judge_webhook("", "", 3, ""), Health.FINE, "polling, updates waiting at Telegram: 3", id="polling"
        ),
        pytest.param(judge_webhook(HOOK, HOOK, 0, ""), Health.FINE, "coach.example.org", id="webhook"),
        pytest.param(judge_webhook(HOOK, "", 0, ""), Health.NOTE, "want polling", id="another's webhook"),
        pytest.param(judge_webhook(HOOK, HOOK, 0, "502"), Health.NOTE, "says: 502", id="a failing webhook"),
        pytest.param(judge_webhook("", "", 5000, ""), Health.NOTE, "5000", id="nobody polls"),
        pytest.param(judge_operators([], []), Health.FINE, "nobody is told", id="no operators"),
        pytest.param(judge_operators([1, 2], []), Health.FINE, "2 can be told", id="operators"),
        pytest.param(judge_operators([1, 2], [2]), Health.FAILED, "can't write to 2", id="a stranger"),
    ],
)
def test_a_finding_tells_how_it_stands_and_what_to_do_unless_all_is_well(
    finding: Finding, health: Health, told: str
) -> None:
    assert (finding.health, told in finding.fact) == (health, True)
    assert (finding.remedy == "") == (health is Health.FINE)


def test_a_webhooks_path_is_not_shown() -> None:
    assert "secret-path" not in judge_webhook(HOOK, HOOK, 0, "502").fact


def test_an_error_in_one_line_is_parted_into_fact_and_remedy() -> None:
    assert failed("token", "TELEGRAM_TOKEN is not set: get one") == Finding(
        "token", Health.FAILED, "TELEGRAM_TOKEN is not set", "get one"
    )
    assert failed("token", "no remedy").fact == "no remedy"
