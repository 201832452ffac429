"""The `coach` command's entry point."""


def main() -> None:
    """Run the command line; imported late so that `--help` stays quick."""
    from bot.cli.main import coach

    coach()


if __name__ == "__main__":
    main()
