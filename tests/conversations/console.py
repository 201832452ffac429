"""A conversation as `coach chat` holds it: lines in, messages out."""

import json
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.bootstrap import Voice
from bot.console.screen import JsonScreen, Screen, TextScreen
from bot.console.session import Sitting, hold

BERLIN = ZoneInfo("Europe/Berlin")
START = datetime(2026, 3, 2, 5, 55, tzinfo=UTC)


@dataclass(frozen=True)
class Heard:
    """One message of the coach's, as `--json` tells it."""

    at: str
    method: str
    text: str
    buttons: Sequence[Sequence[str]]

    @property
    def is_edit(self) -> bool:
        return self.method == "editMessageText"

    @property
    def labels(self) -> list[str]:
        return [label for row in self.buttons for label in row]


@dataclass(frozen=True)
class Console:
    """Each sitting goes on with what the one before left in the database."""

    database: str
    voice: Voice = field(repr=False)  # it holds a whole lexicon, and asyncio asks for the repr

    async def talk(self, *lines: str, at: datetime = START, athlete_id: int = 1) -> list[Heard]:
        """What the coach says to these lines; that nothing failed is checked too.

        A card that loses its buttons, its words unchanged, isn't told of.
        """
        told: list[str] = []
        refused: list[str] = []
        went_well = await self._hold(lines, JsonScreen(told.append, refused.append), at, athlete_id)
        assert (went_well, [line for line in refused if not line.startswith("(")]) == (True, [])
        records = [json.loads(line) for line in told]
        heard = [Heard(one["at"], one["method"], one["text"], one["buttons"]) for one in records]
        return [one for one in heard if one.method != "editMessageReplyMarkup"]

    async def transcript(self, *lines: str, at: datetime = START) -> str:
        """What the terminal shows, typed lines included."""
        shown: list[str] = []
        screen: Screen = TextScreen(lambda _ink, text: shown.append(text), echo=True)
        assert await self._hold(lines, screen, at, 1)
        return "\n".join(shown)

    async def _hold(self, lines: Sequence[str], screen: Screen, at: datetime, athlete_id: int) -> bool:
        sitting = Sitting(database_url=self.database, athlete_id=athlete_id, zone=BERLIN, at=at)
        return await hold(sitting, self.voice, _each(lines), screen)


async def _each(lines: Sequence[str]) -> AsyncIterator[str]:
    for line in lines:
        yield line
