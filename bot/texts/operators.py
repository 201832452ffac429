"""What the operators are told over Telegram: what happened, and the command that goes on from there."""

from typing import assert_never

from bot.coaching.mail import Message
from bot.coaching.trouble import BackupFailed, ManyTroubles, SetAside, Trouble, Undeliverable
from bot.texts.language import Language

LONGEST_ERROR = 100


def told_operators(trouble: Trouble, say: Language) -> Message:
    match trouble:
        case SetAside(reference, error, has_apology):
            template = (
                say.one(
                    "Set aside: {reference} ({error}). The athlete was asked to send it again. "
                    "See it with: coach queue show {reference}"
                )
                if has_apology
                else say.one(
                    "Set aside: {reference} ({error}). Nobody waits for an answer to it. "
                    "See it with: coach queue show {reference}"
                )
            )
            return Message(template.format(reference=reference, error=_short(error)))
        case Undeliverable(reference, error):
            template = say.one(
                "Couldn't be delivered: {reference} ({error}). See it with: coach queue show {reference}"
            )
            return Message(template.format(reference=reference, error=_short(error)))
        case ManyTroubles():
            text = say.one(
                "There is more trouble than I tell one by one, so I'm quiet about it for an hour. "
                "See all of it with: coach queue"
            )
            return Message(text)
        case BackupFailed(error):
            template = say.one("Last night's backup failed ({error}). I'll try again each hour.")
            return Message(template.format(error=_short(error)))
        case _:
            assert_never(trouble)


def _short(error: str) -> str:
    return error if len(error) <= LONGEST_ERROR else f"{error[:LONGEST_ERROR]}…"
