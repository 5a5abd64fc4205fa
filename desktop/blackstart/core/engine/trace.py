"""What the engine tells: rows of what changed and why, and views of how things stand."""

from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.base.simtime import Seconds
from blackstart.core.topology.model import Permille


class Mode(StrEnum):
    """What a component is doing."""

    DOWN = "down"
    STARTING = "starting"
    UP = "up"


class Shown(StrEnum):
    """What people are shown; the first that fits, in this order."""

    ISOLATED = "isolated"
    MAINTENANCE = "maintenance"
    RECOVERING = "recovering"
    DOWN = "down"
    DEGRADED = "degraded"
    OPERATIONAL = "operational"


@dataclass(frozen=True, slots=True)
class EffectCause:
    """Brought about by an effect; `source` is its order's."""

    source: str


@dataclass(frozen=True, slots=True)
class ClockCause:
    """Brought about by time: restart, repair, standby, rejoin or job."""

    clock: str


@dataclass(frozen=True, slots=True)
class SupplierCause:
    """Brought about by the row of another component at `t`; `need` is the reference of the need it travelled along."""

    component: ComponentId
    t: Seconds
    need: str


Cause = EffectCause | ClockCause | SupplierCause


def cause_record(cause: Cause | None) -> dict[str, object] | None:
    """A cause as plain values for JSON: ``{effect}``, ``{clock}`` or ``{component, t, need}``; None = as it began."""
    match cause:
        case None:
            return None
        case EffectCause(source):
            return {"effect": source}
        case ClockCause(clock):
            return {"clock": clock}
        case SupplierCause(component, t, need):
            return {"component": component, "t": t, "need": need}


@dataclass(frozen=True, slots=True)
class Row:
    """One change of a component's mode or level within one phase of one round.

    Rows are ordered by (t, round, phase, kind, place of the component in the file); kind is ``level`` or ``mode``.
    """

    t: Seconds
    round: int
    phase: int
    kind: str
    component: ComponentId
    mode: Mode
    level: Permille
    cause: Cause | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How one component stands at the end of what has been played of an instant.

    Attributes
    ----------
    shown : Shown
        The word for it.
    on_reserve_s : Seconds or None
        Seconds until its level next falls if supplies stay as they are; None = not on reserve.
    back_in_s : Seconds or None
        Seconds until a running restart or repair is done; None = none is running.
    since : Seconds
        The instant at which `shown` became what it is (-1 = since the start).
    cause : Cause or None
        Of the last change of mode or level; None = as at the start.
    waits_for : tuple of str
        What it waits for while down: references of LOST needs, ``crew:ID`` for hands, ``repair`` or ``release``.
    """

    component: ComponentId
    mode: Mode
    level: Permille
    shown: Shown
    on_reserve_s: Seconds | None
    back_in_s: Seconds | None
    since: Seconds
    cause: Cause | None
    waits_for: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Health:
    """What of a component is its own, whatever it is supplied with.

    Attributes
    ----------
    capability : Permille
        What it could deliver; 0 = broken.
    is_repair_wanted : bool
        Whether a repair was asked for and is not done.
    is_isolated, is_off : bool
        What holds it: one or both, the second for maintenance too.
    """

    capability: Permille
    is_repair_wanted: bool
    is_isolated: bool
    is_off: bool


@dataclass(frozen=True, slots=True)
class Glance:
    """What of a component's standing can be told at once, as `Standing` tells it."""

    level: Permille
    shown: Shown
    on_reserve_s: Seconds | None
    cause: Cause | None


@dataclass(frozen=True, slots=True)
class Change:
    """A component whose mode, level, shown state or being on reserve differs from the end of the instant before."""

    t: Seconds
    component: ComponentId
    mode: Mode
    level: Permille
    shown: Shown
    is_on_reserve: bool
    cause: Cause | None
    moved: bool  # whether mode or level differ; else only what is shown


@dataclass(frozen=True, slots=True)
class JobStanding:
    """A job or crewed repair that has been asked for and is not done.

    Attributes
    ----------
    label : str
        The job's name, or ``repair:COMPONENT``; ``""`` for a nameless job.
    source : str
        Of the order that asked for it.
    asked : int
        Its turn: smaller was asked for first.
    done_at : Seconds or None
        When it will be done if nothing breaks it; None = it waits.
    waits_for : tuple of str
        Component ids that do not deliver, ``crew:ID`` where hands are missing.
    """

    label: str
    source: str
    asked: int
    crew: CrewId | None
    done_at: Seconds | None
    waits_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stuck:
    """What cannot come back by itself.

    Attributes
    ----------
    waiting : tuple of ComponentId
        Down, but an ordinary decision brings it back (release, arm, mend, repair); file order.
    deadlock : tuple of ComponentId
        Down, and only `bootstrap`, `waive` or `restore` helps; file order.
    loops : tuple of tuple of ComponentId
        The loops of "waits for" among the deadlock.
    """

    waiting: tuple[ComponentId, ...]
    deadlock: tuple[ComponentId, ...]
    loops: tuple[tuple[ComponentId, ...], ...]


@dataclass(frozen=True, slots=True)
class Impact:
    """What was lost over the seconds 0 .. until inclusive; exact integers (see MODEL.md, "Impact").

    Attributes
    ----------
    lost_service_seconds, lost_money : int
        Summed whole, divided once, floored.
    unsafe_seconds : int
        Seconds in which anything safety-critical was below operational.
    peak_users : int
        Most users cut off at one time.
    first_impact_s : Seconds or None
        First second at which more users are cut off than at the start; None = never.
    """

    lost_service_seconds: int
    lost_money: int
    unsafe_seconds: int
    peak_users: int
    first_impact_s: Seconds | None
