"""The person coached: what is set for them, beside what they did and said."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.coaching.asked import Asked
from bot.domain.anchor import Anchor
from bot.domain.calendar import DAY, instant_of, training_day
from bot.domain.prompts import GRACE, NextPrompt, PromptTimes, WeekdayTime, next_prompt

DEFAULT_PROMPT_TIME = time(7, 0)
DEFAULT_DAY_START = time(3, 0)


@dataclass(frozen=True, slots=True)
class Journey:
    """Away from home; after the day `until`, if one was said, the clock at home counts again."""

    home_zone: str
    home_place: str | None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """`athlete_id` is Telegram's user id (64 bit); in a private chat the chat's id is the same.

    The prompt comes at `prompt_time`, on some weekdays at a time of their own, without a sound where
    `silent_cards` says so. A training day begins at `day_start`, but no later than its prompt.
    `prompts_on` is False while the chat is blocked, `wants_prompts` once the athlete has asked for none.
    `place` is the city as it was found, None while the zone is only assumed; on a `journey` zone and place
    are those of the day, not of home. `anchor` is the daily thing that they train beside. `asked` is the
    open question.
    """

    athlete_id: int
    chat_id: int
    name: str
    zone: str
    started_at: datetime
    language: str = "en"
    prompt_time: time = DEFAULT_PROMPT_TIME
    weekday_times: tuple[WeekdayTime, ...] = ()
    day_start: time = DEFAULT_DAY_START
    prompts_on: bool = True
    wants_prompts: bool = True
    silent_cards: bool = False
    place: str | None = None
    journey: Journey | None = None
    anchor: Anchor | None = None
    asked: Asked | None = None

    @property
    def zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def prompt_times(self) -> PromptTimes:
        return PromptTimes(self.prompt_time, self.weekday_times)

    @property
    def day_begins(self) -> time:
        """Else a card in the night would be one of the day before."""
        return min(self.day_start, self.prompt_times.earliest)

    def zone_on(self, day: date) -> ZoneInfo:
        """Where that day's prompt finds the athlete: at home again after a journey."""
        journey = self.journey
        is_over = journey is not None and journey.until is not None and day > journey.until
        return ZoneInfo(journey.home_zone) if journey is not None and is_over else self.zone_info

    def due_at(self, day: date) -> datetime:
        """When that day's prompt is due (UTC)."""
        return instant_of(day, self.prompt_times.on(day), self.zone_on(day))

    def next_prompt(self, now: datetime, *, after: date, grace: timedelta = GRACE) -> NextPrompt:
        """The first prompt of a day later than `after` that isn't too late to be useful."""
        found = next_prompt(now, self.prompt_times, self.zone_info, after=after, grace=grace)
        zone = self.zone_on(found.day)
        if zone == self.zone_info:
            return found
        return next_prompt(now, self.prompt_times, zone, after=found.day - DAY, grace=grace)

    def home_again_at(self) -> datetime | None:
        """When a journey ends: once the next day has begun both there and at home, or with its prompt."""
        if self.journey is None or self.journey.until is None:
            return None
        day = self.journey.until + DAY
        zones = (self.zone_info, self.zone_on(day))
        return min(max(instant_of(day, self.day_begins, zone) for zone in zones), self.due_at(day))

    def day_of(self, at: datetime) -> date:
        """The athlete's training day at an instant."""
        return training_day(at, self.zone_info, self.day_begins)
