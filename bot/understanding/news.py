"""What athletes tell beside sets: illness, races, pauses, the bar, a wish for quiet; and since when."""

from datetime import date

from bot.domain.exercise import Family
from bot.domain.sets import Effort
from bot.understanding.ahead import day_ahead, short_pause, since_day, until_day
from bot.understanding.cues import Guard
from bot.understanding.feelings import hurts
from bot.understanding.items import Item, Sort
from bot.understanding.reading import About, Intent, Reading
from bot.understanding.requests import NOT_MEANT, asks
from bot.understanding.scene import Scene
from bot.understanding.topics import read_topic

_DATED = frozenset(
    {About.RACE, About.TAPER, About.LONG_RUN, About.LIGHT, About.PAUSE, About.TRAVEL, About.NO_BAR}
)
_LASTING = frozenset({About.PAUSE, About.TRAVEL, About.NO_BAR, About.PUSH_ONLY, About.STOP})
_SINCE = frozenset({About.SICK, About.BETTER})
_ASKING = frozenset({About.WHY, None})
_WHOLE = frozenset(
    {
        About.FORGET,
        About.BAR,
        About.STOP,
        About.RESUME,
        About.PAIN_GONE,
        About.BETTER,
        About.LIGHT,
        About.SICK,
        About.HELP,
        About.BACK,
    }
)
_UNSURE = NOT_MEANT | {Guard.QUESTION, Guard.IF}
_REFUSED = {
    **dict.fromkeys(
        (
            About.SICK,
            About.PAIN_GONE,
            About.BETTER,
            About.FORM_BROKE,
            About.LIGHT,
            About.PAUSE,
            About.RACE_OFF,
            About.TAPER,
        ),
        _UNSURE,
    ),
    About.RESUME: _UNSURE | {Guard.FUTURE},
}


def read_none(scene: Scene) -> Reading:
    """Nothing to write down; what it tells the coach, if anything, and when."""
    about = next((about for about in About if _tells(scene, about)), None)
    topic = read_topic(scene, why=about is About.WHY) if about in _ASKING else None
    about = about or (About.WHY if topic else None)
    today = scene.context.now.date()
    until = until_day(scene.message, today) if about in _LASTING else None
    if about is About.STOP and until is not None:
        about = About.PAUSE
    return Reading(
        intent=Intent.NONE,
        about=about,
        topic=topic,
        day=_day(scene, about, today),
        until=until,
        minutes=short_pause(scene.message) if about is About.PAUSE else None,
        families=_families_told(scene, about),
        fever=_fever(scene) if about is About.SICK else None,
        effort=next((one for one in Effort if scene.is_whole(f"felt.{one}")), None),
    )


def read_pause(scene: Scene) -> Reading | None:
    """ "No training for two weeks", "skip this week": longer than a day off."""
    if not _tells(scene, About.PAUSE):
        return None
    lasts = until_day(scene.message, scene.context.now.date())
    return read_none(scene) if lasts is not None and lasts > 1 else None


def _tells(scene: Scene, about: About) -> bool:
    """What changes the plan must be said of now; of all else it is enough that it is spoken of."""
    if about is About.BAR:
        return scene.says("about.bar") or scene.is_whole("whole.bar")
    if about is About.ASSENT:
        return _assents(scene)
    if about is About.PAIN_GONE and scene.families(_comfortable(scene)):
        return True
    refused = _REFUSED.get(about, NOT_MEANT)
    if scene.message.has("questions.request"):
        refused = refused - {Guard.QUESTION}
    whole = about in _WHOLE and scene.is_whole(f"whole.{about}") and asks(scene, f"whole.{about}", refused)
    return whole or asks(scene, f"about.{about}", refused)


def _assents(scene: Scene) -> bool:
    """ "ok cool": small words and nothing else."""
    words = {index for index, token in enumerate(scene.message.tokens) if token.text.isalnum()}
    small = {index for span in scene.message.find("whole.assent") for index in range(span.start, span.end)}
    return bool(words) and words <= small


def _day(scene: Scene, about: About | None, today: date) -> int | None:
    if about in _SINCE:
        return since_day(scene.message, today)
    return day_ahead(scene.message, today) if about in _DATED else None


def read_pain(scene: Scene) -> Reading | None:
    """What hurts in which exercise, as far as that is said."""
    if not hurts(scene):
        return None
    fine = scene.families(_comfortable(scene))
    families = tuple(one for one in scene.families(scene.items) if one not in fine)
    return Reading(intent=Intent.PAIN, pain=True, families=families)


def _families_told(scene: Scene, about: About | None) -> tuple[Family, ...]:
    """Those that are named; sore from anything else is of none in particular."""
    match about:
        case About.SORE:
            return scene.families(scene.items)
        case About.PAIN_GONE:
            return scene.families(_comfortable(scene))
        case _:
            return ()


def _comfortable(scene: Scene) -> tuple[Item, ...]:
    """The exercises of "pull-ups are fine"."""
    ends = {
        span.start for span in scene.message.find("comfort.fine") if scene.guards[span.start] not in _UNSURE
    }
    return tuple(item for item in scene.items if item.sort is Sort.EXERCISE and item.end in ends)


def _fever(scene: Scene) -> bool | None:
    """Fever or anything in the chest; False for a head cold, None if it wasn't said."""
    if scene.message.has("sickness.fever"):
        return True
    return False if scene.message.has("sickness.cold") else None
