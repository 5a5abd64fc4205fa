"""A map played by hand, second by second, with short words for how it stands."""

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Effect, Order
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Change, Row, Shown, Standing
from blackstart.core.topology.model import Topology


class Playing:
    """Effects at their seconds; what is due between them is played."""

    def __init__(self, topology: Topology) -> None:
        self.simulation = Simulation(topology)
        self.rows: list[Row] = []
        self.changes: list[Change] = []

    def do(self, t: int, *effects: Effect, source: str = "test") -> None:
        """Play up to `t`, and there one more round with these effects."""
        if self.simulation.now < t:
            self.to(t - 1)
        self.rows += self.simulation.play(Seconds(t), (Order(effects, source),))

    def to(self, t: int) -> None:
        """Play everything that is due up to and including `t`, and end that instant."""
        while True:
            self.changes += self.simulation.close()
            due = self.simulation.due()
            if due is None or due > t:
                break
            self.rows += self.simulation.play(due)
        if self.simulation.now < t:
            self.rows += self.simulation.play(Seconds(t))
            self.changes += self.simulation.close()

    def standing(self, name: str) -> Standing:
        return self.simulation.standing(ComponentId(name))

    def level(self, name: str) -> int:
        return self.standing(name).level

    def levels(self, *names: str) -> list[int]:
        return [self.level(name) for name in names]

    def shown(self, name: str) -> Shown:
        return self.standing(name).shown
