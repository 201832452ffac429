"""`coach stats`: where an athlete stands on a day."""

import json
from datetime import date
from typing import TYPE_CHECKING

import click

from bot.cli.database import Kept, addressed, athlete_option, database_option, kept_of
from bot.cli.one_line import OneLine

if TYPE_CHECKING:
    from bot.coaching.situation import Situation
    from bot.domain.catalogue import Catalogue


@click.command()
@athlete_option
@click.option("--on", help="As if that day were today, like 2026-03-02 [default: the athlete's today]")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, as docs/formats.md says.")
@database_option
def stats(athlete_id: int, on: str | None, url: str | None, *, as_json: bool) -> None:
    """Show where an athlete stands: the page that /stats shows, or the same and more as JSON.

    It reads beside a running coach.
    """
    day = _day(on)

    from bot.data.exercises import load_catalogue

    with addressed(url) as address:
        kept = kept_of(athlete_id, address)
    catalogue = load_catalogue()
    situation = _situation(kept, day, catalogue)
    click.echo(_as_json(situation, catalogue) if as_json else _as_page(situation, catalogue))


def _day(text: str | None) -> date | None:
    from bot.coaching.exchange_checks import FIRST_YEAR, LAST_YEAR

    if text is None:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        years = f"{FIRST_YEAR} to {LAST_YEAR}"
        raise OneLine(f"--on {text} is no day from {years}: use the form 2026-03-02")
    return day


def _situation(kept: Kept, day: date | None, catalogue: "Catalogue") -> "Situation":
    from bot.bootstrap import system_clock
    from bot.coaching.exchange_stats import situation_on

    on = day or kept.athlete.day_of(system_clock())
    return situation_on(kept.athlete, kept.sets, kept.events, on=on, catalogue=catalogue)


def _as_json(situation: "Situation", catalogue: "Catalogue") -> str:
    from bot.coaching.exchange_stats import stats_record

    return json.dumps(stats_record(situation, catalogue), ensure_ascii=False)


def _as_page(situation: "Situation", catalogue: "Catalogue") -> str:
    from bot.coaching.show_stats import ShowStats
    from bot.texts.language import Language
    from bot.texts.render import render

    messages = render(ShowStats(catalogue)(situation), Language(situation.athlete.language))
    return "\n\n".join(message.text for message in messages)
