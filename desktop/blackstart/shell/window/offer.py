"""A sentence with something that can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """What the message bar says, the word on its button, and what that does."""

    sentence: str
    word: str
    deed: Callable[[], None]
