"""Watts' cascades: needs of "at least n - k + 1 of my n neighbours" are his thresholds.

D. J. Watts, A simple model of global cascades on random networks, PNAS 99:5766 (2002): with a threshold of .18, one
fallen node of a large random graph can take most of it along only where the mean degree lies between 1.019 and 5.764.
"""

from fractions import Fraction
from math import ceil
from random import Random

import networkx as nx  # type: ignore[import-untyped]  # ships no types
import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Simulation
from blackstart.core.topology.model import Topology
from tests.core.engine.makers import component, fail, need, order, topology

THRESHOLD = Fraction(18, 100)
NODES = 800
TRIALS = 20


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mean_degree", "least", "most"),
    [(0.5, 0, 0), (2.0, 4, TRIALS), (4.0, 4, TRIALS), (9.0, 0, 0)],
    ids=["below the window", "low in the window", "high in the window", "above the window"],
)
def test_one_failure_takes_most_along_only_in_the_cascade_window(mean_degree: float, least: int, most: int) -> None:
    global_cascades = 0
    for seed in range(TRIALS):
        graph = nx.fast_gnp_random_graph(NODES, mean_degree / (NODES - 1), seed=seed)
        first = Random(seed).randrange(NODES)
        fallen = _fallen_in_engine(graph, first)
        assert fallen == _fallen_by_thresholds(graph, first)
        global_cascades += len(fallen) > NODES / 4
    assert least <= global_cascades <= most


def _fallen_in_engine(graph: nx.Graph, first: int) -> set[int]:
    map_ = _map_of(graph)
    simulation = Simulation(map_)
    simulation.play(Seconds(0), [order(fail(f"n{first}"))])
    return {node for node in graph if simulation.standing(map_.components[node].id).level == 0}


def _map_of(graph: nx.Graph) -> Topology:
    components = []
    for node in graph:
        neighbours = [f"n{other}" for other in graph[node]]
        enough_to_fall = ceil(THRESHOLD * len(neighbours))
        needs = [need(*neighbours, at_least=len(neighbours) - enough_to_fall + 1)] if neighbours else []
        components.append(component(f"n{node}", *needs))
    return topology(*components)


def _fallen_by_thresholds(graph: nx.Graph, first: int) -> set[int]:
    fallen, grown = {first}, True
    while grown:
        shares = {node: sum(other in fallen for other in graph[node]) for node in graph if graph.degree(node)}
        more = {node for node, down in shares.items() if down >= THRESHOLD * graph.degree(node)} - fallen
        fallen, grown = fallen | more, bool(more)
    return fallen
