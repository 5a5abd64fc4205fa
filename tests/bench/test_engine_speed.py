"""What an outage costs to compute, as ratios taken in one run: this machine against itself."""

import gc
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random
from time import process_time

import networkx as nx  # type: ignore[import-untyped]  # ships no types
import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Effect, Fail, Order, Repair, Target
from blackstart.core.engine.run import Outcome, simulate
from blackstart.core.engine.simulation import Opening
from blackstart.core.topology.model import Component, Need, Permille, Topology

ROOT = Target((ComponentId("c0"),))
UNTIL = Seconds(100_000)
ROUNDS = 9  # the best of so many, taken in turns


@pytest.fixture(autouse=True)
def _without_collector() -> Iterator[None]:
    gc.disable()
    yield
    gc.enable()
    gc.collect()


def random_map(size: int, seed: int = 1) -> "nx.DiGraph[int]":
    """Three needs for each component, no loops, everything reached from the root."""
    chance = Random(seed)
    lines = {(chance.randrange(max(0, i - 200), i), i) for i in range(1, size)}
    while len(lines) < min(3 * size, size * (size - 1) // 2):
        i = chance.randrange(1, size)
        lines.add((chance.randrange(i), i))
    graph = nx.DiGraph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(lines)
    return graph


def topology_of(
    graph: "nx.DiGraph[int]", longest_restart: int, special: Callable[[Random], Need] | None = None
) -> Topology:
    """One hard need for each line; a fifth of them as `special` makes them, if it is given."""
    chance = Random(2)

    def need(supplier: int) -> Need:
        plain = Need((ComponentId(f"c{supplier}"),))
        return replace(special(chance), on=plain.on) if special is not None and chance.random() < 0.2 else plain

    return Topology(
        components=tuple(
            Component(
                ComponentId(f"c{i}"),
                users=10,
                restart=Seconds(chance.randint(0, longest_restart)),
                needs=tuple(need(j) for j in graph.predecessors(i)),
            )
            for i in graph
        )
    )


def outage_and_recovery(opening: Opening) -> Outcome:
    return simulate(opening, [_batch(0, Fail(ROOT)), _batch(3600, Repair(ROOT))], UNTIL)


def _batch(t: int, effect: Effect) -> tuple[Seconds, tuple[Order, ...]]:
    return Seconds(t), (Order((effect,), f"batch:{t}"),)


def _best_of(*works: Callable[[], object]) -> list[float]:
    best = [float("inf")] * len(works)
    for _ in range(ROUNDS):
        for place, work in enumerate(works):
            begun = process_time()
            work()
            best[place] = min(best[place], process_time() - begun)
    return best


@pytest.mark.parametrize("longest_restart", [0, 5, 60])
def test_an_outage_of_10_000_costs_at_most_8_reachability_passes(longest_restart: int) -> None:
    graph = random_map(10_000)
    opening = Opening(topology_of(graph, longest_restart))
    outcome = outage_and_recovery(opening)
    assert len(outcome.changes) >= 2 * 10_000, "everything goes down and comes back"
    reach, play = _best_of(lambda: nx.descendants(graph, 0), lambda: outage_and_recovery(opening))
    print(f"restart up to {longest_restart} s: {play / reach:.1f} passes ({play * 1000:.0f} ms)")
    assert play <= 8 * reach


def _soft(_: Random) -> Need:
    return Need((), weight=Permille(500))


def _lasting(chance: Random) -> Need:
    return Need((), survives=Seconds(chance.randint(1, 300)))


@pytest.mark.parametrize(("special", "passes"), [(_lasting, 16), (_soft, 40)])
def test_a_fifth_of_reserves_or_soft_needs_stays_within_its_passes(
    special: Callable[[Random], Need], passes: int
) -> None:
    graph = random_map(10_000)
    opening = Opening(topology_of(graph, 60, special))
    reach, play = _best_of(lambda: nx.descendants(graph, 0), lambda: outage_and_recovery(opening))
    print(f"{special.__name__}: {play / reach:.1f} passes ({play * 1000:.0f} ms)")
    assert play <= passes * reach


def test_making_a_map_ready_costs_at_most_4_reachability_passes() -> None:
    graph = random_map(10_000)
    topology = topology_of(graph, 60)
    reach, ready = _best_of(lambda: nx.descendants(graph, 0), lambda: Opening(topology))
    print(f"{ready / reach:.1f} passes ({ready * 1000:.0f} ms)")
    assert ready <= 4 * reach


@pytest.mark.parametrize("size", [100, 1_000])
def test_cost_grows_with_what_moves(size: int) -> None:
    small, large = (Opening(topology_of(random_map(each), 5)) for each in (size, 10 * size))
    one, ten = _best_of(lambda: outage_and_recovery(small), lambda: outage_and_recovery(large))
    print(f"{size} to {10 * size}: {ten / one:.1f} times ({one * 1000:.2f} ms)")
    assert ten <= 15 * one


def test_failing_each_of_1_000_in_turn_takes_less_than_2_seconds() -> None:
    graph = random_map(1_000)
    opening = Opening(topology_of(graph, 60))

    def sweep() -> None:
        for each in opening.topology.components:
            simulate(opening, [_batch(0, Fail(Target((each.id,))))], Seconds(3600))

    begun = process_time()
    sweep()
    cost = process_time() - begun
    (whole,) = _best_of(lambda: outage_and_recovery(opening))
    print(f"sweep {cost:.2f} s, {cost / whole:.0f} outages")
    assert cost < 2
