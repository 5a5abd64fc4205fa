"""Black-start loops: what cannot come back once everything is broken and off, because each waits for the next.

Found by the engine itself: everything fails and stays down until no battery, token or cache is left; then whatever
the team cannot repair is there again, every hold is lifted and every repair wanted. What still cannot come back by
any order of repairs and restarts is a deadlock.
"""

from collections import deque
from collections.abc import Iterator, Sequence

from blackstart.core.analysis.weakness import Weakness, WeakPoint, held
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Effect, Fail, Order, Release, Restore, Target, Waive
from blackstart.core.engine.run import simulate
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Stuck
from blackstart.core.topology.model import Need, Purpose, Topology

MOST_LOOPS = 8  # that are told; who has mended those has drawn another map
_SOURCE = "black-start"

_Place = tuple[ComponentId, int]  # a need: its component and its number there


def loops(topology: Topology) -> Iterator[WeakPoint]:
    """Yield loops, the shortest first, each with a need that would break it if it had a manual way in.

    Loops may share members. Each is looked for with those before it broken, until nothing is stuck any more, or what
    is stuck cannot be helped by any single need of it; at most `MOST_LOOPS`.
    """
    start = _BlackStart(topology)
    broken: list[Waive] = []
    stuck = start.stuck(broken)
    while stuck.loops and len(broken) < MOST_LOOPS:
        ring = min((_ring(topology, members, broken) for members in stuck.loops), key=len)
        users = sum(held(topology.component(id_)) for id_ in stuck.deadlock)
        at, after = start.way_in(ring, broken)
        need = topology.component(at[0]).needs[at[1]] if at is not None else None
        others = len(stuck.deadlock) - len(ring)
        yield WeakPoint(Weakness.LOOP, ring, frozenset(ring), users, others, at=at, need=need)
        if at is None or need is None:
            return
        broken.append(Waive(at[0], need.reference))
        stuck = after


class _BlackStart:
    """Everything broken and off for long; then what others repair is there again."""

    def __init__(self, topology: Topology) -> None:
        self._topology = topology
        self._opening = Opening(topology)
        everything = Target(tuple(each.id for each in topology.components))
        longest = max((int(need.survives) for each in topology.components for need in each.needs), default=0)
        self._then = Seconds(longest + 1)
        others = tuple(each.id for each in topology.components if each.repair is None)
        mended: tuple[Effect, ...] = (Release(everything), Restore(Target(others)))
        self._batches: list[tuple[Seconds, Sequence[Order]]] = [
            (Seconds(0), [Order((Fail(everything),), _SOURCE)]),
            (self._then, [Order(mended, _SOURCE)]),
        ]

    def stuck(self, without: Sequence[Waive]) -> Stuck:
        """What cannot come back if some needs do not count."""
        commands = [(self._then, Order(tuple(without), _SOURCE))]
        return simulate(self._opening, self._batches, self._then, commands).stuck

    def way_in(self, ring: Sequence[ComponentId], broken: Sequence[Waive]) -> tuple[_Place | None, Stuck]:
        """The need of a ring that frees most if it does not count, and what is stuck then; None = there is none.

        Of equals, one to start or to respond: for such a need people can find another way.
        """
        tried: list[tuple[int, bool, int, _Place, Stuck]] = []
        for id_, supplier in zip(ring, (*ring[1:], *ring[:1]), strict=True):
            for index, need in enumerate(self._topology.component(id_).needs):
                waived = Waive(id_, need.reference)
                if supplier in need.on and _counts(need) and _can_be_named(need) and waived not in broken:
                    after = self.stuck([*broken, waived])
                    tried.append((len(after.deadlock), need.purpose is Purpose.RUN, len(tried), (id_, index), after))
        if not tried:
            return None, Stuck((), (), ())
        *_, at, after = min(tried, key=lambda each: each[:3])
        return at, after


def _can_be_named(need: Need) -> bool:
    """Whether effects can call it: by its name, or by its one supplier."""
    return need.name is not None or len(need.on) == 1


def _counts(need: Need) -> bool:
    """Whether a component that is broken waits for it."""
    return need.is_hard or need.purpose is Purpose.START or need.purpose is Purpose.RESPOND


def _ring(topology: Topology, members: Sequence[ComponentId], broken: Sequence[Waive]) -> tuple[ComponentId, ...]:
    """The shortest way round, each waiting for the next; begins with the member that stands first in the file."""
    among, gone = set(members), {(each.component, each.need) for each in broken}
    waits = {
        id_: [
            supplier
            for need in topology.component(id_).needs
            if _counts(need) and (id_, need.reference) not in gone
            for supplier in need.on
            if supplier in among
        ]
        for id_ in members
    }
    rings = [ring for ring in (_way_back(waits, id_) for id_ in members) if ring]
    return min(rings, key=len, default=tuple(members))


def _way_back(waits: dict[ComponentId, list[ComponentId]], start: ComponentId) -> tuple[ComponentId, ...]:
    """The shortest way from a member back to itself, by what waits for what; empty = there is none."""
    ahead: deque[tuple[ComponentId, ...]] = deque([(start,)])
    seen: set[ComponentId] = set()
    while ahead:
        way = ahead.popleft()
        for supplier in waits[way[-1]]:
            if supplier == start:
                return way
            if supplier not in seen:
                seen.add(supplier)
                ahead.append((*way, supplier))
    return ()
