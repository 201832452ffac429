"""When the next prompt will really come: the next day whose plan asks for anything, as far as is known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.coaching.ports import DueKind, UnitOfWork
from bot.coaching.situation import Situation, card_of
from bot.coaching.views import Card
from bot.domain.calendar import DAY
from bot.domain.catalogue import Catalogue
from bot.domain.events import Skipped
from bot.domain.state import Training, train

FARTHEST = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class LookAhead:
    """Free days, skipped ones and all others that rest are silent."""

    catalogue: Catalogue

    async def __call__(self, work: UnitOfWork, situation: Situation) -> datetime | None:
        """In the athlete's local time; None if none is planned, or none is wanted."""
        athlete = situation.athlete
        due = await work.due.get(athlete.athlete_id, DueKind.MORNING)
        if due is None or not athlete.wants_prompts:
            return None
        day = self._first_day(situation, due.day)
        if day is None:
            return None
        due_at = due.due_at if day == due.day else athlete.due_at(day)
        return due_at.astimezone(athlete.zone_on(day))

    def card_on(self, situation: Situation, day: date) -> Card:
        """What would be planned that day, which is today or later, if nothing were logged until then."""
        training = next(one for one in self._days(situation) if one.day >= day)
        return card_of(replace(situation, training=training), self.catalogue)

    def _first_day(self, situation: Situation, first: date) -> date | None:
        skipped = {event.day for event in situation.events if isinstance(event, Skipped)}
        days = (one for one in self._days(situation) if one.day >= first and one.day not in skipped)
        return next((one.day for one in days if any(one.left.values())), None)

    def _days(self, situation: Situation) -> Iterator[Training]:
        """The fold goes on from today, as if nothing were logged."""
        today, training = situation.today, situation.training
        log = [one for one in situation.log if one.day >= today]
        events = [event for event in situation.events if event.day >= today]
        while training.day <= today + FARTHEST:
            yield training
            training = train(self.catalogue, log, events, training.day + DAY, since=training.before)
