"""All that the stand-in knows at one moment: chats, updates, and what the bot has said about itself."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from tests.bot_api.changes import Changes
from tests.bot_api.chats import Chats
from tests.bot_api.decoding import Upload
from tests.bot_api.schema import Json
from tests.bot_api.updates import UpdateQueue

Clock = Callable[[], datetime]


def real_time() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 (a process of its own has nobody to hand it a clock)


@dataclass(slots=True)
class Profile:
    """What setMyCommands and its like have set, by scope and language."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class State:
    token: str
    clock: Clock = real_time
    changes: Changes = field(default_factory=Changes)
    chats: Chats = field(default_factory=Chats)
    profile: Profile = field(default_factory=Profile)
    files: dict[str, Upload] = field(default_factory=dict)
    taps: dict[str, Json | None] = field(default_factory=dict)
    webhook: Json = field(default_factory=dict)
    tricks: deque[str] = field(default_factory=deque)
    overtaken: set[object] = field(default_factory=set)  # chats of which a newer update was told first
    updates: UpdateQueue = field(init=False)

    def __post_init__(self) -> None:
        self.updates = UpdateQueue(self.changes)

    @property
    def bot(self) -> Json:
        return {
            "id": int(self.token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Two-Minute Coach",
            "username": "two_minute_coach_bot",
        }

    def now(self) -> int:
        return int(self.clock().timestamp())
