"""Words for operators and menus: an apology with its reference, the commands."""

from bot.texts.language import Language
from bot.texts.replies import apology, commands


def test_an_apology_names_its_reference_and_the_next_step(say: Language) -> None:
    text = apology("a1b2", say).text

    assert text.endswith("(a1b2)")
    assert "Please send it again." in text


def test_each_command_fits_into_the_menu(say: Language) -> None:
    menu = dict(commands(say))

    assert set(menu) >= {"start", "today", "stats", "undo", "settings", "help", "privacy"}
    assert all(0 < len(description) <= 256 for description in menu.values())
    assert all(name.islower() and len(name) <= 32 for name in menu)
