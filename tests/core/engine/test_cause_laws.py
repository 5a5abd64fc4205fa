"""Every change has a cause, and causes lead back to an effect, a clock or the start."""

from collections.abc import Iterator
from random import Random

import networkx as nx  # type: ignore[import-untyped]  # ships no types
import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.engine.trace import ClockCause, EffectCause, Row, SupplierCause
from blackstart.core.topology.model import Topology
from tests.core.engine import engine_run
from tests.core.engine.engine_run import EngineRun
from tests.core.engine.makers import at, component, down, fail, need, restore, topology
from tests.core.engine.maps import Case, seeded_case

CLOCKS = {"restart", "repair", "standby", "rejoin", "job"}
SEEDS = range(300)

Moment = tuple[int, int, int, ComponentId]  # t, round, phase, component: its rows of one phase share one cause


def _play(case: Case) -> EngineRun:
    return engine_run.run(case.topology, case.batches, case.until, case.commands)


# laws of any run


def test_every_cause_names_something_that_was_there() -> None:
    for seed in SEEDS:
        case = seeded_case(seed)
        assert next(_broken_references(case, _play(case)), None) is None, f"seed {seed}"


def test_no_cause_is_its_own_descendant() -> None:
    for seed in SEEDS:
        run = _play(seeded_case(seed))
        lines = nx.DiGraph((_cause_moment(run, row), _moment(row)) for row in run.told_rows if _cause_moment(run, row))
        assert nx.is_directed_acyclic_graph(lines), f"seed {seed}"


def test_following_changes_back_never_goes_in_a_circle() -> None:
    """Pulses and the feed know one change of a component in a second, and go from second and component to its cause."""
    for seed in SEEDS:
        lines = nx.DiGraph(
            ((change.cause.t, change.cause.component), (change.t, change.component))
            for change in _play(seeded_case(seed)).changes
            if isinstance(change.cause, SupplierCause)
        )
        assert nx.is_directed_acyclic_graph(lines), f"seed {seed}"


def test_a_change_tells_the_cause_of_its_last_row() -> None:
    for seed in SEEDS:
        run = _play(seeded_case(seed))
        last = {(row.t, row.component): row.cause for row in run.told_rows}
        for change in run.changes:
            if change.moved:
                assert change.cause == last[change.t, change.component], f"seed {seed}"


def _broken_references(case: Case, run: EngineRun) -> Iterator[str]:
    orders = [(t, order) for t, batch in case.batches for order in batch] + list(case.commands)
    for row in run.told_rows:
        match row.cause:
            case EffectCause(source):
                if not any(order.source == source and t <= row.t for t, order in orders):
                    yield f"no such source yet: {row}"
            case ClockCause(clock):
                if clock not in CLOCKS:
                    yield f"no such clock: {row}"
            case SupplierCause(supplier, _, reference):
                needs = case.topology.component(row.component).needs
                if not any(each.reference == reference and supplier in each.on for each in needs):
                    yield f"no such need on that supplier: {row}"
                if row.cause.t != START and _cause_moment(run, row) is None:
                    yield f"no earlier row of that supplier: {row}"
            case None:
                yield f"no cause: {row}"


def _moment(row: Row) -> Moment:
    return row.t, row.round, row.phase, row.component


def _cause_moment(run: EngineRun, row: Row) -> Moment | None:
    """The last moment, not after the row's own phase, at which the named supplier changed at the named time."""
    if not isinstance(row.cause, SupplierCause):
        return None
    named = [each for each in run.told_rows if (each.component, each.t) == (row.cause.component, row.cause.t)]
    moments = [_moment(each) for each in named if _moment(each)[:3] <= _moment(row)[:3]]
    return max(moments, default=None)


# exact causes where they are known


@pytest.mark.parametrize("seed", range(15))
def test_without_tolerances_causes_are_breadth_first(seed: int) -> None:
    graph = _random_graph(seed, tolerances=(0,))
    order = list(graph)
    run = engine_run.run(_hard_needs_only(graph), [at(0, fail("c0"))], until=0)
    distance = nx.single_source_shortest_path_length(graph, "c0")
    for row in run.told_rows:
        if row.component == "c0":
            assert row.cause == EffectCause("batch:0")
            continue
        layer = [
            each for each in graph.predecessors(row.component) if distance.get(each) == distance[row.component] - 1
        ]
        cause = min(layer, key=order.index)
        assert row.cause == SupplierCause(ComponentId(cause), Seconds(0), cause)
    assert {row.component for row in run.told_rows} == down(run, 0) == set(distance)


@pytest.mark.parametrize("seed", range(15))
def test_a_loss_is_caused_by_the_last_change_among_what_ends_the_tolerance(seed: int) -> None:
    graph = _random_graph(seed, tolerances=(1, 2, 3, 4))
    order = list(graph)
    fallen = nx.single_source_dijkstra_path_length(graph, "c0", weight="survives")
    run = engine_run.run(_hard_needs_only(graph), [at(0, fail("c0"))], until=60)
    for row in run.told_rows:
        if row.component == "c0":
            continue
        binding = [
            each
            for each, _, line in graph.in_edges(row.component, data=True)
            if each in fallen and fallen[each] + line["survives"] == row.t
        ]
        cause = max(binding, key=lambda each: (fallen[each], -order.index(each)))
        assert row.cause == SupplierCause(ComponentId(cause), Seconds(fallen[cause]), cause)
    assert {(row.component, row.t) for row in run.told_rows} == set(fallen.items())


def _random_graph(seed: int, tolerances: tuple[int, ...]) -> nx.DiGraph:
    chance = Random(seed)
    graph = nx.gnp_random_graph(14, 0.15, seed=seed, directed=True)
    names = [f"c{number}" for number in graph]
    chance.shuffle(names)  # the order of the file is not the order of the graph
    graph = nx.relabel_nodes(graph, dict(zip(graph, names, strict=True)))
    for _, _, line in graph.edges(data=True):
        line["survives"] = chance.choice(tolerances)
    return graph


def _hard_needs_only(graph: nx.DiGraph) -> Topology:
    return topology(
        *(
            component(each, *(need(on, survives=line["survives"]) for on, _, line in graph.in_edges(each, data=True)))
            for each in graph
        )
    )


def test_what_comes_back_tells_what_it_waited_for() -> None:
    chain = topology(
        component("a", repair=2),
        component("b", need("a", survives=4), restart=3),
        component("c", need("b", rejoin=2)),
    )
    orders = [at(0, fail("a")), at(7, restore("a"))]
    run = engine_run.run(chain, orders, until=20)
    told = [(row.t, row.component, row.mode.value, row.cause) for row in run.told_rows if row.kind == "mode"]
    a, b = ComponentId("a"), ComponentId("b")
    assert told == [
        (0, "a", "down", EffectCause("batch:0")),
        (4, "b", "down", SupplierCause(a, Seconds(0), "a")),
        (4, "c", "down", SupplierCause(b, Seconds(4), "b")),
        (7, "a", "up", EffectCause("batch:7")),
        (7, "b", "starting", SupplierCause(a, Seconds(7), "a")),
        (10, "b", "up", ClockCause("restart")),
        (12, "c", "up", ClockCause("rejoin")),
    ]
