"""`coach start`: the coach on Telegram if there is a token, else in this terminal."""

import click


@click.command()
@click.pass_context
def start(context: click.Context) -> None:
    """Run on Telegram if TELEGRAM_TOKEN is set in the environment or .env, else chat in this terminal."""
    from bot.settings import load_settings

    if load_settings().telegram_token is not None:
        from bot.cli.run import run

        context.invoke(run)
    else:
        from bot.cli.chat import chat

        click.echo(
            "TELEGRAM_TOKEN is not set in the environment or .env, so the coach talks to you right here."
        )
        context.invoke(chat)
