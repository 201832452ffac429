"""The `coach` command's entry point."""

import gc


def main() -> None:
    """Run the command line; imported late so that `--help` stays quick."""
    # Starting makes a few hundred thousand objects, and hardly one of them is garbage: looking for it takes
    # a sixth of the time. Where something runs for long, `bootstrap.py` turns it on again.
    gc.disable()

    from bot.cli.main import coach

    coach()


if __name__ == "__main__":
    main()
