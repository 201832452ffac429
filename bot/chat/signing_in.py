"""Why the Bot API server lets nobody in, for the operator; and what it says of the bot and of the clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

from telegram import Bot, WebhookInfo
from telegram.error import BadRequest, Forbidden, InvalidToken, NetworkError, TelegramError
from telegram.request import HTTPXRequest

from bot.coaching.ports import Clock


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """`clock_ahead` is how far this machine's clock is ahead of the server's (None if it told no time).

    `strangers` are ids of operators to whom the bot can't write.
    """

    username: str
    clock_ahead: timedelta | None
    webhook: WebhookInfo
    strangers: Sequence[int]


def why_not_signed_in(error: TelegramError, api_url: str) -> str:
    """A wrong address answers 404, as a wrong token may; that error's own words hold the token."""
    host = urlsplit(api_url).netloc.rpartition("@")[2]
    if isinstance(error, BadRequest) and "webhook" in error.message.lower():
        return (
            f"{host} refused the webhook ({error.message}): WEBHOOK_URL must be an https address "
            "that it can reach, on port 443, 80, 88 or 8443"
        )
    if isinstance(error, InvalidToken) and "Not Found" not in str(error.__cause__):
        return f"TELEGRAM_TOKEN was rejected by {host}: copy it again from @BotFather"
    if isinstance(error, InvalidToken):
        return f"{host} answered Not Found: check TELEGRAM_TOKEN (from @BotFather) and TELEGRAM_API_URL"
    if isinstance(error, NetworkError):
        return f"{host} can't be reached: check TELEGRAM_API_URL and this machine's network"
    return f"{host} doesn't answer as a Bot API server does: check TELEGRAM_API_URL"


async def meet(token: str, api_url: str, clock: Clock, operators: Sequence[int] = ()) -> Met:
    """Ask the server who we are. It changes nothing there, and takes no update."""
    watch = _Watch(clock)
    request = HTTPXRequest(httpx_kwargs={"event_hooks": {"response": [watch]}})
    root = api_url.rstrip("/")
    bot = Bot(token, base_url=f"{root}/bot", base_file_url=f"{root}/file/bot", request=request)
    async with bot:
        return Met(
            username=bot.username,
            clock_ahead=watch.ahead,
            webhook=await bot.get_webhook_info(),
            strangers=[one for one in operators if not await _knows(bot, one)],
        )


async def _knows(bot: Bot, chat_id: int) -> bool:
    try:
        await bot.get_chat(chat_id)
    except (BadRequest, Forbidden):
        return False
    return True


class _Watch:
    """Compares clocks by the answers' Date, which is in whole seconds."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.ahead: timedelta | None = None

    async def __call__(self, response: Any) -> None:  # noqa: ANN401 - httpx is PTB's affair
        date = response.headers.get("date")
        if date is not None:
            self.ahead = self._clock() - parsedate_to_datetime(date)
