"""`coach parse`: reads messages on standard input and says what they mean, a JSON line each."""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import click

from bot.data.lexicon import LexiconError, load_lexicon
from bot.domain.exercise import Family
from bot.understanding.explain import explain
from bot.understanding.lexicon import Lexicon
from bot.understanding.read import read
from bot.understanding.reading import Context, Intent, Reading, ReadSet, SaidHour

DEFAULT_RUNGS = {Family.PUSH: "knee_push_up", Family.PULL: "negative_pull_up"}


class RequestError(Exception):
    """A line that can't be read as a request."""


@click.command(help="Read messages (JSON lines or plain text) and print what each of them means.")
@click.option("--explain", "explained", is_flag=True, help="Tell a person how each message was read.")
def parse(*, explained: bool) -> None:
    if explained:
        click.echo("\n".join(explanations(_input_lines(), local_now())))
        return
    failed = False
    for answer in answers(_input_lines(), local_now()):
        failed = failed or "error" in answer
        sys.stdout.write(json.dumps(answer, ensure_ascii=False) + "\n")
    if failed:
        raise SystemExit(1)


def local_now() -> datetime:
    return datetime.now()  # noqa: DTZ005, TID251 - a person trying a line by hand means this machine's time


def _input_lines() -> Iterator[str]:
    sys.stdin.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # a real stream has it
    yield from sys.stdin


def answers(lines: Iterable[str], now: datetime) -> Iterator[dict[str, object]]:
    """One answer a line, empty lines aside; a bad line is answered with its error, and reading goes on."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield answer(line, now)
        except RequestError as error:
            yield {"error": f"line {number}: {error}"}


def answer(line: str, now: datetime) -> dict[str, object]:
    named, text, context, lexicon = asked(line, now)
    return named | printed(read(text, context, lexicon))


def explanations(lines: Iterable[str], now: datetime) -> Iterator[str]:
    """How each line is read, a few lines of text for each."""
    for line in filter(str.strip, lines):
        try:
            _, text, context, lexicon = asked(line, now)
        except RequestError as error:
            yield f"{line.strip()}\n  {error}\n"
            continue
        yield f'"{text}"'
        yield from explain(text, context, lexicon)
        yield ""


def asked(line: str, now: datetime) -> tuple[dict[str, object], str, Context, Lexicon]:
    """What a line asks: its id (if any), the text, where it was said, and the language's lexicon."""
    if not line.lstrip().startswith("{"):
        return {}, line.strip(), Context(now, DEFAULT_RUNGS), load_lexicon()
    request = _mapping(line)
    text = request.get("text")
    if not isinstance(text, str):
        raise RequestError("text must be a string")
    context = _context(request.get("context"), now)
    try:
        lexicon = load_lexicon(context.language)
    except LexiconError as error:
        raise RequestError(str(error)) from error
    return {"id": request["id"]} if "id" in request else {}, text, context, lexicon


def _mapping(line: str) -> Mapping[str, object]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RequestError(f"not JSON: {error}") from error
    return request if isinstance(request, dict) else {}


def _context(said: object, now: datetime) -> Context:
    if said is None:
        return Context(now, DEFAULT_RUNGS)
    if not isinstance(said, dict):
        raise RequestError("context must be an object")
    asked, language = said.get("asked"), said.get("language", "en")
    if not isinstance(language, str) or not (asked is None or isinstance(asked, str)):
        raise RequestError("asked and language must be strings")
    families = load_lexicon().families
    if asked is not None and asked not in families:
        raise RequestError(f"asked: {asked!r} is no exercise")
    return Context(_moment(said.get("now"), now), _rungs(said.get("rungs")), asked, language)


def _moment(said: object, now: datetime) -> datetime:
    if said is None:
        return now
    try:
        return datetime.fromisoformat(str(said)).replace(tzinfo=None)
    except ValueError as error:
        raise RequestError(f"now: {error}") from error


def _rungs(said: object) -> Mapping[Family, str]:
    if said is None:
        return DEFAULT_RUNGS
    families = load_lexicon().families
    if not isinstance(said, dict) or any(families.get(str(rung)) != family for family, rung in said.items()):
        raise RequestError("rungs must name an exercise of each family")
    return DEFAULT_RUNGS | {Family(family): str(rung) for family, rung in said.items()}


def printed(reading: Reading) -> dict[str, object]:
    """A reading with the labelling guide's keys; only those that its intent speaks of."""
    keys: dict[str, object] = {"intent": str(reading.intent)}
    if reading.sets:
        keys["sets"] = [_printed_set(one, corrected=reading.intent is Intent.CORRECT) for one in reading.sets]
    if reading.intent is Intent.DONE:
        keys |= {"families": [str(family) for family in reading.families], "day": reading.day or 0}
    elif reading.families:
        keys["families"] = [str(family) for family in reading.families]
    if reading.intent is Intent.HOW:
        keys["exercise"] = reading.exercise
    if reading.pain:
        keys["pain"] = True
    return keys | {key: value for key, value in _details(reading).items() if value is not None}


def _details(reading: Reading) -> dict[str, object]:
    """What may stand in readings of several intents; None where it doesn't."""
    return {
        "day": None if reading.intent is Intent.DONE else reading.day,
        "until": reading.until,
        "minutes": reading.minutes,
        "at": reading.at.strftime("%H:%M") if reading.at else None,
        "weekdays": sorted(reading.weekdays) if reading.weekdays else None,
        "hours": [_printed_hour(hour) for hour in reading.hours] or None,
        "quiet_on": sorted(reading.quiet_on) if reading.quiet_on else None,
        "only_on": sorted(reading.only_on) if reading.only_on else None,
        "effort": reading.effort,
        "about": reading.about,
        "topic": reading.topic,
        "position": reading.position,
        "again": reading.again,
        "fever": reading.fever,
        "unclear": reading.unclear,
        "choices": [[_printed_set(one, corrected=False) for one in sets] for sets in reading.choices] or None,
    }


def _printed_hour(hour: SaidHour) -> dict[str, object]:
    return {"at": f"{hour.at:%H:%M}", "weekdays": sorted(hour.weekdays or range(7))}


def _printed_set(one: ReadSet, *, corrected: bool) -> dict[str, object]:
    keys: dict[str, object] = {"exercise": one.exercise, "reps": one.reps}
    if not corrected or one.day is not None:
        keys["day"] = one.day or 0
    if one.seconds is not None:
        keys["seconds"] = one.seconds
    return keys
