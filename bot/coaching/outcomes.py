"""What happened, as data; `texts/` makes words and buttons of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quiet:
    """Nothing is to be said."""


Outcome = Quiet
