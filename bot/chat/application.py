"""PTB's application for the coach: no updater of its own, one ordered table of handlers."""

from collections.abc import Sequence
from typing import Any, cast

from telegram import Update
from telegram.ext import (
    ApplicationBuilder,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    ContextTypes,
    MessageHandler,
    TypeHandler,
    filters,
)
from telegram.request import BaseRequest

from bot.chat import talk
from bot.chat.commands import COMMANDS, show_help
from bot.chat.context import WIRING, CoachApplication, CoachContext, Wiring
from bot.chat.errors import note_error

PRIVATE = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE
EDITED = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE
GROUP = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE


def build_application(
    *, token: str, wiring: Wiring, request: BaseRequest | None = None, api_url: str | None = None
) -> CoachApplication:
    """Whoever builds it also initializes, starts, stops and shuts it down: nothing of PTB's `run_…` runs."""
    builder = (
        ApplicationBuilder().token(token).updater(None).context_types(ContextTypes(context=CoachContext))
    )
    if request is not None:
        builder = builder.request(request).get_updates_request(request)
    if api_url is not None:
        root = api_url.rstrip("/")
        builder = builder.base_url(f"{root}/bot").base_file_url(f"{root}/file/bot")
    application = cast("CoachApplication", builder.build())
    application.bot_data[WIRING] = wiring
    application.add_handlers(handlers())
    application.add_error_handler(note_error)
    return application


def handlers() -> Sequence[BaseHandler[Any, CoachContext, Any]]:
    """The first that fits answers. PTB's handlers take edits too if they aren't told otherwise."""
    return [
        *(CommandHandler(name, answer, PRIVATE) for name, answer in COMMANDS.items()),
        MessageHandler(PRIVATE & filters.COMMAND, show_help),
        MessageHandler(PRIVATE & filters.TEXT, talk.hear),
        MessageHandler(PRIVATE & filters.LOCATION, talk.locate),
        MessageHandler(PRIVATE & ~filters.StatusUpdate.ALL, talk.point_to_text),
        MessageHandler(EDITED & filters.TEXT & ~filters.COMMAND, talk.hear_edit),
        MessageHandler(GROUP, talk.greet_group),
        CallbackQueryHandler(talk.tap),
        ChatMemberHandler(talk.membership, ChatMemberHandler.MY_CHAT_MEMBER),
        TypeHandler(Update, talk.ignore),
    ]
