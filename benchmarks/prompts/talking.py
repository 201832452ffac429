"""The stand-in with people who talk while the coach prompts: `python -m benchmarks.prompts.talking …`.

The first line that it prints is JSON with its URL; the last, once everybody was prompted and answered or the
time is over, is what was said and what was sent, in seconds of its own clock.
"""

import argparse
import asyncio
import json
import time
from dataclasses import asdict, dataclass, field
from itertools import cycle

from tests.bot_api.calls import Call
from tests.bot_api.pacing import PACED_METHODS, RateLimits
from tests.bot_api.server import BotApi

TOKEN = "123456:TEST"
WORDS = ("did 3 knee pushups", "/stats", "2 knee pushups, hard", "why slow?", "/today", "done")
ANSWER_WITHIN = 30.0


@dataclass(frozen=True, slots=True)
class Sent:
    """A message that the bot sent or edited, and whether it was taken (200) or too much (429)."""

    at: float
    chat_id: int
    status: int


@dataclass(slots=True)
class Record:
    said: dict[int, float] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--prompted", type=int, default=0, help="wait until so many chats were written to")
    parser.add_argument(
        "--first", type=int, required=True, help="the first of those who talk, one after the other"
    )
    parser.add_argument(
        "--seconds", type=float, required=True, help="talk so long, or until all are prompted"
    )
    parser.add_argument("--a-second", type=float, required=True, help="messages that people write")
    parser.add_argument(
        "--per-second", type=int, required=True, help="messages a second that the bot may send"
    )
    given = parser.parse_args()
    limits = RateLimits(per_second=given.per_second, per_chat_per_second=4)
    print(json.dumps(asdict(asyncio.run(_serve(BotApi(token=TOKEN, limits=limits), given)))))


async def _serve(api: BotApi, given: argparse.Namespace) -> Record:
    record = Record()
    talking = range(given.first, given.first + int(given.seconds * given.a_second) + 1)
    for person in (*range(1, given.prompted + 1), *talking):
        api.meets(person)
    async with api:
        print(json.dumps({"url": api.url}), flush=True)
        await api.polling(timeout=60)
        ends = time.time() + given.seconds
        words = cycle(WORDS)
        for person in talking:
            record.said[person] = time.time()
            api.says(person, next(words))
            await asyncio.sleep(1 / given.a_second)
            if time.time() >= ends or (given.prompted and _prompted(api, given.prompted)):
                break
        await asyncio.sleep(min(ANSWER_WITHIN, 5))
    record.sent = [_sent(call) for call in api.calls if call.method in PACED_METHODS]
    return record


def _prompted(api: BotApi, count: int) -> bool:
    """Looked at now and then; edits and answers to others aside, each prompt is one call."""
    if len(api.recorded.all) < count:
        return False
    chats = {call.params.get("chat_id") for call in api.recorded.all if call.method == "sendMessage"}
    return len([chat for chat in chats if chat is not None and chat <= count]) >= count


def _sent(call: Call) -> Sent:
    return Sent(call.at.timestamp(), call.params.get("chat_id", 0), call.status)


if __name__ == "__main__":
    main()
