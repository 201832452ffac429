"""What the athlete asks of the coach: take back, explain, show, say what is next."""

from collections.abc import Collection
from itertools import pairwise

from bot.understanding.cues import Guard
from bot.understanding.exercises import meaning
from bot.understanding.feelings import hurts
from bot.understanding.items import Item, Sort
from bot.understanding.mention import UNKNOWN
from bot.understanding.message import Span
from bot.understanding.positions import positions
from bot.understanding.reading import Intent, Reading
from bot.understanding.scene import Scene

NEAR = 2
_OF_A_LOG = frozenset({Sort.NUMBER, Sort.EXERCISE, Sort.KIND, Sort.DAY, Sort.LABEL, Sort.MORE})
NOT_MEANT = frozenset({Guard.NOT, Guard.NO, Guard.QUOTE, Guard.JOKE, Guard.OTHERS})


def asks(scene: Scene, tag: str, refused: Collection[Guard] = NOT_MEANT) -> bool:
    return any(not scene.refuses(span, refused) for span in scene.message.find(tag))


def read_undo(scene: Scene) -> Reading | None:
    """Read a wish to take the last log back; a number said after it is a correction instead.

    Who wants all data or the account deleted doesn't mean the last log.
    """
    spans = [
        span
        for span in scene.message.find("intents.undo")
        if not scene.refuses(span, NOT_MEANT) and _is_of_a_log(scene, span)
    ]
    if not spans or scene.message.has("undo.not") or scene.is_whole("whole.forget"):
        return None
    clause = scene.message.clauses[spans[0].end - 1]
    behind = [item for item in scene.items_of(Sort.NUMBER) if scene.message.clauses[item.start] != clause]
    if behind:
        return None
    one = next((position.number for position in positions(scene.message)), None)
    return Reading(intent=Intent.UNDO, position=one)


def _is_of_a_log(scene: Scene, span: Span) -> bool:
    """ "delete", "delete that", "delete the last set"; not "ignore the dog" nor "delete this app"."""
    message = scene.message
    if not message.tagged(span.start, "undo.verb"):
        return True
    clause = message.clauses[span.end - 1]
    rest = [
        index
        for index in range(span.end, len(message.tokens))
        if message.clauses[index] == clause and message.text(index).isalnum()
    ]
    named = any(item.start in rest for item in scene.items if item.sort in _OF_A_LOG)
    pointed = all(message.tagged(index, "undo.pointer") for index in rest)
    return named or pointed or any(message.tagged(index, "undo.object") for index in rest)


def read_how(scene: Scene) -> Reading | None:
    if scene.message.has("intents.not_how"):
        return None
    named = sorted((item for item in scene.items if item.mention), key=lambda item: item.sort is Sort.KIND)
    if not asks(scene, "intents.how"):
        named = [item for item in named if _is_asked_what(scene, item)]
        if not named:
            return None
    mentions = [item.mention for item in named if item.mention]
    if not mentions:
        asked = scene.context.asked
        return (
            Reading(intent=Intent.HOW, exercise=asked)
            if asked and scene.message.has("intents.how_this")
            else None
        )
    exercise = meaning(mentions[0], scene.context, scene.lexicon)
    if exercise == UNKNOWN:
        return Reading(intent=Intent.UNKNOWN_EXERCISE)
    return Reading(intent=Intent.HOW, exercise=exercise)


def _is_asked_what(scene: Scene, item: Item) -> bool:
    """ "what is a negative?": what is asked about stands right behind it."""
    return any(
        0 <= item.start - span.end <= NEAR and not scene.refuses(span, NOT_MEANT)
        for span in scene.message.find("intents.what")
    )


def read_stats(scene: Scene) -> Reading | None:
    if _is_counted(scene) and Guard.QUESTION not in scene.guards:
        return None
    asked = asks(scene, "intents.stats", NOT_MEANT | {Guard.IF}) and not scene.message.has(
        "intents.not_stats"
    )
    asked = asked or asks(scene, "intents.sure_stats")
    return Reading(intent=Intent.STATS) if asked or scene.is_whole("whole.stats") else None


def read_routine(scene: Scene) -> Reading | None:
    if _is_counted(scene) or hurts(scene) or scene.message.has("intents.not_routine"):
        return None
    return (
        Reading(intent=Intent.ROUTINE)
        if asks(scene, "intents.routine") or (scene.is_whole("whole.routine") and not _is_denied(scene))
        else None
    )


def _is_counted(scene: Scene) -> bool:
    """A number of an exercise is told, so that nothing is asked for."""
    return any(
        one.sort is Sort.NUMBER and other.sort is Sort.EXERCISE for one, other in pairwise(scene.items)
    )


def _is_denied(scene: Scene) -> bool:
    return any(guard in {Guard.NOT, Guard.NO} for guard in scene.guards)
