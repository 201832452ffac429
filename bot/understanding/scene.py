"""All that a message's readers look at: its layout, its items, its guards, and where it was said."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from bot.domain.exercise import Family
from bot.understanding.cues import Guard
from bot.understanding.exercises import meaning
from bot.understanding.guards import guard
from bot.understanding.items import Item, Sort
from bot.understanding.lexicon import Lexicon
from bot.understanding.mention import UNKNOWN
from bot.understanding.message import Message, Span, lay_out
from bot.understanding.reading import Context
from bot.understanding.recognisers import itemise

DAWN, AFTERNOON = 4, 15


@dataclass(frozen=True, slots=True)
class Scene:
    message: Message
    items: tuple[Item, ...]
    guards: tuple[Guard | None, ...]
    context: Context
    lexicon: Lexicon

    @property
    def asked_family(self) -> Family | None:
        """The family of the exercise just asked about."""
        return self.lexicon.families.get(self.context.asked or "")

    def said(self, *tags: str) -> tuple[Span, ...]:
        """Phrases of these tags that no guard blocks."""
        return tuple(span for span in self.message.find(*tags) if self.guards[span.start] is None)

    def says(self, *tags: str) -> bool:
        return bool(self.said(*tags))

    def refuses(self, span: Span, guards: Collection[Guard]) -> bool:
        """Say whether one of these guards reaches a phrase from before it; its own words don't guard it.

        In "not yet, ask me at 7" the "not" ends with its clause.
        """
        guard = self.guards[span.start]
        if guard not in guards or not span.start or self.guards[span.start - 1] is not guard:
            return False
        clauses = self.message.clauses
        return guard is not Guard.NOT or clauses[span.start - 1] == clauses[span.start]

    def is_whole(self, tag: str) -> bool:
        """Say whether a phrase is all that was said ("streak?")."""
        words = [index for index, token in enumerate(self.message.tokens) if token.text.isalnum()]
        return any(span.start <= words[0] and words[-1] < span.end for span in self.message.find(tag))

    def items_of(self, *sorts: Sort) -> tuple[Item, ...]:
        """Items of these sorts that no guard blocks."""
        return tuple(item for item in self.items if item.sort in sorts and self.guards[item.start] is None)

    def families(self, items: Iterable[Item]) -> tuple[Family, ...]:
        """Those whose exercises these items name."""
        mentions = [item.mention for item in items if item.sort is Sort.EXERCISE and item.mention]
        exercises = (meaning(mention, self.context, self.lexicon) for mention in mentions)
        known = (one for one in exercises if one and one != UNKNOWN)
        return tuple(dict.fromkeys(self.lexicon.family(one) for one in known))


def scene(text: str, context: Context, lexicon: Lexicon) -> Scene:
    message = lay_out(text, lexicon)
    return Scene(
        message,
        itemise(message, context.now.date()),
        guard(message, evening_ahead=_is_evening_ahead(context)),
        context,
        lexicon,
    )


def _is_evening_ahead(context: Context) -> bool:
    """In the morning "tonight" is a plan; after midnight it is the night that has just been."""
    return DAWN <= context.now.hour < AFTERNOON
