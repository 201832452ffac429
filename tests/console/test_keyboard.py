"""A real terminal, as far as it goes without one: typed keys become lines, colours go around text."""

import io
from collections.abc import Sequence

import pytest
from prompt_toolkit import PromptSession
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from prompt_toolkit.output.plain_text import PlainTextOutput

from bot.console.keyboard import put, typed
from bot.console.screen import Ink

CTRL_A, CTRL_C, CTRL_D, DELETE = "\x01", "\x03", "\x04", "\x1b[3~"


async def typing(keys: str) -> tuple[list[str], Sequence[str]]:
    """The lines that come of these keys, and what the up arrow would bring back."""
    with create_pipe_input() as keyboard, create_app_session(input=keyboard, output=DummyOutput()):
        keyboard.send_text(keys)
        session: PromptSession[str] = PromptSession()
        return [line async for line in typed(session)], session.history.get_strings()


@pytest.mark.parametrize(
    ("keys", "lines"),
    [
        pytest.param(f"did 2\rundo\r{CTRL_D}", ["did 2", "undo"], id="lines"),
        pytest.param(f"xdid 2{CTRL_A}{DELETE}\r{CTRL_D}", ["did 2"], id="edited"),
        pytest.param(f"did 2\rnever sent{CTRL_C}", ["did 2"], id="Ctrl-C leaves"),
    ],
)
async def test_what_is_typed_becomes_lines(keys: str, lines: list[str]) -> None:
    assert (await typing(keys))[0] == lines


async def test_what_was_typed_can_be_brought_back() -> None:
    assert (await typing(f"did 2\rundo\r{CTRL_D}"))[1] == ["did 2", "undo"]


@pytest.mark.parametrize("ink", list(Ink))
def test_every_ink_can_be_put(ink: Ink) -> None:
    written = io.StringIO()
    with create_app_session(output=PlainTextOutput(written)):
        put(ink, "2 knee push-ups")

    assert written.getvalue().strip() == "2 knee push-ups"
