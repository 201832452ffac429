"""Logging and counting: events with facts, to standard error, and never a secret or a message's words."""

import logging
import re
import sys
from collections import defaultdict
from typing import TextIO

import structlog
from structlog.types import EventDict, Processor

# A `\b` before the digits would miss a token that follows a letter, as in `/bot123456:AA…`.
_TOKEN = re.compile(r"(?<!\d)\d{5,12}(?::|%3A)[A-Za-z0-9_-]{30,}", re.IGNORECASE)
_REDACTED = "[token]"
_QUIET_LEVELS = frozenset({"debug", "info"})

# These libraries write tokens or people's words at lower levels, or lines that tell an operator nothing.
_LEAST_LEVELS = {
    "aiosqlite": logging.INFO,
    "alembic": logging.WARNING,
    "apscheduler": logging.WARNING,
    "httpcore": logging.WARNING,
    "httpx": logging.WARNING,
    "sqlalchemy": logging.WARNING,
    "telegram": logging.WARNING,
    "telegram.request": logging.CRITICAL,  # an answer that is no JSON, whole, with all that people wrote
    "tornado": logging.WARNING,
}


def redact(text: str) -> str:
    """The text with every Telegram token in it struck out."""
    return _TOKEN.sub(_REDACTED, text)


class RedactingFormatter(logging.Formatter):
    """Strikes tokens out of the final text, tracebacks included, whatever formatter made it."""

    def __init__(self, inner: logging.Formatter) -> None:
        super().__init__()
        self._inner = inner

    def format(self, record: logging.LogRecord) -> str:
        return redact(self._inner.format(record))


def configure_logging(level: str, *, as_json: bool, stream: TextIO | None = None) -> None:
    """One handler for the standard library's records and for structlog's events alike."""
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            _count_trouble,
            *shared,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
    )
    out = stream or sys.stderr
    handler = logging.StreamHandler(out)
    handler.setFormatter(RedactingFormatter(_formatter(shared, as_json=as_json, colors=out.isatty())))
    _route_everything_to(handler, level)


def _formatter(shared: list[Processor], *, as_json: bool, colors: bool) -> logging.Formatter:
    finish: list[Processor] = [structlog.stdlib.ProcessorFormatter.remove_processors_meta]
    if as_json:
        finish += [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    else:
        plain = structlog.dev.plain_traceback
        finish.append(structlog.dev.ConsoleRenderer(colors=colors, exception_formatter=plain))
    return structlog.stdlib.ProcessorFormatter(foreign_pre_chain=shared, processors=finish)


def _route_everything_to(handler: logging.Handler, level: str) -> None:
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    logging.captureWarnings(capture=True)
    for name, least in _LEAST_LEVELS.items():
        logging.getLogger(name).setLevel(max(least, root.level))


# -- counts -------------------------------------------------------------------------------------------

# What has happened in this process since its start, by name and label; the metrics endpoint shows it.
counts: defaultdict[tuple[str, str], float] = defaultdict(float)


def count(name: str, label: str = "", by: float = 1) -> None:
    counts[name, label] += by


def _count_trouble(_logger: object, level: str, event: EventDict) -> EventDict:
    """Warnings and errors are counted by their event, so that nobody needs to count lines."""
    if level not in _QUIET_LEVELS:
        count("logged", str(event.get("event")))
    return event
