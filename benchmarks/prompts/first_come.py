"""The usual way: PTB's AIORateLimiter, which sends whatever came first, with prompts that have their words.

Started by `benchmarks.prompts.morning`; it answers what people write at once, without a database.
"""

import asyncio
import sys
from typing import Any

from telegram import Update
from telegram.error import RetryAfter, TelegramError
from telegram.ext import AIORateLimiter, ApplicationBuilder, CallbackContext, MessageHandler, filters

PROMPT = "2 sets of 5 knee push-ups. Belly tight before the first rep."
ANSWER = "3 knee push-ups. That's today's plan, all of it."

Context = CallbackContext[Any, Any, Any, Any]


async def morning(url: str, token: str, prompted: int, rate: float) -> None:
    limiter = AIORateLimiter(overall_max_rate=rate, overall_time_period=1)
    builder = ApplicationBuilder().token(token).base_url(f"{url}/bot").rate_limiter(limiter)
    application = builder.concurrent_updates(True).build()
    application.add_handler(MessageHandler(filters.TEXT, _answer))

    async def prompt(chat_id: int) -> None:
        try:
            await application.bot.send_message(chat_id, PROMPT)
        except (RetryAfter, TelegramError):
            return

    async with application:
        await application.start()
        assert application.updater is not None
        await application.updater.start_polling()
        await asyncio.gather(*(prompt(chat_id) for chat_id in range(1, prompted + 1)))
        await asyncio.Event().wait()


async def _answer(update: Update, _context: Context) -> None:
    assert update.message is not None
    await update.message.reply_text(ANSWER)


if __name__ == "__main__":
    asyncio.run(morning(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4])))
