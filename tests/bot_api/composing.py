"""The text of a message: parsed, trimmed and measured as Telegram does it."""

from tests.bot_api.markup import parse_html
from tests.bot_api.refusals import bad_request
from tests.bot_api.schema import Json, Limit, schema
from tests.bot_api.validation import utf16_length


def composed(method: str, params: Json, name: str) -> Json:
    """Return `text` and `entities` (or `caption` and `caption_entities`), each left out when empty."""
    given: str = params.get(name, "")
    entities_name = "entities" if name == "text" else "caption_entities"
    text, entities = _parsed(given, params, entities_name)
    text, entities = _trimmed(text, entities)
    limit = schema().methods[method].fields[name].limit
    if limit is not None:
        _check_length(text, limit, name)
    return {key: value for key, value in ((name, text), (entities_name, entities)) if value}


def _parsed(text: str, params: Json, entities_name: str) -> tuple[str, list[Json]]:
    mode = params.get("parse_mode")
    if mode is None:
        entities: list[Json] = params.get(entities_name, [])
        _check_ends(text, entities)
        return text, entities
    if entities_name in params:
        raise bad_request(f"parse_mode and {entities_name} exclude each other")
    if mode != "HTML":
        raise bad_request(f"unsupported parse_mode {mode!r}: only HTML is understood here")
    return parse_html(text)


def _check_ends(text: str, entities: list[Json]) -> None:
    length = utf16_length(text)
    for entity in entities:
        start = entity["offset"]
        if start + entity["length"] > length:
            raise bad_request(
                f"entity beginning at UTF-16 offset {start} "
                f"ends after the end of the text at UTF-16 offset {length}"
            )


def _trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """Take white space off both ends and keep the entities on what is left."""
    gone = utf16_length(text) - utf16_length(text.lstrip())
    text = text.strip()
    end = utf16_length(text)
    moved = []
    for entity in entities:
        first = max(entity["offset"] - gone, 0)
        last = min(entity["offset"] + entity["length"] - gone, end)
        if last > first:
            moved.append({**entity, "offset": first, "length": last - first})
    return text, moved


def _check_length(text: str, limit: Limit, name: str) -> None:
    what = "message" if name == "text" else "message caption"
    length = utf16_length(text)
    if length < limit.low:
        raise bad_request(f"{what} text is empty")
    if length > limit.high:
        raise bad_request(f"{what} is too long")
