"""The command line as a whole: its commands, its help, and how its errors end."""

import errno
import sys

import click
import pytest
from click.testing import CliRunner

from bot.cli.main import LazyGroup, coach
from bot.settings import SettingsError
from bot.store.trouble import StoreError

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw_"


def failing_with(error: Exception) -> click.Command:
    """The group, with a command that fails."""

    @click.command()
    def fail() -> None:
        raise error

    class Failing(LazyGroup):
        def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
            return fail if cmd_name == "fail" else super().get_command(ctx, cmd_name)

    return Failing("coach")


def test_help_names_every_command() -> None:
    result = CliRunner().invoke(coach, ["--help"])

    assert result.exit_code == 0
    assert [
        name for name in coach.list_commands(click.Context(coach)) if f"\n  {name} " not in result.output
    ] == []


def test_help_imports_no_command() -> None:
    before = set(sys.modules)

    CliRunner().invoke(coach, ["--help"])

    assert {name for name in set(sys.modules) - before if name.startswith("bot.cli.")} == set()


@pytest.mark.parametrize(
    "name",
    [
        "start",
        "run",
        "chat",
        "parse",
        "stats",
        "export",
        "import",
        "backup",
        "restore",
        "queue",
        "doctor",
        "migrate",
    ],
)
def test_every_command_has_its_own_help(name: str) -> None:
    result = CliRunner().invoke(coach, [name, "--help"])

    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: coach {name}")


def test_its_version_is_the_distributions() -> None:
    assert CliRunner().invoke(coach, ["--version"]).output.startswith("coach 0.")


def test_an_unknown_command_is_refused() -> None:
    result = CliRunner().invoke(coach, ["fly"])

    assert result.exit_code == 2
    assert "No such command 'fly'" in result.stderr


@pytest.mark.parametrize("error", [SettingsError("X must be 1"), StoreError("X must be 1")])
def test_what_an_operator_can_mend_is_one_line(error: Exception) -> None:
    result = CliRunner().invoke(failing_with(error), ["fail"])

    assert result.exit_code == 2
    assert result.stderr == "Error: X must be 1\n"


def test_anything_else_tells_its_story_without_a_token() -> None:
    result = CliRunner().invoke(failing_with(RuntimeError(f"at /bot{TOKEN}/getMe")), ["fail"])

    assert result.exit_code == 1
    assert "RuntimeError: at /bot[token]/getMe" in result.stderr


def test_a_reader_that_has_gone_is_no_story() -> None:
    result = CliRunner().invoke(failing_with(BrokenPipeError(errno.EPIPE, "gone")), ["fail"])

    assert (result.exit_code, result.stderr) == (1, "")


def test_leaving_is_no_error() -> None:
    result = CliRunner().invoke(failing_with(click.exceptions.Exit(0)), ["fail"])

    assert (result.exit_code, result.output) == (0, "")
