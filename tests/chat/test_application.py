"""How the application is built."""

from bot.chat.application import build_application
from bot.chat.context import CoachApplication, Wiring
from bot.chat.turn import Turns
from bot.coaching.ports import UnitsOfWork
from tests.chat.scene import FixedClock, Recorder, render


def built(units: UnitsOfWork, clock: FixedClock, api_url: str | None) -> CoachApplication:
    turns = Turns(units, render, clock, lambda: None)
    wiring = Wiring(coach=Recorder().coach(), turns=turns)
    return build_application(token="1:x", wiring=wiring, api_url=api_url)


async def test_a_server_of_ones_own_is_asked(units: UnitsOfWork, clock: FixedClock) -> None:
    bot = built(units, clock, "http://localhost:8081/").bot

    assert bot.base_url == "http://localhost:8081/bot1:x"
    assert bot.base_file_url == "http://localhost:8081/file/bot1:x"


async def test_telegram_is_asked_otherwise(units: UnitsOfWork, clock: FixedClock) -> None:
    application = built(units, clock, None)

    assert application.bot.base_url == "https://api.telegram.org/bot1:x"
    assert application.updater is None
