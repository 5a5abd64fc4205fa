import multiprocessing
from dataclasses import replace

import networkx as nx  # type: ignore[import-untyped]  # ships no types
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.analysis.sweep import Consequence, Fall, ranked, sweep
from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Fail, Order, Target
from blackstart.core.engine.run import simulate
from blackstart.core.topology.graph import need_graph
from blackstart.core.topology.model import Component, Need, Permille, Standby, Topology
from tests.core.topology.maps import topologies, topology

HOUR = Seconds(3600)
A, B, C, X = (ComponentId(name) for name in ("a", "b", "c", "x"))


def alone(map_: Topology, failed: ComponentId, until: Seconds = HOUR) -> Consequence:
    return next(each for each in sweep(map_, until) if each.component == failed)


def fallen(name: str, at: int) -> Fall:
    return Fall(ComponentId(name), Seconds(at), Seconds(at), Permille(0))


def with_need(map_: Topology, component: ComponentId, need: Need) -> Topology:
    changed = [replace(each, needs=(need,)) if each.id == component else each for each in map_.components]
    return replace(map_, components=tuple(changed))


def test_everything_that_hangs_on_a_component_falls_with_it() -> None:
    map_ = topology("power > hall > login, net > login", hall=10, login=100)
    assert list(sweep(map_, Seconds(9))) == [
        Consequence(ComponentId("power"), 110, 1100, (fallen("hall", 0), fallen("login", 0))),
        Consequence(ComponentId("hall"), 110, 1100, (fallen("login", 0),)),
        Consequence(ComponentId("login"), 100, 1000, ()),
        Consequence(ComponentId("net"), 100, 1000, (fallen("login", 0),)),
    ]


def test_what_survives_for_a_while_falls_after_it() -> None:
    map_ = with_need(topology("a, b", b=5), B, Need((A,), survives=Seconds(300)))
    assert alone(map_, A, Seconds(299)) == Consequence(A, 0, 0, ())
    assert alone(map_, A, Seconds(300)) == Consequence(A, 5, 5, (fallen("b", 300),))


def test_a_soft_need_only_weakens() -> None:
    map_ = with_need(topology("a, b", b=100), B, Need((A,), weight=Permille(400)))
    found = alone(map_, A, Seconds(0))
    assert found == Consequence(A, 40, 40, (Fall(B, Seconds(0), None, Permille(600)),))
    assert found.downs == 0


def test_what_first_weakens_and_then_stops_has_both_times() -> None:
    needs = (Need((A,), weight=Permille(400)), Need((A,), name="cable", survives=Seconds(60)))
    map_ = Topology(components=(Component(A), Component(B, needs=needs)))
    found = alone(map_, A)
    assert found.falls == (Fall(B, Seconds(0), Seconds(60), Permille(0)),)
    assert found.downs == 1


def test_what_a_standby_brings_back_counts_at_its_worst() -> None:
    need = Need((A, B), standby=(Standby(B, Seconds(20)),))
    map_ = with_need(topology("a, b, x", x=7), X, need)
    assert alone(map_, A) == Consequence(A, 7, 7 * 20, (fallen("x", 0),))


def test_what_is_down_at_the_start_is_nobodys_consequence() -> None:
    map_ = topology("a > b, a > c", b=30, c=4)
    map_ = replace(map_, components=tuple(replace(each, initially_off=each.id == B) for each in map_.components))
    assert alone(map_, A, Seconds(9)) == Consequence(A, 4, 40, (fallen("c", 0),))
    assert alone(map_, B, Seconds(9)) == Consequence(B, 0, 0, ())


def test_the_worst_comes_first_and_equals_keep_their_order() -> None:
    map_ = topology("c > x, a > b, a > b", b=5, x=5)
    assert [each.component for each in ranked(list(sweep(map_, HOUR)))] == ["c", "a", "x", "b"]


@given(topologies(), st.integers(0, 30))
@settings(max_examples=25, deadline=None)
def test_falls_by_plain_needs_come_at_the_distance_of_their_tolerances(map_: Topology, tolerance: int) -> None:
    plain = [
        tuple(Need(need.on[:1], survives=Seconds(tolerance * (index + 1))) for index, need in enumerate(each.needs[:2]))
        for each in map_.components
    ]
    map_ = Topology(
        components=tuple(
            replace(each, needs=needs, zone=None, crew=None) for each, needs in zip(map_.components, plain, strict=True)
        )
    )
    graph = need_graph(map_)
    for found in sweep(map_, Seconds(10_000)):
        wanted = nx.single_source_dijkstra_path_length(
            graph, found.component, weight=lambda _s, _d, keys: min(each["need"].survives for each in keys.values())
        )
        del wanted[found.component]
        assert {fall.component: fall.down_at for fall in found.falls} == wanted


@given(topologies(), st.integers(0, 700))
@settings(max_examples=25, deadline=None)
def test_a_sweep_finds_what_a_run_of_the_model_tells(map_: Topology, until: int) -> None:
    horizon = Seconds(until)
    calm = simulate(map_, [], horizon)
    start = {each.component: each.level for each in calm.start}
    for found in sweep(map_, horizon):
        order = Order((Fail(Target((found.component,))),), "test")
        told = simulate(map_, [(Seconds(0), [order])], horizon)
        lower = [each for each in told.changes if each.component != found.component]
        lower = [each for each in lower if each.level < start[each.component]]
        assert [fall.component for fall in found.falls] == list(dict.fromkeys(each.component for each in lower))
        for fall in found.falls:
            own = [each for each in lower if each.component == fall.component]
            assert fall.at == own[0].t
            assert fall.down_at == next((each.t for each in own if each.level == 0), None)
            assert fall.least == min(each.level for each in own)
        lost = told.impact.lost_service_seconds - calm.impact.lost_service_seconds
        assert found.lost_service_seconds == lost


def test_worker_processes_find_the_same_in_the_same_order() -> None:
    map_ = topology("power > hall > login > chat, net > login, power > net", login=3, chat=40)
    assert list(sweep(map_, HOUR, in_process=0, workers=2)) == list(sweep(map_, HOUR))


def test_no_worker_is_left_when_a_sweep_is_stopped() -> None:
    results = sweep(topology("a > b > c > x"), HOUR, in_process=0, workers=2)
    assert next(results).component == A
    results.close()
    assert multiprocessing.active_children() == []
    assert list(results) == []
