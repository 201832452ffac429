"""Whole conversations, from the first word to the third morning."""

from datetime import timedelta

from tests.conversations.console import START, Console

BEGUN = ("/start", ":press 1", "did 2 knee pushups")


async def test_within_a_minute_of_start_the_first_set_is_in_the_book(console: Console) -> None:
    welcome, plan, receipt, hour = await console.talk(*BEGUN)

    assert welcome.labels == ["Knees", "Toes", "Not sure"]
    assert plan.is_edit
    assert plan.text.startswith("Right now: 2 knee push-ups, under a minute.")
    assert receipt.text.startswith("2 knee push-ups. First one in the book!")
    assert hour.labels == ["6:00", "6:30", "7:00", "8:00"]


async def test_from_start_to_the_third_morning(console: Console) -> None:
    said = await console.talk(*BEGUN, "7:00", "Hamburg", ":wait 1d10m", "done", ":wait 1d")

    second, third = (one for one in said if one.at.endswith("T07:00:00+01:00"))
    assert (second.at[:10], third.at[:10]) == ("2026-03-03", "2026-03-04")
    assert second.text.startswith("Day two, coming back is the hard one, and here you are.")
    assert "One question: is there a bar" in second.text
    assert "After which daily thing does it fit best?" in third.text
    assert third.labels[:5] == ["Done, easy", "Done", "Done, hard", "Later", "Skip today"]


async def test_the_first_days_with_taps_alone(console: Console) -> None:
    """Buttons count from 1, row by row, on the latest message that has any."""
    said = await console.talk(
        "/start", ":press 3", ":press 2", ":press 2", ":press 1", ":wait 1d10m", ":press 6"
    )

    texts = [one.text for one in said]
    assert texts[2].startswith("2 knee push-ups. First one in the book!")
    assert texts[4].startswith("6:30 it is. And where are you")
    assert texts[5] == "6:30 it is, Berlin time. Next prompt: Tue 3 March at 6:30."
    assert said[6].at == "2026-03-03T06:30:00+01:00"
    assert texts[7] == "A bar it is: slow lowering joins the plan, one or two to begin with."


async def test_the_issues_own_words(console: Console) -> None:
    said = await console.talk(
        *BEGUN,
        "7:00",
        "Berlin",
        "and 3 negatives",
        "/stats",
        ":wait 1d10m",
        "done",
        "no, 3 knee pushups",
        "undo",
        ":wait 2d",
        "/today",
    )

    texts = [one.text for one in said]
    assert any(text.startswith("3 negatives. ") for text in texts)
    assert any("Negatives: 3 (best set 3)\nKnee push-ups: 2 (best set 2)" in text for text in texts)
    (prompt,) = (one for one in said if one.at == "2026-03-03T07:00:00+01:00")
    assert prompt.text.startswith("Day two")
    after = texts[texts.index(prompt.text) + 1 :]
    assert after[0].startswith("2 knee push-ups, first today. That's today's plan, all of it.")
    assert after[1] == "Changed. It now says 3 knee push-ups."
    assert after[2] == "Taken back: 3 knee push-ups. Nothing else has changed."
    assert [one.at[:16] for one in said[-4:-1]] == ["2026-03-04T07:00", *["2026-03-05T07:00"] * 2]
    assert texts[-1].startswith("Today, ")


async def test_an_edit_replaces_its_sets(console: Console) -> None:
    said = await console.talk(*BEGUN, ":edit did 3 knee pushups", "/stats")

    assert said[-2].text == "Edited. It said 2 knee push-ups. Now it says 3 knee push-ups."
    assert "Knee push-ups: 3 (best set 3)" in said[-1].text


async def test_a_reminder_comes_once(console: Console) -> None:
    said = await console.talk("/start", ":press 1", "remind me in 2 hours", ":wait 5h", "done", ":wait 10h")

    again = [one for one in said if one.text.startswith("Here it is again")]
    assert [one.at for one in again] == ["2026-03-02T08:55:00+01:00"]


async def test_a_done_morning_is_not_prompted(console: Console) -> None:
    said = await console.talk(*BEGUN, "7:00", "Berlin", ":wait 22h", "done", ":wait 5h")

    assert not [one for one in said if one.at.startswith("2026-03-03T07")]


async def test_pain_brings_silence_until_it_is_cleared(console: Console) -> None:
    said = await console.talk(*BEGUN, "my elbow hurts", ":wait 3d", "/today", ":press 1", "/today")

    assert not [one for one in said if one.at[11:16] == "07:00"]
    assert said[-3].labels == ["Push-ups are fine", "Pull-ups are fine"]
    assert said[-1].text.startswith("Today, ")


async def test_six_days_in_a_row_bring_a_silent_day_of_rest(console: Console) -> None:
    days = [line for _ in range(5) for line in (":wait 1d", "done")]
    said = await console.talk(*BEGUN, "7:00", "Berlin", *days, ":wait 1d", "/today")

    assert not [one for one in said if one.at.startswith("2026-03-08T07")]
    assert said[-1].text.startswith("Six in a row.")


async def test_a_prompt_missed_by_the_coach_is_said_when_it_is_back_in_time(console: Console) -> None:
    await console.talk(*BEGUN, "7:00", "Berlin")

    (prompt,) = await console.talk(at=START + timedelta(days=1, hours=2))

    assert prompt.text.startswith("Later than planned today. Day two")


async def test_a_prompt_of_long_ago_is_left_out(console: Console) -> None:
    await console.talk(*BEGUN, "7:00", "Berlin")

    assert await console.talk(at=START + timedelta(days=1, hours=8)) == []
