"""What waits for a decision, what waits for one another, and the loops."""

from dataclasses import replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Cut, Disarm, Isolate, Waive
from blackstart.core.engine.stuck import loops_of
from blackstart.core.engine.trace import Stuck
from blackstart.core.topology.model import Purpose, Standby
from tests.core.engine.makers import bootstrap, component, fail, need, repair, restore, target, topology
from tests.core.engine.playing import Playing
from tests.core.engine.sketch import sketch

NOTHING = Stuck((), (), ())


def stuck(playing: Playing) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = playing.simulation.stuck()
    return found.waiting, found.deadlock


def test_nothing_is_stuck_where_everything_runs() -> None:
    assert Playing(sketch("power > login")).simulation.stuck() == NOTHING


def test_a_broken_component_waits_for_its_repair_and_what_needs_it_waits_too() -> None:
    playing = Playing(sketch("power > login", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"))
    assert stuck(playing) == (("power", "login"), ())


def test_what_is_being_repaired_comes_back_by_itself() -> None:
    playing = Playing(sketch("power > login", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"), repair("power"))
    assert playing.simulation.stuck() == NOTHING


def test_what_is_starting_comes_back_by_itself() -> None:
    playing = Playing(sketch("power > login", component={"power": {"restart": Seconds(10)}}))
    playing.do(0, fail("power"), restore("power"))
    assert playing.simulation.stuck() == NOTHING


def test_what_is_held_or_cut_waits_for_a_decision() -> None:
    playing = Playing(sketch("power > login"))
    playing.do(0, Isolate(target("power")), Cut(ComponentId("login"), ComponentId("power")))
    assert stuck(playing) == (("power", "login"), ())


def test_what_only_a_standby_could_serve_waits_for_it_to_be_armed() -> None:
    map_ = topology(
        component("main", repair=None),
        component("spare"),
        component("shop", need("main", "spare", standby=["spare"])),
    )
    playing = Playing(map_)
    playing.do(0, fail("main"))
    assert stuck(playing) == (("shop",), ("main",))


def test_a_standby_that_arms_itself_needs_no_decision_until_it_is_disarmed() -> None:
    automatic = replace(need("main", "spare"), standby=(Standby(ComponentId("spare"), Seconds(60)),))
    playing = Playing(topology(component("main", repair=None), component("spare"), component("shop", automatic)))
    playing.do(0, fail("main"))
    assert stuck(playing) == ((), ("main",))
    playing.do(1, Disarm(ComponentId("shop"), ComponentId("spare")))
    assert stuck(playing) == (("shop",), ("main",))


def test_a_standby_that_is_cut_off_does_not_arm_itself_back() -> None:
    automatic = replace(need("main", "spare"), standby=(Standby(ComponentId("spare"), Seconds(60)),))
    playing = Playing(topology(component("main", repair=None), component("spare"), component("shop", automatic)))
    playing.do(0, fail("main"), Cut(ComponentId("shop"), ComponentId("spare")))
    assert stuck(playing) == (("shop",), ("main",))


def test_two_that_need_each_other_are_a_deadlock_until_one_is_started_by_hand() -> None:
    playing = Playing(sketch("a > b > a > c"))
    playing.do(0, fail("a"))
    playing.do(10, restore("a"))
    assert playing.simulation.stuck() == Stuck((), ids("a", "b", "c"), (ids("a", "b"),))
    playing.do(11, bootstrap("a", "b"))
    assert playing.simulation.stuck() == NOTHING


def test_what_cannot_be_repaired_is_a_deadlock_without_a_loop() -> None:
    playing = Playing(sketch("power > login", component={"power": {"repair": None}}))
    playing.do(0, fail("power"))
    assert playing.simulation.stuck() == Stuck((), ids("power", "login"), ())


def test_a_repair_that_needs_what_it_would_bring_back_is_a_loop() -> None:
    map_ = topology(
        component("network", need("badges", purpose=Purpose.RESPOND), repair=60),
        component("badges", need("network")),
    )
    playing = Playing(map_)
    playing.do(0, fail("network"))
    assert playing.simulation.stuck() == Stuck((), ids("network", "badges"), (ids("network", "badges"),))
    playing.do(1, Waive(ComponentId("network"), "badges"))
    assert stuck(playing) == (("network", "badges"), ())


def test_a_need_that_can_be_served_is_no_part_of_a_loop() -> None:
    map_ = topology(
        component("a", need("b", "c"), repair=None),
        component("b", need("a")),
        component("c", repair=60),
    )
    playing = Playing(map_)
    playing.do(0, fail("a", "c"))
    assert playing.simulation.stuck() == Stuck(ids("c"), ids("a", "b"), ())


def test_loops_are_the_sets_that_all_reach_one_another() -> None:
    arrows = {0: [1], 1: [2], 2: [0, 3], 3: [4], 4: [3, 5], 5: [], 6: [6], 7: [0, 4]}
    assert loops_of(arrows) == [[0, 1, 2], [3, 4]]


def test_a_long_chain_of_waiting_breaks_no_stack() -> None:
    size = 50_000
    arrows = {i: [(i + 1) % size] for i in range(size)}
    assert loops_of(arrows) == [list(range(size))]


def ids(*names: str) -> tuple[ComponentId, ...]:
    return tuple(ComponentId(name) for name in names)
