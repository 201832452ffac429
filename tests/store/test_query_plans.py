"""The questions asked again and again are answered from an index, without sorting."""

import re

import pytest
from sqlalchemy import Select, func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.coaching.mail import Lane
from bot.coaching.ports import Away, InZone
from bot.store import athletes, due, events, set_log
from bot.store.inbox import lowest_of, waiting
from bot.store.outbox import later_than, live_in, ready_in
from bot.store.tables import events as events_table
from bot.store.tables import inbox, is_open, is_set_aside, is_stuck, outbox
from bot.store.tables import outbox as outbox_table
from bot.store.tables import sets as sets_table
from tests.store.conftest import only_sqlite
from tests.store.makers import ANNA, BEN, NOW

BUSY = frozenset({BEN})
EARLIEST_RETRY = select(func.min(inbox.c.retry_at)).where(is_open, inbox.c.retry_at.is_not(None))


@only_sqlite
@pytest.mark.parametrize(
    ("question", "indexes"),
    [
        pytest.param(
            select(sets_table).where(sets_table.c.athlete_id == ANNA).order_by(*set_log.IN_ORDER),
            {"ix_sets_history"},
            id="an athlete's sets in order",
        ),
        pytest.param(
            select(events_table).where(events_table.c.athlete_id == ANNA).order_by(*events.IN_ORDER),
            {"ix_events_history"},
            id="an athlete's events in order",
        ),
        pytest.param(
            athletes.those(InZone("Europe/Berlin"), ANNA).limit(500),
            {"ix_athletes_zone"},
            id="a zone's athletes",
        ),
        pytest.param(
            athletes.those(Away(), ANNA).limit(500), {"ix_athletes_away"}, id="who is away from home"
        ),
        pytest.param(due.due_by(NOW, 500), {"ix_due_due_at"}, id="what is due"),
        pytest.param(
            waiting(NOW, BUSY).limit(16), {"ix_inbox_open", "ix_inbox_open_chat"}, id="chats that wait"
        ),
        pytest.param(lowest_of(ANNA), {"ix_inbox_open_chat"}, id="a chat's next update"),
        pytest.param(EARLIEST_RETRY, {"ix_inbox_retry"}, id="the next retry"),
        pytest.param(
            ready_in(Lane.BULK, NOW, BUSY).limit(16),
            {"ix_outbox_unsent", "ix_outbox_unsent_chat"},
            id="what is ready to be sent",
        ),
        pytest.param(
            select(outbox_table.c.outbox_id).where(live_in([ANNA, BEN])),
            {"ix_outbox_live"},
            id="which cards are live",
        ),
        pytest.param(
            later_than(NOW).limit(1),
            {"ix_outbox_waiting", "ix_outbox_unsent_chat"},
            id="when the next row becomes ready",
        ),
        pytest.param(
            select(inbox).where(is_set_aside).order_by(inbox.c.update_id),
            {"ix_inbox_set_aside"},
            id="what is set aside",
        ),
        pytest.param(
            select(outbox).where(is_stuck).order_by(outbox.c.outbox_id),
            {"ix_outbox_stuck"},
            id="what is stuck",
        ),
    ],
)
async def test_questions_are_answered_from_their_index(
    engine: AsyncEngine, question: Select[*tuple[object, ...]], indexes: set[str]
) -> None:
    plan = await plan_of(engine, question)
    assert {name for name in indexes if name in plan} == indexes, plan
    assert "TEMP B-TREE" not in plan
    assert "SCAN" not in re.sub(r"SCAN (inbox|outbox) USING INDEX", "", plan)


async def plan_of(engine: AsyncEngine, question: Select[*tuple[object, ...]]) -> str:
    compiled = question.compile(engine.sync_engine, compile_kwargs={"render_postcompile": True})
    values = tuple(compiled.construct_params()[name] for name in compiled.positiontup or ())
    async with engine.connect() as connection:
        bound = tuple(value if isinstance(value, int | str) else str(value) for value in values)
        rows = await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", bound)
        return "\n".join(row["detail"] for row in rows.mappings())
