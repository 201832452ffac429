"""A coach that only repeats what it was asked, and a conversation with it through the console."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.bootstrap import Voice
from bot.coaching.actions import Action, Open, Topic
from bot.coaching.athlete import Athlete
from bot.coaching.coach import Coach
from bot.coaching.mail import Button, Draft, Lane, Message, OutboxKind
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import Claimed, Due, DueKind, Incoming, UnitOfWork
from bot.console.screen import Screen, TextScreen
from bot.console.session import Sitting, hold

BERLIN = ZoneInfo("Europe/Berlin")
MONDAY = datetime(2026, 3, 2, 5, 55, tzinfo=UTC)
BUTTONS = (
    (Button("Today", Open(Topic.TODAY)), Button("Stats", Open(Topic.STATS))),
    (Button("Help", Open(Topic.HELP)),),
)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Said(Quiet):
    """An outcome that already has its words."""

    message: Message


def render(outcome: Outcome, _link: str) -> tuple[Message, ...]:
    return (outcome.message,) if isinstance(outcome, Said) else ()


async def start(work: UnitOfWork, incoming: Incoming) -> Outcome:
    """An athlete who is written to each day at seven in Berlin."""
    at = incoming.said_at
    await work.athletes.save(
        Athlete(
            athlete_id=incoming.athlete_id,
            chat_id=incoming.chat_id,
            name=incoming.name,
            zone="Europe/Berlin",
            started_at=at,
        )
    )
    due_at = at.replace(hour=6, minute=0) + DAY
    await work.due.plan(Due(incoming.athlete_id, DueKind.MORNING, due_at.date(), due_at))
    return Said(Message("started"))


async def hear(_work: UnitOfWork, incoming: Incoming) -> Outcome:
    if incoming.text == "boom":
        raise RuntimeError(incoming.text)
    buttons = BUTTONS if incoming.text == "buttons" else ()
    return Said(Message(f"heard {incoming.text}", buttons))


async def hear_edit(_work: UnitOfWork, incoming: Incoming) -> Outcome:
    return Said(Message(f"now {incoming.text} at {incoming.source}"))


async def tap(_work: UnitOfWork, _incoming: Incoming, action: Action) -> Outcome:
    topic = action.topic if isinstance(action, Open) else "something else"
    return Said(Message(f"opened {topic}", in_place=True))


async def locate(work: UnitOfWork, incoming: Incoming, latitude: float, longitude: float) -> Outcome:
    athlete = await work.athletes.get(incoming.athlete_id)
    assert athlete is not None
    await work.athletes.save(replace(athlete, zone="America/New_York"))
    return Said(Message(f"at {latitude} {longitude}"))


async def claim_due_prompts(work: UnitOfWork, now: datetime) -> Claimed:
    claimed = await work.due.claim(now, 100)
    for due in claimed:
        await work.outbox.add(
            Draft(
                chat_id=due.athlete_id,
                kind=OutboxKind.PROMPT,
                lane=Lane.BULK,
                day=due.day,
                key=f"{due.athlete_id}:{due.day}",
            )
        )
        await work.due.plan(replace(due, day=due.day + DAY, due_at=due.due_at + DAY))
    return Claimed(len(claimed))


async def tell_receipt(_work: UnitOfWork, _draft: Draft) -> Outcome:
    return Quiet()


async def still_wanted(_work: UnitOfWork, _draft: Draft) -> bool:
    return True


async def close_card(_work: UnitOfWork, _draft: Draft) -> Outcome:
    return Quiet()


async def prepare_prompt(_work: UnitOfWork, draft: Draft, _now: datetime) -> Outcome:
    return Said(Message(f"prompt of {draft.day}"))


def named(name: str) -> Callable[[UnitOfWork, Incoming], Awaitable[Outcome]]:
    async def use_case(_work: UnitOfWork, incoming: Incoming) -> Outcome:
        return Said(Message(f"{name} {incoming.text}"))

    return use_case


def echo() -> Voice:
    plain = {name: named(name) for name in ("show_today", "show_stats", "undo", "show_settings", "show_help")}
    others = {
        name: named(name)
        for name in (
            "show_why",
            "show_how",
            "show_about",
            "show_privacy",
            "stop",
            "ask_forget",
            "point_to_text",
            "greet_group",
            "hush",
            "unhush",
        )
    }
    coach = Coach(
        **plain,
        **others,
        start=start,
        hear=hear,
        hear_edit=hear_edit,
        tap=tap,
        locate=locate,
        claim_due_prompts=claim_due_prompts,
        tell_receipt=tell_receipt,
        prepare_prompt=prepare_prompt,
        still_wanted=still_wanted,
        close_card=close_card,
    )
    return Voice(
        coach=coach,
        render=render,
        apology=lambda reference: Message(f"sorry {reference}"),
        alarm=lambda trouble: Message(f"alarm {trouble}"),
        commands=(),
    )


async def typed(lines: tuple[str, ...]) -> AsyncIterator[str]:
    for line in lines:
        yield line


def sitting(folder: Path, at: datetime | None = MONDAY) -> Sitting:
    return Sitting(database_url=f"sqlite:///{folder}/chat.db", athlete_id=1, zone=BERLIN, at=at)


async def talk(folder: Path, *lines: str, at: datetime | None = MONDAY) -> tuple[list[str], bool]:
    """What the console shows for these lines, and whether all went well."""
    shown: list[str] = []
    screen: Screen = TextScreen(lambda _ink, text: shown.append(text), echo=True)
    went_well = await hold(sitting(folder, at), echo(), typed(lines), screen)
    return [line for line in shown if line], went_well
