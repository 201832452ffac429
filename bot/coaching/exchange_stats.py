"""Where an athlete stands on a day, as a record for other programs (docs/formats.md)."""

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from bot.coaching.athlete import Athlete
from bot.coaching.situation import Situation, situation_at
from bot.domain.catalogue import Catalogue, Dose
from bot.domain.events import Event
from bot.domain.exercise import Family
from bot.domain.plan import Plan, Prescription
from bot.domain.sets import LoggedSet
from bot.domain.standing import Standing
from bot.domain.tally import best_sets, totals

StatsRecord: TypeAlias = dict[str, object]


def situation_on(
    athlete: Athlete, log: Sequence[LoggedSet], events: Sequence[Event], *, on: date, catalogue: Catalogue
) -> Situation:
    """As if `on` were today: what later days hold is left out."""
    return situation_at(
        athlete,
        [one for one in log if one.day <= on],
        [event for event in events if event.day <= on],
        today=on,
        catalogue=catalogue,
    )


def stats_record(situation: Situation, catalogue: Catalogue) -> StatsRecord:
    """The same situation always gives the same keys in the same order."""
    showing, sums, best = situation.showing, totals(situation.log), best_sets(situation.log)
    standings = situation.training.now.standings
    return {
        "athlete": situation.athlete.athlete_id,
        "on": situation.today.isoformat(),
        "streak": {"current": showing.current, "best": showing.best, "freezes": showing.freezes},
        "habit": round(showing.habit, 1),
        "days_kept": showing.kept,
        "totals": dict(sums),
        "best_sets": {exercise: best[exercise] for exercise in sums},
        "rungs": {str(family): _rung(standings[family], catalogue) for family in Family},
        "offers": [str(offer) for family in Family for offer in _open_offers(standings[family])],
        "prescription": _plan(situation.plan),
    }


def _rung(standing: Standing, catalogue: Catalogue) -> StatsRecord:
    dose = catalogue.dose(standing.rung, standing.level)
    return {"rung": standing.rung, "level": standing.level, "sets": _dose(dose)}


def _dose(dose: Dose) -> str:
    """2x10, or 2x3@5 with seconds of lowering, as in `exercises.toml`."""
    return f"{dose.sets}x{dose.reps}" + (f"@{dose.lowering}" if dose.lowering else "")


def _open_offers(standing: Standing) -> list[str]:
    return sorted(offer for offer, state in standing.offers.items() if state.open_since is not None)


def _plan(plan: Plan) -> StatsRecord:
    parts = {str(part.family): _prescription(part) for part in plan}
    return {"seconds": plan.seconds, "rest": plan.is_rest, **parts}


def _prescription(part: Prescription) -> StatsRecord:
    sets = [
        {
            "exercise": one.exercise,
            "reps": one.reps,
            "lowering_seconds": one.lowering,
            "mode": str(one.mode),
        }
        for one in part.sets
    ]
    return {"sets": sets, "why": str(part.why)}
