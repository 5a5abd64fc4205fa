"""What cannot come back by itself: what waits for a decision, and what waits for one another."""

from collections.abc import Iterator, Mapping, Sequence

from blackstart.core.engine.state import BROKEN, COUNTED, DOWN, HELD, OK, State
from blackstart.core.engine.trace import Stuck
from blackstart.core.engine.wiring import NEVER, RESPOND, SOFT


def find_stuck(state: State) -> Stuck:
    """Components that are down and stay so unless somebody acts, and the loops among the hopeless; O(needs).

    Twice the least set of what is on or can come back is built: once with holds, standbys, cuts and repairs
    as they are, and once with every hold released, standby armed, cut mended and repair wanted.
    """
    by_itself = _Return(state, is_decided=False).find()
    at_best = _Return(state, is_decided=True)
    possible = at_best.find()
    down = [i for i, mode in enumerate(state.mode) if mode == DOWN]
    hopeless = [i for i in down if not possible[i]]
    waits_for = {i: at_best.waits_for(i) for i in hopeless}
    ids = state.wiring.ids
    return Stuck(
        waiting=tuple([ids[i] for i in down if possible[i] and not by_itself[i]]),
        deadlock=tuple([ids[i] for i in hopeless]),
        loops=tuple([tuple([ids[i] for i in loop]) for loop in loops_of(waits_for)]),
    )


def loops_of(arrows: Mapping[int, Sequence[int]]) -> list[list[int]]:
    """Sets of two or more that all reach one another (Tarjan 1972); members and sets in ascending order.

    Every arrow must lead to a key of `arrows`.
    """
    number: dict[int, int] = {}
    lowest: dict[int, int] = {}
    path: list[int] = []
    closed: set[int] = set()
    loops: list[list[int]] = []
    for root in arrows:
        trail = [] if root in number else [(root, iter(arrows[root]))]
        while trail:
            node, ways = trail[-1]
            if node not in number:
                number[node] = lowest[node] = len(number)
                path.append(node)
            onward = _first_unseen(node, ways, number, lowest, closed)
            if onward is not None:
                trail.append((onward, iter(arrows[onward])))
                continue
            trail.pop()
            if trail:
                above = trail[-1][0]
                lowest[above] = min(lowest[above], lowest[node])
            if lowest[node] == number[node]:
                loop = _pop_through(path, node)
                closed.update(loop)
                if len(loop) > 1:
                    loops.append(sorted(loop))
    return sorted(loops)


def _first_unseen(
    node: int, ways: Iterator[int], number: dict[int, int], lowest: dict[int, int], closed: set[int]
) -> int | None:
    for other in ways:
        if other not in number:
            return other
        if other not in closed:
            lowest[node] = min(lowest[node], number[other])
    return None


def _pop_through(path: list[int], node: int) -> list[int]:
    popped = [path.pop()]
    while popped[-1] != node:
        popped.append(path.pop())
    return popped


class _Return:
    """The least set of components that are on or can come back, built up from what is on."""

    def __init__(self, state: State, is_decided: bool) -> None:
        self._state = state
        self._is_decided = is_decided
        self._in_set = [mode != DOWN for mode in state.mode]
        self._serving = [0] * len(state.lost)
        self._missing = [len(list(self._wanted_needs(i))) for i in range(len(state.mode))]

    def find(self) -> list[bool]:
        """Whether each component is in the set."""
        reached = [i for i, is_in in enumerate(self._in_set) if is_in]
        reached += [i for i, count in enumerate(self._missing) if not count and self._joins(i)]
        wiring = self._state.wiring
        while reached:
            supplier = reached.pop()
            for g in wiring.may_serve[supplier]:
                if not self._counts(g, supplier):
                    continue
                self._serving[g] += 1
                owner = wiring.owner[g]
                if self._serving[g] == wiring.at_least[g] and self._is_wanted(owner, g):
                    self._missing[owner] -= 1
                    if not self._missing[owner] and self._joins(owner):
                        reached.append(owner)
        return self._in_set

    def waits_for(self, i: int) -> list[int]:
        """Suppliers outside the set of the needs that keep a component out."""
        wiring = self._state.wiring
        found = {
            supplier: None
            for g in self._wanted_needs(i)
            if self._serving[g] < wiring.at_least[g]
            for supplier in wiring.suppliers[g]
            if not self._in_set[supplier]
        }
        return list(found)

    def _joins(self, i: int) -> bool:
        state = self._state
        if self._in_set[i] or (state.marks[i] & HELD and not self._is_decided):
            return False
        if state.cap[i] == BROKEN:
            is_repaired = state.wiring.repair[i] != NEVER if self._is_decided else i in state.repairs
            if not is_repaired:
                return False
        self._in_set[i] = True
        return True

    def _wanted_needs(self, i: int) -> Iterator[int]:
        return (g for g in self._state.wiring.needs_of(i) if self._is_wanted(i, g))

    def _is_wanted(self, i: int, g: int) -> bool:
        state = self._state
        role = state.wiring.role[g]
        if role == SOFT or state.counts[g] != COUNTED:
            return False
        return state.cap[i] == BROKEN if role == RESPOND else state.lost[g] != OK

    def _counts(self, g: int, supplier: int) -> bool:
        if self._is_decided:
            return True
        state = self._state
        standbys = state.wiring.standbys.get(g, {})
        leg = (g, supplier)
        arms_itself = standbys.get(supplier) is not None and leg not in state.kept_unarmed
        return leg not in state.cut and (supplier not in standbys or leg in state.armed or arms_itself)
