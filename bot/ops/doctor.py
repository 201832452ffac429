"""The doctor: judges what was found of the coach's surroundings, and says what to do where it isn't well."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.coaching.trouble import Backlog

# A token is good for polls whatever the clock says, but prompts come by it.
CLOCK_TOLERANCE = timedelta(seconds=30)
WAITS_TOO_LONG = timedelta(minutes=5)
MANY_PENDING = 1000
SPACE_NEEDED = 100 * 1024**2
# Paraguay has kept summer time since October 2024: zone data that doesn't know is older than that.
RECENT_RULE = ("America/Asuncion", datetime(2026, 7, 1, tzinfo=UTC), timedelta(hours=-3))


class Health(StrEnum):
    """A note needs a look, and a failure has to be mended before the coach can do its work."""

    FINE = "ok"
    NOTE = "note"
    FAILED = "FAILED"


@dataclass(frozen=True, slots=True)
class Finding:
    """`remedy` says what to do; it is empty where nothing is."""

    check: str
    health: Health
    fact: str
    remedy: str = ""


def fine(check: str, fact: str) -> Finding:
    return Finding(check, Health.FINE, fact)


def failed(check: str, told: str) -> Finding:
    """An error that was told in one line, "what is wrong: what to do"."""
    fact, _, remedy = told.rpartition(": ")
    return Finding(check, Health.FAILED, fact or told, remedy if fact else "")


def judge_names(unknown: Collection[str]) -> Finding:
    """Names in `.env` that look like settings."""
    if not unknown:
        return fine("settings", "readable, and each has a value that it may have")
    names = ", ".join(sorted(unknown))
    return Finding(
        "settings", Health.NOTE, f".env sets {names}, no setting of the coach's", ".env.example lists them"
    )


def judge_zones(names: Collection[str]) -> Finding:
    """Every athlete's zone must be known, and the rules of the last years."""
    unknown = sorted(name for name in names if not _is_known(name))
    remedy = "update the system's time zone data, or `pip install --upgrade tzdata`"
    if unknown:
        return Finding("zones", Health.FAILED, f"no time zone data of {', '.join(unknown)}", remedy)
    name, at, offset = RECENT_RULE
    if not _is_known(name) or at.astimezone(ZoneInfo(name)).utcoffset() != offset:
        return Finding("zones", Health.NOTE, "the time zone data is from before 2025", remedy)
    return fine("zones", f"time zone data knows all {len(names)} in use")


def _is_known(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def judge_database(name: str, revision: str | None, head: str) -> Finding:
    """One that can be reached and written, and isn't newer than the coach."""
    if revision is None:
        return fine("database", f"{name} can be made, and is at the first start")
    if revision != head:
        remedy = "nothing: the next start brings it up to date; `coach backup` first does no harm"
        return Finding("database", Health.NOTE, f"{name} has revision {revision}, not {head}", remedy)
    return fine("database", f"{name} can be written, revision {revision}")


def judge_space(free: int) -> Finding:
    fact = f"{free / 1024**3:.1f} GB free beside the database"
    if free < SPACE_NEEDED:
        return Finding("space", Health.FAILED, fact, "make room: nothing can be written on a full disk")
    return fine("space", fact)


def judge_queue(backlog: Backlog, now: datetime) -> Finding:
    left = [f"{backlog.set_aside} set aside"] if backlog.set_aside else []
    left += [f"{number} {state}" for state, number in sorted(backlog.stuck.items())]
    fact = ", ".join([f"{backlog.arrived} open", *left])
    if left:
        remedy = "see them with `coach queue`, then `coach queue retry` or `coach queue drop`"
        return Finding("queue", Health.NOTE, fact, remedy)
    waits = now - (backlog.oldest_at or now)
    if waits > WAITS_TOO_LONG:
        fact += f", the oldest for {int(waits.total_seconds() // 60)} minutes"
        return Finding("queue", Health.NOTE, fact, "see that `coach run` runs, and what it logs")
    return fine("queue", fact)


def judge_clock(ahead: timedelta | None) -> Finding:
    """Beside the Date of the server's answers."""
    if ahead is None:
        return fine("clock", "the server tells no time to compare with")
    seconds = ahead.total_seconds()
    fact = f"{abs(seconds):.0f} s {'ahead of' if seconds > 0 else 'behind'} the server's"
    if abs(ahead) > CLOCK_TOLERANCE:
        return Finding("clock", Health.FAILED, fact, "set the clock, and let NTP keep it")
    return fine("clock", fact)


def judge_webhook(url: str, wanted: str, pending: int, complaint: str) -> Finding:
    """What Telegram has against what the settings want, empty for polling."""
    has, wants = _shown(url), _shown(wanted)
    if url != wanted:
        remedy = "nothing if no other program uses this token: the next `coach run` changes it"
        return Finding("webhook", Health.NOTE, f"{has}, where the settings want {wants}", remedy)
    if url and complaint:
        remedy = "see that the reverse proxy leads to the coach"
        return Finding("webhook", Health.NOTE, f"{has}; Telegram says: {complaint}", remedy)
    if pending > MANY_PENDING:
        fact = f"{has}, updates waiting at Telegram: {pending}"
        return Finding(
            "webhook", Health.NOTE, fact, "see that `coach run` runs: Telegram keeps them for 24 hours"
        )
    return fine("webhook", f"{has}, updates waiting at Telegram: {pending}")


def _shown(url: str) -> str:
    """Without the path, which may be a secret."""
    return f"a webhook at {urlsplit(url).netloc}" if url else "polling"


def judge_operators(ids: Collection[int], strangers: Collection[int]) -> Finding:
    if strangers:
        names = ", ".join(str(one) for one in strangers)
        remedy = "let them write /start to the bot, or correct ADMIN_IDS"
        return Finding("operators", Health.FAILED, f"the bot can't write to {names}", remedy)
    if not ids:
        return fine("operators", "ADMIN_IDS is not set, so nobody is told of trouble")
    return fine("operators", f"{len(ids)} can be told of trouble")
