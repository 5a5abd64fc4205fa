"""A topology made ready to be played: whole numbers in place of ids, one list for each property.

Made once for a topology and shared by every simulation of it; nothing in it changes.
"""

from functools import cached_property
from itertools import accumulate

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.engine.effects import Target
from blackstart.core.topology.model import FULL, Need, Purpose, Topology

HARD, SOFT, START_ONLY, RESPOND = 0, 1, 2, 3  # what a need is to its component; run needs come first
NEVER = -1  # repair time of what cannot be repaired
OUT_OF_REACH = FULL + 1  # a supply that no component has


class Wiring:
    """Components and needs by number, in the order of the file.

    Attributes
    ----------
    ids : list of ComponentId
        Name of each component.
    index : dict
        Number of each name.
    restart, repair : list of int
        Seconds; `repair` is `NEVER` where there is none.
    first : list of int
        Needs of component `i` are the numbers ``first[i] .. first[i + 1] - 1``.
    owner, at_least, suppliers, role, weight, useful, survives, rejoin : list
        Of each need; `role` is `HARD`, `START_ONLY`, `RESPOND` or `SOFT`.
    standbys : dict
        For needs that have any: seconds after which each standby arms itself, None = by hand.
    legs : list of tuple of int
        Suppliers of each need that count from the start on: no standbys.
    may_serve, serves : list of list of int
        Needs in which each component is a supplier, and those in which it counts from the start on.
    enduring : list of int
        Needs that survive some time.
    lasting : dict
        Run needs that survive some time, of each component that has any.
    quick, easy : list of int
        Of a hard need whose loss (return) follows at once from the level of its one supplier: the level below (from)
        which that is so. 0 (`OUT_OF_REACH`) for any other need.
    """

    def __init__(self, topology: Topology) -> None:
        components = topology.components
        self.topology = topology
        self.components = components
        self.ids: list[ComponentId] = [each.id for each in components]
        self.index: dict[ComponentId, int] = {id_: i for i, id_ in enumerate(self.ids)}
        self.restart: list[int] = [each.restart for each in components]
        self.repair: list[int] = [NEVER if each.repair is None else each.repair for each in components]
        self.crew: list[CrewId | None] = [each.crew for each in components]
        self.crew_sizes: dict[CrewId, int] = {crew.id: crew.size for crew in topology.crews}
        self.needs: list[Need] = [need for each in components for need in each.needs]
        self.owner: list[int] = [i for i, each in enumerate(components) for _ in each.needs]
        self.first: list[int] = list(accumulate([len(each.needs) for each in components], initial=0))
        self._read_needs()
        self._connect()
        self._find_shortcuts()

    def _read_needs(self) -> None:
        needs, index = self.needs, self.index
        self.at_least: list[int] = [need.at_least for need in needs]
        self.weight: list[int] = [need.weight for need in needs]
        self.useful: list[int] = [need.useful for need in needs]
        self.survives: list[int] = [need.survives for need in needs]
        self.rejoin: list[int] = [need.rejoin for need in needs]
        run, start = Purpose.RUN, Purpose.START
        self.role: list[int] = [
            (HARD if need.weight == FULL else SOFT)
            if need.purpose is run
            else (START_ONLY if need.purpose is start else RESPOND)
            for need in needs
        ]
        self.suppliers: list[tuple[int, ...]] = [
            (index[need.on[0]],) if len(need.on) == 1 else tuple([index[id_] for id_ in need.on]) for need in needs
        ]

    def _connect(self) -> None:
        self.standbys: dict[int, dict[int, int | None]] = {
            g: {self.index[each.supplier]: each.after for each in need.standby}
            for g, need in enumerate(self.needs)
            if need.standby
        }
        self.may_serve: list[list[int]] = [[] for _ in self.ids]
        for g, suppliers in enumerate(self.suppliers):
            if len(suppliers) == 1:
                self.may_serve[suppliers[0]].append(g)
            else:
                for supplier in suppliers:
                    self.may_serve[supplier].append(g)
        self.legs, self.serves = list(self.suppliers), list(self.may_serve)
        for g, standbys in self.standbys.items():
            self.legs[g] = tuple([each for each in self.suppliers[g] if each not in standbys])
            for supplier in standbys:
                self.serves[supplier] = [each for each in self.serves[supplier] if each != g]
        self.enduring = [g for g, survives in enumerate(self.survives) if survives]
        self.lasting: dict[int, list[int]] = {}
        for g in self.enduring:
            if self.role[g] in (HARD, SOFT):
                self.lasting.setdefault(self.owner[g], []).append(g)

    def _find_shortcuts(self) -> None:
        rows = zip(self.role, self.suppliers, self.rejoin, self.useful, strict=True)
        self.easy: list[int] = [
            useful if role == HARD and not rejoin and len(suppliers) == 1 else OUT_OF_REACH
            for role, suppliers, rejoin, useful in rows
        ]
        self.quick: list[int] = [0 if easy == OUT_OF_REACH else easy for easy in self.easy]
        for g in self.enduring:
            self.quick[g] = 0
        for g in self.standbys:
            self.quick[g], self.easy[g] = 0, OUT_OF_REACH
        self.has_soft_needs = SOFT in self.role

    @cached_property
    def looped(self) -> list[bool]:
        """Whether each component may lie on a loop of run needs, or behind one; looked for once, when first asked."""
        open_legs = [0] * len(self.ids)
        for g, suppliers in enumerate(self.suppliers):
            if self.role[g] <= SOFT:
                open_legs[self.owner[g]] += len(suppliers)
        free = [i for i, legs in enumerate(open_legs) if not legs]
        for i in free:
            for g in self.may_serve[i]:
                if self.role[g] <= SOFT:
                    owner = self.owner[g]
                    open_legs[owner] -= 1
                    if not open_legs[owner]:
                        free.append(owner)
        return [legs > 0 for legs in open_legs]

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
