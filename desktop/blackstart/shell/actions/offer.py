"""A sentence with something that can be done about it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Offer:
    """What the message bar says, the word on its button, and what that does.

    Attributes
    ----------
    is_instead : bool
        Whether it is offered in place of beginning a run, and so only until one begins.
    is_passing : bool
        Whether it is offered for some seconds only, such as to take back a wrong click.
    share : float or None
        How much is done of what is waited for, 0..1; None = it tells of no wait.
    """

    sentence: str
    word: str
    deed: Callable[[], None]
    is_instead: bool = False
    is_passing: bool = False
    share: float | None = None
