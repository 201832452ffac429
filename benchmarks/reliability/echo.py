"""The bot to compare with: PTB as its examples write it, which repeats every text and keeps nothing.

Run by `benchmarks.reliability.measures`; the arguments are a token and the API server's address.
"""

import sys

from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters

AT_ONCE = 16


async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message is not None and update.message.text is not None:
        await update.message.reply_text(update.message.text)


def main() -> None:
    token, api_url = sys.argv[1:]
    builder = Application.builder().token(token).base_url(f"{api_url}/bot").concurrent_updates(AT_ONCE)
    application = builder.build()
    application.add_handler(MessageHandler(filters.TEXT, echo))
    application.run_polling()


if __name__ == "__main__":
    main()
