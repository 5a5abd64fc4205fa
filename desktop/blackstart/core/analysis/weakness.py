"""What the map says before any script: where it is weak, why, and how much hangs on it.

Everything is found by the engine or by counting; nothing is guessed. What a point means and what would mend it are
words, chosen by `telling`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.topology.model import FULL, Component, Need


class Weakness(StrEnum):
    """What makes a point weak, in the order in which equals are ranked."""

    BRIDGE = "bridge"
    SINGLE = "single"
    FATE = "fate"
    LOOP = "loop"
    TRAP = "trap"
    CREW = "crew"
    ABRUPT = "abrupt"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class WeakPoint:
    """One weak point of a map.

    Attributes
    ----------
    where : tuple of ComponentId
        What it is about: a single point; the suppliers that share a fate; a loop in the order in which each waits
        for the next; what is trapped; what a crew repairs; at least one.
    cause : ComponentId or None
        What takes `where` along, for a shared fate and a trap.
    lights : frozenset of ComponentId
        Everything that has a part in it: to be lit on the map.
    users : int
        Most users cut off at one time by it, those who can go elsewhere left out.
    falls : int
        How many components stop with it, itself left out.
    at : (ComponentId, int) or None
        The need that is meant, or that would break the loop if it had a manual way in.
    need : Need or None
        The need at `at`.
    crew, zone : CrewId, ZoneId or None
        Whose hands are short, and where.
    waits : Seconds or None
        When the last of `where` has been repaired if all break at once; the tolerance that others of the kind have.
    """

    kind: Weakness
    where: tuple[ComponentId, ...]
    lights: frozenset[ComponentId]
    users: int = 0
    falls: int = 0
    cause: ComponentId | None = None
    at: tuple[ComponentId, int] | None = None
    need: Need | None = None
    crew: CrewId | None = None
    zone: ZoneId | None = None
    waits: Seconds | None = None


def ranked(points: Sequence[WeakPoint]) -> tuple[WeakPoint, ...]:
    """Worst first: by users, by how many fall, by what makes it weak; then in the order given."""
    order = list(Weakness)
    return tuple(sorted(points, key=lambda each: (-each.users, -each.falls, order.index(each.kind))))


def held(component: Component) -> int:
    """Users of a component who cannot go elsewhere."""
    return component.users * (FULL - component.substitutable) // FULL
