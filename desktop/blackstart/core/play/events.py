"""What a run tells as it goes: facts derived by the fold, in the order they came about."""

from dataclasses import dataclass

from blackstart.core.base.ids import ActionId, DecisionId, InjectId, OptionId, PhaseId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Change, Row


@dataclass(frozen=True, slots=True)
class Spread:
    """One round changed the map; rows in trace order."""

    at: Seconds
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """An instant closed; what differs from the one before it."""

    at: Seconds
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Delivered:
    """An inject reached the team; `how` is timed, condition or hand."""

    at: Seconds
    inject: InjectId
    how: str


@dataclass(frozen=True, slots=True)
class Skipped:
    """An inject was left out."""

    at: Seconds
    inject: InjectId
    why: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A decision was put to the team; `due` = when its time runs out, None = no limit."""

    at: Seconds
    decision: DecisionId
    due: Seconds | None


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision was taken; `seq` is its command."""

    at: Seconds
    decision: DecisionId
    option: OptionId
    seq: int


@dataclass(frozen=True, slots=True)
class TimedOut:
    """No decision in time; the script's `otherwise` was taken, or None: it stays open and overdue."""

    at: Seconds
    decision: DecisionId
    option: OptionId | None


@dataclass(frozen=True, slots=True)
class ActionBegun:
    """An action was asked for; `seq` is its command; `waits_for` as in `engine.trace.JobStanding`."""

    at: Seconds
    action: ActionId
    seq: int
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActionDone:
    """An action had its effects."""

    at: Seconds
    action: ActionId
    seq: int


@dataclass(frozen=True, slots=True)
class PhaseEnded:
    """The clock reached the end of a phase, where it holds."""

    at: Seconds
    phase: PhaseId


@dataclass(frozen=True, slots=True)
class Ended:
    """ENDEX, or the drill's length was reached."""

    at: Seconds


Event = (
    Spread | Settled | Delivered | Skipped | Opened | Decided | TimedOut | ActionBegun | ActionDone | PhaseEnded | Ended
)

# What a second can bring by itself; `Settled` tells of the second before.
HAPPENINGS: tuple[type[Event], ...] = (Spread, Delivered, Opened, TimedOut, ActionDone, PhaseEnded)
