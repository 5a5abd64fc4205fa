"""Answers that are known from elsewhere: graph libraries, the binomial, fault trees, and the model's definitions.

Each is asked of the reference and of the engine.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import comb
from random import Random
from typing import TypeVar

import networkx as nx  # type: ignore[import-untyped]  # ships no types
import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Impact, Mode, Shown
from blackstart.core.topology.model import Permille, Topology
from tests.core.engine.makers import (
    Batch,
    Player,
    arm,
    at,
    component,
    down,
    fail,
    need,
    order,
    repair,
    restore,
    topology,
)

Item = TypeVar("Item")

# how failure travels


@pytest.mark.parametrize("seed", range(12))
def test_loss_times_are_shortest_paths_over_the_tolerances(play: Player, seed: int) -> None:
    graph = _random_graph(Random(seed), longest_tolerance=7)
    roots = {"c0", "c1"} if seed % 2 else {"c0"}
    expected = nx.multi_source_dijkstra_path_length(graph, roots, weight="survives")
    run = play(_hard_needs_only(graph), [at(0, fail(*sorted(roots)))], until=70)
    found = {each: levels.index(0) for each in graph if 0 in (levels := run.levels(each))}
    assert found == expected


@pytest.mark.parametrize("seed", range(12))
def test_without_tolerances_exactly_the_descendants_fall_at_once(play: Player, seed: int) -> None:
    graph = _random_graph(Random(seed), longest_tolerance=0)
    run = play(_hard_needs_only(graph), [at(0, fail("c0"))], until=2)
    assert down(run, 0) == down(run, 2) == {"c0", *nx.descendants(graph, "c0")}


def _random_graph(chance: Random, longest_tolerance: int) -> nx.DiGraph:
    graph = nx.gnp_random_graph(12, 0.15, seed=chance.randrange(10**6), directed=True)
    graph = nx.relabel_nodes(graph, {number: f"c{number}" for number in range(12)})
    for _, _, line in graph.edges(data=True):
        line["survives"] = chance.randint(0, longest_tolerance)
    return graph


def _hard_needs_only(graph: nx.DiGraph) -> Topology:
    return topology(
        *(
            component(each, *(need(on, survives=line["survives"]) for on, _, line in graph.in_edges(each, data=True)))
            for each in graph
        )
    )


# redundancy


@pytest.mark.parametrize(
    ("at_least", "of", "expected"),
    [(3, 4, "0.9477"), (2, 4, "0.9963"), (2, 3, "0.972"), (1, 1, "0.9"), (4, 4, "0.6561")],
)
def test_k_of_n_has_the_reliability_of_the_binomial(play: Player, at_least: int, of: int, expected: str) -> None:
    each_up = Fraction(9, 10)
    found = Fraction(0)
    for broken in _subsets(range(of)):
        if _serves(play, at_least, of, broken):
            found += each_up ** (of - len(broken)) * (1 - each_up) ** len(broken)
    assert found == Fraction(expected)
    assert found == sum(comb(of, up) * each_up**up * (1 - each_up) ** (of - up) for up in range(at_least, of + 1))


@pytest.mark.parametrize(("at_least", "of"), [(1, 3), (2, 3), (2, 4), (3, 5)])
def test_k_of_n_is_the_dual_of_n_minus_k_plus_1_of_n(play: Player, at_least: int, of: int) -> None:
    for broken in _subsets(range(of)):
        whole = [each for each in range(of) if each not in broken]
        assert _serves(play, at_least, of, broken) is not _serves(play, of - at_least + 1, of, whole)


def test_a_fault_tree_has_its_minimal_cut_sets(play: Player) -> None:
    parts = [component(each) for each in "1234"]
    both = component("both", need("3"), need("4"))
    top = component("top", need("1", "2", "both"))
    failing = [
        set(broken)
        for broken in _subsets("1234")
        if "top" in down(play(topology(*parts, both, top), _broken(broken), 0), 0)
    ]
    assert [each for each in failing if not any(other < each for other in failing)] == [set("123"), set("124")]


def _serves(play: Player, at_least: int, of: int, broken: Sequence[int]) -> bool:
    suppliers = [component(f"s{number}") for number in range(of)]
    service = component("service", need(*(each.id for each in suppliers), at_least=at_least))
    run = play(topology(*suppliers, service), _broken([f"s{number}" for number in broken]), until=0)
    return run.part("service", 0).level == 1000


def _broken(components: Sequence[str]) -> list[Batch]:
    return [at(0, fail(*components))]


def _subsets(items: Sequence[Item]) -> list[tuple[Item, ...]]:
    return [each for size in range(len(items) + 1) for each in combinations(items, size)]


@pytest.mark.parametrize(("supplied", "expected"), [(1000, 1000), (500, 550), (0, 100)])
def test_a_need_of_90_percent_takes_its_share_of_the_level(play: Player, supplied: int, expected: int) -> None:
    run = play(topology(component("a"), component("b", need("a", weight=900))), [at(0, fail("a", level=supplied))], 0)
    assert run.part("b", 0).level == expected


# tolerance


@pytest.mark.parametrize("restart", [0, 1, 7])
def test_an_outage_of_exactly_the_tolerance_is_survived(play: Player, restart: int) -> None:
    run = play(_behind_a_battery(restart), [at(0, fail("feed")), at(300, restore("feed"))], until=320)
    assert set(run.levels("hall")) == {1000}


@pytest.mark.parametrize("restart", [0, 1, 7])
def test_an_outage_one_second_longer_than_the_tolerance_stops_at_the_tolerance(play: Player, restart: int) -> None:
    run = play(_behind_a_battery(restart), [at(0, fail("feed")), at(301, restore("feed"))], until=320)
    up_again = 301 + restart
    assert run.levels("hall") == [1000] * 300 + [0] * (up_again - 300) + [1000] * (321 - up_again)
    assert run.part("hall", 300).mode is Mode.DOWN
    assert run.part("hall", 301).mode is (Mode.STARTING if restart else Mode.UP)


def test_a_command_in_the_last_second_of_the_tolerance_comes_too_late(play: Player) -> None:
    run = play(_behind_a_battery(restart=7), [at(0, fail("feed"))], 320, commands=[(300, order(restore("feed")))])
    assert run.levels("hall") == [1000] * 300 + [0] * 7 + [1000] * 14


def test_what_runs_on_its_battery_is_on_reserve_and_says_for_how_long(play: Player) -> None:
    run = play(_behind_a_battery(restart=0), [at(10, fail("feed"))], until=311)
    assert [run.part("hall", t).on_reserve_s for t in (9, 10, 11, 309, 310)] == [None, 300, 299, 1, None]
    assert run.part("hall", 309).shown is Shown.OPERATIONAL
    assert run.part("hall", 310).shown is Shown.DOWN


def _behind_a_battery(restart: int) -> Topology:
    return topology(component("feed"), component("hall", need("feed", survives=300), restart=restart))


# people


def test_one_pair_of_hands_repairs_in_the_order_asked_for(play: Player) -> None:
    broken = [component(each, repair=10, crew="hands") for each in ("a", "b")]
    batches = [at(0, fail("a", "b"), repair("b"), repair("a"))]
    run = play(topology(*broken, crews=[("hands", 1)]), batches, until=25)
    assert run.levels("b") == [0] * 10 + [1000] * 16
    assert run.levels("a") == [0] * 20 + [1000] * 6
    assert [(job.label, job.done_at) for job in run.at(0).jobs] == [("repair:b", 10), ("repair:a", None)]


@pytest.mark.parametrize("restart", [0, 4])
def test_a_command_plays_after_the_script_of_its_second(play: Player, restart: int) -> None:
    run = play(_with_standby(restart), [at(600, fail("main"))], 610, commands=[(600, order(arm("service", "spare")))])
    back = 600 + restart
    assert run.levels("service") == [1000] * 600 + [0] * restart + [1000] * (611 - back)
    assert [(row.round, row.phase, row.mode) for row in run.rows if row.component == "service" and row.kind == "mode"][
        0
    ] == (0, 2, Mode.DOWN)


def test_a_standby_armed_by_the_script_itself_leaves_no_gap(play: Player) -> None:
    run = play(_with_standby(restart=4), [at(600, fail("main")), at(600, arm("service", "spare"))], until=610)
    assert set(run.levels("service")) == {1000}


def _with_standby(restart: int) -> Topology:
    service = component("service", need("main", "spare", standby=["spare"]), restart=restart)
    return topology(component("main"), component("spare"), service)


def test_impact_is_summed_whole_and_divided_once(play: Player) -> None:
    half_go_elsewhere = replace(component("a"), users=3, substitutable=Permille(500), cost_per_hour=1800)
    nobody_does = replace(component("b"), users=1, cost_per_hour=1, safety_critical=True)
    lost = topology(half_go_elsewhere, nobody_does)
    run = play(lost, [at(5, fail("a")), at(6, fail("b", level=500)), at(8, restore("a", "b"))], until=20)
    # a: 1.5 users for 3 s; b: 0.5 users for 2 s: 5.5 user-seconds. Money: 1800/h for 3 s, 1/h at a half for 2 s.
    assert run.impact() == Impact(
        lost_service_seconds=5, lost_money=1, unsafe_seconds=2, peak_users=2, first_impact_s=Seconds(5)
    )
