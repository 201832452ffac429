"""Values survive the way through JSON, and what can't be read is named."""

import json
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.coaching.actions import Action, AnswerOffer, TapDone
from bot.coaching.asked import Asked
from bot.coaching.athlete import Athlete
from bot.coaching.mail import Button, Message
from bot.coaching.records import ACTIONS, ASKED, EVENTS, Record, RecordError, from_record, kind_of, to_record
from bot.domain.events import Event, FreeDaysSaid, Offer, OfferAnswered
from bot.domain.sets import Effort, LoggedSet

FRIDAY = date(2026, 3, 6)
NOW = datetime(2026, 3, 6, 6, 0, tzinfo=UTC)
INSTANTS = st.datetimes(
    min_value=datetime(1900, 1, 1),  # noqa: DTZ001 - hypothesis puts the zone on
    timezones=st.sampled_from([UTC, timezone(timedelta(hours=9)), timezone(timedelta(hours=-5))]),
)


def values_of(cls: type) -> st.SearchStrategy[Any]:
    """Any value of a class, its defaults replaced too."""
    known = {"said_at": INSTANTS, "started_at": INSTANTS}
    return st.builds(cls, **{one.name: known.get(one.name, ...) for one in fields(cls)})


st.register_type_strategy(
    LoggedSet, values_of(LoggedSet)
)  # its instants have a zone inside other values, too


def through_json(record: Record) -> Record:
    read: Record = json.loads(json.dumps(record))
    return read


@given(st.one_of([values_of(cls) for cls in get_args(Event)]))
def test_an_event_comes_back(event: Event) -> None:
    assert EVENTS.from_record(through_json(EVENTS.to_record(event))) == event


@given(st.one_of([values_of(cls) for cls in get_args(Action)]))
def test_an_action_comes_back(action: Action) -> None:
    assert ACTIONS.from_record(through_json(ACTIONS.to_record(action))) == action


@given(st.one_of([values_of(cls) for cls in get_args(Asked)]))
def test_an_open_question_comes_back(asked: Asked) -> None:
    assert ASKED.from_record(through_json(ASKED.to_record(asked))) == asked


@pytest.mark.parametrize("cls", [LoggedSet, Athlete, Message])
@given(data=st.data())
def test_any_recorded_value_comes_back(cls: type, data: st.DataObject) -> None:
    value = data.draw(values_of(cls))
    assert from_record(cls, through_json(to_record(value))) == value


def test_a_record_is_plain_and_easy_to_read() -> None:
    answered = OfferAnswered(
        said_at=datetime(2026, 3, 6, 15, 0, tzinfo=timezone(timedelta(hours=9))),
        day=FRIDAY,
        source="t:12",
        offer=Offer.PUSH_UP,
        accepted=True,
    )
    assert EVENTS.to_record(answered) == {
        "kind": "offer_answered",
        "said_at": "2026-03-06T06:00:00Z",
        "day": "2026-03-06",
        "source": "t:12",
        "position": 0,
        "offer": "push_up",
        "accepted": True,
    }


def test_buttons_say_the_kind_of_what_they_do() -> None:
    card = Message("Hi", buttons=((Button("Done", TapDone(FRIDAY, Effort.OK)),),))
    assert to_record(card)["buttons"] == [
        [{"label": "Done", "action": {"kind": "tap_done", "day": "2026-03-06", "effort": "ok"}}]
    ]


def test_sets_of_numbers_are_sorted() -> None:
    free = FreeDaysSaid(said_at=NOW, day=FRIDAY, source="m:1:1", weekdays=frozenset({6, 0, 3}))
    assert to_record(free)["weekdays"] == [0, 3, 6]


def test_a_kind_is_the_class_in_snake_case() -> None:
    assert [kind_of(cls) for cls in (AnswerOffer, TapDone)] == ["answer_offer", "tap_done"]


def test_a_missing_field_takes_its_default() -> None:
    least = {
        "day": "2026-03-06",
        "exercise": "push_up",
        "reps": 3,
        "said_at": "2026-03-06T07:00:00+01:00",
        "source": "i:1",
        "position": 0,
    }
    assert from_record(LoggedSet, least) == LoggedSet(
        day=FRIDAY, exercise="push_up", reps=3, said_at=NOW, source="i:1", position=0
    )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param({"reps": "3"}, "reps: '3' should be a whole number", id="words for a number"),
        pytest.param({"reps": 3.0}, "reps: 3.0 should be a whole number", id="a fraction"),
        pytest.param({"reps": True}, "reps: True should be a whole number", id="yes is no number"),
        pytest.param({"reps": None}, "reps: None should be a whole number", id="nothing"),
        pytest.param(
            {"day": "6 March"}, "day: '6 March' should be a day like 2026-03-02", id="a day in words"
        ),
        pytest.param({"day": 20260306}, "day: 20260306 should be a day like", id="a day as a number"),
        pytest.param({"said_at": "2026-03-06T06:00"}, "should be an instant with its offset", id="no offset"),
        pytest.param({"said_at": "0001-01-01T00:00+14:00"}, "should be an instant", id="before all time"),
        pytest.param({"effort": "meh"}, "effort: 'meh' should be one of easy, ok, hard, failed", id="effort"),
        pytest.param({"effort": ["ok"]}, "should be one of easy", id="a list of efforts"),
        pytest.param({"weight": 80}, "weight: 80 should be left out: there is no such field", id="unknown"),
        pytest.param({"source": 5}, "source: 5 should be a text", id="a number for a text"),
    ],
)
def test_what_cannot_be_read_is_named(change: dict[str, object], said: str) -> None:
    record = to_record(
        LoggedSet(day=FRIDAY, exercise="push_up", reps=3, said_at=NOW, source="i:1", position=0)
    )
    with pytest.raises(RecordError) as caught:
        from_record(LoggedSet, {**record, **change})
    assert said in str(caught.value)
    assert (caught.value.key, caught.value.value) == next(iter(change.items()))


def test_a_missing_field_without_default_is_named() -> None:
    with pytest.raises(RecordError, match="day: None should be there") as caught:
        from_record(TapDone, {})
    assert caught.value.key == "day"


@pytest.mark.parametrize("kind", [None, 3, "tap_dance"])
def test_an_unknown_kind_is_named_with_those_that_exist(kind: object) -> None:
    with pytest.raises(RecordError, match=r"kind: .* should be one of .*tap_done") as caught:
        ACTIONS.from_record({"kind": kind})
    assert caught.value.value == kind


@pytest.mark.parametrize(
    ("buttons", "key"),
    [
        ("Done", "buttons"),
        (["Done"], "buttons.0"),
        ([["Done"]], "buttons.0.0"),
        ([[{"label": "Done", "action": "tap_done"}]], "buttons.0.0.action"),
        ([[{"label": "Done", "action": {"kind": "tap"}}]], "buttons.0.0.action.kind"),
        ([[{"label": "Done", "action": {"kind": "tap_done", "day": "x"}}]], "buttons.0.0.action.day"),
    ],
)
def test_the_key_leads_to_the_place_inside(buttons: object, key: str) -> None:
    with pytest.raises(RecordError) as caught:
        from_record(Message, {"text": "Hi", "buttons": buttons})
    assert caught.value.key == key


def test_a_wall_time_has_no_offset() -> None:
    with pytest.raises(RecordError, match="a time like 07:00"):
        ACTIONS.from_record({"kind": "choose_hour", "at": "07:00+01:00"})
    assert time.fromisoformat("07:00") == time(7)


def test_only_what_has_a_plain_form_can_be_recorded() -> None:
    @dataclass(frozen=True)
    class Weighed:
        kilograms: float

    @dataclass(frozen=True)
    class Either:
        value: int | str

    with pytest.raises(TypeError, match="float"):
        to_record(Weighed(80.5))

    @dataclass(frozen=True)
    class Listed:
        values: list[int]

    with pytest.raises(TypeError, match="list"):
        to_record(Listed([1]))
    with pytest.raises(TypeError, match="told apart"):
        to_record(Either(1))
    with pytest.raises(TypeError, match="no fields"):
        to_record("a word")
