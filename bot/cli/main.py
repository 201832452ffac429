"""The `coach` command: its sub-commands by name, imported when they run, and its errors in one line."""

import traceback
from collections.abc import Mapping
from importlib import import_module
from typing import Final

import click

from bot.cli.one_line import OneLine

# name: (where the command stands, what `coach --help` says about it)
_COMMANDS: Final[Mapping[str, tuple[str, str]]] = {
    "start": ("bot.cli.start:start", "Run on Telegram if a token is set, else chat in this terminal."),
    "run": ("bot.cli.run:run", "Coach on Telegram."),
    "chat": ("bot.cli.chat:chat", "Talk with the coach in this terminal, without Telegram."),
    "parse": ("bot.cli.parse:parse", "Show how messages are understood."),
    "stats": ("bot.cli.stats:stats", "Show where an athlete stands."),
    "export": ("bot.cli.export:export", "Write an athlete's sets and events to a file."),
    "import": ("bot.cli.import_:import_", "Read an athlete's sets and events from a file."),
    "forget": ("bot.cli.forget:forget", "Delete an athlete with everything that is kept of them."),
    "backup": ("bot.cli.backup:backup", "Copy the database, while the coach goes on."),
    "restore": ("bot.cli.backup:restore", "Make such a copy the database again."),
    "copy": ("bot.cli.copy:copy", "Move everything into another database, SQLite or PostgreSQL."),
    "queue": ("bot.cli.queue:queue", "List what waits or is stuck, show it, try it again."),
    "doctor": ("bot.cli.doctor:doctor", "Check all that the coach needs, and say what to do."),
    "migrate": ("bot.cli.migrate:migrate", "Bring the database's tables up to date."),
}


class LazyGroup(click.Group):
    """Knows its sub-commands by name and imports the one that is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click's signature
        if cmd_name not in _COMMANDS:
            return None
        module, _, name = _COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002 - click's signature
        with formatter.section("Commands"):
            formatter.write_dl([(name, told) for name, (_, told) in _COMMANDS.items()])

    def invoke(self, ctx: click.Context) -> object:
        """The command line's edge: what nobody below could mend ends here."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001 - the command line's edge
            raise _last_words(error) from None


def _last_words(error: Exception) -> click.ClickException | click.exceptions.Exit:
    """One line for what an operator can mend; the whole story of anything else; no token in either."""
    from bot.observe import redact
    from bot.settings import SettingsError
    from bot.store.trouble import StoreError

    if isinstance(error, SettingsError | StoreError):
        return OneLine(redact(str(error)))
    story = "".join(traceback.format_exception(error))
    click.echo(redact(story), err=True, nl=False)
    return click.exceptions.Exit(1)


@click.group(
    cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="two-minute-coach", prog_name="coach", message="%(prog)s %(version)s")
def coach() -> None:
    """A strong upper body in two minutes a day: the coach, on Telegram or in this terminal."""
