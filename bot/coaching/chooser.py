"""Chance with a seed: the same athlete, day and purpose always draw the same lot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Chooser:
    """A prompt that is looked for twice is worded alike, and two athletes hear different words."""

    athlete_id: int
    day: date

    def choose(self, options: Sequence[T], purpose: str) -> T:
        """One of these, which mustn't be none."""
        seed = sha256(f"{self.athlete_id}:{self.day}:{purpose}".encode()).digest()
        return options[int.from_bytes(seed[:8]) % len(options)]
