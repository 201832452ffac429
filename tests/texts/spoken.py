"""A message and the outcome that it tells."""

from dataclasses import dataclass, field

from bot.coaching.mail import Button, Message
from bot.coaching.outcomes import Outcome


@dataclass(frozen=True)
class Spoken:
    outcome: Outcome = field(repr=False)
    message: Message

    @property
    def text(self) -> str:
        return self.message.text

    @property
    def buttons(self) -> tuple[Button, ...]:
        return tuple(button for row in self.message.buttons for button in row)
