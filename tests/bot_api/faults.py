"""What can go wrong between the coach and Telegram, and the script that says when it does."""

from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum

from tests.bot_api.refusals import Refusal, blocked_by_user, internal_error, too_many_requests
from tests.bot_api.schema import schema

ANY_METHOD = "*"
BAD_GATEWAY_PAGE = (
    b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"
)
MALFORMED_JSON = b'{"ok":true,"result":{"message_id":'


class FaultKind(StrEnum):
    TOO_MANY_REQUESTS = "too_many_requests"
    SERVER_ERROR = "server_error"
    BAD_GATEWAY = "bad_gateway"
    BLOCKED = "blocked"
    SLOW_ANSWER = "slow_answer"
    DROPPED_BEFORE = "dropped_before"
    DROPPED_AFTER = "dropped_after"
    MALFORMED_JSON = "malformed_json"


@dataclass(frozen=True, slots=True)
class Fault:
    """`seconds` is a 429's retry_after, and how long a slow answer keeps one waiting."""

    kind: FaultKind
    seconds: float = 0

    @property
    def is_carried_out(self) -> bool:
        """The call had its effect all the same; only its answer went wrong."""
        return self.kind in {FaultKind.SLOW_ANSWER, FaultKind.DROPPED_AFTER, FaultKind.MALFORMED_JSON}

    @property
    def refusal(self) -> Refusal | None:
        match self.kind:
            case FaultKind.TOO_MANY_REQUESTS:
                return too_many_requests(max(1, round(self.seconds)))
            case FaultKind.SERVER_ERROR:
                return internal_error()
            case FaultKind.BLOCKED:
                return blocked_by_user()
            case _:
                return None


class FaultScript:
    """Faults wait in line by method; those for any method come after a method's own."""

    def __init__(self) -> None:
        self._waiting: defaultdict[str, deque[Fault]] = defaultdict(deque)

    def add(self, method: str, fault: Fault, times: int = 1) -> None:
        if method != ANY_METHOD and method not in schema().methods:
            raise ValueError(f"no method {method!r} to fail")
        self._waiting[method].extend([fault] * times)

    def clear(self) -> None:
        """What nobody has met yet won't happen."""
        self._waiting.clear()

    def take(self, method: str) -> Fault | None:
        for line in (self._waiting[method], self._waiting[ANY_METHOD]):
            if line:
                return line.popleft()
        return None
