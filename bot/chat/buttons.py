"""Buttons: a typed action in Telegram's 64 bytes, and back. Whatever was forged or is outdated gives None."""

import re
from collections.abc import Callable
from dataclasses import astuple, dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

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

MOST_BYTES = 64
SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class _Part:
    """One field of an action: how it is written, and how it is read (`ValueError` if it can't be)."""

    write: Callable[[Any], str]
    read: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class _Shape:
    """An action's code, which never changes (old buttons stay in chats), and its fields in order."""

    code: str
    kind: type[Action]
    parts: tuple[_Part, ...] = ()


def encode(action: Action) -> str:
    """Raises `ValueError` where an action has no place in a button."""
    shape = next(shape for shape in _SHAPES if shape.kind is type(action))
    written = (part.write(value) for part, value in zip(shape.parts, astuple(action), strict=True))
    data = SEPARATOR.join((shape.code, *written))
    if len(data.encode()) > MOST_BYTES or decode(data) != action:
        raise ValueError(f"no button can hold {action!r}")
    return data


def decode(data: str) -> Action | None:
    code, *written = data.split(SEPARATOR)
    shape = _BY_CODE.get(code)
    if shape is None or len(shape.parts) != len(written):
        return None
    try:
        values = [part.read(text) for part, text in zip(shape.parts, written, strict=True)]
    except ValueError:
        return None
    return shape.kind(*values)


# -- fields -------------------------------------------------------------------------------------------


def _choice(kind: type[StrEnum]) -> _Part:
    return _Part(str, kind)


def _text(pattern: str) -> _Part:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text, re.ASCII):
            raise ValueError(text)
        return text

    return _Part(str, read)


def _number(most: int) -> _Part:
    def read(text: str) -> int:
        if not re.fullmatch(r"\d{1,3}", text, re.ASCII) or int(text) > most:
            raise ValueError(text)
        return int(text)

    return _Part(str, read)


def _or_none(part: _Part) -> _Part:
    return _Part(
        lambda value: "" if value is None else part.write(value),
        lambda text: None if text == "" else part.read(text),
    )


def _read_day(text: str) -> date:
    if not re.fullmatch(r"2\d{3}-\d\d-\d\d", text, re.ASCII):
        raise ValueError(text)
    return date.fromisoformat(text)


def _read_time(text: str) -> time:
    if not re.fullmatch(r"\d\d:\d\d", text, re.ASCII):
        raise ValueError(text)
    return time.fromisoformat(text)


def _read_zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (KeyError, OSError) as error:
        raise ValueError(text) from error


def _read_weekdays(text: str) -> frozenset[int]:
    if not re.fullmatch(r"[0-6]{1,7}", text, re.ASCII):
        raise ValueError(text)
    return frozenset(map(int, text))


def _read_bool(text: str) -> bool:
    if text not in {"y", "n"}:
        raise ValueError(text)
    return text == "y"


_DAY = _Part(date.isoformat, _read_day)
_TIME = _Part(lambda at: at.isoformat("minutes"), _read_time)
_ZONE = _Part(str, _read_zone)
_YES = _Part(lambda yes: "y" if yes else "n", _read_bool)
_FAMILY = _choice(Family)
_WEEKDAYS = _Part(lambda weekdays: "".join(map(str, sorted(weekdays))), _read_weekdays)

_SHAPES = (
    _Shape("s", StartWith, (_choice(Start),)),
    _Shape("so", StartOver),
    _Shape("mx", ChooseMax, (_or_none(_number(500)),)),
    _Shape("d", TapDone, (_DAY, _or_none(_choice(Effort)))),
    _Shape("k", TapSkip, (_DAY,)),
    _Shape("l", TapLater, (_DAY,)),
    _Shape("o", AnswerOffer, (_choice(Offer), _DAY, _YES)),
    _Shape("u", TapUndo, (_text(r"[\w:.-]+"),)),
    _Shape("us", UndoSet, (_text(r"[\w:.-]+"), _number(999))),
    _Shape("f", FixReps, (_text(r"[\w:.-]+"), _number(999), _number(500))),
    _Shape("x", PickExercise, (_text(r"[\w.-]+"),)),
    _Shape("ch", PickChoice, (_text(r"[\w:.-]+"), _or_none(_number(9)))),
    _Shape("i", ShowHow, (_text(r"[\w.-]+"),)),
    _Shape("h", ChooseHour, (_TIME,)),
    _Shape("hw", AskHourOf, (_WEEKDAYS,)),
    _Shape("hd", ChooseHourOf, (_WEEKDAYS, _TIME)),
    _Shape("ds", ChooseDayStart, (_TIME,)),
    _Shape("an", ChooseAnchor, (_or_none(_choice(DailyThing)),)),
    _Shape("sd", SetSound, (_YES,)),
    _Shape("rh", AnswerHour, (_TIME, _YES)),
    _Shape("rw", AnswerWeekdays, (_WEEKDAYS, _YES)),
    _Shape("z", KeepZone),
    _Shape("y", ChooseZone, (_ZONE,)),
    _Shape("b", ChooseBar, (_YES,)),
    _Shape("p", ChoosePullUps, (_or_none(_number(999)),)),
    _Shape("w", ToggleFreeDay, (_number(6),)),
    _Shape("c", ClearPain, (_FAMILY,)),
    _Shape("m", SwitchPrompts, (_YES,)),
    _Shape("fg", Forget),
    _Shape("be", SayBetter, (_YES,)),
    _Shape("ba", SayBack),
    _Shape("al", AskLight, (_DAY,)),
    _Shape("pu", PauseUntil, (_DAY,)),
    _Shape("pa", Pause),
    _Shape("ud", UndoStepDown, (_FAMILY,)),
    _Shape("gr", GiveReason, (_FAMILY, _choice(Reason))),
    _Shape("g", Open, (_choice(Topic),)),
)
_BY_CODE = {shape.code: shape for shape in _SHAPES}
