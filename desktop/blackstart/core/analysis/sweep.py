"""What if one component fails, alone and for good: each component in turn, played by the engine.

The answer is the map's own: no script, nobody who acts, no repair. Results come one by one, so that whoever asks
can show how far it is (their number among the components) and stop by closing the iterator.
"""

import multiprocessing
import os
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine import rounds
from blackstart.core.engine.closing import Closing
from blackstart.core.engine.effects import Fail, Order, Target
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.state import State
from blackstart.core.topology.model import Permille, Topology

IN_PROCESS = 1000
"""Up to so many components the sweep is done sooner than worker processes have started."""

_MOST_WORKERS = 8
_STEPS_PER_CHUNK = 20_000  # components failed x components of the map: a fraction of a second, the wait after a stop


Consequences = Generator["Consequence", None, None]


@dataclass(frozen=True, slots=True)
class Fall:
    """A component that delivers less than at the start, because another failed.

    Attributes
    ----------
    at : Seconds
        The first second at which it delivers less.
    down_at : Seconds or None
        The first second at which it delivers nothing; None = it only gets worse.
    least : Permille
        The least it comes to.
    """

    component: ComponentId
    at: Seconds
    down_at: Seconds | None
    least: Permille


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one component's failure at second 0 brings about.

    Attributes
    ----------
    users_cut_off : int
        Most users cut off at one time, above those cut off at the start already.
    lost_service_seconds : int
        Over the seconds 0 .. horizon, above what the map loses without the failure.
    falls : tuple of Fall
        Of the others, by `at`, then in the order of the map.
    """

    component: ComponentId
    users_cut_off: int
    lost_service_seconds: int
    falls: tuple[Fall, ...]

    @property
    def downs(self) -> int:
        """How many others it takes down."""
        return sum(fall.down_at is not None for fall in self.falls)


def sweep(topology: Topology, until: Seconds, in_process: int = IN_PROCESS, workers: int | None = None) -> Consequences:
    """Fail each component alone and yield what comes of it, in the order of the map.

    Parameters
    ----------
    until : Seconds
        Horizon of each failure, inclusive.
    in_process : int
        Maps of more components than this are shared out to worker processes.
    workers : int, optional
        How many of them; as many as there are processors unless given, at most 8.

    Notes
    -----
    Close the iterator to stop early; worker processes are gone when `close` returns.
    """
    ids = [component.id for component in topology.components]
    if len(ids) <= in_process:
        return _consequences(_Ground(topology, until), ids)
    return _shared_out(topology, until, ids, workers or min(os.cpu_count() or 1, _MOST_WORKERS))


def ranked(consequences: Sequence[Consequence]) -> list[Consequence]:
    """Worst first: by users cut off, then service-seconds lost, then how many fall; then in the order given."""
    return sorted(consequences, key=lambda each: (-each.users_cut_off, -each.lost_service_seconds, -len(each.falls)))


class _Ground:
    """The map as it stands and as it goes on when nothing fails: what every failure is measured against."""

    def __init__(self, topology: Topology, until: Seconds) -> None:
        self.until = until
        self.opening = Opening(topology)
        self.ids = [component.id for component in topology.components]
        state, closing = self.opening.begin()
        self.levels = list(state.level)
        self.users_cut_off = closing.ledger.users_cut_off()
        for _ in _played(state, closing, (), until):
            pass
        self.lost_service_seconds = closing.ledger.impact(until).lost_service_seconds


def _consequences(ground: _Ground, ids: Sequence[ComponentId]) -> Consequences:
    for failed in ids:
        yield _consequence(ground, failed)


def _consequence(ground: _Ground, failed: ComponentId) -> Consequence:
    state, closing = ground.opening.begin()
    order = Order((Fail(Target((failed,))),), "sweep")
    first: dict[int, int] = {}  # in the order in which they fall
    down: dict[int, int] = {}
    least: dict[int, int] = {}
    for t, moved in _played(state, closing, (order,), ground.until):
        for i in moved:
            level = state.level[i]
            if level >= ground.levels[i]:
                continue
            first.setdefault(i, t)
            least[i] = min(level, least.get(i, level))
            if level == 0:
                down.setdefault(i, t)
    first.pop(state.wiring.index[failed], None)
    impact = closing.ledger.impact(ground.until)
    return Consequence(
        failed,
        impact.peak_users - ground.users_cut_off,
        impact.lost_service_seconds - ground.lost_service_seconds,
        tuple([_fall(ground.ids[i], first[i], down.get(i), least[i]) for i in first]),
    )


def _fall(component: ComponentId, at: int, down_at: int | None, least: int) -> Fall:
    return Fall(component, Seconds(at), None if down_at is None else Seconds(down_at), Permille(least))


def _played(state: State, closing: Closing, orders: Sequence[Order], until: Seconds) -> Iterator[tuple[int, list[int]]]:
    """Play to the horizon; at the end of each instant, which components moved, in the order of the map.

    The engine's rounds without the rows and causes that `Simulation` writes: a sweep reads none of them, and they
    would take most of its time.
    """
    t: int | None = 0
    while t is not None and t <= until:
        closing.ledger.pass_to(t)
        rounds.play_round(state, orders, rounds.open_instant(state, t))
        yield t, [i for _, i, _, _, has_moved in closing.close(state) if has_moved]
        orders, t = (), rounds.next_due(state)


def _shared_out(topology: Topology, until: Seconds, ids: Sequence[ComponentId], workers: int) -> Consequences:
    size = max(1, _STEPS_PER_CHUNK // len(ids))
    chunks = [ids[first : first + size] for first in range(0, len(ids), size)]
    # spawn: a fork would copy the window's threads and their locks
    pool = ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), _settle, (topology, until))
    try:
        for consequences in pool.map(_chunk, chunks):
            yield from consequences
    finally:
        pool.shutdown(cancel_futures=True)


_settled: list[_Ground] = []  # in a worker process: the one map it works on, handed over once and not with each chunk


def _settle(topology: Topology, until: Seconds) -> None:
    _settled[:] = [_Ground(topology, until)]


def _chunk(ids: Sequence[ComponentId]) -> list[Consequence]:
    return list(_consequences(_settled[0], ids))
