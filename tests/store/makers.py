"""Small makers for the store's tests; a test states only what matters."""

from datetime import UTC, date, datetime, timedelta

from bot.coaching.athlete import Athlete
from bot.coaching.mail import Draft, Lane, Message, OutboxKind, RawUpdate
from bot.coaching.ports import UnitsOfWork
from bot.domain.sets import LoggedSet

NOW = datetime(2026, 3, 6, 6, 0, tzinfo=UTC)
FRIDAY = date(2026, 3, 6)
MINUTE = timedelta(minutes=1)
ANNA = 7_000_000_001
BEN = 7_000_000_002


def athlete(athlete_id: int = ANNA, *, name: str = "Anna") -> Athlete:
    return Athlete(athlete_id=athlete_id, chat_id=athlete_id, name=name, zone="Europe/Berlin", started_at=NOW)


def did(
    reps: int, *, source: str = "m:1:1", position: int = 0, day: date = FRIDAY, said_at: datetime = NOW
) -> LoggedSet:
    return LoggedSet(
        day=day, exercise="knee_push_up", reps=reps, said_at=said_at, source=source, position=position
    )


def raw(update_id: int, *, chat_id: int = ANNA, payload: str = "{}") -> RawUpdate:
    return RawUpdate(update_id, chat_id, payload)


def draft(
    text: str = "Hello",
    *,
    chat_id: int = ANNA,
    lane: Lane = Lane.INTERACTIVE,
    key: str | None = None,
    answers: str | None = None,
    not_before: datetime | None = None,
) -> Draft:
    return Draft(
        chat_id=chat_id,
        kind=OutboxKind.MESSAGE,
        lane=lane,
        message=Message(text),
        key=key,
        answers=answers,
        not_before=not_before,
    )


async def with_athletes(units: UnitsOfWork, *athlete_ids: int) -> UnitsOfWork:
    async with units() as work:
        for athlete_id in athlete_ids:
            await work.athletes.save(athlete(athlete_id))
        await work.commit()
    return units
