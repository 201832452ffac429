"""The coach's policy over JSON lines: a request a line on standard input, an answer a line on the output.

    {"op":"start","athlete":1,"profile":{"bar":true,"std_pushups":0,"knee_pushups":2,"pull_ups":0}}
    {"op":"morning","athlete":1,"day":0,"ctx":{"pain":[],"sick":false,"sore":[],"replies":{}}}
    {"op":"log","athlete":1,"day":0,"entry":{"sets":{"push":[["knee_push_up",1,1,0]]},"effort":{"push":"easy"}}}

A request that can't be understood gets {"error":…} and changes nothing. Families, exercises and offers that
nobody knows are passed over, but pain in one of them rests both sides.

Run: python -m benchmarks.coaching.serve_policy     (needs the development install: `make test` once)
"""

import json
import sys
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from benchmarks.coaching.played import News, Played
from benchmarks.coaching.requests import (
    Fields,
    RequestError,
    read_context,
    read_done,
    read_effort,
    read_line,
    read_profile,
    read_replies,
)
from bot.data.exercises import load_catalogue
from bot.domain.plan import Mode, PlannedSet
from bot.domain.timing import REST_SECONDS
from bot.texts.language import Language
from bot.texts.plans import why

Answer: TypeAlias = Mapping[str, object]
MODES = {Mode.FIXED: 0, Mode.UP_TO: 1, Mode.OPEN: 4}
ENGLISH = Language("en")


class Policy:
    """All athletes by their ids."""

    def __init__(self) -> None:
        self._catalogue = load_catalogue()
        self._athletes: dict[int, Played] = {}

    def answer(self, line: bytes) -> Answer:
        try:
            return self._act(read_line(line))
        except RequestError as error:
            return {"error": str(error)}

    def _act(self, fields: Fields) -> Answer:
        match fields.values.get("op"):
            case "start":
                return self._start(fields)
            case "morning":
                return self._morning(fields)
            case "log":
                return self._log(fields)
            case unknown:
                raise RequestError(f"there is no op {unknown!r}")

    def _start(self, fields: Fields) -> Answer:
        """Who starts again starts anew."""
        profile = read_profile(fields.inside("profile"))
        self._athletes[fields.whole("athlete")] = Played(profile, self._catalogue)
        return {}

    def _morning(self, fields: Fields) -> Answer:
        played, context = self._athlete(fields), fields.inside("ctx")
        plan, news = played.morning(fields.whole("day"), read_context(context), read_replies(context))
        return {
            "sets": {
                part.family: [[one.exercise, one.reps, one.lowering, _mode(one)] for one in part.sets]
                for part in plan
                if part.sets
            },
            "rest": REST_SECONDS,
            "events": _told(news),
            "why": {part.family: why(part, ENGLISH) for part in plan},
        }

    def _log(self, fields: Fields) -> Answer:
        played, entry = self._athlete(fields), fields.inside("entry")
        done = read_done(entry.inside("sets"), self._catalogue)
        return {"events": _told(played.log(fields.whole("day"), done, read_effort(entry.inside("effort"))))}

    def _athlete(self, fields: Fields) -> Played:
        athlete = fields.whole("athlete")
        if athlete not in self._athletes:
            raise RequestError(f"athlete {athlete} hasn't started")
        return self._athletes[athlete]


def _mode(planned: PlannedSet) -> int:
    """One try at a pull-up is one rep: nobody keeps one in hand for it."""
    return 0 if planned.mode is Mode.UP_TO and planned.reps == 1 else MODES[planned.mode]


def _told(news: Sequence[News]) -> list[Mapping[str, str]]:
    return [{"type": one.type, "id": one.id} for one in news]


def main() -> None:
    policy = Policy()
    for line in sys.stdin.buffer:
        if line.strip():
            print(json.dumps(policy.answer(line)), flush=True)


if __name__ == "__main__":
    main()
