"""A fortnight in which more is told than sets: a race, an illness, a pause, quiet, and an end."""

from tests.conversations.console import Console

BEGUN = ("/start", ":press 1", "2 knee pushups", "same again")


async def test_a_race_a_pause_and_the_way_back(console: Console) -> None:
    said = await console.talk(
        *BEGUN,
        "6:30 on weekdays, 8 on weekends",
        "not on Sundays",
        "race on Saturday",
        ":wait 6d",
        "pause until Wednesday",
        ":wait 3d",
    )

    texts = [one.text for one in said]
    assert "2 knee push-ups, 4 today." in " ".join(texts)
    assert any("Free days: Sun." in text for text in texts)
    assert any(text.startswith("Race on Sat 7 March, noted.") for text in texts)
    assert any(text.startswith("Paused until Wed 11 March.") for text in texts)
    prompts = [one.at[:16] for one in said if one.at[11:16] in {"06:30", "08:00"} and not one.is_edit]
    assert prompts == [f"2026-03-{day:02}T06:30" for day in (3, 4, 5, 6, 11)]


async def test_quiet_and_gone(console: Console) -> None:
    said = await console.talk(
        *BEGUN, "stop", ":wait 2d", "start again", ":wait 1d", "/forget", ":press 1", "hi"
    )

    texts = [one.text for one in said]
    quiet = next(place for place, text in enumerate(texts) if text.startswith("All right, I'll stay quiet"))
    assert texts[quiet + 1].startswith("Good to have you back.")
    assert said[quiet + 2].at[:16] == "2026-03-04T07:00"
    assert texts[-2].startswith("Done, it's all gone.")
    assert texts[-1].startswith("Two exercises")
