"""Conversations through the console: the real application, store and loops around a coach that echoes."""

import json
from datetime import timedelta
from pathlib import Path

from bot.console.screen import JsonScreen, TextScreen
from bot.console.session import hold
from tests.console.echo import MONDAY, echo, sitting, talk, typed


async def test_a_line_is_answered_before_the_next_one_is_read(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, "one", "", "two")

    assert shown == ["> one", "heard one", "> two", "heard two"]
    assert went_well


async def test_commands_reach_their_handlers(tmp_path: Path) -> None:
    shown, _ = await talk(tmp_path, "/start", "/stats")

    assert shown == ["> /start", "started", "> /stats", "show_stats /stats"]


async def test_buttons_are_numbered_and_pressed_by_number(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, "buttons", "no buttons", ":press 3")

    assert shown[1:4] == ["heard buttons", "  [1] Today  [2] Stats", "  [3] Help"]
    assert shown[-2:] == ["(edited)", "opened help"]
    assert went_well


async def test_buttons_that_were_edited_away_cannot_be_pressed(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, "buttons", ":press 1", ":press 1")

    assert shown[-1] == "! there is no message with buttons yet; the form is :press N"
    assert not went_well


async def test_a_button_that_is_not_there_is_refused(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, "buttons", ":press 4", "and on")

    assert "! the latest message with buttons has 3; the form is :press N" in shown
    assert shown[-1] == "heard and on"
    assert not went_well


async def test_my_last_message_is_edited(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, "did 2", ":edit did 3")

    assert shown[-1] == "now did 3 at m:1:1"
    assert went_well


async def test_there_must_be_a_message_to_edit(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, ":edit did 3")

    assert shown[-1] == "! there is no message of yours to edit yet; the form is :edit TEXT"
    assert not went_well


async def test_help_tells_and_quit_leaves(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, ":help", ":quit", "never")

    assert ":wait 1d2h30m" in shown[1]
    assert shown[-1] == "> :quit"
    assert went_well


async def test_a_wait_says_all_that_falls_due_on_the_way_and_nothing_beyond(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, "/start", ":wait 2d10m", ":wait 1d")

    assert shown[2:] == [
        "> :wait 2d10m",
        "Tue 3 Mar 07:00",
        "prompt of 2026-03-03",
        "Wed 4 Mar 07:00",
        "prompt of 2026-03-04",
        "(Wed 4 Mar 07:05)",
        "> :wait 1d",
        "Thu 5 Mar 07:00",
        "prompt of 2026-03-05",
        "(Thu 5 Mar 07:05)",
    ]
    assert went_well


async def test_what_is_due_at_the_very_end_is_still_said(tmp_path: Path) -> None:
    shown, _ = await talk(tmp_path, "/start", ":wait 1d5m")

    assert shown[3:5] == ["Tue 3 Mar 07:00", "prompt of 2026-03-03"]


async def test_times_are_in_the_athletes_zone_once_it_is_known(tmp_path: Path) -> None:
    shown, _ = await talk(tmp_path, "/start", ":location 40.7 -74", ":wait 1d10m")

    assert shown[3:6] == ["at 40.7 -74.0", "> :wait 1d10m", "Tue 3 Mar 01:00"]


async def test_a_failure_counts_and_is_made_good_while_time_passes(tmp_path: Path) -> None:
    shown, went_well = await talk(tmp_path, "boom", "still there?", ":wait 2m")

    assert any(line.startswith("sorry ") for line in shown)
    assert "heard still there?" in shown
    assert not went_well


async def test_a_second_sitting_goes_on_where_the_first_ended(tmp_path: Path) -> None:
    await talk(tmp_path, "/start")

    shown, _ = await talk(tmp_path, "one", ":edit two", at=MONDAY + timedelta(days=1, hours=1))

    assert shown[:2] == ["Tue 3 Mar 07:55", "prompt of 2026-03-03"]
    assert shown[-1].startswith("now two at m:1:")
    assert not shown[-1].endswith("m:1:1")


async def test_json_tells_each_message_and_nothing_else(tmp_path: Path) -> None:
    lines: list[str] = []
    aside: list[str] = []
    entered = typed(("/start", "buttons", ":press 1", ":wait", ":wait 1d10m"))

    went_well = await hold(sitting(tmp_path), echo(), entered, JsonScreen(lines.append, aside.append))

    told = [json.loads(line) for line in lines]
    assert [(one["method"], one["text"]) for one in told] == [
        ("sendMessage", "started"),
        ("sendMessage", "heard buttons"),
        ("editMessageText", "opened today"),
        ("sendMessage", "prompt of 2026-03-03"),
    ]
    assert told[1]["buttons"] == [["Today", "Stats"], ["Help"]]
    assert told[3]["at"] == "2026-03-03T07:00:00+01:00"
    assert aside[0].startswith("the form is :wait")
    assert not went_well


async def test_a_live_terminal_is_listened_to_while_somebody_thinks(tmp_path: Path) -> None:
    shown: list[str] = []
    screen = TextScreen(lambda _ink, text: shown.append(text), echo=False)

    went_well = await hold(sitting(tmp_path, at=None), echo(), typed(("/start", "one")), screen, pulse=True)

    assert shown == ["started", "", "heard one", ""]
    assert went_well
