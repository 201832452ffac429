"""Days without training: "rest day", "can't today", "no push-ups today"."""

from bot.understanding.cues import Guard
from bot.understanding.items import Sort
from bot.understanding.message import Span
from bot.understanding.reading import Intent, Reading
from bot.understanding.scene import Scene

_REFUSED = frozenset({Guard.NOT, Guard.IF, Guard.HABIT, Guard.OTHERS, Guard.QUOTE, Guard.JOKE, Guard.WISH})


def read_skip(scene: Scene) -> Reading | None:
    """No training today or on a day that has been; a day to come is only a plan."""
    days = [item.offset for item in scene.items if item.sort is Sort.DAY]
    day = days[-1] if days else None
    spans = [span for span in scene.message.find("skip.skip") if _is_said(scene, span)]
    day = next((near for span in spans if (near := _day_in_clause(scene, span)) is not None), day)
    if spans or _is_without_work(scene, day) or scene.is_whole("whole.skip"):
        return Reading(intent=Intent.SKIP, day=day, families=scene.families(scene.items))
    return None


def _day_in_clause(scene: Scene, span: Span) -> int | None:
    """The "today" of "rest day today, ran 20k yesterday"."""
    clauses = scene.message.clauses
    days = [item for item in scene.items if item.sort is Sort.DAY]
    return next((day.offset for day in days if clauses[day.start] == clauses[span.start]), None)


def _is_said(scene: Scene, span: Span) -> bool:
    message = scene.message
    if scene.refuses(span, _REFUSED) or message.tagged(span.start, "skip.not"):
        return False
    if scene.guards[span.start] is Guard.QUESTION and not message.has("skip.asked"):
        return False
    ahead = [
        found
        for found in message.find("guards.around")
        if message.clauses[found.start] == message.clauses[span.start]
        and not span.start <= found.start < span.end
    ]
    return not ahead


def _is_without_work(scene: Scene, day: int | None) -> bool:
    """ "no push-ups today": a day, and work that was left out."""
    if day is None:
        return False
    blocked = any(
        item.sort is Sort.EXERCISE
        and (scene.guards[item.start] is Guard.NO or scene.message.tagged(item.start - 1, "guards.no"))
        for item in scene.items
    )
    return blocked and not scene.items_of(Sort.EXERCISE)
