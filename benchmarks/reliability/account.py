"""The account of a round: what was written beside what was stored, answered and said twice."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, func, select

from benchmarks.reliability.athletes import Log
from bot.store.engine import READING, make_plain_engine
from bot.store.tables import inbox, is_open, is_unsent, outbox, sets
from tests.bot_api.faults import FaultKind
from tests.bot_api.server import BotApi

POSTING = ("sendMessage", "sendPhoto", "sendDocument")
UNKNOWN_FATE = {FaultKind.DROPPED_AFTER, FaultKind.MALFORMED_JSON, FaultKind.SLOW_ANSWER}
ANSWERED = {"sent", "unknown"}

Sent = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """`doubles` are messages said once more than once; `in_flight` and `unknown` are what allows for them."""

    written: int
    stored: int
    missing: int
    twice: int
    out_of_order: int
    unanswered: int
    doubles: int
    in_flight: int
    unknown: int

    @property
    def holds(self) -> bool:
        wrong = self.missing + self.twice + self.out_of_order + self.unanswered
        return self.written == self.stored and not wrong and self.doubles <= self.in_flight + self.unknown


def unsettled(url: str) -> int:
    """How much is left to be worked on or said."""
    with make_plain_engine(url).connect() as connection:
        reading = connection.execution_options(**{READING: True})
        open_rows = select(func.count()).select_from(inbox).where(is_open)
        unsent = select(func.count()).select_from(outbox).where(is_unsent)
        return (reading.scalar(open_rows) or 0) + (reading.scalar(unsent) or 0)


def unmarked(url: str, api: BotApi) -> frozenset[Sent]:
    """What Telegram has and the database doesn't know of."""
    with make_plain_engine(url).connect() as connection:
        reading = connection.execution_options(**{READING: True})
        return frozenset(said(api)) - marked(reading)


def said(api: BotApi) -> list[Sent]:
    """Every message of the bot's, by chat and id."""
    chats = {call.params["chat_id"] for call in api.calls if call.method in POSTING and call.status == 200}
    return [(chat_id, posted.message_id) for chat_id in chats for posted in api.messages(chat_id)]


def marked(connection: Connection) -> frozenset[Sent]:
    known = select(outbox.c.chat_id, outbox.c.sent_message_id).where(outbox.c.sent_message_id.is_not(None))
    return frozenset((row.chat_id, row.sent_message_id) for row in connection.execute(known))


def account_of(
    url: str, api: BotApi, written: Sequence[Log], *, in_flight: int, overtaken: Collection[object]
) -> Account:
    """`overtaken` are chats whose updates Telegram told out of order."""
    with make_plain_engine(url).connect() as connection:
        reading = connection.execution_options(**{READING: True})
        rows = reading.execute(select(sets).order_by(sets.c.log_id)).all()
        said_rows = reading.execute(select(outbox)).all()
        known = marked(reading)
    found = Counter((row.source, row.reps) for row in rows)
    wanted = {(log.source, log.reps) for log in written}
    posts = said(api)
    given_up = sum(row.state == "unknown" for row in said_rows)
    return Account(
        written=len(written),
        stored=len(rows),
        missing=len(wanted - found.keys()),
        twice=sum(number - 1 for number in Counter(row.source for row in rows).values()),
        out_of_order=_out_of_order(rows, written, overtaken),
        unanswered=len(written) - len({log.source for log in written} & _answered(said_rows, set(posts))),
        doubles=len(posts) - len(known) - given_up,
        in_flight=in_flight,
        unknown=sum(call.fault is not None and call.fault.kind in UNKNOWN_FATE for call in api.calls),
    )


def _answered(rows: Sequence[Any], posts: Collection[Sent]) -> set[str]:
    """The sources of which a message tells that Telegram has."""
    answered: set[str] = set()
    for row in rows:
        has_it = row.state == "unknown" or (row.chat_id, row.sent_message_id) in posts
        if row.state in ANSWERED and has_it:
            answered |= {row.answers, *(row.sources or ())}
    return answered


def _out_of_order(rows: Sequence[Any], written: Sequence[Log], overtaken: Collection[object]) -> int:
    """Sets that were written down before an earlier one of the same athlete."""
    number: Mapping[str, int] = {log.source: place for place, log in enumerate(written)}
    of_athlete: defaultdict[int, list[int]] = defaultdict(list)
    for row in rows:
        if row.athlete_id not in overtaken:
            of_athlete[row.athlete_id].append(number.get(row.source, -1))
    return sum(earlier > later for places in of_athlete.values() for earlier, later in pairwise(places))
