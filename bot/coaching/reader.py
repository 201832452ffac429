"""Reading a message where it was written: the athlete's local time, rungs, and what was just asked."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import time

from bot.coaching.actions import Start
from bot.coaching.asked import Asked, AskedChoice, AskedPullUps, AskedReps, AskedStart
from bot.coaching.ports import Incoming
from bot.coaching.situation import Situation
from bot.domain.anchor import Anchor
from bot.domain.events import Placed, Said
from bot.domain.exercise import Family
from bot.understanding.ahead import read_day_ahead
from bot.understanding.anchors import read_anchor
from bot.understanding.answers import adds_more, is_nod, is_none, is_time, is_unsure, is_yes, stated_number
from bot.understanding.days import read_weekdays
from bot.understanding.lexicon import Lexicon
from bot.understanding.read import read
from bot.understanding.reading import About, Context, Intent, Reading, Unclear
from bot.understanding.times import read_clock
from bot.understanding.urgency import is_urgent
from bot.understanding.wishes import Wish, read_wish

KNEES, TOES = "knee_push_up", "push_up"


@dataclass(frozen=True, slots=True)
class Reader:
    """Lexicons by language."""

    lexicons: Mapping[str, Lexicon]

    def read(
        self, incoming: Incoming, situation: Situation, *, text: str | None = None, about: str | None = None
    ) -> Reading:
        """The message, or another text in its place; `about` is the exercise that it speaks of, if known."""
        context = _context(incoming, situation)
        context = replace(context, asked=about or context.asked)
        words = incoming.text if text is None else text
        return read(words, context, self._lexicon(situation))

    def wish(self, incoming: Incoming, situation: Situation) -> Wish | None:
        return read_wish(incoming.text, _context(incoming, situation), self._lexicon(situation))

    def anchor(self, incoming: Incoming, situation: Situation) -> Anchor | None:
        return read_anchor(incoming.text, self._lexicon(situation))

    def clock(self, incoming: Incoming, situation: Situation) -> time | None:
        return read_clock(incoming.text, self._lexicon(situation))

    def weekdays(self, incoming: Incoming, situation: Situation) -> frozenset[int] | None:
        return read_weekdays(incoming.text, self._lexicon(situation))

    def day_ahead(self, incoming: Incoming, situation: Situation) -> int | None:
        """The day to come that is said, counted from today."""
        today = incoming.said_at.astimezone(situation.athlete.zone_info).date()
        return read_day_ahead(incoming.text, today, self._lexicon(situation))

    def none(self, incoming: Incoming, situation: Situation) -> bool:
        return is_none(incoming.text, self._lexicon(situation))

    def nod(self, incoming: Incoming, situation: Situation) -> bool:
        return is_nod(incoming.text, self._lexicon(situation))

    def yes(self, incoming: Incoming, situation: Situation) -> bool:
        return is_yes(incoming.text, self._lexicon(situation))

    def no_time(self, incoming: Incoming, situation: Situation) -> bool:
        return is_time(incoming.text, self._lexicon(situation))

    def urgent(self, incoming: Incoming, situation: Situation, reading: Reading) -> bool:
        """Signs that need help at once, in a message of any kind."""
        worked = bool(reading.sets) or reading.intent is Intent.DONE
        return is_urgent(
            incoming.text,
            _context(incoming, situation),
            self._lexicon(situation),
            after_work=worked and not reading.pain,
        )

    def unsure(self, incoming: Incoming, situation: Situation) -> bool:
        return is_unsure(incoming.text, self._lexicon(situation))

    def adds_more(self, incoming: Incoming, situation: Situation) -> bool:
        return adds_more(incoming.text, self._lexicon(situation))

    def stated(self, incoming: Incoming, situation: Situation) -> int | None:
        """The one number of a message, as an answer to how many go; none is one too."""
        lexicon = self._lexicon(situation)
        found = stated_number(incoming.text, lexicon)
        return 0 if found is None and is_none(incoming.text, lexicon) else found

    def number(self, incoming: Incoming, situation: Situation) -> int | None:
        """A bare number, which nothing but its reps is known of."""
        context = replace(_context(incoming, situation), asked=None)
        reading = read(incoming.text, context, self._lexicon(situation))
        bare = reading.unclear is Unclear.EXERCISE and len(reading.sets) == 1
        return reading.sets[0].reps if bare else None

    def exercise(self, incoming: Incoming, situation: Situation, words: str) -> str:
        """The exercise of "1" and these words; empty if it is none that the coach knows."""
        reading = self.read(incoming, situation, text=f"1 {words}")
        return next((one.exercise for one in reading.sets if one.exercise), "")

    def leaves_rung_open(self, incoming: Incoming, situation: Situation) -> bool:
        """Whether it tells of push-ups of one day that would be knee or full ones by the rung alone."""
        for rung in (KNEES, TOES):
            reading = self._read_on(incoming.text, incoming, situation, rung)
            if reading.pain or {one.exercise for one in reading.sets} != {rung}:
                return False
        return len({one.day for one in reading.sets}) == 1

    def start(self, incoming: Incoming, situation: Situation) -> Start | None:
        """What was said of one push-up: "knees", "on my toes", "full ones"; else whether it was unsure.

        It is read on either rung, since an exercise counts as named only where the bare word is another.
        """
        named = {rung: self._named(incoming, situation, rung) for rung in (KNEES, TOES)}
        if named[KNEES] == TOES:
            return Start.TOES
        if named[TOES] == KNEES:
            return Start.KNEES
        return Start.UNSURE if is_unsure(incoming.text, self._lexicon(situation)) else None

    def _named(self, incoming: Incoming, situation: Situation, rung: str) -> str | None:
        """The exercise of "1 push-up" and these words, for somebody on that rung."""
        reading = self._read_on(f"1 push-up {incoming.text}", incoming, situation, rung)
        exercises = {one.exercise for one in reading.sets}
        return exercises.pop() if len(exercises) == 1 else None

    def _read_on(self, text: str, incoming: Incoming, situation: Situation, rung: str) -> Reading:
        """As somebody on that rung means it."""
        rungs = {**situation.rungs(), Family.PUSH: rung}
        context = replace(_context(incoming, situation), rungs=rungs, asked=None)
        return read(text, context, self._lexicon(situation))

    def _lexicon(self, situation: Situation) -> Lexicon:
        return self.lexicons[situation.athlete.language]


def open_question(situation: Situation) -> Asked | None:
    """What was asked, as long as its day lasts."""
    asked = situation.athlete.asked
    return asked if asked is not None and asked.day == situation.today else None


def _context(incoming: Incoming, situation: Situation) -> Context:
    asked = open_question(situation)
    local = incoming.said_at.astimezone(situation.athlete.zone_info).replace(tzinfo=None)
    return Context(local, situation.rungs(), _exercise_asked(situation, asked), situation.athlete.language)


def _exercise_asked(situation: Situation, asked: Asked | None) -> str | None:
    if isinstance(asked, AskedReps | AskedChoice):
        return asked.exercise
    return _asked_today(situation, asked)


def _asked_today(situation: Situation, asked: Asked | None) -> str | None:
    """The one exercise left of a plan that the athlete has seen today, unless something else is asked."""
    if isinstance(asked, AskedStart | AskedPullUps):
        return None
    shown = any(
        isinstance(event, Said | Placed) and event.day == situation.today for event in situation.events
    )
    trained = any(situation.training.done.values())
    return situation.exercise_left() if shown or trained else None


def is_idle(reading: Reading) -> bool:
    """It means nothing by itself."""
    return (
        reading.intent is Intent.NONE
        and reading.about in {None, About.ASSENT}
        and reading.again is None
        and reading.effort is None
    )
