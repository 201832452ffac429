"""Everybody's prompt falls due at once: athletes with two weeks of logs, where it is seven now."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import TypeVar

from sqlalchemy import CTE, Connection, Table, text

from benchmarks.coaching.fold import life
from benchmarks.prompts.crowd import DAY, made, numbers, of_type, opened
from bot.coaching.athlete import Athlete
from bot.coaching.ports import Due, DueKind
from bot.domain.calendar import training_day
from bot.domain.events import Event
from bot.domain.sets import LoggedSet
from bot.store.inserts import Values
from bot.store.rows import athlete_values, due_values, event_values, set_values
from bot.store.schema import ensure_schema
from bot.store.tables import athletes, due, events, sets

DAYS = 14
SEVEN = 7

Told = TypeVar("Told", LoggedSet, Event)


def prepare(url: str, now: datetime, *, prompted: int, talking: int) -> None:
    """Athletes 1 to `prompted` are due now; those behind them only talk."""
    ensure_schema(url)
    zone = _where_it_is_seven(now)
    athlete = Athlete(
        athlete_id=0, chat_id=0, name="Sam", zone=zone, started_at=now - DAYS * DAY, prompt_time=time(SEVEN)
    )
    today = training_day(now, athlete.zone_info, athlete.day_start)
    log, told = life(DAYS)
    shift = today - timedelta(days=DAYS) - log[0].day
    with opened(url) as connection:
        everybody = numbers(1, prompted + talking)
        _put(connection, athletes, everybody, athlete_values(athlete))
        for one in log:
            _put(connection, sets, everybody, set_values(0, _moved(one, shift)))
        for event in told:
            _put(connection, events, everybody, event_values(0, _moved(event, shift)))
        _put(connection, due, numbers(1, prompted), due_values(Due(0, DueKind.MORNING, today, now)))
        connection.commit()
        connection.execute(text("ANALYZE"))
        connection.commit()


def _where_it_is_seven(now: datetime) -> str:
    """So that today is the same day for the coach and for the athletes, whenever this is run."""
    ahead = (SEVEN - now.astimezone(UTC).hour + 11) % 24 - 11
    return f"Etc/GMT{-ahead:+d}" if ahead else "Etc/GMT"


def _moved(one: Told, shift: timedelta) -> Told:
    return replace(one, day=one.day + shift, said_at=one.said_at + shift)


def _put(connection: Connection, table: Table, people: CTE, row: Values) -> None:
    """The same row for each of them."""
    filled = {name: value for name, value in row.items() if value is not None}
    columns = of_type(table, **filled)
    for name in columns.keys() & {"athlete_id", "chat_id"}:
        columns[name] = people.c.n
    connection.execute(made(table, people, columns))
