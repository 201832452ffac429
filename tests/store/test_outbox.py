"""The outbox: each chat's rows in order, a key used once for good, closed rows never sent again."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, time, timedelta

from bot.coaching.actions import ChooseHour, Open, TapDone, Topic
from bot.coaching.mail import Button, Draft, Lane, Message, OutboxKind, OutboxRow, SentCard
from bot.coaching.ports import UnitsOfWork
from bot.domain.sets import Effort
from tests.store.makers import ANNA, BEN, FRIDAY, MINUTE, NOW, draft

CARD = Message(
    "Good morning ☀️",
    buttons=(
        (Button("Done, hard", TapDone(FRIDAY, Effort.HARD)), Button("Done", TapDone(FRIDAY))),
        (Button("7:30", ChooseHour(time(7, 30))), Button("Help", Open(Topic.HELP))),
    ),
    in_place=True,
    silent=True,
    once="welcome",
)


def texts(rows: Sequence[OutboxRow]) -> list[str]:
    return [row.draft.message.text if row.draft.message else "stub" for row in rows]


async def test_a_draft_comes_back_whole(units: UnitsOfWork) -> None:
    whole = Draft(
        chat_id=ANNA,
        kind=OutboxKind.EDIT,
        lane=Lane.BULK,
        message=CARD,
        key="once:welcome",
        answers="t:12",
        edits=77,
        edits_row=7,
        sources=("m:42:7", "m:42:8"),
        day=date(2026, 3, 6),
        not_before=NOW,
        expires_at=NOW + MINUTE,
    )
    async with units() as work:
        await work.outbox.add(whole)
        (row,) = await work.outbox.ready(NOW, limit=10)
        assert (row.draft, row.attempts) == (whole, 0)


async def test_only_the_first_unsent_row_of_each_chat_is_ready(units: UnitsOfWork) -> None:
    async with units() as work:
        for text, chat_id in (("a1", ANNA), ("a2", ANNA), ("b1", BEN), ("a3", ANNA)):
            await work.outbox.add(draft(text, chat_id=chat_id))
        ready = await work.outbox.ready(NOW, limit=10)
        assert texts(ready) == ["a1", "b1"]
        await work.outbox.sent(ready[0].outbox_id, 1, NOW)
        assert texts(await work.outbox.ready(NOW, limit=10)) == ["a2", "b1"]


async def test_chats_that_are_being_sent_to_are_left_out(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(draft("a1", chat_id=ANNA))
        await work.outbox.add(draft("b1", chat_id=BEN))
        assert texts(await work.outbox.ready(NOW, besides=frozenset({ANNA}), limit=10)) == ["b1"]


async def test_interactive_rows_come_before_bulk_ones_up_to_the_limit(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(draft("prompt 1", chat_id=1, lane=Lane.BULK))
        await work.outbox.add(draft("prompt 2", chat_id=2, lane=Lane.BULK))
        await work.outbox.add(draft("reply 3", chat_id=3))
        await work.outbox.add(draft("reply 4", chat_id=4))
        assert texts(await work.outbox.ready(NOW, limit=3)) == ["reply 3", "reply 4", "prompt 1"]
        assert texts(await work.outbox.ready(NOW, limit=1)) == ["reply 3"]


async def test_a_reply_waits_for_no_prompt_of_its_chat_and_what_is_idle_holds_up_nothing(
    units: UnitsOfWork,
) -> None:
    async with units() as work:
        for text, lane in (("closing", Lane.IDLE), ("prompt", Lane.BULK), ("reply", Lane.INTERACTIVE)):
            await work.outbox.add(draft(text, lane=lane))
        await work.outbox.add(draft("closing again", lane=Lane.IDLE))
        said = []
        while ready := await work.outbox.ready(NOW, limit=10):
            said += texts(ready)
            await work.outbox.sent(ready[0].outbox_id, len(said), NOW)
        assert said == ["reply", "prompt", "closing", "closing again"]


async def test_a_prompt_waits_for_an_earlier_reply_of_its_chat(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(draft("reply", not_before=NOW + MINUTE))
        await work.outbox.add(draft("prompt", lane=Lane.BULK))
        await work.outbox.add(draft("closing", lane=Lane.IDLE))
        assert await work.outbox.ready(NOW, limit=10) == []
        assert await work.outbox.next_not_before(NOW) == NOW + MINUTE


async def test_a_card_is_live_from_its_delivery_until_it_is_retired(units: UnitsOfWork) -> None:
    stub = Draft(chat_id=ANNA, kind=OutboxKind.PROMPT, lane=Lane.BULK, day=FRIDAY)
    async with units() as work:
        await work.outbox.add_many([stub, replace(stub, chat_id=BEN)])
        annas, bens = await work.outbox.ready(NOW, limit=10)
        assert await work.outbox.live_cards(ANNA) == []

        await work.outbox.render(annas.outbox_id, CARD)
        await work.outbox.sent(annas.outbox_id, 70, NOW)
        await work.outbox.drop(bens.outbox_id, "unknown", "TimedOut")
        (card,) = await work.outbox.live_cards(ANNA)
        assert await work.outbox.words_of(annas.outbox_id) == CARD
        assert card == SentCard(annas.outbox_id, ANNA, FRIDAY, 70, NOW)
        assert (await work.outbox.card(annas.outbox_id), await work.outbox.card(bens.outbox_id)) == (
            card,
            None,
        )

        await work.outbox.retire([annas.outbox_id])
        assert (await work.outbox.live_cards(ANNA), await work.outbox.live_cards(BEN)) == ([], [])


async def test_cards_of_days_that_are_over_are_closed_once(units: UnitsOfWork) -> None:
    stub = Draft(chat_id=ANNA, kind=OutboxKind.PROMPT, lane=Lane.BULK, day=FRIDAY)
    saturday = FRIDAY + timedelta(days=1)
    async with units() as work:
        await work.outbox.add_many([stub, replace(stub, chat_id=BEN), replace(stub, chat_id=3)])
        cards = await work.outbox.ready(NOW, limit=10)
        for row in cards[:2]:
            await work.outbox.sent(row.outbox_id, 70, NOW)
        await work.outbox.drop(cards[2].outbox_id, "quiet", "a day of rest")
        for before in (FRIDAY, saturday, saturday):
            await work.outbox.close_cards([ANNA, 3], before=before)

        (row,) = await work.outbox.ready(NOW, limit=10)
        assert row.draft == Draft(
            chat_id=ANNA,
            kind=OutboxKind.CLOSING,
            lane=Lane.IDLE,
            day=FRIDAY,
            edits_row=cards[0].outbox_id,
            key=f"closing:{cards[0].outbox_id}",
        )
        assert [len(await work.outbox.live_cards(chat)) for chat in (ANNA, BEN, 3)] == [0, 1, 0]


async def test_it_is_known_whether_other_words_stand_in_a_messages_place(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(Draft(chat_id=ANNA, kind=OutboxKind.EDIT, message=CARD, edits=70))
        assert await work.outbox.is_replaced(ANNA, 70)
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.sent(row.outbox_id, 70, NOW)
        assert await work.outbox.is_replaced(ANNA, 70)
        assert not await work.outbox.is_replaced(ANNA, 71)
        assert not await work.outbox.is_replaced(BEN, 70)


async def test_a_later_row_waits_for_one_that_is_held_back(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(draft("first", not_before=NOW + MINUTE))
        await work.outbox.add(draft("second"))
        assert await work.outbox.ready(NOW, limit=10) == []
        assert texts(await work.outbox.ready(NOW + MINUTE, limit=10)) == ["first"]


async def test_a_retry_counts_and_keeps_the_row_in_its_place(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(draft("first"))
        await work.outbox.add(draft("second"))
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.retry(row.outbox_id, NOW + MINUTE, "429")
        assert await work.outbox.ready(NOW, limit=10) == []
        (again,) = await work.outbox.ready(NOW + MINUTE, limit=10)
        assert (again.outbox_id, again.attempts) == (row.outbox_id, 1)


async def test_a_key_is_never_used_again_whatever_became_of_it(units: UnitsOfWork) -> None:
    async with units() as work:
        assert await work.outbox.add(draft(key="p:1"))
        assert not await work.outbox.add(draft(key="p:1"))
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.sent(row.outbox_id, 1, NOW)
        assert not await work.outbox.add(draft(key="p:1"))
        assert await work.outbox.add(draft(key="p:2"))
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.drop(row.outbox_id, "expired", "too late")
        assert not await work.outbox.add(draft(key="p:2"))


async def test_rows_without_a_key_do_not_meet(units: UnitsOfWork) -> None:
    async with units() as work:
        assert await work.outbox.add(draft("same"))
        assert await work.outbox.add(draft("same"))


async def test_a_rendered_stub_is_a_prompt_with_words_in_its_place(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(Draft(chat_id=ANNA, kind=OutboxKind.PROMPT, lane=Lane.BULK, day=FRIDAY))
        (stub,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.render(stub.outbox_id, CARD)
        (row,) = await work.outbox.ready(NOW, limit=10)
        assert (row.outbox_id, row.draft.kind, row.draft.message, row.draft.day) == (
            stub.outbox_id,
            OutboxKind.PROMPT,
            CARD,
            FRIDAY,
        )


async def test_a_dropped_row_lets_the_next_one_pass_and_stays_dropped(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(draft("first", answers="m:1:1"))
        await work.outbox.add(draft("second"))
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.drop(row.outbox_id, "refused", "403")
        await work.outbox.sent(row.outbox_id, 9, NOW)
        assert texts(await work.outbox.ready(NOW, limit=10)) == ["second"]
        assert await work.outbox.answered_source(ANNA, 9) is None


async def test_a_sent_message_tells_what_it_answered(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(draft("Logged.", answers="m:1:1"))
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.sent(row.outbox_id, 9, NOW)
        assert await work.outbox.answered_source(ANNA, 9) == "m:1:1"
        assert await work.outbox.answered_source(BEN, 9) is None
        assert await work.outbox.answered_source(ANNA, 10) is None


async def test_an_edited_message_answers_what_it_answered_last(units: UnitsOfWork) -> None:
    async with units() as work:
        for source in (None, "t:5", None):
            await work.outbox.add(draft(answers=source))
            (row,) = await work.outbox.ready(NOW, limit=10)
            await work.outbox.sent(row.outbox_id, 9, NOW)
        assert await work.outbox.answered_source(ANNA, 9) == "t:5"


async def test_the_next_moment_is_that_of_a_first_row_held_back(units: UnitsOfWork) -> None:
    async with units() as work:
        assert await work.outbox.next_not_before(NOW) is None
        await work.outbox.add(draft("open", chat_id=BEN))
        await work.outbox.add(draft("behind", chat_id=BEN, not_before=NOW + MINUTE))
        await work.outbox.add(draft("past", chat_id=3, not_before=NOW))
        assert await work.outbox.next_not_before(NOW) is None
        await work.outbox.add(draft("later", chat_id=ANNA, not_before=NOW + 2 * MINUTE))
        assert await work.outbox.next_not_before(NOW) == NOW + 2 * MINUTE


async def test_the_largest_message_id_is_known(units: UnitsOfWork) -> None:
    async with units() as work:
        assert await work.outbox.largest_message_id() == 0
        await work.outbox.add(draft())
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.sent(row.outbox_id, 41, NOW)
        assert await work.outbox.largest_message_id() == 41


async def test_old_words_are_forgotten_but_not_what_they_answered(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(
            Draft(chat_id=ANNA, kind=OutboxKind.MESSAGE, message=CARD, key="k", answers="m:1:1")
        )
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.sent(row.outbox_id, 9, NOW)

        assert await work.outbox.forget(NOW) == 0
        assert await work.outbox.forget(NOW + MINUTE) == 1
        assert await work.outbox.forget(NOW + MINUTE) == 0
        assert await work.outbox.answered_source(ANNA, 9) == "m:1:1"
        assert await work.outbox.add(draft("again", chat_id=ANNA, key="k")) is False


def receipt(source: str, chat_id: int = ANNA) -> Draft:
    words = Message(f"logged {source}")
    kind = OutboxKind.RECEIPT
    return Draft(chat_id=chat_id, kind=kind, message=words, answers=source, sources=(source,))


async def test_a_waiting_receipt_takes_in_another_source_once(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(receipt("m:42:1"))
        assert [await work.outbox.join_receipt(ANNA, source) for source in ("m:42:2", "m:42:2")] == [True] * 2
        (row,) = await work.outbox.ready(NOW, limit=10)
        assert (row.draft.sources, row.draft.answers) == (("m:42:1", "m:42:2"), "m:42:2")
        assert await work.outbox.look_again(row.outbox_id) == row.draft


async def test_what_follows_from_a_receipt_keeps_nobody_from_joining(units: UnitsOfWork) -> None:
    async with units() as work:
        await work.outbox.add(receipt("m:42:1"))
        await work.outbox.add(replace(draft("when shall I write?", chat_id=ANNA), answers="m:42:1"))
        assert await work.outbox.join_receipt(ANNA, "m:42:2")
        await work.outbox.add(replace(draft("your stats", chat_id=ANNA), answers="m:42:3"))
        assert not await work.outbox.join_receipt(ANNA, "m:42:4")


async def test_a_receipt_that_is_begun_or_somebody_elses_takes_in_nothing(units: UnitsOfWork) -> None:
    async with units() as work:
        assert not await work.outbox.join_receipt(ANNA, "m:42:2")
        await work.outbox.add(receipt("m:42:1"))
        assert not await work.outbox.join_receipt(BEN, "m:43:2")
        (row,) = await work.outbox.ready(NOW, limit=10)
        await work.outbox.render(row.outbox_id, CARD)
        assert not await work.outbox.join_receipt(ANNA, "m:42:2")
        await work.outbox.sent(row.outbox_id, 5, NOW)
        assert await work.outbox.look_again(row.outbox_id) is None


async def test_a_chat_is_hushed_and_no_other(units: UnitsOfWork) -> None:
    async with units() as work:
        for chat_id in (ANNA, BEN):
            await work.outbox.add(draft("waits", chat_id=chat_id))
        await work.outbox.hush(ANNA)
        assert [row.draft.chat_id for row in await work.outbox.ready(NOW, limit=9)] == [BEN]
