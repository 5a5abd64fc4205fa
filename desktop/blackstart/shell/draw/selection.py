"""What is chosen on the map that is being drawn."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.topology.model import Topology

Place = tuple[ComponentId, int]  # a need: its component and its number there


@dataclass(frozen=True, slots=True)
class Selection:
    """Components, or one zone, or one need; never of two kinds at once.

    Attributes
    ----------
    components : tuple of ComponentId
        In the order in which they were chosen; the last one is the current one.
    """

    components: tuple[ComponentId, ...] = ()
    zone: ZoneId | None = None
    need: Place | None = None

    @property
    def current(self) -> ComponentId | None:
        """The component that keys and the inspector speak of first."""
        return self.components[-1] if self.components else None

    @property
    def is_empty(self) -> bool:
        return not self.components and self.zone is None and self.need is None

    def toggled(self, component: ComponentId) -> "Selection":
        """Choose one more, or one less."""
        others = tuple(each for each in self.components if each != component)
        return Selection(others if component in self.components else (*others, component))

    def with_more(self, components: Collection[ComponentId]) -> "Selection":
        """Choose some more; what was chosen stays so."""
        return Selection((*self.components, *(each for each in components if each not in self.components)))

    def within(self, topology: Topology) -> "Selection":
        """What of it is still on the map."""
        zone = self.zone if any(each.id == self.zone for each in topology.zones) else None
        need = self.need
        if need is not None and (need[0] not in topology or need[1] >= len(topology.component(need[0]).needs)):
            need = None
        return Selection(tuple(each for each in self.components if each in topology), zone, need)

    def through(self, before: Topology, after: Topology) -> "Selection":
        """What of it an edit has left on the map; a need is known by what it is, not by its number."""
        if self.need is None or self.need[0] not in after:
            return self.within(after)
        component, index = self.need
        return replace(self, need=_same(component, index, before, after)).within(after)


def _same(component: ComponentId, index: int, before: Topology, after: Topology) -> Place | None:
    """Return where a need is after an edit: the same one, else one of its name, else what was made of it."""
    then, now = before.component(component).needs, after.component(component).needs
    need = then[index]
    if need in now:
        return component, now.index(need)
    names = [each.reference for each in now]
    if need.reference in names:
        return component, names.index(need.reference)
    return (component, index) if len(now) == len(then) and now[index] not in then else None
