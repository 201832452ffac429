"""What the coach answers to everything that isn't a command: words, taps, places, stickers, groups.

The handler table promises what the assertions say.
"""

from functools import partial

import structlog
from telegram import CallbackQuery, Chat, ChatMember, Location, Update
from telegram.error import TelegramError

from bot.chat.buttons import decode
from bot.chat.context import CoachContext
from bot.chat.turn import Act
from bot.coaching.actions import Action, Open, Topic
from bot.coaching.coach import Coach
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Incoming, UnitOfWork

log = structlog.get_logger()

GROUPS = frozenset({Chat.GROUP, Chat.SUPERGROUP})


async def hear(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.hear)


async def hear_edit(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.hear_edit)


async def point_to_text(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.point_to_text)


async def greet_group(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.greet_group)


async def ignore(_update: Update, context: CoachContext) -> None:
    await context.ignore()


async def locate(update: Update, context: CoachContext) -> None:
    assert update.message is not None
    assert update.message.location is not None
    await context.turn(partial(_locate, context.coach, update.message.location))


async def tap(update: Update, context: CoachContext) -> None:
    """A button that nobody can read any more opens today's page."""
    query = update.callback_query
    assert query is not None
    context.aside(acknowledge(query))
    action = decode(query.data or "") or Open(Topic.TODAY)
    if query.message is None or query.message.chat.type != Chat.PRIVATE:
        await context.ignore()
    else:
        await context.turn(partial(_tap, context.coach, action), tapped=query.message.message_id)


async def membership(update: Update, context: CoachContext) -> None:
    """Blocked, unblocked, or taken into a group."""
    change = update.my_chat_member
    assert change is not None
    act = _answer_to(change.chat.type, change.new_chat_member.status, context.coach)
    await (context.turn(act) if act else context.ignore())


async def acknowledge(query: CallbackQuery) -> None:
    """Stops the button's spinner; a tap that is too old for it still counts."""
    try:
        await query.answer()
    except TelegramError as error:
        log.info("tap_not_acknowledged", error=type(error).__name__)


def _answer_to(chat_type: str, status: str, coach: Coach) -> Act | None:
    if chat_type in GROUPS:
        return coach.greet_group if status in {ChatMember.MEMBER, ChatMember.ADMINISTRATOR} else None
    return {ChatMember.BANNED: coach.hush, ChatMember.MEMBER: coach.unhush}.get(status)


async def _locate(coach: Coach, place: Location, work: UnitOfWork, incoming: Incoming) -> Outcome:
    return await coach.locate(work, incoming, place.latitude, place.longitude)


async def _tap(coach: Coach, action: Action, work: UnitOfWork, incoming: Incoming) -> Outcome:
    return await coach.tap(work, incoming, action)
