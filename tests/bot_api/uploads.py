"""Pictures and files: taken when they are what they say, kept, and named by a file id afterwards."""

import hashlib
import struct

from tests.bot_api.decoding import Upload
from tests.bot_api.refusals import bad_request, too_large
from tests.bot_api.schema import Json
from tests.bot_api.state import State

PHOTO_BYTES_AT_MOST = 10 * 1024**2
DOCUMENT_BYTES_AT_MOST = 50 * 1024**2
SIDES_AT_MOST = 10_000
RATIO_AT_MOST = 20
_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"


def photo(state: State, given: Upload | str) -> list[Json]:
    file_id, upload = _kept(state, given, PHOTO_BYTES_AT_MOST)
    width, height = _size(upload.body)
    if width + height > SIDES_AT_MOST or max(width, height) > RATIO_AT_MOST * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return [{**_named(file_id, upload), "width": width, "height": height}]


def document(state: State, given: Upload | str) -> Json:
    file_id, upload = _kept(state, given, DOCUMENT_BYTES_AT_MOST)
    return {**_named(file_id, upload), "file_name": upload.filename, "mime_type": upload.content_type}


def _kept(state: State, given: Upload | str, most: int) -> tuple[str, Upload]:
    """Keep a new file; a text must be the id of a file that was sent before."""
    if isinstance(given, str):
        if given not in state.files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return given, state.files[given]
    if not given.body:
        raise bad_request("file must be non-empty")
    if len(given.body) > most:
        raise too_large()
    file_id = "file-" + hashlib.sha256(given.body).hexdigest()[:24]
    state.files[file_id] = given
    return file_id, given


def _named(file_id: str, upload: Upload) -> Json:
    return {"file_id": file_id, "file_unique_id": f"unique-{file_id}", "file_size": len(upload.body)}


def _size(body: bytes) -> tuple[int, int]:
    """Read a PNG's width and height; a JPEG's are taken as Telegram's usual ones."""
    if body.startswith(_PNG) and body[12:16] == b"IHDR" and len(body) >= 24:
        width, height = struct.unpack(">II", body[16:24])
        if width and height:
            return width, height
    if body.startswith(_JPEG):
        return 1280, 960
    raise bad_request("IMAGE_PROCESS_FAILED")
