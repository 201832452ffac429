"""A fold that goes on from a checkpoint leads where the whole one does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.catalogue import Catalogue
from bot.domain.state import train
from tests.domain.lives import Story, lives
from tests.makers import day, did, placed


@given(story=lives(), cut=st.integers(0, 29))
def test_going_on_from_any_evening_gives_the_same(story: Story, cut: int) -> None:
    today, catalogue = day(len(story.days) + 1), story.catalogue
    evening = min(day(cut + 1), today)
    since = train(catalogue, story.log, story.events, evening).before
    log = [one for one in story.log if one.day > since.day]
    events = [event for event in story.events if event.day > since.day]
    assert train(catalogue, log, events, today, since=since) == train(
        catalogue, story.log, story.events, today
    )


def test_what_is_told_of_days_before_a_checkpoint_is_in_it_already(catalogue: Catalogue) -> None:
    log = [*did("knee_push_up", 2, on=day(1)), *did("knee_push_up", 3, on=day(2))]
    events = [placed("knee_push_up", 4)]
    whole = train(catalogue, log, events, day(3))
    assert train(catalogue, log, events, day(3), since=whole.before) == whole


def test_a_checkpoint_lies_before_the_day_that_is_asked_for(catalogue: Catalogue) -> None:
    since = train(catalogue, [], [], day(2)).before
    with pytest.raises(ValueError, match="can't go back"):
        train(catalogue, [], [], day(1), since=since)
