"""An athlete's days with the real coach, lived message by message on a database of their own."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import count
from zoneinfo import ZoneInfo

from bot.coaching.actions import Action, Start, StartWith
from bot.coaching.athlete import Athlete
from bot.coaching.coach import Coach
from bot.coaching.mail import Draft, Lane, OutboxKind
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Due, DueKind, Incoming, UnitOfWork, UnitsOfWork
from bot.domain.catalogue import Catalogue
from bot.domain.events import Event, Offer
from bot.domain.sets import Effort, LoggedSet
from bot.domain.state import Training, train
from tests.makers import MONDAY, day, did

ANNA = 42
BERLIN = ZoneInfo("Europe/Berlin")
NOON = time(12)


def moment(number: int, clock: time = NOON, zone: ZoneInfo = BERLIN) -> datetime:
    """That time on the wall on day `number`; day 1 is Monday, 2 March 2026."""
    return datetime.combine(day(number), clock, tzinfo=zone).astimezone(UTC)


@dataclass
class Life:
    """`now` is when the next thing is said; it is Monday noon in Berlin until `on` moves it."""

    units: UnitsOfWork
    coach: Coach = field(repr=False)  # it holds a whole lexicon, and asyncio asks for the repr
    catalogue: Catalogue = field(repr=False)
    athlete_id: int = ANNA
    now: datetime = field(default_factory=lambda: moment(1))
    _numbers: Iterable[int] = field(default_factory=lambda: count(100))
    _written: list[Incoming] = field(default_factory=list)

    def on(self, number: int, clock: time = NOON, zone: ZoneInfo = BERLIN) -> "Life":
        self.now = moment(number, clock, zone)
        return self

    def later(self, **span: float) -> "Life":
        self.now += timedelta(**span)
        return self

    # -- what an athlete does -------------------------------------------------------------------------

    async def says(self, text: str) -> Outcome:
        self._written.append(self._incoming(f"m:{self.athlete_id}:{self._next()}", text))
        return await self.again()

    async def replies(self, source: str, text: str) -> Outcome:
        """In reply to the message of that source."""
        reply = self._incoming(f"m:{self.athlete_id}:{self._next()}", text)
        return await self._do(self.coach.hear, replace(reply, replies_to=int(source.rpartition(":")[2])))

    async def again(self) -> Outcome:
        """The last message arrives a second time."""
        return await self._do(self.coach.hear, self._written[-1])

    async def edits(self, text: str, *, back: int = 0) -> Outcome:
        """The last message, or one so many before it, in other words; its date stays."""
        written = self._written[-1 - back]
        edited = Incoming(
            athlete_id=written.athlete_id,
            chat_id=written.chat_id,
            source=written.source,
            said_at=written.said_at,
            text=text,
        )
        return await self._do(self.coach.hear_edit, edited)

    async def taps(self, action: Action) -> Outcome:
        tap = self._incoming(f"t:{self._next()}")
        return await self._do(lambda work, incoming: self.coach.tap(work, incoming, action), tap)

    async def shares(self, latitude: float, longitude: float) -> Outcome:
        place = self._incoming(f"m:{self.athlete_id}:{self._next()}")
        locate = self.coach.locate
        return await self._do(lambda work, incoming: locate(work, incoming, latitude, longitude), place)

    async def asks(self, use_case: Callable[[UnitOfWork, Incoming], Awaitable[Outcome]]) -> Outcome:
        return await self._do(use_case, self._incoming(f"m:{self.athlete_id}:{self._next()}"))

    async def begins(self, start: Start = Start.KNEES) -> Outcome:
        """`/start` and its first answer."""
        await self.asks(self.coach.start)
        return await self.taps(StartWith(start))

    async def has_lived(self, log: Sequence[LoggedSet] = (), events: Sequence[Event] = ()) -> None:
        """A history of sets and events, for an athlete who began on day 1."""
        now, self.now = self.now, moment(1, time(6))
        await self.asks(self.coach.start)
        self.now = now
        async with self.units() as work:
            await work.sets.add(self.athlete_id, log)
            await work.events.add(self.athlete_id, events)
            await work.commit()

    # -- what the clock does --------------------------------------------------------------------------

    async def claims(self) -> list[Draft]:
        """Take what is due now, and give the stubs that it became; they count as delivered."""
        stubs: list[Draft] = []
        async with self.units() as work:
            while (await self.coach.claim_due_prompts(work, self.now)).rows:
                pass
            while rows := await work.outbox.ready(self.now, limit=9):
                for row in rows:
                    stubs.append(row.draft)
                    await work.outbox.drop(row.outbox_id, "quiet", "a test")
            await work.commit()
        return stubs

    async def prompt(self, number: int, *, kind: DueKind = DueKind.MORNING) -> Outcome:
        """The words of that day's prompt, sought at seven."""
        draft = Draft(
            chat_id=self.athlete_id,
            kind=OutboxKind.PROMPT,
            lane=Lane.BULK,
            key=f"{kind}:{self.athlete_id}:{day(number)}",
            day=day(number),
        )
        return await self.prepares(draft, moment(number, time(7)))

    async def prepares(self, draft: Draft, at: datetime) -> Outcome:
        async with self.units() as work:
            outcome = await self.coach.prepare_prompt(work, draft, at)
            await work.commit()
        return outcome

    # -- what is written down -------------------------------------------------------------------------

    async def athlete(self) -> Athlete:
        async with self.units() as work:
            athlete = await work.athletes.get(self.athlete_id)
        assert athlete is not None
        return athlete

    async def log(self) -> list[tuple[int, str, int]]:
        """Each set as day number, exercise and reps."""
        return [((one.day - MONDAY).days + 1, one.exercise, one.reps) for one in await self.sets()]

    async def sets(self) -> Sequence[LoggedSet]:
        async with self.units() as work:
            return await work.sets.history(self.athlete_id)

    async def events(self) -> Sequence[Event]:
        async with self.units() as work:
            return await work.events.history(self.athlete_id)

    async def training(self, on: date) -> Training:
        return train(self.catalogue, await self.sets(), await self.events(), on)

    async def free_weekdays(self) -> frozenset[int]:
        today = (await self.athlete()).day_of(self.now)
        return (await self.training(today)).now.free_weekdays

    async def due(self, kind: DueKind = DueKind.MORNING) -> Due | None:
        async with self.units() as work:
            return await work.due.get(self.athlete_id, kind)

    async def due_at(self, kind: DueKind = DueKind.MORNING, zone: ZoneInfo = BERLIN) -> str:
        """The day that is prompted and the local instant, like "2 03-03T07:00"; empty if nothing is due."""
        due = await self.due(kind)
        if due is None:
            return ""
        return f"{(due.day - MONDAY).days + 1} {due.due_at.astimezone(zone):%m-%dT%H:%M}"

    async def _do(
        self, use_case: Callable[[UnitOfWork, Incoming], Awaitable[Outcome]], incoming: Incoming
    ) -> Outcome:
        async with self.units() as work:
            outcome = await use_case(work, incoming)
            await work.commit()
        return outcome

    def _incoming(self, source: str, text: str = "") -> Incoming:
        return Incoming(
            athlete_id=self.athlete_id,
            chat_id=self.athlete_id,
            source=source,
            said_at=self.now,
            name="Sam",
            text=text,
        )

    def _next(self) -> int:
        return next(iter(self._numbers))


def as_planned(
    catalogue: Catalogue,
    events: Sequence[Event],
    *,
    days: Iterable[int],
    effort: Effort | None = None,
) -> list[LoggedSet]:
    """All that these days ask, done; a set up to a number at its most."""
    log: list[LoggedSet] = []
    for number in days:
        plan = train(catalogue, log, events, day(number)).plan
        for place, one in enumerate(plan.sets):
            source = f"p:{day(number)}:{place}"
            log += did(one.exercise, one.reps, on=day(number), effort=effort, source=source)
    return log


def until_offered(
    catalogue: Catalogue, events: Sequence[Event], offer: Offer, *, effort: Effort | None = None
) -> tuple[list[LoggedSet], int]:
    """A life as planned up to the day whose session earns the offer; that day's number too."""
    for last in range(1, 200):
        log = as_planned(catalogue, events, days=range(1, last + 1), effort=effort)
        now = train(catalogue, log, events, day(last)).now
        if now.standings[offer.family].offer(offer).open_since:
            return log, last
    raise AssertionError(offer)
