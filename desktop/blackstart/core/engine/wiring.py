"""A topology made ready to be played: whole numbers in place of ids, one list for each property.

Made once for a topology and shared by every simulation of it; nothing in it changes.
"""

from collections.abc import Sequence

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.engine.effects import Target
from blackstart.core.topology.model import Component, Need, Purpose, Topology

HARD, START_ONLY, RESPOND, SOFT = 0, 1, 2, 3  # what a need is to its component
NEVER = -1  # repair time of what cannot be repaired


class Wiring:
    """Components and needs by number, in the order of the file.

    Attributes
    ----------
    ids : list of ComponentId
        Name of each component.
    index : dict
        Number of each name.
    first : list of int
        Needs of component `i` are the numbers ``first[i] .. first[i + 1] - 1``.
    serves : list of list of int
        Needs in which component `i` is a supplier.
    restart, repair : list of int
        Seconds; `repair` is `NEVER` where there is none.
    owner, at_least, suppliers, role, weight, useful, survives, rejoin : list
        Of each need; `role` is `HARD`, `START_ONLY`, `RESPOND` or `SOFT`.
    standbys : dict
        For needs that have any: seconds after which each standby arms itself, None = by hand.
    """

    def __init__(self, topology: Topology) -> None:
        components = topology.components
        self.topology = topology
        self.components: Sequence[Component] = components
        self.ids: list[ComponentId] = [each.id for each in components]
        self.index: dict[ComponentId, int] = {id_: i for i, id_ in enumerate(self.ids)}
        self.restart: list[int] = [each.restart for each in components]
        self.repair: list[int] = [NEVER if each.repair is None else each.repair for each in components]
        self.crew: list[CrewId | None] = [each.crew for each in components]
        self.crew_sizes: dict[CrewId, int] = {crew.id: crew.size for crew in topology.crews}
        self.needs: list[Need] = [need for each in components for need in each.needs]
        self.first: list[int] = [0]
        for each in components:
            self.first.append(self.first[-1] + len(each.needs))
        self._wire_needs()

    def _wire_needs(self) -> None:
        index = self.index
        needs = self.needs
        self.owner: list[int] = [i for i, each in enumerate(self.components) for _ in each.needs]
        self.at_least: list[int] = [need.at_least for need in needs]
        self.suppliers: list[tuple[int, ...]] = [tuple([index[id_] for id_ in need.on]) for need in needs]
        self.role: list[int] = [_role(need) for need in needs]
        self.weight: list[int] = [need.weight for need in needs]
        self.useful: list[int] = [need.useful for need in needs]
        self.survives: list[int] = [need.survives for need in needs]
        self.rejoin: list[int] = [need.rejoin for need in needs]
        self.standbys: dict[int, dict[int, int | None]] = {
            g: {index[each.supplier]: each.after for each in need.standby}
            for g, need in enumerate(needs)
            if need.standby
        }
        self.serves: list[list[int]] = [[] for _ in self.ids]
        for g, suppliers in enumerate(self.suppliers):
            for supplier in suppliers:
                self.serves[supplier].append(g)

    def needs_of(self, component: int) -> range:
        """Numbers of the needs of a component."""
        return range(self.first[component], self.first[component + 1])

    def find(self, target: Target) -> list[int]:
        """Components of a target, those named first; names that the map does not have are left out."""
        found = [self.index[id_] for id_ in target.components if id_ in self.index]
        if target.zone is not None:
            found += [self.index[id_] for id_ in self.topology.within(target.zone)]
        return found

    def find_need(self, component: ComponentId, reference: str) -> int | None:
        """Need that a reference means: its name, else the unnamed need with that single supplier."""
        if component not in self.index:
            return None
        numbers = self.needs_of(self.index[component])
        for g in numbers:
            if self.needs[g].name == reference:
                return g
        for g in numbers:
            if self.needs[g].name is None and self.needs[g].on == (reference,):
                return g
        return None


def _role(need: Need) -> int:
    if need.purpose is Purpose.RUN:
        return HARD if need.is_hard else SOFT
    return START_ONLY if need.purpose is Purpose.START else RESPOND
