"""The people's side over HTTP, for a stand-in that runs as a process of its own."""

import json
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tornado.web import RequestHandler

from tests.bot_api.calls import PATIENCE, Call
from tests.bot_api.chats import Posted
from tests.bot_api.decoding import Upload
from tests.bot_api.faults import Fault, FaultKind
from tests.bot_api.schema import Json
from tests.bot_api.webhook import Trick

if TYPE_CHECKING:
    from tests.bot_api.server import BotApi

_ACTS = frozenset(
    {
        "blocks",
        "edits",
        "forges_tap",
        "meets",
        "says",
        "sends_photo",
        "sends_poll",
        "sends_sticker",
        "sends_voice",
        "shares_location",
        "taps",
        "unblocks",
        "writes_in_group",
    }
)


class ControlHandler(RequestHandler):
    """POST an act with its arguments by name as JSON; GET what the bot has done.

    A GET with `count` waits until there is that much, at most `timeout` seconds.
    """

    def initialize(self, api: "BotApi") -> None:
        self.api = api

    def post(self, act: str) -> None:
        try:
            result = self._act(act, json.loads(self.request.body or b"{}"))
        except (ValueError, TypeError, KeyError) as error:
            self._tell(400, {"ok": False, "description": repr(error)})
        else:
            self._tell(200, {"ok": True, "result": result})

    async def get(self, subject: str) -> None:
        looks = {"messages": self._messages, "calls": self._calls, "pending": self._pending}
        if subject not in looks:
            self._tell(404, {"ok": False, "description": f"there is no {subject} to look at"})
            return
        try:
            self._tell(200, {"ok": True, "result": await looks[subject]()})
        except TimeoutError as error:
            self._tell(408, {"ok": False, "description": str(error)})

    def _act(self, act: str, arguments: Json) -> object:
        if act == "fail":
            self._fail(**arguments)
            return True
        if act == "play":
            self.api.play(Trick(arguments["trick"]), arguments.get("times", 1))
            return True
        if act == "tells":
            self.api.tells(arguments)
            return True
        if act not in _ACTS:
            raise ValueError(f"nobody knows how to {act!r}")
        if date := arguments.get("date"):
            arguments["date"] = datetime.fromisoformat(date)
        return getattr(self.api, act)(**arguments)

    def _fail(self, method: str, fault: str, *, seconds: float = 0, times: int = 1) -> None:
        self.api.fail_next(method, Fault(FaultKind(fault), seconds), times)

    async def _messages(self) -> list[Json]:
        chat_id = int(self.get_query_argument("chat_id"))
        count = int(self.get_query_argument("count", "0"))
        return [
            _shown_message(one) for one in await self.api.sent(chat_id, count=count, timeout=self._patience())
        ]

    async def _calls(self) -> list[Json]:
        method = self.get_query_argument("method", "")
        if method:
            count = int(self.get_query_argument("count", "0"))
            calls = await self.api.called(method, count=count, timeout=self._patience())
        else:
            calls = list(self.api.calls)
        return [_shown_call(call) for call in calls]

    async def _pending(self) -> list[Json]:
        return self.api.state.updates.pending

    def _patience(self) -> float:
        return float(self.get_query_argument("timeout", str(PATIENCE)))

    def _tell(self, status: int, body: Json) -> None:
        self.set_status(status)
        self.set_header("Content-Type", "application/json")
        self.finish(json.dumps(body, default=_as_json))


def _shown_message(posted: Posted) -> Json:
    looks = ("message_id", "text", "labels", "is_silent", "edits", "reaction", "raw")
    return {look: getattr(posted, look) for look in looks}


def _shown_call(call: Call) -> Json:
    looks = ("method", "params", "at", "status", "description")
    return {**{look: getattr(call, look) for look in looks}, "fault": call.fault and call.fault.kind}


def _as_json(value: Any) -> object:  # noqa: ANN401 (whatever json can't write)
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, Upload):
        return {"filename": value.filename, "content_type": value.content_type, "bytes": len(value.body)}
    raise TypeError(f"nobody shows a {type(value).__name__}")
