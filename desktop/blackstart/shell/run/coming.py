"""What can still come, as rows that widgets take in: injects, decisions, and what the map will do by itself."""

from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.simtime import Seconds


class Verb(StrEnum):
    """What can be done with a row."""

    DELIVER = "deliver"
    HOLD_BACK = "hold-back"
    MOVE = "move"
    SKIP = "skip"
    OPEN = "open"  # a decision
    SEE = "see"  # the response to a delivered one
    SHOW = "show"  # a component, on the map
    READ = "read"  # all of it


@dataclass(frozen=True, slots=True)
class ComingRow:
    """One thing that can still come.

    Attributes
    ----------
    key : str
        Kind and id, such as ``inject:smoke``.
    at : Seconds or None
        When it comes, or will if nothing else changes; None = nobody can know.
    how : str
        What brings it, in words.
    is_timed : bool
        Whether it comes at that time whatever happens.
    verbs : tuple of Verb
        What can be done with it, the one that is needed most first.
    """

    key: str
    icon: str
    title: str
    text: str
    how: str
    at: Seconds | None
    is_timed: bool
    verbs: tuple[Verb, ...]

    @property
    def id(self) -> str:
        return self.key.partition(":")[2]
