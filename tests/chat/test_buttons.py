"""A button's data is short, and reads back as the action it was made of."""

from datetime import date, time
from typing import get_args
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.buttons import _SHAPES, decode, encode
from bot.coaching.actions import (
    Action,
    AnswerHour,
    AnswerOffer,
    AnswerWeekdays,
    AskHourOf,
    AskLight,
    ChooseAnchor,
    ChooseBar,
    ChooseDayStart,
    ChooseHour,
    ChooseHourOf,
    ChooseMax,
    ChoosePullUps,
    ChooseZone,
    ClearPain,
    FixReps,
    Forget,
    GiveReason,
    KeepZone,
    Open,
    Pause,
    PauseUntil,
    PickChoice,
    PickExercise,
    Reason,
    SayBack,
    SayBetter,
    SetSound,
    ShowHow,
    Start,
    StartOver,
    StartWith,
    SwitchPrompts,
    TapDone,
    TapLater,
    TapSkip,
    TapUndo,
    ToggleFreeDay,
    Topic,
    UndoSet,
    UndoStepDown,
)
from bot.domain.anchor import DailyThing
from bot.domain.events import Offer
from bot.domain.exercise import Family
from bot.domain.sets import Effort

days = st.dates(date(2020, 1, 1), date(2999, 12, 31))
sources = st.builds(
    "{}:{}:{}".format, st.sampled_from("mtpio"), st.integers(-(10**13), 10**13), st.integers(0)
)
weekdays = st.frozensets(st.integers(0, 6), min_size=1)
ACTIONS: dict[type[Action], st.SearchStrategy[Action]] = {
    StartOver: st.builds(StartOver),
    ChooseMax: st.builds(ChooseMax, st.none() | st.integers(0, 500)),
    StartWith: st.builds(StartWith, st.sampled_from(Start)),
    TapDone: st.builds(TapDone, days, st.none() | st.sampled_from(Effort)),
    TapSkip: st.builds(TapSkip, days),
    TapLater: st.builds(TapLater, days),
    AnswerOffer: st.builds(AnswerOffer, st.sampled_from(Offer), days, st.booleans()),
    TapUndo: st.builds(TapUndo, sources.filter(lambda source: len(source) < 60)),
    UndoSet: st.builds(UndoSet, sources.filter(lambda source: len(source) < 50), st.integers(0, 999)),
    FixReps: st.builds(
        FixReps, sources.filter(lambda source: len(source) < 50), st.integers(0, 999), st.integers(0, 500)
    ),
    PickChoice: st.builds(
        PickChoice, sources.filter(lambda source: len(source) < 50), st.none() | st.integers(0, 9)
    ),
    PickExercise: st.builds(PickExercise, st.from_regex(r"[a-z][a-z_]{0,40}", fullmatch=True)),
    ShowHow: st.builds(ShowHow, st.from_regex(r"[a-z][a-z_]{0,40}", fullmatch=True)),
    ChooseHour: st.builds(ChooseHour, st.builds(time, st.integers(0, 23), st.integers(0, 59))),
    AskHourOf: st.builds(AskHourOf, weekdays),
    ChooseHourOf: st.builds(ChooseHourOf, weekdays, st.builds(time, st.integers(0, 23), st.integers(0, 59))),
    ChooseDayStart: st.builds(ChooseDayStart, st.builds(time, st.integers(0, 6))),
    ChooseAnchor: st.builds(ChooseAnchor, st.none() | st.sampled_from(DailyThing)),
    SetSound: st.builds(SetSound, st.booleans()),
    AnswerHour: st.builds(AnswerHour, st.builds(time, st.integers(0, 23), st.integers(0, 59)), st.booleans()),
    AnswerWeekdays: st.builds(AnswerWeekdays, weekdays, st.booleans()),
    KeepZone: st.just(KeepZone()),
    ChooseZone: st.builds(ChooseZone, st.sampled_from(sorted(available_timezones()))),
    ChooseBar: st.builds(ChooseBar, st.booleans()),
    ChoosePullUps: st.builds(ChoosePullUps, st.none() | st.integers(0, 999)),
    ToggleFreeDay: st.builds(ToggleFreeDay, st.integers(0, 6)),
    ClearPain: st.builds(ClearPain, st.sampled_from(Family)),
    SwitchPrompts: st.builds(SwitchPrompts, st.booleans()),
    Forget: st.just(Forget()),
    SayBetter: st.builds(SayBetter, st.booleans()),
    SayBack: st.just(SayBack()),
    AskLight: st.builds(AskLight, days),
    PauseUntil: st.builds(PauseUntil, days),
    Pause: st.just(Pause()),
    UndoStepDown: st.builds(UndoStepDown, st.sampled_from(Family)),
    GiveReason: st.builds(GiveReason, st.sampled_from(Family), st.sampled_from(Reason)),
    Open: st.builds(Open, st.sampled_from(Topic)),
}


@given(st.one_of(*ACTIONS.values()))
def test_write_then_read_a_button_gives_its_action(action: Action) -> None:
    data = encode(action)

    assert decode(data) == action
    assert 1 <= len(data.encode()) <= 64


def test_every_action_has_a_button() -> None:
    assert set(get_args(Action)) == {shape.kind for shape in _SHAPES} == set(ACTIONS)


@pytest.mark.parametrize(
    ("action", "data"),
    [
        (TapDone(date(2026, 3, 3), Effort.EASY), "d|2026-03-03|easy"),
        (TapDone(date(2026, 3, 3)), "d|2026-03-03|"),
        (TapUndo("m:-1001234567890123:9999999999"), "u|m:-1001234567890123:9999999999"),
        (ChooseHour(time(7)), "h|07:00"),
        (KeepZone(), "z"),
        (ChooseZone("America/Argentina/ComodRivadavia"), "y|America/Argentina/ComodRivadavia"),
        (AnswerOffer(Offer.PUSH_UP, date(2026, 3, 3), accepted=False), "o|push_up|2026-03-03|n"),
    ],
)
def test_old_buttons_stay_readable(action: Action, data: str) -> None:
    assert encode(action) == data


@pytest.mark.parametrize(
    "data",
    [
        "",
        "?",
        "z|",
        "d|2026-03-03",
        "d|20260303|easy",
        "d|2026-02-30|easy",
        "d|0001-01-01|easy",
        "d|2026-03-03|lazy",
        "h|25:00",
        "h|7:00",
        "y|Mars/Base",
        "y|../../etc/passwd",
        "y|Europe",
        "y|",
        "b|maybe",
        "p|-1",
        "p|1000",
        "p|٣",
        "w|7",
        "hw|",
        "hw|57",
        "u|a b",
        "u|",
        "x|knee push up",
        "c|legs",
        "g|nowhere",
        "\ud83d",
    ],
)
def test_what_was_forged_is_no_action(data: str) -> None:
    assert decode(data) is None


@given(st.text(max_size=64))
def test_any_data_is_an_action_or_none(data: str) -> None:
    action = decode(data)

    assert action is None or encode(action) == data


@pytest.mark.parametrize("action", [TapUndo("m:" + "9" * 70), TapUndo("m|1"), ToggleFreeDay(9)])
def test_what_fits_no_button_is_refused(action: Action) -> None:
    with pytest.raises(ValueError, match="no button can hold"):
        encode(action)
