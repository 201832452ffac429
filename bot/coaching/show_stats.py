"""How an athlete is doing: showing up, totals, best sets, where they stand."""

from dataclasses import dataclass

from bot.coaching.situation import Situation
from bot.coaching.views import (
    StatsShown,
)
from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family
from bot.domain.plan import PlannedSet
from bot.domain.standing import Standing
from bot.domain.tally import best_sets, totals
from bot.domain.workload import sets_at


@dataclass(frozen=True, slots=True)
class ShowStats:
    catalogue: Catalogue

    def __call__(self, situation: Situation) -> StatsShown:
        standings = situation.training.now.standings
        return StatsShown(
            showing=situation.showing,
            today=situation.today,
            totals=totals(situation.log),
            best=best_sets(situation.log),
            standings=standings,
            doses={family: self._sets(standings[family], 0) for family in Family},
            next_doses={family: self._sets(standings[family], 1) for family in Family},
            has_bar=situation.bar is True,
        )

    def _sets(self, standing: Standing, above: int) -> tuple[PlannedSet, ...]:
        """The sets of the level, or of one above it; nothing above the top."""
        level = standing.level + above
        top = self.catalogue.rung(standing.rung).top
        return sets_at(self.catalogue, standing, level) if level <= top else ()
