"""One call from request to answer: token, fault, parameters, pace, the deed, the record."""

import asyncio
import json
import re
from dataclasses import dataclass, field

from tornado.httputil import HTTPServerRequest
from tornado.web import RequestHandler

from tests.bot_api.calls import OK, Call, Calls
from tests.bot_api.decoding import Raw, raw_parameters
from tests.bot_api.faults import BAD_GATEWAY_PAGE, MALFORMED_JSON, Fault, FaultKind, FaultScript
from tests.bot_api.methods import METHODS
from tests.bot_api.pacing import Pacer
from tests.bot_api.refusals import Refusal, internal_error, not_found, unauthorized
from tests.bot_api.schema import Json, Shape, schema
from tests.bot_api.state import State
from tests.bot_api.validation import check_value, read_parameters

BAD_GATEWAY = 502
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Answer:
    """What goes back over the wire; no body means that the connection is dropped instead."""

    status: int
    body: bytes | None
    content_type: str = "application/json"
    delay: float = 0


@dataclass(slots=True)
class Exchange:
    state: State
    calls: Calls
    faults: FaultScript
    pacer: Pacer
    latency: float = 0
    broken: list[Exception] = field(default_factory=list)

    async def answer(self, token: str, method: str, request: HTTPServerRequest) -> Answer:
        """Refuse strangers unrecorded; record everything else that the bot's token calls."""
        try:
            self._check_token(token)
        except Refusal as refusal:
            return _refused(refusal)
        fault = self.faults.take(method) if method in schema().methods else None
        if fault and not fault.is_carried_out:
            return self._failed(method, request, fault)
        status, body = await self._carried_out(method, request, fault)
        return _spoilt(status, body, fault)

    def _check_token(self, token: str) -> None:
        if not _TOKEN.fullmatch(token):
            raise not_found()
        if token != self.state.token:
            raise unauthorized()

    def _failed(self, method: str, request: HTTPServerRequest, fault: Fault) -> Answer:
        """Fail before anything happens; the call is recorded with its parameters as they came."""
        answer = _refused(fault.refusal) if fault.refusal else _gateway_failed(fault)
        raw: Json = {name: values[-1].decode() for name, values in request.arguments.items()}
        self.calls.record(Call(method, raw, self.state.clock(), answer.status, fault=fault))
        return answer

    async def _carried_out(
        self, method: str, request: HTTPServerRequest, fault: Fault | None
    ) -> tuple[int, Json]:
        params: Json = {}
        status, description = OK, ""
        body: Json = {}
        try:
            params.update(raw := raw_parameters(request))
            body = {"ok": True, "result": await self._do(method, raw, params)}
        except Refusal as refusal:
            status, description, body = refusal.error_code, refusal.description, _refusal_body(refusal)
        except Exception as error:  # noqa: BLE001 (a fault of the stand-in: told when it stops)
            self.broken.append(error)
            status, description, body = 500, repr(error), _refusal_body(internal_error())
        self.calls.record(Call(method, params, self.state.clock(), status, description, fault))
        return status, body

    async def _do(self, method: str, raw: Raw, params: Json) -> object:
        """Do what the method says; `params` become the values that were read."""
        if method not in schema().methods:
            raise not_found("method not found")
        shape = schema().methods[method]
        read = read_parameters(shape, raw)
        params.clear()
        params.update(read)
        self.pacer.admit(method, params.get("chat_id"))
        if method == "getUpdates":
            return await self.state.updates.poll(params)
        result = METHODS[method](self.state, params)
        _check_own_answer(result, shape)
        return result


class CallHandler(RequestHandler):
    """Serves `/bot<token>/<method>`, GET and POST alike."""

    def initialize(self, exchange: Exchange) -> None:
        self.exchange = exchange
        self.task: asyncio.Task[Answer] | None = None

    async def get(self, token: str, method: str) -> None:
        self.task = asyncio.create_task(self._answer_in_time(token, method))
        try:
            answer = await self.task
        except asyncio.CancelledError:
            return
        if answer.body is None:
            self.detach().close()
            return
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.content_type)
        await self.finish(answer.body)

    post = get

    async def _answer_in_time(self, token: str, method: str) -> Answer:
        answer = await self.exchange.answer(token, method, self.request)
        await asyncio.sleep(answer.delay + self.exchange.latency)
        return answer

    def on_connection_close(self) -> None:
        if self.task:
            self.task.cancel()


class NotFoundHandler(RequestHandler):
    def prepare(self) -> None:
        self.set_status(404)
        self.finish(_encoded(_refusal_body(not_found())))


def _check_own_answer(result: object, shape: Shape) -> None:
    """Never blame the bot for an answer of ours that Telegram would not give."""
    try:
        check_value(result, shape.returns, f"the answer to {shape.name}")
    except Refusal as refusal:
        raise ValueError(refusal.description) from refusal


def _refusal_body(refusal: Refusal) -> Json:
    body: Json = {"ok": False, "error_code": refusal.error_code, "description": refusal.description}
    if refusal.retry_after is not None:
        body["parameters"] = {"retry_after": refusal.retry_after}
    return body


def _refused(refusal: Refusal) -> Answer:
    return Answer(refusal.error_code, _encoded(_refusal_body(refusal)))


def _gateway_failed(fault: Fault) -> Answer:
    if fault.kind is FaultKind.DROPPED_BEFORE:
        return Answer(0, None)
    return Answer(BAD_GATEWAY, BAD_GATEWAY_PAGE, "text/html")


def _spoilt(status: int, body: Json, fault: Fault | None) -> Answer:
    """Let the fault, if any, spoil the answer to a call that was carried out."""
    if fault is None:
        return Answer(status, _encoded(body))
    if fault.kind is FaultKind.DROPPED_AFTER:
        return Answer(status, None)
    if fault.kind is FaultKind.MALFORMED_JSON:
        return Answer(status, MALFORMED_JSON)
    return Answer(status, _encoded(body), delay=fault.seconds)


def _encoded(body: Json) -> bytes:
    return json.dumps(body).encode()
