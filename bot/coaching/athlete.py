"""The person coached: what is set for them, beside what they did and said."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.coaching.asked import Asked
from bot.domain.calendar import training_day
from bot.domain.prompts import PromptTimes, WeekdayTime

DEFAULT_PROMPT_TIME = time(7, 0)
DEFAULT_DAY_START = time(3, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Athlete:
    """`athlete_id` is Telegram's user id (64 bit); in a private chat the chat's id is the same.

    The prompt comes at `prompt_time`, on some weekdays at a time of their own. `prompts_on` is False while
    the chat is blocked, `wants_prompts` once the athlete has asked for none. `place` is the city as it was
    found, None while the zone is only assumed. `asked` is the open question.
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
    place: str | None = None
    asked: Asked | None = None

    @property
    def zone_info(self) -> ZoneInfo:
        return ZoneInfo(self.zone)

    @property
    def prompt_times(self) -> PromptTimes:
        return PromptTimes(self.prompt_time, self.weekday_times)

    def day_of(self, at: datetime) -> date:
        """The athlete's training day at an instant."""
        return training_day(at, self.zone_info, self.day_start)
