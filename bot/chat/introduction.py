"""Introduction: the token is tried, and Telegram told which way updates come. A bad start is one line."""

import asyncio
import hashlib
import hmac
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from urllib.parse import urlsplit

from telegram import Bot
from telegram.error import RetryAfter, TelegramError

from bot.chat.context import CoachApplication
from bot.chat.polling import ALLOWED_UPDATES
from bot.chat.signing_in import why_not_signed_in
from bot.settings import Hook, SettingsError

AT_ONCE = 40
TRIES = 5
MARK = "secret"


@asynccontextmanager
async def signed_in(app: CoachApplication, api_url: str) -> AsyncIterator[None]:
    try:
        with explained(api_url):
            await app.initialize()
    except SettingsError:
        await app.bot.shutdown()
        raise
    try:
        yield
    finally:
        await app.shutdown()


async def introduce(bot: Bot, commands: Sequence[tuple[str, str]], hook: Hook | None) -> None:
    """Say which commands there are, and which way updates come; none that waits is dropped."""
    await bot.set_my_commands(commands)
    if hook is not None:
        await _be_told_at(bot, hook)
    elif (await bot.get_webhook_info()).url:
        await bot.delete_webhook(drop_pending_updates=False)


@contextmanager
def explained(api_url: str) -> Iterator[None]:
    """Telegram's refusal of a start as a `SettingsError`; its own words may hold the token."""
    try:
        yield
    except TelegramError as error:
        raise SettingsError(why_not_signed_in(error, api_url)) from None


def marked(hook: Hook, token: str) -> str:
    """The webhook's address with a mark of its secret, which Telegram doesn't tell: so a new one shows.

    Who has no token learns nothing of the secret from it.
    """
    mark = hmac.new(token.encode(), hook.secret.encode(), hashlib.sha256).hexdigest()[:12]
    return f"{hook.url}{'&' if urlsplit(hook.url).query else '?'}{MARK}={mark}"


async def _be_told_at(bot: Bot, hook: Hook) -> None:
    """Only when it differs. Of several processes that start together Telegram lets the later ones wait."""
    url = marked(hook, bot.token)
    for tries_left in reversed(range(TRIES)):
        known = await bot.get_webhook_info()
        if known.url == url and set(known.allowed_updates) == set(ALLOWED_UPDATES):
            return
        try:
            await bot.set_webhook(
                url,
                secret_token=hook.secret,
                allowed_updates=ALLOWED_UPDATES,
                max_connections=AT_ONCE,
                drop_pending_updates=False,
            )
        except RetryAfter as error:
            if not tries_left:
                raise
            after = error.retry_after
            await asyncio.sleep(after if isinstance(after, int) else after.total_seconds())
        else:
            return
