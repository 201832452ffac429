"""Reading: one message's text, and the context it is read in, to what it means."""

from collections.abc import Callable

from bot.understanding.again import read_again
from bot.understanding.corrections import read_correction
from bot.understanding.cues import Guard
from bot.understanding.feelings import effort, hurts
from bot.understanding.items import Sort
from bot.understanding.lexicon import Lexicon
from bot.understanding.news import read_none, read_pain, read_pause
from bot.understanding.reading import Context, Intent, Reading, Unclear
from bot.understanding.requests import read_how, read_routine, read_stats, read_undo
from bot.understanding.scene import Scene, scene
from bot.understanding.skips import read_skip
from bot.understanding.snoozes import read_plain_setting, read_setting, read_snooze
from bot.understanding.tally import tally
from bot.understanding.weekly import read_weekly
from bot.understanding.work import named, read_done, read_unknown, read_vague


def read(text: str, context: Context, lexicon: Lexicon) -> Reading:
    """Read a message; what isn't understood is a reading of intent `none`, never an error."""
    laid_out = scene(text, context, lexicon)
    readings = (reader(laid_out) for reader in READERS)
    reading = next((reading for reading in readings if reading), None) or read_none(laid_out)
    if laid_out.message.cut and reading.intent in {Intent.LOG, Intent.DONE}:
        return Reading(intent=Intent.CLARIFY, unclear=Unclear.RANGE)
    return reading


def reader_of(laid_out: Scene) -> Callable[[Scene], Reading | None]:
    """The reader whose reading of a message counts."""
    return next((reader for reader in READERS if reader(laid_out)), read_none)


def read_sets(scene: Scene) -> Reading | None:
    """Read the sets that were done; if any of them isn't clear, nothing is written down."""
    told = tally(scene)
    if told.unclear is Unclear.NUMBER and not told.sets and scene.says("done.whole"):
        return None
    if told.unclear:
        return Reading(
            intent=Intent.CLARIFY,
            sets=told.sets,
            exercise=named(scene) if told.unclear is Unclear.NUMBER else None,
            unclear=told.unclear,
            choices=told.choices,
            effort=effort(scene),
            pain=hurts(scene),
        )
    if told.sets and _lies_ahead(scene):
        return Reading(intent=Intent.CLARIFY, sets=told.sets, unclear=Unclear.DAY)
    if told.sets:
        return Reading(intent=Intent.LOG, sets=told.sets, effort=effort(scene, told.sets), pain=hurts(scene))
    return Reading(intent=Intent.UNKNOWN_EXERCISE) if told.unknown else None


def _lies_ahead(scene: Scene) -> bool:
    """ "did 5 push-ups tomorrow": a day to come, right behind what is said to be done."""
    last = len(scene.message.tokens)
    spans = [span for span in scene.message.find("days_ahead.tomorrow") if span.end == last]
    told = scene.items_of(Sort.COUNT, Sort.NUMBER, Sort.EXERCISE) if spans else ()
    return any(span.start == item.end for span in spans for item in told)


def read_joke(scene: Scene) -> Reading | None:
    return Reading(intent=Intent.NONE) if scene.guards and scene.guards[0] is Guard.JOKE else None


READERS: tuple[Callable[[Scene], Reading | None], ...] = (
    read_joke,
    read_again,
    read_weekly,
    read_undo,
    read_correction,
    read_plain_setting,
    read_sets,
    read_setting,
    read_vague,
    read_done,
    read_how,
    read_stats,
    read_routine,
    read_pain,
    read_pause,
    read_skip,
    read_snooze,
    read_unknown,
)
