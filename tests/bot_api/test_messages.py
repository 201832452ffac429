"""What a bot may do with messages: its own, as they stand, while they stand."""

from datetime import timedelta

import httpx
import pytest

from tests.bot_api.conftest import ANNA, FRIDAY, TOKEN
from tests.bot_api.markup import parse_html
from tests.bot_api.refusals import Refusal
from tests.bot_api.server import BotApi

NOW = {"chat_id": ANNA, "text": "Now?"}


async def refusal(raw: httpx.AsyncClient, method: str, **params: object) -> str:
    response = await raw.post(f"/{method}", json={"chat_id": ANNA, **params})
    assert response.status_code == 400
    return str(response.json()["description"]).removeprefix("Bad Request: ")


async def test_what_does_not_exist_is_neither_edited_nor_deleted(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    assert await refusal(raw, "editMessageText", message_id=9, text="x") == "message to edit not found"
    assert await refusal(raw, "editMessageReplyMarkup", message_id=9) == "message to edit not found"
    assert await refusal(raw, "deleteMessage", message_id=9) == "message to delete not found"
    assert await refusal(raw, "setMessageReaction", message_id=9) == "message to react not found"
    assert await refusal(raw, "editMessageText", text="x") == "message identifier is not specified"


async def test_a_persons_message_is_not_the_bots_to_edit(api: BotApi, raw: httpx.AsyncClient) -> None:
    said = api.says(ANNA, "8")["message"]["message_id"]
    assert await refusal(raw, "editMessageText", message_id=said, text="9") == "message can't be edited"


async def test_an_edit_must_change_something(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    await raw.post("/sendMessage", json=NOW)
    (posted,) = api.messages(ANNA)
    again = await refusal(raw, "editMessageText", message_id=posted.message_id, text=" Now? ")
    assert again.startswith("message is not modified")
    assert (await refusal(raw, "editMessageText", message_id=posted.message_id)) == "message text is empty"
    assert posted.edits == 0


async def test_a_message_older_than_two_days_stays() -> None:
    now = [FRIDAY]
    async with BotApi(token=TOKEN, clock=lambda: now[0]) as api, httpx.AsyncClient(trust_env=False) as client:
        said = api.says(ANNA, "8")["message"]["message_id"]
        now[0] += timedelta(hours=49)
        where = f"{api.url}/bot{TOKEN}/deleteMessage"
        response = await client.post(where, json={"chat_id": ANNA, "message_id": said})
    assert response.json()["description"] == "Bad Request: message can't be deleted for everyone"


@pytest.mark.parametrize("emoji", ["💪", "✅", "🏃"])
async def test_some_reactions_are_not_for_bots(api: BotApi, raw: httpx.AsyncClient, emoji: str) -> None:
    said = api.says(ANNA, "8")["message"]["message_id"]
    reaction = [{"type": "emoji", "emoji": emoji}]
    assert "can't be" in await refusal(raw, "setMessageReaction", message_id=said, reaction=reaction)


async def test_a_bot_reacts_with_one_emoji(api: BotApi, raw: httpx.AsyncClient) -> None:
    said = api.says(ANNA, "8")["message"]["message_id"]
    reactions = [{"type": "emoji", "emoji": "🔥"}, {"type": "emoji", "emoji": "🏆"}]
    assert "REACTIONS_TOO_MANY" in await refusal(
        raw, "setMessageReaction", message_id=said, reaction=reactions
    )


async def test_a_picture_has_no_text_to_edit(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    await raw.post("/sendDocument", data={"chat_id": ANNA}, files={"document": ("a.txt", b"8")})
    (posted,) = api.messages(ANNA)
    refused = await refusal(raw, "editMessageText", message_id=posted.message_id, text="9")
    assert refused == "there is no text in the message to edit"


async def test_markup_becomes_entities_of_the_trimmed_text(api: BotApi, raw: httpx.AsyncClient) -> None:
    api.meets(ANNA)
    await raw.post("/sendMessage", json={**NOW, "text": "\n💪 <b>8 &lt; 9</b>  ", "parse_mode": "HTML"})
    sent = api.messages(ANNA)[0].raw
    assert (sent["text"], sent["entities"]) == ("💪 8 < 9", [{"type": "bold", "offset": 3, "length": 5}])


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("<b><i>x</i></b>", ["bold", "italic"]),
        ('<a href="https://example.org/?a=1&amp;b=2">x</a>', ["text_link"]),
        ("<blockquote expandable>x</blockquote>", ["expandable_blockquote"]),
        ("<b></b>x", []),
    ],
)
def test_good_markup_is_read(source: str, kinds: list[str]) -> None:
    text, entities = parse_html(source)
    assert (text, [entity["type"] for entity in entities]) == ("x", kinds)


@pytest.mark.parametrize(
    ("source", "why"),
    [
        pytest.param("<b>x", 'Can\'t find end tag corresponding to start tag "b"', id="left open"),
        pytest.param("x</b>", "Unexpected end tag at byte offset 1", id="never opened"),
        pytest.param(
            "<b><i>x</b></i>",
            'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
            id="crossed",
        ),
        pytest.param("é<h1>x</h1>", 'Unsupported start tag "h1" at byte offset 2', id="a tag of the web"),
        pytest.param("8 < 9", 'Unsupported start tag "" at byte offset 2', id="a raw less-than"),
        pytest.param("<3 you>", 'Unsupported start tag "3" at byte offset 0', id="a heart"),
        pytest.param("push & pull", "a bare & at byte offset 5", id="a raw ampersand"),
        pytest.param("&nbsp;", "a bare & at byte offset 0", id="an entity of the web"),
        pytest.param("<a>x</a>", 'wrong attributes of tag "a" at byte offset 0', id="a link to nowhere"),
        pytest.param('<b class="x">x</b>', 'wrong attributes of tag "b" at byte offset 0', id="a class"),
    ],
)
def test_bad_markup_is_refused_in_telegrams_words(source: str, why: str) -> None:
    with pytest.raises(Refusal) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {why}"
