"""The coach as a whole: every thing that an athlete, or the clock, can ask for."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.coaching.actions import Action
from bot.coaching.mail import Draft
from bot.coaching.outcomes import Outcome
from bot.coaching.ports import Claimed, Incoming, UnitOfWork

UseCase = Callable[[UnitOfWork, Incoming], Awaitable[Outcome]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Coach:
    """The use cases by name. None of them commits; the turn that called one does."""

    start: UseCase
    hear: UseCase
    hear_edit: UseCase
    tap: Callable[[UnitOfWork, Incoming, Action], Awaitable[Outcome]]
    locate: Callable[[UnitOfWork, Incoming, float, float], Awaitable[Outcome]]
    show_today: UseCase
    show_stats: UseCase
    undo: UseCase
    show_settings: UseCase
    show_why: UseCase
    show_how: UseCase
    show_about: UseCase
    show_help: UseCase
    show_privacy: UseCase
    stop: UseCase
    ask_forget: UseCase
    point_to_text: UseCase
    greet_group: UseCase
    hush: UseCase
    unhush: UseCase
    claim_due_prompts: Callable[[UnitOfWork, datetime], Awaitable[Claimed]]
    tell_receipt: Callable[[UnitOfWork, Draft], Awaitable[Outcome]]
    still_wanted: Callable[[UnitOfWork, Draft], Awaitable[bool]]
    close_card: Callable[[UnitOfWork, Draft], Awaitable[Outcome]]
    prepare_prompt: Callable[[UnitOfWork, Draft, datetime], Awaitable[Outcome]]
