"""How it felt: pain, which stops an exercise, and the effort of what was done."""

from collections.abc import Sequence

from bot.domain.sets import Effort
from bot.understanding.cues import Guard
from bot.understanding.exercises import mention_at
from bot.understanding.items import Sort
from bot.understanding.message import Message, Span
from bot.understanding.reading import ReadSet
from bot.understanding.rows import is_planned
from bot.understanding.scene import Scene

NEAR = 6
_BODY = ("body.joint", "body.muscle")
_PLANNED = frozenset({Guard.GOAL, Guard.PROMISE, Guard.NOT, Guard.QUOTE})
_NOT_FELT = frozenset({Guard.IF, Guard.OTHERS, Guard.QUOTE, Guard.JOKE})


def hurts(scene: Scene) -> bool:
    """Something hurts the athlete now; soreness, tiredness and pain that is gone don't."""
    if "pain" not in scene.message.groups:
        return False
    gone = {index for span in scene.message.find("pain.gone") for index in range(span.start, span.end)}
    return any(
        span.start not in gone
        and _is_felt(scene, span)
        and not _is_sore_abs(scene, span)
        and (not needs_body or _is_near_body(scene, span, needs_body))
        for tag, needs_body in _HURTING
        for span in scene.message.find(tag)
    )


_HURTING = (("pain.hurts", ""), ("pain.with_body", "body"), ("pain.with_joint", "body.joint"))


def _is_felt(scene: Scene, span: Span) -> bool:
    guard = scene.guards[span.start]
    return guard not in _NOT_FELT and (guard is not Guard.QUESTION or _is_near_body(scene, span, "body"))


def _is_sore_abs(scene: Scene, span: Span) -> bool:
    """ "my abs hurt after pull-ups": many have sorer abs than arms (docs/coaching.md, claim 20).

    From work, as the words say, nothing sharp, on one side or torn, and no other part of the body.
    """
    message = scene.message
    plain = message.tagged(span.start, "pain.plain") and message.has("pain.from_work")
    if not plain or message.has("pain.sharp"):
        return False
    parts = [
        index
        for index in _near(scene, span)
        if message.tagged(index, *_BODY) and mention_at(message, index) is None
    ]
    return bool(parts) and all(message.tagged(index, "body.abs") for index in parts)


def _near(scene: Scene, span: Span) -> range:
    return range(max(span.start - NEAR, 0), min(span.end + NEAR, len(scene.message.tokens)))


def _is_near_body(scene: Scene, span: Span, body: str) -> bool:
    """Say whether a part of the body was named close by; "body" stands for any part."""
    tags = _BODY if body == "body" else (body,)
    return any(scene.message.tagged(index, *tags) for index in _near(scene, span))


def effort(scene: Scene, sets: Sequence[ReadSet] = ()) -> Effort | None:
    """The effort as said; falling short of what was planned is a failure, whatever else was said.

    So is form that broke: it comes before the number of reps (docs/coaching.md, 5).
    """
    if _gave_up(scene) or _fell_short(scene, sets) or scene.says("about.form_broke"):
        return Effort.FAILED
    for said in (Effort.HARD, Effort.EASY, Effort.OK):
        if scene.says(f"effort.{said}"):
            return said
    return None


def _gave_up(scene: Scene) -> bool:
    """ "couldn't finish", "couldn't do the 5th"."""
    missed = any(item.sort is Sort.LABEL and scene.guards[item.start] is Guard.NOT for item in scene.items)
    return missed or any(
        not is_only_like(scene.message, span) for span in scene.message.find("effort.failed")
    )


def is_only_like(message: Message, span: Span) -> bool:
    """The "only got" of "only got up 10 minutes ago"."""
    return any(span.start <= found.start < span.end for found in message.find("effort_not.up"))


def _fell_short(scene: Scene, sets: Sequence[ReadSet]) -> bool:
    if not scene.message.has("links.of") and _PLANNED.isdisjoint(scene.guards):
        return False
    planned = [
        item.number
        for index, item in enumerate(scene.items)
        if item.sort is Sort.NUMBER
        and not scene.message.tagged(item.start - 1, "clock.half")
        and (scene.guards[item.start] in _PLANNED or is_planned(scene.message, scene.items, index))
    ]
    most = max(planned, default=0)
    return any(one.reps is not None and one.reps < most for one in sets)
