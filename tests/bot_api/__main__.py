"""`python -m tests.bot_api --port 0 --token 123456:TEST`: the stand-in as a process of its own.

The first line that it prints is JSON: {"port": …, "url": …}. SIGTERM and SIGINT end it.
"""

import argparse
import asyncio
import json
import signal

from tests.bot_api.pacing import RateLimits
from tests.bot_api.server import BotApi


def main() -> None:
    parser = argparse.ArgumentParser(description="A strict stand-in for the Telegram Bot API.")
    parser.add_argument("--token", required=True)
    parser.add_argument("--port", type=int, default=0, help="0 takes a free one")
    parser.add_argument("--per-second", type=int, help="messages a second that the bot may send")
    parser.add_argument("--per-chat-per-second", type=int, help="messages a second in one chat")
    parser.add_argument("--latency", type=float, default=0, help="seconds that every answer takes")
    given = parser.parse_args()
    limits = RateLimits(given.per_second, given.per_chat_per_second)
    asyncio.run(_serve(BotApi(token=given.token, port=given.port, limits=limits, latency=given.latency)))


async def _serve(api: BotApi) -> None:
    stopping = asyncio.Event()
    for signal_number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(signal_number, stopping.set)
    async with api:
        print(json.dumps({"port": api.port, "url": api.url}), flush=True)  # noqa: T201 (that line is its interface)
        await stopping.wait()


if __name__ == "__main__":
    main()
