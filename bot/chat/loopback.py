"""Telegram from memory: answers the Bot API calls of an application that runs in a terminal or a test."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from telegram.request import BaseRequest, RequestData

from bot.coaching.ports import Clock

Params = dict[str, Any]
BOT = {"id": 1, "is_bot": True, "first_name": "Two-Minute Coach", "username": "two_minute_coach_bot"}
LONGEST_TEXT, LONGEST_CAPTION, MOST_BUTTON_BYTES = 4096, 1024, 64
NOT_MODIFIED = "message is not modified"


@dataclass(frozen=True, slots=True)
class Call:
    """A call that was accepted, as Telegram's method, its parameters, and what it gave."""

    method: str
    params: Params
    result: Any


class RejectedError(Exception):
    """The call is one that Telegram wouldn't take; says it in Telegram's words."""

    def __init__(self, status: HTTPStatus, complaint: str = "") -> None:
        super().__init__(complaint)
        self.code = status.value
        self.description = f"{status.phrase}: {complaint}" if complaint else status.phrase


class Loopback(BaseRequest):
    """Strict where Telegram is: unknown methods, lengths, edits that change nothing."""

    def __init__(self, on_call: Callable[[Call], None], clock: Clock, first_message_id: int = 1) -> None:
        self._on_call = on_call
        self._clock = clock
        self._next_message_id = first_message_id
        self._shown: dict[tuple[int, int], tuple[object, object]] = {}
        self._answers: dict[str, Callable[[Params], object]] = {
            "getMe": lambda _: BOT,
            "getUpdates": lambda _: [],
            "sendMessage": self._send_text,
            "sendPhoto": self._send_file,
            "sendDocument": self._send_file,
            "editMessageText": self._edit_text,
            "editMessageReplyMarkup": self._edit_markup,
            "answerCallbackQuery": lambda _: True,
            "setMyCommands": lambda _: True,
            "deleteWebhook": lambda _: True,
        }

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None:
        """Nothing to open."""

    async def shutdown(self) -> None:
        """Nothing to close."""

    def new_message_id(self) -> int:
        """The chat's next one: what an athlete writes counts on from the same number."""
        self._next_message_id += 1
        return self._next_message_id - 1

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        *_timeouts: object,
        **_more_timeouts: object,
    ) -> tuple[int, bytes]:
        name = url.rsplit("/", 1)[-1]
        params: Params = request_data.parameters if request_data else {}
        try:
            result = self._answer(name if method == "POST" else "", params)
        except RejectedError as rejected:
            return rejected.code, _json(
                {"ok": False, "error_code": rejected.code, "description": rejected.description}
            )
        self._on_call(Call(name, params, result))
        return 200, _json({"ok": True, "result": result})

    def _answer(self, name: str, params: Params) -> object:
        answer = self._answers.get(name)
        if answer is None:
            raise RejectedError(HTTPStatus.NOT_FOUND)
        _check_keyboard(params)
        return answer(params)

    def _send_text(self, params: Params) -> object:
        _check_text(params)
        return self._message(params, self.new_message_id(), text=params["text"])

    def _send_file(self, params: Params) -> object:
        _check(len(params.get("caption", "")) <= LONGEST_CAPTION, "message caption is too long")
        return self._message(params, self.new_message_id())

    def _edit_text(self, params: Params) -> object:
        _check_text(params)
        message_id = params["message_id"]
        shows = (params["text"], params.get("reply_markup"))
        _check(self._shown.get((params["chat_id"], message_id)) != shows, NOT_MODIFIED)
        return self._message(params, message_id, text=params["text"])

    def _edit_markup(self, params: Params) -> object:
        text, markup = self._shown.get((params["chat_id"], params["message_id"]), (None, None))
        _check(text is None or markup != params.get("reply_markup"), NOT_MODIFIED)
        return self._message(params, params["message_id"], **({} if text is None else {"text": text}))

    def _message(self, params: Params, message_id: int, **content: object) -> object:
        chat_id = params["chat_id"]
        markup = params.get("reply_markup")
        self._shown[chat_id, message_id] = (content.get("text"), markup)
        return {
            "message_id": message_id,
            "date": int(self._clock().timestamp()),
            "chat": {"id": chat_id, "type": "private" if chat_id > 0 else "group"},
            "from": BOT,
            **content,
            **({"reply_markup": markup} if markup else {}),
        }


def _check_text(params: Params) -> None:
    _check(params.get("text", "").strip() != "", "message text is empty")
    _check(len(params["text"]) <= LONGEST_TEXT, "message is too long")


def _check_keyboard(params: Params) -> None:
    rows = (params.get("reply_markup") or {}).get("inline_keyboard", ())
    for button in (button for row in rows for button in row):
        _check(button["text"] != "", "inline keyboard button text is empty")
        _check(1 <= len(button["callback_data"].encode()) <= MOST_BUTTON_BYTES, "BUTTON_DATA_INVALID")


def _check(fine: bool, complaint: str) -> None:  # noqa: FBT001 - a condition, as in assert
    if not fine:
        raise RejectedError(HTTPStatus.BAD_REQUEST, complaint)


def _json(answer: object) -> bytes:
    return json.dumps(answer).encode()
