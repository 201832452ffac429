"""A real terminal: line editing and history for what is typed, colour for what is said."""

from collections.abc import AsyncIterator

from prompt_toolkit import PromptSession, print_formatted_text
from prompt_toolkit.formatted_text import FormattedText
from prompt_toolkit.patch_stdout import patch_stdout

from bot.console.screen import Ink

PROMPT = "> "
GREETING = "Write to the coach as on Telegram, /start to begin. :help tells more, :quit leaves."
_STYLES = {
    Ink.TYPED: "",
    Ink.COACH: "",
    Ink.KEY: "ansicyan",
    Ink.TIME: "bold",
    Ink.NOTE: "ansibrightblack",
    Ink.ERROR: "ansired",
}


async def typed(session: PromptSession[str]) -> AsyncIterator[str]:
    """Ctrl-D and Ctrl-C end it; what is said meanwhile appears above the line being typed."""
    with patch_stdout():
        while True:
            try:
                line = await session.prompt_async(PROMPT)
            except (EOFError, KeyboardInterrupt):
                return
            yield line


def put(ink: Ink, text: str) -> None:
    print_formatted_text(FormattedText([(_STYLES[ink], text)]))
