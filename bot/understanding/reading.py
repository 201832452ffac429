"""What a message means: the one value that reading gives, and the context it is read in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from bot.domain.exercise import Family
from bot.domain.sets import Effort


class Intent(StrEnum):
    """The kind of a message; the labelling guide's words."""

    LOG = "log"
    DONE = "done"
    CORRECT = "correct"
    UNDO = "undo"
    SKIP = "skip"
    SNOOZE = "snooze"
    PAIN = "pain"
    STATS = "stats"
    ROUTINE = "routine"
    HOW = "how"
    CLARIFY = "clarify"
    UNKNOWN_EXERCISE = "unknown_exercise"
    NONE = "none"


class About(StrEnum):
    """What a message of no other intent tells the coach, when it must act on it or answer it."""

    CRISIS = "crisis"
    FORGET = "forget"
    STOP = "stop"
    RESUME = "resume"
    PAIN_GONE = "pain_gone"
    BETTER = "better"
    SICK = "sick"
    FORM_BROKE = "form_broke"
    SORE = "sore"
    TIRED = "tired"
    LIGHT = "light"
    BACK = "back"
    PAUSE = "pause"
    TRAVEL = "travel"
    NO_BAR = "no_bar"
    START_OVER = "start_over"
    TEST = "test"
    SEASON_OFF = "season_off"
    BAR = "bar"
    PUSH_ONLY = "push_only"
    RACE_OFF = "race_off"
    TAPER = "taper"
    RACE = "race"
    LONG_RUN = "long_run"
    SETTING = "setting"
    MEDICAL = "medical"
    ROBOT = "robot"
    WHY = "why"
    HELP = "help"
    THANKS = "thanks"
    FAREWELL = "farewell"
    GREETING = "greeting"
    ANGRY = "angry"
    DISCOURAGED = "discouraged"
    ASSENT = "assent"


class RoutineTopic(StrEnum):
    """What a question about the routine is about; the first that fits counts."""

    WHO = "who"
    TODAY = "today"
    PULL_UP = "pull_up"
    NEXT = "next"
    TOES = "toes"
    TWO_EXERCISES = "two_exercises"
    MORE = "more"
    BAR = "bar"
    REST = "rest"
    DAILY = "daily"
    TWO_MINUTES = "two_minutes"
    FEW = "few"
    INJURY = "injury"
    AGE = "age"
    RUNNING = "running"
    SLOW = "slow"
    FORM = "form"
    HANDS = "hands"
    NEGATIVES = "negatives"
    KNEES = "knees"
    UPPER_BODY = "upper_body"


class Again(StrEnum):
    """What was done once more: the last log, yesterday's sets, or one set ("another one of those")."""

    LAST = "last"
    YESTERDAY = "yesterday"
    SET = "set"


class Unclear(StrEnum):
    """What a `clarify` needs to know; `done` is whether it was done at all, and by the athlete."""

    EXERCISE = "exercise"
    NUMBER = "number"
    DAY = "day"
    RANGE = "range"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class ReadSet:
    """One set as said; in a correction an unnamed exercise or number is None.

    `day` counts from today (0), backwards; None when no day was said. `seconds` are those of lowering.
    """

    exercise: str | None
    reps: int | None
    day: int | None = None
    seconds: int | None = None


@dataclass(frozen=True, slots=True)
class SaidHour:
    """A time of day for these weekdays (Monday is 0), for all if None."""

    at: time
    weekdays: frozenset[int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A message's meaning. Only the keys that its intent speaks of are filled.

    `day` counts from today: backwards (-1 is yesterday) on done, skip and correct, ahead (1 is tomorrow) on
    snooze and on `none` with an `about`: the day of a race, the first of a pause or a journey; backwards
    there to the day since when somebody is ill or well. `until` is the day, counted alike, on which a
    pause, a journey or a time without a bar ends. `at` and `weekdays` (Monday is 0) are those of a snooze
    or a setting; `hours` holds all of them where several were said. `quiet_on` are weekdays that shall stay
    free, `only_on` those that alone shall not. A `clarify` whose number is missing names the `exercise`,
    if that was said; `choices` are the complete readings that are left, each with all its sets, where they
    are but a few. `position` is the one set that an undo takes back or a correction changes, counted
    from 1, or -1 for the last; None means the whole last log. `again` says whose sets were done once more,
    in `families` if some were named; the intent stays `none`. `topic` is what a question about the routine
    (its `about` is `why`) asks about, if that is known. `fever` is False where an illness is but a cold.
    `families` are also those that hurt, are sore, or are fine again, as far as they were named.
    """

    intent: Intent
    sets: tuple[ReadSet, ...] = ()
    families: tuple[Family, ...] = ()
    day: int | None = None
    minutes: int | None = None
    at: time | None = None
    exercise: str | None = None
    pain: bool = False
    effort: Effort | None = None
    about: About | None = None
    topic: RoutineTopic | None = None
    until: int | None = None
    weekdays: frozenset[int] | None = None
    hours: tuple[SaidHour, ...] = ()
    quiet_on: frozenset[int] | None = None
    only_on: frozenset[int] | None = None
    position: int | None = None
    again: Again | None = None
    fever: bool | None = None
    unclear: Unclear | None = None
    choices: tuple[tuple[ReadSet, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """Where a message is read: the athlete's local date and time, rungs, and the exercise just asked about.

    `rungs` says what is done today on each ladder, so a variation stands there on its day.
    """

    now: datetime
    rungs: Mapping[Family, str]
    asked: str | None = None
    language: str = "en"
