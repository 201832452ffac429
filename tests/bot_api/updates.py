"""The queue of updates and getUpdates: kept until acknowledged by an offset, for one poller at a time."""

import asyncio
from collections.abc import Collection, Sequence
from contextlib import suppress
from itertools import count

from tests.bot_api.changes import Changes
from tests.bot_api.refusals import Refusal, bad_request, conflict
from tests.bot_api.schema import Json, schema
from tests.bot_api.validation import check_value

FIRST_UPDATE_ID = 500_001
LONGEST_POLL = 50
WEBHOOK_IS_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class UpdateQueue:
    def __init__(self, changes: Changes) -> None:
        self.pending: list[Json] = []
        self.allowed: frozenset[str] = schema().default_kinds
        self.webhook_url = ""
        self._changes = changes
        self._ids = count(FIRST_UPDATE_ID)
        self._poller = object()
        self._waiting = 0

    @property
    def is_polled(self) -> bool:
        return self._waiting > 0

    def add(self, kind: str, content: Json) -> Json:
        """Queue an update unless its kind isn't allowed: then Telegram never tells it."""
        update = {"update_id": next(self._ids), kind: content}
        _check(update)
        if kind in self.allowed:
            self.add_raw(update)
        return update

    def add_raw(self, update: Json) -> None:
        """Queue anything, as it is: repeated, out of order, malformed."""
        self.pending.append(update)
        self._changes.announce()

    def add_garbled(self, content: Json) -> None:
        """Queue what no person could have caused, under a number of its own."""
        self.add_raw({"update_id": next(self._ids), **content})

    def allow(self, kinds: Collection[str] | None) -> None:
        """Remember which kinds are wanted; none named means the default, not given the setting before."""
        if kinds is None:
            return
        if unknown := sorted(set(kinds) - schema().update_kinds):
            raise bad_request(f"there are no updates of the kind {', '.join(unknown)}")
        self.allowed = frozenset(kinds) or schema().default_kinds

    def forget(self, updates: Sequence[Json]) -> None:
        """Take these very updates off the queue; another with the same id stays."""
        gone = {id(update) for update in updates}
        self.pending = [update for update in self.pending if id(update) not in gone]
        self._changes.announce()

    def forget_all(self) -> None:
        self.forget(self.pending)

    async def poll(self, params: Json) -> list[Json]:
        """Answer getUpdates; a poller that comes later sends an earlier one away."""
        timeout = params.get("timeout", 0)
        if not 0 <= timeout <= LONGEST_POLL:
            raise bad_request(f"timeout must be 0-{LONGEST_POLL}, is {timeout}")
        self._refuse_beside_webhook()
        self.allow(params.get("allowed_updates"))
        self._acknowledge(params.get("offset", 0))
        await self._something_to_tell(timeout)
        return self.pending[: params.get("limit", 100)]

    async def _something_to_tell(self, timeout: float) -> None:  # noqa: ASYNC109 (the poll's own word)
        poller = self._poller = object()
        self._waiting += 1
        self._changes.announce()
        try:
            with suppress(TimeoutError):
                async with asyncio.timeout(timeout):
                    await self._changes.until(lambda: bool(self.pending) or not self._is_polling(poller))
        finally:
            self._waiting -= 1
        self._refuse_beside_webhook()
        if poller is not self._poller:
            raise conflict(OTHER_POLLER)

    def _is_polling(self, poller: object) -> bool:
        return poller is self._poller and not self.webhook_url

    def _refuse_beside_webhook(self) -> None:
        if self.webhook_url:
            raise conflict(WEBHOOK_IS_ACTIVE)

    def _acknowledge(self, offset: int) -> None:
        """Forget what lies below the offset; a negative one keeps that many from the end."""
        before = len(self.pending)
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [update for update in self.pending if update["update_id"] >= offset]
        if len(self.pending) != before:
            self._changes.announce()


def _check(update: Json) -> None:
    try:
        check_value(update, ("Update",), "update")
    except Refusal as refusal:
        raise ValueError(f"Telegram would not send this: {refusal.description}") from refusal
