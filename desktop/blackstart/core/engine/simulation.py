"""One topology in time: the only place where the failure model is played, one instant at a time.

Deterministic and free of clock, chance and I/O: the same orders at the same instants give the same trace.
"""

from collections.abc import Sequence

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Order
from blackstart.core.engine.trace import Change, Impact, JobStanding, Row, Standing, Stuck
from blackstart.core.topology.model import Topology


class Simulation:
    """A topology being played; construction plays the start (instant -1)."""

    def __init__(self, topology: Topology) -> None:
        raise NotImplementedError

    @property
    def now(self) -> Seconds:
        """The last instant that was played; -1 after construction."""
        raise NotImplementedError

    def play(self, t: Seconds, orders: Sequence[Order] = ()) -> tuple[Row, ...]:
        """Play one round; a later `t` closes the present instant and plays round 0 of `t`.

        In round 0 the jobs due at `t` come first, then `orders` in the order given; the same `t` again is the
        next round. `t` must not lie before `now`, nor leave out a second that `due` names.
        Returns the rows of the round in trace order.
        """
        raise NotImplementedError

    def close(self) -> tuple[Change, ...]:
        """End the present instant (hands are given, supplies sampled) and tell what differs from the one before.

        Idempotent; after it only a later instant can be played. Changes are in file order.
        """
        raise NotImplementedError

    def due(self) -> Seconds | None:
        """Close the instant and name the next second at which something happens by itself; None = never."""
        raise NotImplementedError

    def standing(self, component: ComponentId) -> Standing:
        """How a component stands now."""
        raise NotImplementedError

    def jobs(self) -> tuple[JobStanding, ...]:
        """Jobs and crewed repairs asked for and not done, in the order they were asked for."""
        raise NotImplementedError

    def stuck(self) -> Stuck:
        """What cannot come back by itself, as things stand now."""
        raise NotImplementedError

    def impact(self) -> Impact:
        """What was lost over the seconds 0 .. `now` inclusive."""
        raise NotImplementedError

    def users_cut_off(self) -> int:
        """Users cut off now (those who cannot go elsewhere), floored."""
        raise NotImplementedError
