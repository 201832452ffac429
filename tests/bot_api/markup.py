"""Telegram's HTML: from marked-up text to plain text and entities, or a refusal in Telegram's words."""

import html
import re
from dataclasses import dataclass, field

from tests.bot_api.refusals import Refusal, bad_request
from tests.bot_api.schema import Json
from tests.bot_api.validation import utf16_length

_TOKEN = re.compile(
    r"<(?P<close>/?)(?P<tag>[^\s<>/]*)(?P<rest>[^<>]*)>|(?P<escape>&#?\w+;)|(?P<raw>[<&])|[^<&]+"
)
_ESCAPE = re.compile(r"&(lt|gt|amp|quot|#\d+|#x[0-9a-fA-F]+);")
_ATTRIBUTE = re.compile(r"""\s+([a-z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?""")
_KINDS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_ATTRIBUTES = {"a": {"href"}, "code": {"class"}, "blockquote": {"expandable"}}


@dataclass(frozen=True, slots=True)
class Opened:
    tag: str
    offset: int
    extras: Json


@dataclass(slots=True)
class Parsing:
    source: str
    text: str = ""
    opened: list[Opened] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Read the markup. A bare `&` is refused too: Telegram lets it pass, but nothing then escapes `&lt;`."""
    parsing = Parsing(source)
    for token in _TOKEN.finditer(source):
        _take(parsing, token)
    if parsing.opened:
        raise _unparsable(f'Can\'t find end tag corresponding to start tag "{parsing.opened[-1].tag}"')
    # Inner tags end first; turned round, the outer one of two that span the same text comes first.
    outer_first = parsing.entities[::-1]
    return parsing.text, sorted(outer_first, key=lambda one: (one["offset"], -one["length"]))


def _take(parsing: Parsing, token: re.Match[str]) -> None:
    at = len(parsing.source[: token.start()].encode())
    if token["raw"] == "<":
        raise _unparsable(f'Unsupported start tag "" at byte offset {at}')
    if token["raw"] or (token["escape"] and not _ESCAPE.fullmatch(token["escape"])):
        raise _unparsable(f"a bare & at byte offset {at}")
    if token["tag"] is None:
        parsing.text += html.unescape(token[0])
    elif token["close"]:
        _close(parsing, token["tag"].lower(), at)
    else:
        _open(parsing, token, at)


def _open(parsing: Parsing, token: re.Match[str], at: int) -> None:
    tag = token["tag"].lower()
    if tag not in _KINDS:
        raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {at}')
    attributes = {name: one or other for name, one, other in _ATTRIBUTE.findall(token["rest"])}
    rest = _ATTRIBUTE.sub("", token["rest"]).strip()
    if rest or attributes.keys() - _ATTRIBUTES.get(tag, set()) or (tag == "a" and not attributes.get("href")):
        raise _unparsable(f'wrong attributes of tag "{tag}" at byte offset {at}')
    parsing.opened.append(Opened(tag, utf16_length(parsing.text), _extras(tag, attributes)))


def _extras(tag: str, attributes: dict[str, str]) -> Json:
    if tag == "a":
        return {"url": html.unescape(attributes["href"])}
    return {"type": "expandable_blockquote"} if "expandable" in attributes else {}


def _close(parsing: Parsing, tag: str, at: int) -> None:
    if not parsing.opened:
        raise _unparsable(f"Unexpected end tag at byte offset {at}")
    opened = parsing.opened.pop()
    if opened.tag != tag:
        raise _unparsable(
            f'Unmatched end tag at byte offset {at}, expected "</{opened.tag}>", found "</{tag}>"'
        )
    if length := utf16_length(parsing.text) - opened.offset:
        entity = {"type": _KINDS[tag], "offset": opened.offset, "length": length}
        parsing.entities.append({**entity, **opened.extras})


def _unparsable(why: str) -> Refusal:
    return bad_request(f"can't parse entities: {why}")
