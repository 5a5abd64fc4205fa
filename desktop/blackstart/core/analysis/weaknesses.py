"""All weak points of a map, ranked: what Draw shows while people draw."""

from collections.abc import Sequence

from blackstart.core.analysis.fates import shared_fates, single_points, traps
from blackstart.core.analysis.habits import abrupt_needs, loose_parts, short_crews
from blackstart.core.analysis.loops import loops
from blackstart.core.analysis.sweep import Consequence
from blackstart.core.analysis.weakness import WeakPoint, ranked
from blackstart.core.topology.model import Topology


def weak_points(topology: Topology, consequences: Sequence[Consequence]) -> tuple[WeakPoint, ...]:
    """Return every weak point of a map, worst first.

    Parameters
    ----------
    consequences : sequence of Consequence
        The sweep of the same map, of every component.
    """
    return ranked(
        [
            *single_points(topology, consequences),
            *shared_fates(topology, consequences),
            *loops(topology),
            *traps(topology, consequences),
            *short_crews(topology, consequences),
            *abrupt_needs(topology, consequences),
            *loose_parts(topology),
        ]
    )
