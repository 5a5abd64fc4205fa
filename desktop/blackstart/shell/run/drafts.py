"""What was typed at the console and is not recorded: it outlives a page that is built anew in other words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from blackstart.core.base.ids import DecisionId, OptionId


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """One decision as far as its form is filled in; `who` is a role's id or a name."""

    option: OptionId | None
    who: str
    confidence: str
    why: str


@dataclass(frozen=True, slots=True)
class RunDraft:
    """Everything of a console that was typed or set and stands in no journal.

    Attributes
    ----------
    wants_charts : bool or None
        Whether the charts were asked for, or put away; None = neither.
    rooms : mapping of str to object
        By the name of a room, what it gave.
    """

    team: str = ""
    decisions: Mapping[DecisionId, DecisionDraft] = field(default_factory=dict)
    wants_charts: bool | None = None
    rooms: Mapping[str, object] = field(default_factory=dict)
