"""What cannot come back by itself: what waits for a decision, and what waits for one another."""

from collections.abc import Iterator, Mapping, Sequence

from blackstart.core.engine.state import BROKEN, DOWN, HELD, OK, State
from blackstart.core.engine.trace import Stuck
from blackstart.core.engine.wiring import NEVER, RESPOND, SOFT


def find_stuck(state: State) -> Stuck:
    """Components that are down and stay so unless somebody acts, and the loops among the hopeless; O(needs).

    Twice the least set of what is on or can come back is built: once with holds, standbys, cuts and repairs
    as they are, and once with every hold released, standby armed, cut mended and repair wanted.
    """
    down = [i for i, mode in enumerate(state.mode) if mode == DOWN]
    if not down:
        return Stuck((), (), ())
    at_best = _Return(state, down, is_decided=True)
    by_itself = _Return(state, down, is_decided=False)
    hopeless = [i for i in down if i not in at_best.returning]
    waits_for = {i: at_best.waits_for(i) for i in hopeless}
    ids = state.wiring.ids
    return Stuck(
        waiting=tuple([ids[i] for i in down if i in at_best.returning and i not in by_itself.returning]),
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
    """The least set of what is on or can come back, built up from what is on.

    Attributes
    ----------
    returning : set of int
        What is down and in the set.
    """

    def __init__(self, state: State, down: Sequence[int], is_decided: bool) -> None:
        self._state = state
        self._is_decided = is_decided
        self._lacking: dict[int, int] = {}  # of a need that keeps something down: suppliers it still wants
        self.returning: set[int] = set()
        short: dict[int, int] = {}  # needs that keep a component down, how many
        reached: list[int] = []
        for i in down:
            if self._may_join(i):
                short[i] = self._count_short_needs(i)
                if not short[i]:
                    reached.append(i)
        self._pass_on(reached, short)

    def waits_for(self, i: int) -> list[int]:
        """Suppliers outside the set of the needs that keep a component out."""
        wiring, mode = self._state.wiring, self._state.mode
        found: dict[int, None] = {}
        for g in self._wanted_needs(i):
            suppliers = wiring.suppliers[g]
            outside = [s for s in suppliers if mode[s] == DOWN and s not in self.returning]
            if len(suppliers) - len(outside) < wiring.at_least[g]:
                found.update(dict.fromkeys(outside))
        return list(found)

    def _pass_on(self, reached: list[int], short: dict[int, int]) -> None:
        wiring = self._state.wiring
        while reached:
            supplier = reached.pop()
            self.returning.add(supplier)
            for g in wiring.may_serve[supplier]:
                if g not in self._lacking or not self._counts(g, supplier):
                    continue
                self._lacking[g] -= 1
                if not self._lacking[g]:
                    owner = wiring.owner[g]
                    short[owner] -= 1
                    if not short[owner]:
                        reached.append(owner)

    def _may_join(self, i: int) -> bool:
        state = self._state
        if state.marks[i] & HELD and not self._is_decided:
            return False
        if state.cap[i] != BROKEN:
            return True
        return state.wiring.repair[i] != NEVER if self._is_decided else i in state.repairs

    def _count_short_needs(self, i: int) -> int:
        short = 0
        for g in self._wanted_needs(i):
            lacking = self._count_lacking(g)
            if lacking > 0:
                self._lacking[g] = lacking
                short += 1
        return short

    def _count_lacking(self, g: int) -> int:
        mode = self._state.mode
        serving = [s for s in self._state.wiring.suppliers[g] if mode[s] != DOWN and self._counts(g, s)]
        return self._state.wiring.at_least[g] - len(serving)

    def _wanted_needs(self, i: int) -> list[int]:
        """Needs that must be served before a component that is down can come back."""
        state, role, lost = self._state, self._state.wiring.role, self._state.lost
        is_broken = state.cap[i] == BROKEN
        return [
            g
            for g in state.wiring.needs_of(i)
            if role[g] != SOFT and not state.counts[g] and (is_broken if role[g] == RESPOND else lost[g] != OK)
        ]

    def _counts(self, g: int, supplier: int) -> bool:
        state = self._state
        if self._is_decided or supplier in state.legs[g]:
            return True
        leg = (g, supplier)
        arms_itself = state.wiring.standbys.get(g, {}).get(supplier) is not None and leg not in state.kept_unarmed
        return arms_itself and leg not in state.cut
