"""What the team can know of the map: what its monitoring showed last, and what it said it believes."""

from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import State
from blackstart.core.topology.model import Component, Topology


@dataclass(frozen=True, slots=True)
class Glimpse:
    """How a component was seen to stand."""

    shown: Shown
    is_on_reserve: bool


class Awareness:
    """Kept up at the end of every instant.

    Attributes
    ----------
    beliefs : dict of ComponentId to str
        The state that the team said last, for components of which it said one.
    """

    def __init__(self, topology: Topology, simulation: Simulation) -> None:
        self.beliefs: dict[ComponentId, str] = {}
        self._monitored = [component for component in topology.components if component.seen_by]
        self._last = {component.id: _glimpse(component, simulation) for component in self._monitored}
        self._unseen: dict[ComponentId, Seconds] = {}  # since when, by the end of that second
        self.close(simulation)

    def close(self, simulation: Simulation) -> None:
        """Take in the end of an instant that changed anything."""
        for component in self._monitored:
            if is_seen(component, simulation):
                self._last[component.id] = _glimpse(component, simulation)
                self._unseen.pop(component.id, None)
            else:
                self._unseen.setdefault(component.id, simulation.now)

    def last_glimpse(self, component: ComponentId) -> Glimpse:
        """How its monitoring showed a component last, at the end of an instant."""
        return self._last[component]

    def unseen_since(self, component: ComponentId) -> Seconds | None:
        """The second at whose end nothing saw it any more; None = it was seen when the last one ended."""
        return self._unseen.get(component)


def is_seen(component: Component, simulation: Simulation) -> bool:
    """Whether a component is seen as it is: no monitoring is named for it, or some of it delivers."""
    if not component.seen_by:
        return True
    return any(simulation.glance(monitoring).level > 0 for monitoring in component.seen_by)


def usual(component: Component) -> Shown:
    """How a component looks to those who have heard nothing of it: as it should."""
    return Shown.MAINTENANCE if component.initially_off else Shown.OPERATIONAL


def fits(believed: State, shown: Shown, *, is_on_reserve: bool) -> bool:
    """Whether a word is true of a component: what runs on a reserve is operational too, as conditions have it."""
    return is_on_reserve if believed is State.ON_RESERVE else believed.value == shown.value


def _glimpse(component: Component, simulation: Simulation) -> Glimpse:
    glance = simulation.glance(component.id)
    return Glimpse(glance.shown, glance.on_reserve_s is not None)
