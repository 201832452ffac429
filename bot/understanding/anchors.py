"""After which daily thing somebody trains: a common one ("after coffee"), or in their own words."""

from bot.domain.anchor import Anchor, DailyThing
from bot.understanding.lexicon import Lexicon
from bot.understanding.message import Message, lay_out

LONGEST = 40


def read_anchor(text: str, lexicon: Lexicon) -> Anchor | None:
    """None where no daily thing is said, or one in too many words to be quoted."""
    message = lay_out(text, lexicon)
    things = {span.name for thing in DailyThing for span in message.find(f"anchors.{thing}")}
    if len(things) == 1 and message.is_all(("anchors", "anchor_lead.after", "anchor_lead.beside", "filler")):
        return Anchor(DailyThing(things.pop()))
    leads = message.find("anchor_lead.after", "anchor_lead.other")
    start = min((span.start for span in leads), default=len(message.tokens))
    words = _turned(message, start)
    return Anchor(words=words) if " " in words and len(words) <= LONGEST else None


def _turned(message: Message, start: int) -> str:
    """The words from there to the sentence's end, as somebody else says them: "after you feed your cat"."""
    words: list[str] = []
    index = start
    while index < len(message.tokens) and not message.is_mark(index):
        turned = message.at(index, "turned")
        word = turned.name if turned else message.text(index)
        glue = message.is_glued(index) and index > start
        words.append(word if glue else f" {word}")
        index = turned.end if turned else index + 1
    return "".join(words).strip()
