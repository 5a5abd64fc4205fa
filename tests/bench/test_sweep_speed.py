"""How long a sweep of single failures may take: ratios in one run, so that a slow machine does not matter."""

from collections.abc import Callable
from random import Random
from time import process_time

from blackstart.core.analysis.sweep import sweep
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Fail, Order, Restore, Target
from blackstart.core.engine.run import simulate
from blackstart.core.topology.model import Component, Need, Topology

COMPONENTS = 1000
HOUR = Seconds(3600)
# A sweep of 1,000 may take 2 s where one outage and recovery of the whole map takes 20 ms.
FULL_RUNS = 100


def large_map() -> Topology:
    """A thousand components with three needs each but the first ten, a third of them with a tolerance."""
    chance = Random(1)
    ids = [ComponentId(f"c{number}") for number in range(COMPONENTS)]
    tolerances = [Seconds(0), Seconds(0), Seconds(300)]
    return Topology(
        components=tuple(
            Component(
                id_,
                users=100,
                needs=tuple(
                    Need((supplier,), survives=chance.choice(tolerances))
                    for supplier in (chance.sample(ids[:number], 3) if number >= 10 else ())
                ),
            )
            for number, id_ in enumerate(ids)
        )
    )


def full_run(map_: Topology) -> None:
    """Everything fails and comes back."""
    everything = Target(tuple(component.id for component in map_.components))
    there, back = Order((Fail(everything),), "out"), Order((Restore(everything),), "back")
    assert len(simulate(map_, [(Seconds(0), [there]), (Seconds(600), [back])], HOUR).changes) == 2 * COMPONENTS


def full_sweep(map_: Topology) -> None:
    assert sum(1 for _ in sweep(map_, HOUR)) == COMPONENTS


def best_of(runs: int, work: Callable[[Topology], None], map_: Topology) -> float:
    times = []
    for _ in range(runs):
        began = process_time()
        work(map_)
        times.append(process_time() - began)
    return min(times)


def test_a_sweep_of_a_thousand_costs_no_more_than_a_hundred_full_runs() -> None:
    map_ = large_map()
    one = best_of(5, full_run, map_)
    whole = best_of(2, full_sweep, map_)
    print(f"full run {one * 1000:.1f} ms, sweep {whole:.2f} s, ratio {whole / one:.0f}")
    assert whole < FULL_RUNS * one
