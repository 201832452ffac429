"""From an HTTP request to a call's raw parameters: texts and uploaded files, as Telegram reads them."""

import json
from dataclasses import dataclass

from tornado.httputil import HTTPFile, HTTPServerRequest

from tests.bot_api.refusals import bad_request

_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


@dataclass(frozen=True, slots=True)
class Upload:
    filename: str
    content_type: str
    body: bytes


Raw = dict[str, str | Upload]


def raw_parameters(request: HTTPServerRequest) -> Raw:
    """Read query and body; a parameter given twice is refused, though Telegram takes one of the two."""
    given = [(name, _text(value)) for name, values in request.arguments.items() for value in values]
    content_type = request.headers.get("Content-Type", "").split(";")[0].strip().lower()
    if content_type == "application/json":
        given += _json_parameters(request.body)
    elif request.body and content_type not in _FORMS:
        raise bad_request(f"the content type {content_type!r} is not one that the Bot API reads")
    uploads = [(name, _upload(file)) for name, files in request.files.items() for file in files]
    names = [name for name, _ in [*given, *uploads]]
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        raise bad_request(f"parameters given twice: {', '.join(doubled)}")
    return {**dict(given), **dict(uploads)}


def _json_parameters(body: bytes) -> list[tuple[str, str]]:
    """Write each value of a JSON body as a form would carry it: texts bare, the rest as JSON."""
    try:
        read = json.loads(body or b"{}")
    except ValueError as error:
        raise bad_request("can't parse the body as JSON") from error
    if not isinstance(read, dict):
        raise bad_request("the body must be a JSON object")
    return [(name, value if isinstance(value, str) else json.dumps(value)) for name, value in read.items()]


def _text(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError as error:
        raise bad_request("strings must be encoded in UTF-8") from error


def _upload(file: HTTPFile) -> Upload:
    return Upload(file["filename"], file["content_type"], file["body"])
