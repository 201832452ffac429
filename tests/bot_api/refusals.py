"""What the Bot API answers when it refuses a call: an error code and Telegram's own words."""


class Refusal(Exception):  # noqa: N818 (a refusal is an answer, not an error of the stand-in)
    def __init__(self, error_code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.error_code = error_code
        self.description = description
        self.retry_after = retry_after


def bad_request(why: str) -> Refusal:
    return Refusal(400, f"Bad Request: {why}")


def unauthorized() -> Refusal:
    return Refusal(401, "Unauthorized")


def blocked_by_user() -> Refusal:
    return Refusal(403, "Forbidden: bot was blocked by the user")


def not_found(why: str = "") -> Refusal:
    return Refusal(404, f"Not Found: {why}" if why else "Not Found")


def conflict(why: str) -> Refusal:
    return Refusal(409, f"Conflict: {why}")


def too_large() -> Refusal:
    return Refusal(413, "Request Entity Too Large")


def too_many_requests(retry_after: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


def internal_error() -> Refusal:
    return Refusal(500, "Internal Server Error")
