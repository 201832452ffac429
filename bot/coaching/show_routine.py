"""Today's plan on request, and how an exercise is done."""

from dataclasses import dataclass

from bot.coaching.situation import Situation, card_of, cue_for
from bot.coaching.views import (
    Explained,
    RoutineShown,
)
from bot.domain.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class ShowRoutine:
    catalogue: Catalogue

    def __call__(self, situation: Situation) -> RoutineShown:
        return RoutineShown(card_of(situation, self.catalogue), situation.open_offers)


@dataclass(frozen=True, slots=True)
class ExplainExercise:
    """The cues of an exercise; today's comes first."""

    catalogue: Catalogue

    def __call__(self, situation: Situation, exercise: str) -> Explained:
        today = cue_for(exercise, situation.today, self.catalogue)
        others = [cue for cue in self.catalogue.exercises[exercise].cues if cue != today]
        return Explained(exercise, (today, *others))
