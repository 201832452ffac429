"""Rows and the values that they hold, each way."""

from collections.abc import Iterable
from typing import Any, TypeAlias

from sqlalchemy import Row, RowMapping

from bot.coaching.athlete import Athlete, Journey
from bot.coaching.mail import Draft, InboxRow, Lane, Message, OutboxKind, OutboxRow, SentCard
from bot.coaching.ports import Due, DueKind
from bot.coaching.records import ASKED, EVENTS, from_record, to_record
from bot.domain.anchor import Anchor
from bot.domain.events import Event
from bot.domain.prompts import WeekdayTime
from bot.domain.sets import Effort, LoggedSet
from bot.store.inserts import Values
from bot.store.tables import events, outbox, sets

StoredRow: TypeAlias = Row[*tuple[Any, ...]]
SET_COLUMNS = (
    sets.c.day,
    sets.c.exercise,
    sets.c.reps,
    sets.c.said_at,
    sets.c.source,
    sets.c.position,
    sets.c.effort,
    sets.c.seconds,
)
EFFORTS: dict[str | None, Effort | None] = {None: None, **{str(effort): effort for effort in Effort}}
CARD_COLUMNS = (
    outbox.c.outbox_id,
    outbox.c.chat_id,
    outbox.c.day,
    outbox.c.sent_message_id,
    outbox.c.sent_at,
)
EVENT_COLUMNS = (
    events.c.source,
    events.c.kind,
    events.c.position,
    events.c.day,
    events.c.said_at,
    events.c.facts,
)


def athlete_values(athlete: Athlete) -> Values:
    return {
        "athlete_id": athlete.athlete_id,
        "chat_id": athlete.chat_id,
        "name": athlete.name,
        "zone": athlete.zone,
        "started_at": athlete.started_at,
        "language": athlete.language,
        "prompt_time": athlete.prompt_time,
        "weekday_times": [to_record(other) for other in athlete.weekday_times] or None,
        "day_start": athlete.day_start,
        "prompts_on": athlete.prompts_on,
        "wants_prompts": athlete.wants_prompts,
        "silent_cards": athlete.silent_cards,
        "place": athlete.place,
        "journey": to_record(athlete.journey) if athlete.journey else None,
        "anchor": to_record(athlete.anchor) if athlete.anchor else None,
        "asked": ASKED.to_record(athlete.asked) if athlete.asked else None,
    }


def athlete_of(row: RowMapping) -> Athlete:
    asked = ASKED.from_record(row["asked"]) if row["asked"] else None
    others = tuple(from_record(WeekdayTime, other) for other in row["weekday_times"] or ())
    journey = from_record(Journey, row["journey"]) if row["journey"] else None
    anchor = from_record(Anchor, row["anchor"]) if row["anchor"] else None
    return Athlete(**{**row, "asked": asked, "weekday_times": others, "journey": journey, "anchor": anchor})


def set_values(athlete_id: int, one: LoggedSet) -> Values:
    return {
        "athlete_id": athlete_id,
        "source": one.source,
        "position": one.position,
        "day": one.day,
        "exercise": one.exercise,
        "reps": one.reps,
        "said_at": one.said_at,
        "effort": one.effort and str(one.effort),
        "seconds": one.seconds,
    }


def sets_of(rows: Iterable[StoredRow]) -> list[LoggedSet]:
    """Rows of `SET_COLUMNS`, taken apart by place: by name costs three times as much, and there are many."""
    return [
        LoggedSet(
            day=day,
            exercise=exercise,
            reps=reps,
            said_at=said_at,
            source=source,
            position=position,
            effort=EFFORTS[effort],
            seconds=seconds,
        )
        for day, exercise, reps, said_at, source, position, effort, seconds in rows
    ]


def event_values(athlete_id: int, event: Event) -> Values:
    record = EVENTS.to_record(event)
    return {
        "athlete_id": athlete_id,
        "source": event.source,
        "kind": record["kind"],
        "position": event.position,
        "day": event.day,
        "said_at": event.said_at,
        "facts": {name: fact for name, fact in record.items() if name not in events.c},
    }


def event_of(row: StoredRow) -> Event:
    """A row of `EVENT_COLUMNS`."""
    source, kind, position, day, said_at, facts = row
    known = {"source": source, "position": position, "day": day, "said_at": said_at}
    return EVENTS.from_facts(kind, facts, known)


def due_values(due: Due) -> Values:
    return {"athlete_id": due.athlete_id, "kind": str(due.kind), "day": due.day, "due_at": due.due_at}


def due_of(row: StoredRow) -> Due:
    return Due(row.athlete_id, DueKind(row.kind), row.day, row.due_at)


def inbox_row_of(row: StoredRow) -> InboxRow:
    return InboxRow(row.update_id, row.chat_id, row.received_at, row.payload, row.attempts)


def draft_values(draft: Draft) -> Values:
    return {
        "chat_id": draft.chat_id,
        "kind": str(draft.kind),
        "lane": str(draft.lane),
        "message": draft.message and to_record(draft.message),
        "key": draft.key,
        "answers": draft.answers,
        "edits": draft.edits,
        "edits_row": draft.edits_row,
        "sources": list(draft.sources) or None,
        "day": draft.day,
        "not_before": draft.not_before,
        "expires_at": draft.expires_at,
        "live": True if draft.kind is OutboxKind.PROMPT else None,
    }


def outbox_row_of(row: StoredRow) -> OutboxRow:
    draft = Draft(
        chat_id=row.chat_id,
        kind=OutboxKind(row.kind),
        lane=Lane(row.lane),
        message=row.message and from_record(Message, row.message),
        key=row.key,
        answers=row.answers,
        edits=row.edits,
        edits_row=row.edits_row,
        sources=tuple(row.sources or ()),
        day=row.day,
        not_before=row.not_before,
        expires_at=row.expires_at,
    )
    return OutboxRow(row.outbox_id, draft, row.attempts)


def sent_card_of(row: StoredRow) -> SentCard:
    """A row of `CARD_COLUMNS`."""
    return SentCard(*row)
