"""Reading a message where it was written: the athlete's local time, rungs, and what was just asked."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from bot.coaching.actions import Start
from bot.coaching.asked import Asked, AskedReps
from bot.coaching.ports import Incoming
from bot.coaching.situation import Situation
from bot.understanding.days import read_weekdays
from bot.understanding.lexicon import Lexicon
from bot.understanding.read import read
from bot.understanding.reading import Context, Reading
from bot.understanding.times import read_clock


@dataclass(frozen=True, slots=True)
class Reader:
    """Lexicons by language."""

    lexicons: Mapping[str, Lexicon]

    def read(self, incoming: Incoming, situation: Situation, *, text: str | None = None) -> Reading:
        """The message, or another text in its place."""
        context = _context(incoming, situation)
        words = incoming.text if text is None else text
        return read(words, context, self._lexicon(situation))

    def clock(self, incoming: Incoming, situation: Situation) -> time | None:
        return read_clock(incoming.text, self._lexicon(situation))

    def weekdays(self, incoming: Incoming, situation: Situation) -> frozenset[int] | None:
        return read_weekdays(incoming.text, self._lexicon(situation))

    def start(self, incoming: Incoming, situation: Situation) -> Start | None:
        """What was said of one push-up: "knees", "on my toes", "full ones", "not sure"."""
        reading = self.read(incoming, situation, text=f"1 push-up {incoming.text}")
        exercises = {one.exercise for one in reading.sets}
        if exercises == {"push_up"}:
            return Start.TOES
        return Start.KNEES if exercises == {"knee_push_up"} else None

    def _lexicon(self, situation: Situation) -> Lexicon:
        return self.lexicons[situation.athlete.language]


def open_question(situation: Situation) -> Asked | None:
    """What was asked, as long as its day lasts."""
    asked = situation.athlete.asked
    return asked if asked is not None and asked.day == situation.today else None


def _context(incoming: Incoming, situation: Situation) -> Context:
    asked = open_question(situation)
    local = incoming.said_at.astimezone(situation.athlete.zone_info).replace(tzinfo=None)
    exercise = asked.exercise if isinstance(asked, AskedReps) else situation.exercise_left()
    return Context(local, situation.rungs(), exercise, situation.athlete.language)
