from dataclasses import replace

from hypothesis import given, settings

from blackstart.core.analysis.sweep import sweep
from blackstart.core.analysis.telling import told
from blackstart.core.analysis.weakness import Weakness, WeakPoint
from blackstart.core.analysis.weaknesses import weak_points
from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import LANGUAGES, words
from blackstart.core.topology.model import Component, Crew, Need, Permille, Purpose, Topology, Zone
from tests.core.topology.maps import topologies, topology

DAY = Seconds(86400)
A, B, C, X, Y = (ComponentId(name) for name in ("a", "b", "c", "x", "y"))


def found(map_: Topology, kind: Weakness) -> list[WeakPoint]:
    return [point for point in weak_points(map_, list(sweep(map_, DAY))) if point.kind is kind]


def with_needs(map_: Topology, **needs: Need) -> Topology:
    def more(each: Component) -> Component:
        return replace(each, needs=(*each.needs, needs[each.id])) if each.id in needs else each

    return replace(map_, components=tuple(more(each) for each in map_.components))


def test_what_alone_stops_others_and_cuts_users_off_is_a_single_point() -> None:
    (grid, hall) = found(topology("grid > hall > shop, grid > lamp", shop=100), Weakness.SINGLE)
    assert (grid.where, grid.users, grid.falls) == (("grid",), 100, 3)
    assert (hall.where, hall.users, hall.falls) == (("hall",), 100, 1)


def test_before_anybody_is_said_to_use_anything_what_stops_others_is_a_single_point() -> None:
    (grid, hall) = found(topology("grid > hall > shop"), Weakness.SINGLE)
    assert (grid.where, grid.users, grid.falls) == (("grid",), 0, 2)
    assert hall.where == ("hall",)


def test_what_stops_only_what_nobody_uses_is_no_single_point_among_what_is_used() -> None:
    (grid,) = found(topology("grid > shop, spare > lamp", shop=100), Weakness.SINGLE)
    assert grid.where == ("grid",)


def test_what_has_a_second_supplier_is_no_single_point() -> None:
    map_ = with_needs(topology("a, b, x", x=100), x=Need((A, B)))
    assert found(map_, Weakness.SINGLE) == []


def test_a_service_that_half_of_all_users_hang_on_is_a_bridge_unless_they_can_go_elsewhere() -> None:
    map_ = topology("a > x, a > y, b", a=10, x=300, y=300, b=500)
    assert [point.where for point in found(map_, Weakness.BRIDGE)] == [("a",)]
    free = tuple(replace(each, substitutable=Permille(900 if each.id == A else 0)) for each in map_.components)
    assert found(replace(map_, components=free), Weakness.BRIDGE) == []


def test_two_suppliers_that_hang_on_one_thing_share_its_fate() -> None:
    map_ = with_needs(topology("c > a, c > b, x", x=7), x=Need((A, B)))
    (point,) = found(map_, Weakness.FATE)
    assert (point.where, point.cause, point.at, point.users) == ((A, B), C, (X, 0), 7)


def test_of_what_takes_both_suppliers_the_nearest_is_named() -> None:
    map_ = with_needs(topology("grid > c > a, c > b, grid > lamp, x", x=7), x=Need((A, B)))
    (point,) = found(map_, Weakness.FATE)
    assert point.cause == C


def test_suppliers_in_one_zone_share_its_fate_unless_the_dependent_lies_there_too() -> None:
    map_ = with_needs(topology("a, b, x", x=7), x=Need((A, B)))
    zone = Zone(ZoneId("room"))
    inside = tuple(replace(each, zone=zone.id if each.id != X else None) for each in map_.components)
    (point,) = found(replace(map_, zones=(zone,), components=inside), Weakness.FATE)
    assert (point.where, point.zone, point.cause) == ((A, B), "room", None)
    all_in = tuple(replace(each, zone=zone.id) for each in map_.components)
    assert found(replace(map_, zones=(zone,), components=all_in), Weakness.FATE) == []


def test_what_waits_for_one_another_after_all_was_off_is_a_loop_with_its_way_in() -> None:
    start = Need((B,), purpose=Purpose.START)
    map_ = with_needs(topology("a > b > x", x=5), a=start)
    (loop,) = found(map_, Weakness.LOOP)
    assert (loop.where, loop.users, loop.falls) == ((A, B), 5, 1)
    assert (loop.at, loop.need) == ((A, 0), start)  # of equals, a need to start


def test_two_loops_that_share_a_member_are_both_named() -> None:
    map_ = with_needs(topology("a > b, a > c"), a=Need((B,), purpose=Purpose.START))
    map_ = with_needs(map_, a=Need((C,), purpose=Purpose.RESPOND))
    assert [loop.where for loop in found(map_, Weakness.LOOP)] == [(A, B), (A, C)]


def test_a_chain_that_starts_from_its_beginning_is_no_loop() -> None:
    map_ = with_needs(topology("a > b > c"), c=Need((A,), purpose=Purpose.START))
    assert found(map_, Weakness.LOOP) == []


def test_a_repair_that_needs_what_stops_with_it_is_a_trap() -> None:
    map_ = with_needs(topology("a > x > y", y=9), x=Need((Y,), purpose=Purpose.RESPOND))
    (trap,) = found(map_, Weakness.TRAP)
    assert (trap.where, trap.cause, trap.users) == ((X,), X, 9)


def test_a_repair_that_needs_something_apart_is_no_trap() -> None:
    map_ = with_needs(topology("a > x, b", x=9), x=Need((B,), purpose=Purpose.RESPOND))
    assert found(map_, Weakness.TRAP) == []


def test_fewer_hands_than_parts_in_one_zone_are_short_and_say_when_the_last_is_done() -> None:
    crew, zone = Crew(CrewId("field"), size=2), Zone(ZoneId("room"))
    parts = [Component(id_, zone=zone.id, crew=crew.id, repair=Seconds(60), users=1) for id_ in (A, B, C)]
    (point,) = found(Topology(crews=(crew,), zones=(zone,), components=tuple(parts)), Weakness.CREW)
    assert (point.where, point.crew, point.zone, point.waits) == ((A, B, C), "field", "room", 120)
    assert found(Topology(crews=(crew,), zones=(zone,), components=tuple(parts[:2])), Weakness.CREW) == []


def test_a_need_without_tolerance_where_its_like_has_one_is_told_with_that_one() -> None:
    map_ = with_needs(topology("a, x, y", x=3, y=4), x=Need((A,), survives=Seconds(600)), y=Need((A,)))
    (point,) = found(map_, Weakness.ABRUPT)
    assert (point.where, point.at, point.waits, point.users) == ((Y,), (Y, 0), 600, 4)


def test_what_serves_nobody_is_loose() -> None:
    map_ = topology("a > x, b", x=1)
    watched = replace(
        map_, components=tuple(replace(each, seen_by=(B,) if each.id == X else ()) for each in map_.components)
    )
    assert [point.where for point in found(map_, Weakness.LOOSE)] == [(B,)]
    assert found(watched, Weakness.LOOSE) == []


def test_the_worst_comes_first() -> None:
    points = weak_points(map_ := topology("a > x, b > y, c", x=1, y=5), list(sweep(map_, DAY)))
    assert [point.where[0] for point in points] == [B, A, C]


@given(topologies())
@settings(max_examples=60, deadline=None)
def test_every_weak_point_of_any_map_can_be_said_in_every_language(map_: Topology) -> None:
    for point in weak_points(map_, list(sweep(map_, Seconds(3600)))):
        assert point.where
        assert point.lights <= {each.id for each in map_.components}
        for language in LANGUAGES:
            said = told(point, map_, words(language))
            assert said.kind
            assert said.where
            assert said.why != said.mend
