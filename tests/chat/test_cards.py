"""The edits of cards: of the row that sent them, once that is known, in a lane for which nobody waits."""

from collections.abc import Awaitable, Callable

import pytest

from bot.chat.speech import stripped
from bot.coaching.actions import ChooseBar, TapDone, TapLater, TapSkip
from bot.coaching.mail import Button, Draft, Lane, Message, OutboxKind
from bot.coaching.outcomes import Outcome, Quiet
from bot.coaching.ports import UnitOfWork
from tests.chat.outgoing import TODAY, deliver, prepared, refused, states, stub, unsure
from tests.chat.scene import Saying, Scene, draft, saying
from tests.chat.updates import ATHLETE

DONE, LATER, SKIP = TapDone(TODAY), TapLater(TODAY), TapSkip(TODAY)
CARD = Message(
    "2 x 5",
    (
        (Button("Done", DONE),),
        (Button("Later", LATER), Button("Skip", SKIP), Button("Bar", ChooseBar(available=True))),
    ),
)


def edit(kind: OutboxKind, row: int = 1) -> Draft:
    return Draft(chat_id=ATHLETE, kind=kind, lane=Lane.IDLE, day=TODAY, edits_row=row)


def labels(stage: Scene) -> list[list[str]]:
    rows = (stage.calls[-1].params.get("reply_markup") or {}).get("inline_keyboard", ())
    return [[button["text"] for button in row] for row in rows]


async def quiet(*_: object) -> Outcome:
    return Quiet()


def saying_of(message: Message) -> Callable[..., Awaitable[Outcome]]:
    async def close(_work: UnitOfWork, _draft: Draft) -> Outcome:
        return Saying((message,))

    return close


@pytest.fixture
async def carded(stage: Scene) -> Scene:
    """The day's card is message 100."""
    stage.recorder.instead["prepare_prompt"] = prepared(Saying((CARD,)))
    await stage.put(stub())
    await stage.delivery.settle()
    return stage


def test_a_question_keeps_its_buttons() -> None:
    assert stripped(CARD).buttons == ((Button("Bar", ChooseBar(available=True)),),)
    assert stripped(Message("2 x 5")).buttons == ()


async def test_a_card_is_stripped_and_keeps_its_words(carded: Scene) -> None:
    await carded.put(edit(OutboxKind.STRIPPING))
    await carded.delivery.settle()

    assert carded.methods() == ["sendMessage", "editMessageReplyMarkup"]
    assert (carded.calls[-1].params["message_id"], labels(carded)) == (100, [["Bar"]])
    assert states(carded) == ["sent", "sent"]


async def test_a_card_is_closed_in_the_words_of_that_moment(carded: Scene) -> None:
    closed = Message("Mon", ((Button("Did it", DONE),),))
    carded.recorder.instead["close_card"] = saying_of(closed)
    await carded.put(edit(OutboxKind.CLOSING))
    await carded.delivery.settle()

    call = carded.calls[-1]
    assert (call.method, call.params["message_id"], call.params["text"]) == ("editMessageText", 100, "Mon")
    assert labels(carded) == [["Did it"]]


async def test_a_card_with_nothing_left_to_do_only_loses_its_buttons(carded: Scene) -> None:
    carded.recorder.instead["close_card"] = quiet
    await carded.put(edit(OutboxKind.CLOSING))
    await carded.delivery.settle()

    assert carded.methods()[-1] == "editMessageReplyMarkup"


@pytest.mark.parametrize("kind", [OutboxKind.STRIPPING, OutboxKind.CLOSING])
async def test_a_card_that_was_never_delivered_is_not_edited(stage: Scene, kind: OutboxKind) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(Quiet())
    await stage.put(stub(), edit(kind))
    await stage.delivery.settle()

    assert (stage.methods(), states(stage)) == ([], ["quiet", "quiet"])


async def test_a_card_that_is_gone_is_not_said_anew(carded: Scene) -> None:
    carded.api.trouble = [refused(400, "Bad Request: message to edit not found")]
    await carded.put(edit(OutboxKind.STRIPPING))
    await carded.delivery.settle()

    assert (carded.said(), states(carded)) == (["2 x 5"], ["sent", "quiet"])


async def test_of_a_send_of_unknown_outcome_the_later_message_is_the_card(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(Saying((CARD,)))
    stage.api.trouble = [unsure()]
    await stage.put(stub())
    await deliver(stage, minutes=1)
    await stage.put(edit(OutboxKind.STRIPPING))
    await stage.delivery.settle()

    assert (len(stage.api.tried), stage.calls[-1].params["message_id"]) == (3, 100)


async def test_only_answers_cards_and_reminders_may_sound(stage: Scene) -> None:
    stage.recorder.instead["prepare_prompt"] = prepared(saying("card"))
    notice = draft("notice")
    answer = Draft(chat_id=ATHLETE, kind=OutboxKind.MESSAGE, message=Message("answer"), answers="m:42:1")
    await stage.put(notice, answer, stub())
    await stage.delivery.settle()

    silent = {
        call.params["text"]: call.params["disable_notification"]
        for call in stage.calls
        if "text" in call.params
    }
    assert silent == {"notice": True, "answer": False, "card": False}
