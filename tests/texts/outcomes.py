"""Everything that can happen, as outcomes: the plain ones by hand, those of a day from lives."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

from bot.coaching import log_outcomes as lo
from bot.coaching import news_outcomes as n
from bot.coaching import outcomes as o
from bot.coaching import setting_outcomes as so
from bot.coaching import views as v
from bot.coaching.actions import Start
from bot.coaching.athlete import Journey
from bot.coaching.morning_text import USUAL, USUAL_OF_PULLS, _fitting
from bot.coaching.ports import Place
from bot.coaching.prepare_prompt import WEEKLY_ON, day_number
from bot.coaching.reader import Reader
from bot.coaching.show_routine import ExplainExercise
from bot.coaching.show_stats import ShowStats
from bot.coaching.situation import Situation, card_of
from bot.coaching.traces import Change
from bot.domain.anchor import Anchor, DailyThing
from bot.domain.catalogue import Catalogue
from bot.domain.events import Offer, Rhythm
from bot.domain.exercise import Family
from bot.domain.look_back import LookBack
from bot.domain.milestones import Milestone
from bot.domain.plan import Mode, PlannedSet, Row, Season
from bot.domain.prompts import WeekdayTime
from bot.domain.sets import Effort
from bot.texts.talk import SMALL_TALK
from bot.understanding.reading import Again, RoutineTopic, Unclear
from tests.makers import MONDAY, day, did
from tests.texts.lives import Day, athlete, each_day

NOT_FIRST = 8
NEXT = datetime(2026, 3, 3, 7, 0, tzinfo=ZoneInfo("Europe/Berlin"))
RHYTHMS = (
    v.RhythmOffer(Rhythm.HOUR, at=time(18, 30)),
    v.RhythmOffer(Rhythm.WEEKDAYS, weekdays=frozenset({0, 2, 4, 6})),
)
SPRINGFIELDS = (
    Place("Springfield", "Missouri, United States", "America/Chicago"),
    Place("Springfield", "Massachusetts, United States", "America/New_York"),
)


def all_outcomes(catalogue: Catalogue) -> Iterator[o.Outcome]:
    yield from plain()
    yield from of_sets()
    yield from of_settings()
    yield from of_news()
    seen: set[object] = set()
    for lived in each_day(catalogue):
        asked = [(part.row, part.why, part.sets, part.days_off) for part in lived.morning.plan]
        like = (*asked, min(day_number(lived.morning), NOT_FIRST), bool(lived.morning.open_offers))
        yield from lived.receipts if like in seen else of_a_day(lived, catalogue)
        seen.add(like)


def plain() -> Iterator[o.Outcome]:
    """What carries little or nothing."""
    yield from (
        o.Quiet(),
        o.Welcomed(),
        o.Urgent(),
        o.PainNoted(),
        o.OfferGone(),
        o.NotWords(),
        o.GroupGreeted(-5),
    )
    yield from (so.HourNotUnderstood(), v.HelpShown(), v.PrivacyShown())
    yield from (lo.NothingToCorrect(), lo.NothingToUndo(), lo.UnknownExercise())
    yield from (o.SkipNoted(at) for at in (NEXT, None))
    yield from (o.SnoozeTooLate(at) for at in (NEXT, None))
    yield from (o.Snoozed(NEXT, shortened) for shortened in (True, False))
    yield from (o.PainEased(one, frozenset(Family) - {one}) for one in Family)
    yield from (o.PainEased(one, frozenset()) for one in Family)
    yield from (o.PainNoted(one) for one in Family)
    yield from (o.TooSoonToClear(family) for family in Family)
    yield from (o.OfferTaken(offer, yes, days) for offer in Offer for yes in (True, False) for days in (1, 7))
    for offer in Offer:
        seasons = tuple(Season) if "season" in offer else (None,)
        yield from (o.OfferAgain(v.OpenOffer(offer, MONDAY, season)) for season in seasons)
    yield from (o.BarNoted(yes) for yes in (True, False))
    yield from (o.BarNoted(available=True, back=True, resting=resting) for resting in (True, False))
    yield from (o.Answered(topic) for topic in RoutineTopic if topic is not RoutineTopic.TODAY)
    yield from (o.PullUpsNoted(count) for count in (None, 0, 1, 8))
    yield from (o.SmallTalk(about) for about in SMALL_TALK)
    yield from (o.StartNoted(start) for start in Start)


def of_news() -> Iterator[o.Outcome]:
    """What carries no card."""
    yield from (n.PromptsOff(), n.PromptsOn(NEXT), n.PromptsOn(None), n.ForgetAsked(), n.Forgotten())
    yield from (n.SickNoted(), n.ColdNoted(MONDAY), n.BetterNoted(rests=False), n.TiredHeard(MONDAY))
    yield from (n.BetterNoted(rests=True, next_at=at) for at in (NEXT, None))
    yield from (n.LightNoted(day(2)), n.PauseNoted(None), n.PauseNoted(day(15)), n.AwayHeard(day(7)))
    for run, light in ((1, 1), (2, 1), (7, 6)):
        yield n.LongRunHeard(day(run), day(light), MONDAY)
    for race, taper in product((1, 2, 7), (True, False)):
        yield n.RaceNoted(day(race), MONDAY, taper)
    yield from (n.RaceAsked(taper) for taper in (True, False))
    yield n.RaceCancelled(day(7))
    yield from (n.StartOverAsked(), n.StartedAnew(), n.MaxAsked("knee_push_up"), n.MaxAsked("push_up"))


def of_sets() -> Iterator[o.Outcome]:
    one, many = tuple(did("knee_push_up", 1)), tuple(did("negative_pull_up", 3, 2, 1))
    for sets, today in product((one, many, one + many), (MONDAY, day(3))):
        yield lo.Corrected(sets, today)
        yield lo.Corrected(sets, today, pain=True)
        yield lo.Undone(sets, today)
        yield lo.UndoAsked(sets, today)
        yield lo.UndoAsked(sets, today, sets[-1])
        yield lo.SetUndone(sets[0], sets, today)
        yield lo.NoSuchSet(sets, today)
        yield lo.Corrected(sets, today, pain=True)
        yield from (lo.Edited(sets, today, before, over) for over in Change for before in (one, sets))
        yield lo.Edited(sets, today, (), Change.UNDONE)
        yield lo.Edited(sets, today, one, pain=True)
        yield lo.EditTakenBack(sets, today)
        yield from (lo.EditTakenBack(sets, today, lo.NeedsClarifying(unclear)) for unclear in Unclear)
        yield lo.CountMissing(PlannedSet("push_up", 5, mode=Mode.UP_TO), sets)
        yield lo.CountMissing(PlannedSet("pull_up", 1, mode=Mode.UP_TO), sets)
    yield lo.CountMissing(PlannedSet("push_up", 5, mode=Mode.UP_TO), ())
    yield lo.EditNotUnderstood()
    yield from (lo.NothingToRepeat(again) for again in Again)
    yield from (lo.NoneThisTime(exercise) for exercise in ("push_up", "pull_up"))
    yield from (lo.EffortNoted(effort, light) for effort in Effort for light in (True, False))
    yield lo.EffortNoted(Effort.FAILED, light_tomorrow=True, form_broke=True)
    yield from (lo.NeedsClarifying(unclear) for unclear in Unclear)
    for sets in (tuple(did("knee_push_up", 1)), tuple(did("assisted_negative", *range(11, 31)))):
        yield lo.NeedsClarifying(Unclear.DONE, choices=(sets,))
        yield lo.NeedsClarifying(Unclear.NUMBER, choices=(sets, tuple(did("push_up", 10, 9, 8)), sets))
    yield from (lo.KneesOrToes(reps) for reps in ((1,), (10, 8, 6)))
    yield lo.NeedsClarifying(Unclear.EXERCISE, (10, 8, 6), ("knee_push_up", "assisted_negative"))


def of_settings() -> Iterator[o.Outcome]:
    settled = athlete()
    yield from (so.Settled(settled, at, ask) for at in (NEXT, None) for ask in (None, v.Question.PLACE))
    week = replace(settled, weekday_times=(WeekdayTime(5, time(8)), WeekdayTime(6, time(9, 30))))
    yield from (so.Settled(week, NEXT, ask) for ask in (None, v.Question.PLACE))
    for free in (frozenset[int](), frozenset({6}), frozenset({0, 2, 3, 4})):
        yield from (
            so.Settled(one, NEXT, None, hour, free) for one in (settled, week) for hour in (True, False)
        )
    yield so.WhichPlace(SPRINGFIELDS)
    yield so.WhichPlace(SPRINGFIELDS[:1])
    yield so.WhichClock(SPRINGFIELDS)
    yield from (so.PlaceNotFound(why) for why in so.Nowhere)
    yield from (so.NotThereYet("Springfield", until) for until in (None, day(7)))
    for home, until in product(("Berlin", None), (None, day(7))):
        away = replace(settled, zone="Asia/Tokyo", journey=Journey("Europe/Berlin", home, until))
        yield so.Settled(away, NEXT, moved=True)
        yield v.SettingsShown(away, frozenset(), None, NEXT)
    yield from (so.JourneyOver(settled, at) for at in (NEXT, None))
    yield from (v.HourAsked(time(6, 45), weekdays) for weekdays in (None, frozenset({5, 6})))
    yield from (v.DayStartAsked(time(3), out_of_range) for out_of_range in (True, False))
    yield from (so.SoundSet(sound, at) for sound in (True, False) for at in (NEXT, None))
    yield so.TimeUnclear()
    yield from (so.RhythmKept(at) for at in (NEXT, None))
    for anchor in (*map(Anchor, DailyThing), Anchor(words="after you feed the cat"), None):
        yield v.AnchorAsked(anchor)
        yield from (so.AnchorNoted(anchor, at) for at in (NEXT, None))
        yield v.SettingsShown(replace(settled, anchor=anchor), frozenset(), None, NEXT)
    yield from (so.Settled(settled, NEXT, hour=False, day_begins=at) for at in (time(0, 30), time(5)))
    yield v.SettingsShown(replace(settled, silent_cards=True), frozenset(), None, NEXT)
    yield v.PlaceAsked("America/Argentina/Buenos_Aires")
    for weekdays in (frozenset[int](), frozenset({6}), frozenset(range(7))):
        yield v.FreeDaysAsked(weekdays)
        yield v.FreeDaysAsked(weekdays, in_place=True, next_at=NEXT)
        yield from (v.SettingsShown(settled, weekdays, bar, NEXT) for bar in (True, False, None))
    yield v.SettingsShown(settled, frozenset(), None, None)
    yield v.SettingsShown(replace(settled, wants_prompts=False), frozenset(), None, None)


def of_a_day(lived: Day, catalogue: Catalogue) -> Iterator[o.Outcome]:
    morning = lived.morning
    card = card_of(morning, catalogue)
    yield v.RoutineShown(card)
    yield from (n.SoreNoted(card), n.LightNoted(card.day, card), n.BackNoted(card))
    yield n.PauseNoted(card.day, card)
    yield from (n.SeasonEnded(card), n.NoSeason(card))
    yield from (n.StepUndone(rung, card) for rung in ("push_up", "pull_up", "negative_pull_up"))
    yield from (n.TimeShort(family, card) for family in Family)
    yield from (o.SideSkipped(family, card) for family in Family)
    yield from (n.PlacedAnew(card, asks_pull_ups=asks) for asks in (True, False))
    for families in ((), (Family.PUSH,), (Family.PULL,), (Family.PUSH, Family.PULL)):
        yield n.TestNoted(families, card)
    yield from (n.BarAwayNoted(card.day + timedelta(days=days), card.day, card) for days in (1, 9))
    yield v.RoutineShown(card, morning.open_offers)
    yield v.WhyShown(card)
    yield ShowStats(catalogue)(morning)
    yield from lived.receipts
    early = (v.OpenOffer(offer, card.day, early=True) for offer in (Offer.PUSH_UP, Offer.TRY_PULL_UP))
    yield from (v.RoutineShown(card, (one,)) for one in early)
    for receipt in lived.receipts[:1]:
        yield replace(receipt, doubt=lo.Doubt(receipt.source, 0, 100, 10))
        yield replace(receipt, pain=True)
        yield from (replace(receipt, rhythm=offer) for offer in RHYTHMS)
        yield from (replace(receipt, milestone=milestone, minutes=93) for milestone in Milestone)
        met = replace(receipt, met=receipt.planned, milestone=None, first=False)
        yield from (replace(met, open_reps=12, last_test=last) for last in (0, 10))
        yield replace(met, moved_up=True)
        yield from (replace(receipt, resting=families) for families in ((Family.PUSH,), tuple(Family)))
    yield from (
        ExplainExercise(catalogue, Reader({}))(morning, exercise) for exercise in morning.rungs().values()
    )
    yield from (o.NotUnderstood(morning.rungs()[Family.PUSH], again) for again in (False, True))
    if not card.left:
        yield lo.NothingLeft(card)
        return
    yield from (v.Reminded(card), v.CardClosed(card))
    yield from (o.Placed(start, card) for start in Start)
    yield lo.NothingLeft(v.Card(card.plan, (), 0))
    yield v.RoutineShown(v.Card(card.plan, (), 0))
    if len(card.left) > 1:
        yield v.RoutineShown(v.Card(card.plan, card.left[1:], 60, card.cue))
    yield from _prompts(morning, card)
    yield from _told_once(morning, card)


def _prompts(morning: Situation, card: v.Card) -> Iterator[v.Prompted]:
    usual = USUAL if card.plan.push.sets else USUAL_OF_PULLS
    number = day_number(morning)
    light = all(part.row in {Row.NORMAL, Row.LIGHT, Row.SPACING, Row.REST} for part in morning.plan)
    unseen = ("race_after", "plan_after_short") if light else ()
    for text in (*WEEKLY_ON.values(), *unseen, *_fitting(morning, number), *usual[number % 8 :: 8]):
        for question in _questions(morning, text):
            prompt = _prompted(morning, card, text, question)
            yield prompt
            if question is None:
                yield replace(prompt, late=True)
    for anchor in (*map(Anchor, DailyThing), Anchor(words="after you feed the cat")):
        yield v.Prompted(card, usual[number % 16], anchor=anchor, late=True)
    for offer in RHYTHMS:
        yield v.Prompted(card, usual[number % 16], rhythm=offer, anchor=Anchor(DailyThing.BREAKFAST))
    yield replace(_prompted(morning, card, "missed_one", None), name="")


def _prompted(
    morning: Situation, card: v.Card, text: str, question: v.Question | None, news: v.MorningNews = v.NO_NEWS
) -> v.Prompted:
    reps, name = sum(one.reps for one in morning.log), morning.athlete.name
    return v.Prompted(
        card, text, question, morning.showing, reps, minutes=1 + reps // 30, name=name, news=news
    )


def _told_once(morning: Situation, card: v.Card) -> Iterator[v.Prompted]:
    """What a morning may tell beside its plan."""
    today = morning.today
    steps = (
        v.StepDown(Family.PUSH, today, "push_up", "knee_push_up"),
        v.StepDown(Family.PULL, today, "negative_pull_up", "assisted_negative"),
    )
    for told in (steps, steps[:1], steps[1:]):
        yield _prompted(morning, card, "step_down", None, v.MorningNews(steps_down=told, spare_days=1))
    parts = [part for part in morning.plan if part.row is Row.NORMAL]
    normal = [tuple(one for one in part.sets if one.exercise == part.rung) for part in parts]
    yield from (_prompted(morning, card, "plateau", None, v.MorningNews(held=held)) for held in normal)
    for tests in ((14,), (14, 17)):
        over = v.SeasonOver(Family.PUSH, 1, tests)
        yield _prompted(morning, card, "season_end", None, v.MorningNews(season_over=over, spare_days=2))
    for week in _weeks(today):
        yield _prompted(morning, card, "morning_normal_3", None, v.MorningNews(week=week))
    for question in (v.Question.LEFT_OUT_PULL, v.Question.LEFT_OUT_PUSH):
        yield _prompted(morning, card, "morning_normal_4", question, v.MorningNews(spare_days=2))
    yield _prompted(morning, card, "morning_normal_5", None, v.MorningNews(offers=morning.open_offers))


def _weeks(today: date) -> Iterator[LookBack]:
    both = frozenset(Family)
    for pull, push in ((0, 2), (1, 0), (-1, 1)):
        yield LookBack(today, 5, 120, 8, {Family.PULL: pull, Family.PUSH: push}, {}, both)
    yield LookBack(today, 1, 1, 1, {Family.PULL: 0}, {Family.PUSH: "push_up"}, frozenset({Family.PUSH}))


def _questions(morning: Situation, text: str) -> Iterator[v.Question | None]:
    yield None
    if text in WEEKLY_ON.values():
        return
    yield v.Question.HOUR
    yield v.Question.ANCHOR
    if morning.bar is None:
        yield v.Question.BAR
    if morning.bar and morning.rungs()[Family.PULL] != "pull_up":
        yield v.Question.PULL_UPS
