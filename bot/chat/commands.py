"""What the coach answers to slash commands; one it doesn't know gets the help."""

from telegram import Update

from bot.chat.context import CoachContext


async def start(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.start)


async def today(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_today)


async def stats(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_stats)


async def undo(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.undo)


async def settings(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_settings)


async def why(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_why)


async def how(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_how)


async def about(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_about)


async def show_help(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_help)


async def privacy(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.show_privacy)


async def stop(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.stop)


async def forget(_update: Update, context: CoachContext) -> None:
    await context.turn(context.coach.ask_forget)


COMMANDS = {
    "start": start,
    "today": today,
    "stats": stats,
    "undo": undo,
    "settings": settings,
    "why": why,
    "how": how,
    "about": about,
    "help": show_help,
    "privacy": privacy,
    "stop": stop,
    "forget": forget,
}
