"""Questions about the routine: what they ask about, by a phrase of their own, or by a word beside a "why"."""

from bot.understanding.cues import Guard
from bot.understanding.reading import RoutineTopic
from bot.understanding.scene import Scene

_NOT_MEANT = frozenset({Guard.NOT, Guard.QUOTE, Guard.JOKE, Guard.OTHERS})


def read_topic(scene: Scene, *, why: bool) -> RoutineTopic | None:
    """The topic of a question; `why` says that it asks for a reason, so that one word names its topic.

    "why knees?" asks about knees, "should I do 10 knee push-ups?" asks nothing about the routine; a mere
    "why?" is about today.
    """
    if why and scene.is_whole("whole.why"):
        return RoutineTopic.TODAY
    if not why and Guard.QUESTION not in scene.guards:
        return None
    groups = ("topics", "reasons") if why else ("topics",)
    topics = (topic for group in groups for topic in RoutineTopic if _is_asked(scene, f"{group}.{topic}"))
    return next(topics, None)


def _is_asked(scene: Scene, tag: str) -> bool:
    return any(not scene.refuses(span, _NOT_MEANT) for span in scene.message.find(tag))
