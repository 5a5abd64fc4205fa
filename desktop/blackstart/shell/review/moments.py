"""The map of a recorded run at any second: how everything stood, and along which lines it came to that."""

from bisect import bisect_right
from operator import itemgetter

from blackstart.core.base.simtime import Seconds
from blackstart.core.review.revisit import Revisit
from blackstart.shell.canvas.faces import signed
from blackstart.shell.canvas.moment import Moment, Travelled, moment
from blackstart.shell.canvas.sign_reader import SignReader
from blackstart.shell.review.recorded import Recorded


class Moments:
    """The moments of one run; to be asked in one thread."""

    def __init__(self, recorded: Recorded) -> None:
        self._topology = recorded.drill.topology
        self._ways = recorded.ways
        self._signs = SignReader(recorded.drill.topology, recorded.drawing)
        self._revisit = Revisit(recorded.drill, recorded.entries)

    def at(self, second: Seconds, since: int | None = None) -> Moment:
        """How everything stood at the end of a second, with the ways of changes since another; else of that second."""
        simulation = self._revisit.at(second).simulation
        travelled = self._ways_between(second - 1 if since is None else since, second)
        # All is asked here, so that the simulation may be played on.
        return signed(moment(self._topology, second, simulation.standing, travelled), self._signs)

    def _ways_between(self, since: int, until: int) -> frozenset[Travelled]:
        first, last = (bisect_right(self._ways, at, key=itemgetter(0)) for at in (since, until))
        return frozenset(way for _, ways in self._ways[first:last] for way in ways)
