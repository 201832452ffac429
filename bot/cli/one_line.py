"""An error that ends a command with one line for the operator, and exit code 2."""

import click


class OneLine(click.ClickException):
    """What went wrong and what to do about it."""

    exit_code = 2
