"""Effects: what a script, a decision, an action or the facilitator does to the map.

Each is total: where it does not apply now it changes nothing. That is what makes "the same run without
command k" a valid run. The records that people write are read in `exercise.effects`.
"""

from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.topology.model import FULL, Permille


@dataclass(frozen=True, slots=True)
class Target:
    """Components by name, or everything in a zone and the zones inside it (file order)."""

    components: tuple[ComponentId, ...] = ()
    zone: ZoneId | None = None


@dataclass(frozen=True, slots=True)
class Fail:
    """Lower the capability to at most `level`; any repair wanted or running is called off."""

    target: Target
    level: Permille = Permille(0)


@dataclass(frozen=True, slots=True)
class Repair:
    """Want a repair; asked for again it keeps its turn."""

    target: Target


@dataclass(frozen=True, slots=True)
class Restore:
    """Set the capability, up or down; a wanted repair ends."""

    target: Target
    level: Permille = FULL


@dataclass(frozen=True, slots=True)
class Isolate:
    """Hold and stop."""

    target: Target


@dataclass(frozen=True, slots=True)
class Reconnect:
    """Lift the hold of `Isolate`."""

    target: Target


@dataclass(frozen=True, slots=True)
class Maintain:
    """Hold and stop, in order."""

    target: Target


@dataclass(frozen=True, slots=True)
class Release:
    """Lift maintenance and ``initially: off``."""

    target: Target


@dataclass(frozen=True, slots=True)
class Arm:
    """Let a standby supplier count, in every need of the component where it is one."""

    component: ComponentId
    supplier: ComponentId


@dataclass(frozen=True, slots=True)
class Disarm:
    """Stop counting a standby supplier, and stop arming it automatically until the next `Arm`."""

    component: ComponentId
    supplier: ComponentId


@dataclass(frozen=True, slots=True)
class Cut:
    """Cut the way from a supplier, in every need of the component that has it."""

    component: ComponentId
    supplier: ComponentId


@dataclass(frozen=True, slots=True)
class Mend:
    """Undo `Cut`."""

    component: ComponentId
    supplier: ComponentId


@dataclass(frozen=True, slots=True)
class Waive:
    """The need no longer counts, for good. `need`: its name, or the supplier of an unnamed single-supplier need."""

    component: ComponentId
    need: str


@dataclass(frozen=True, slots=True)
class Bootstrap:
    """The need does not count until it is OK again: a manual way in. Only on a need that is LOST, not waived."""

    component: ComponentId
    need: str


@dataclass(frozen=True, slots=True)
class CallOff:
    """A repair no longer wanted."""

    target: Target


@dataclass(frozen=True, slots=True)
class CallOffJob:
    """All jobs of that name are no longer wanted."""

    job: str


@dataclass(frozen=True, slots=True)
class Withdraw:
    """Take back what a source asked for and has not happened yet: its jobs and its wanted repairs.

    Never written in a file; the `take_back` command makes it.
    """

    source: str


@dataclass(frozen=True, slots=True)
class Job:
    """Effects that take time, tools and hands.

    Attributes
    ----------
    after : Seconds
        How long it takes without a break, at least 1.
    do : tuple of Effect
        What happens when it is done; holds no `Job`.
    requires : tuple of ComponentId
        All must deliver (level > 0) while it runs.
    crew : CrewId or None
        Whose place it takes while it runs.
    name : str or None
        What `CallOffJob` calls it.
    """

    after: Seconds
    do: tuple["Effect", ...]
    requires: tuple[ComponentId, ...] = ()
    crew: CrewId | None = None
    name: str | None = None


Effect = (
    Fail
    | Repair
    | Restore
    | Isolate
    | Reconnect
    | Maintain
    | Release
    | Arm
    | Disarm
    | Cut
    | Mend
    | Waive
    | Bootstrap
    | CallOff
    | CallOffJob
    | Withdraw
    | Job
)


@dataclass(frozen=True, slots=True)
class Order:
    """Effects with the source that the trace names as their cause, such as ``inject:smoke`` or ``command:12``."""

    effects: tuple[Effect, ...]
    source: str
