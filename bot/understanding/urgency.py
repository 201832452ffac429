"""Signs that need medical help at once, whatever else a message tells (docs/coaching.md, 6)."""

from bot.understanding.cues import Guard
from bot.understanding.lexicon import Lexicon
from bot.understanding.message import Span
from bot.understanding.reading import Context
from bot.understanding.scene import Scene, scene


def is_urgent(text: str, context: Context, lexicon: Lexicon, *, after_work: bool = False) -> bool:
    """Whether the athlete has such signs; asking about them counts, denying them doesn't.

    Right after work told in the same words, being out of breath is no sign.
    """
    laid_out = scene(text, context, lexicon)
    tags = ("urgent.sign",) if after_work else ("urgent.sign", "urgent.breath")
    return any(_is_meant(laid_out, span) for span in laid_out.message.find(*tags))


def _is_meant(scene: Scene, span: Span) -> bool:
    """Not "no chest pain", and not "my friend fainted"; where an "I" is said, rather once too often."""
    message = scene.message
    right_before = {span.start, span.start - 1}
    denied = any(found.end in right_before for found in message.find("urgent.denied"))
    of_others = any(found.end in right_before for found in message.find("guards.others"))
    elsewhere = of_others and not message.has("resets.me")
    return not denied and not elsewhere and scene.guards[span.start] is not Guard.JOKE
