"""How a map stands at a time: what everything it shows is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Standing
from blackstart.core.topology.model import Topology

Travelled = tuple[ComponentId, ComponentId, str]  # supplier, component, reference of the need: as a cause names it


@dataclass(frozen=True, slots=True)
class Moment:
    """How a topology stands at a time.

    Attributes
    ----------
    travelled : frozenset of Travelled
        Ways along which the last change came.
    """

    topology: Topology
    now: Seconds
    standings: Mapping[ComponentId, Standing]
    travelled: frozenset[Travelled] = frozenset()


def moment(
    topology: Topology,
    now: Seconds,
    standing: Callable[[ComponentId], Standing],
    travelled: frozenset[Travelled] = frozenset(),
) -> Moment:
    """Ask how every component stands."""
    return Moment(topology, now, {each.id: standing(each.id) for each in topology.components}, travelled)
