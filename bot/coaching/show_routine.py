"""Today's plan on request, why it is what it is, and how an exercise is done."""

from dataclasses import dataclass

from bot.coaching.log_outcomes import UnknownExercise
from bot.coaching.morning_news import steps_down
from bot.coaching.ports import Incoming
from bot.coaching.reader import Reader
from bot.coaching.situation import Situation, card_of, cue_for
from bot.coaching.views import (
    Explained,
    RoutineShown,
    WhyShown,
)
from bot.domain.catalogue import Catalogue
from bot.domain.exercise import Family


@dataclass(frozen=True, slots=True)
class ShowRoutine:
    catalogue: Catalogue

    def __call__(self, situation: Situation) -> RoutineShown:
        card = card_of(situation, self.catalogue)
        return RoutineShown(card, situation.open_offers, tuple(steps_down(situation)))

    def why(self, situation: Situation) -> WhyShown:
        return WhyShown(card_of(situation, self.catalogue))


@dataclass(frozen=True, slots=True)
class ExplainExercise:
    """The cues of an exercise; the one that matters today comes first."""

    catalogue: Catalogue
    reader: Reader

    def __call__(self, situation: Situation, exercise: str) -> Explained:
        today = cue_for(exercise, situation, self.catalogue)
        others = [cue for cue in self.catalogue.exercises[exercise].cues if cue != today]
        planned = dict.fromkeys(one.exercise for one in situation.plan.sets)
        return Explained(exercise, (today, *others), tuple(name for name in planned if name != exercise))

    def named(self, situation: Situation, incoming: Incoming) -> Explained | UnknownExercise:
        """`/how negatives`; without a name what comes first today."""
        _, _, words = incoming.text.partition(" ")
        if not words.strip():
            return self.first(situation)
        named = self.reader.exercise(incoming, situation, words)
        return self(situation, named) if named in self.catalogue.exercises else UnknownExercise()

    def first(self, situation: Situation) -> Explained:
        """What comes first today."""
        sets = situation.left or situation.plan.sets
        return self(situation, sets[0].exercise if sets else situation.rungs()[Family.PUSH])
