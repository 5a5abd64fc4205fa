"""Latches: tolerance, rejoin, useful levels, purposes, loops, and what only hands can break."""

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Cut, Waive
from blackstart.core.engine.trace import ClockCause, EffectCause, Mode, SupplierCause
from blackstart.core.topology.model import Permille, Purpose
from tests.core.engine.makers import bootstrap, component, fail, need, repair, restore, topology
from tests.core.engine.playing import Playing
from tests.core.engine.sketch import sketch


def lasting(seconds: int) -> dict[tuple[str, str], dict[str, Seconds]]:
    return {("login", "power"): {"survives": Seconds(seconds)}}


@pytest.mark.parametrize(("back_at", "level_at_300"), [(300, 1000), (301, 0)])
def test_an_outage_of_exactly_the_tolerance_is_survived(back_at: int, level_at_300: int) -> None:
    playing = Playing(sketch("power > login", need=lasting(300), component={"power": {"repair": Seconds(back_at)}}))
    playing.do(0, fail("power"), repair("power"))
    playing.to(300)
    assert playing.level("login") == level_at_300


def test_a_command_in_the_last_second_of_the_tolerance_comes_too_late() -> None:
    playing = Playing(sketch("power > login", need=lasting(300)))
    playing.do(0, fail("power"))
    playing.do(300)
    playing.do(300, restore("power"))
    assert [row.round for row in playing.rows if row.component == "login" and row.mode is Mode.DOWN] == [0, 0]
    assert playing.level("login") == 1000


def test_a_reserve_gives_the_best_supply_of_its_time() -> None:
    playing = Playing(sketch("power > login", need=lasting(10)))
    playing.do(0, fail("power", level=700))
    playing.do(4, fail("power", level=200))
    playing.to(9)
    assert playing.level("login") == 1000
    playing.to(10)
    assert playing.level("login") == 700
    playing.to(13)
    assert playing.level("login") == 700
    playing.to(14)
    assert playing.level("login") == 200


def test_a_dip_within_one_instant_uses_up_no_reserve() -> None:
    playing = Playing(sketch("power > login", need=lasting(10)))
    playing.do(0, fail("power"))
    playing.do(0, restore("power"))
    assert playing.simulation.due() is None


def test_supply_must_be_back_for_a_while_before_a_need_is_had_again() -> None:
    playing = Playing(sketch("power > login", need={("login", "power"): {"rejoin": Seconds(20)}}))
    playing.do(0, fail("power"))
    playing.do(5, restore("power"))
    playing.to(24)
    assert playing.level("login") == 0
    playing.to(25)
    assert playing.level("login") == 1000
    assert playing.standing("login").cause == ClockCause("rejoin")


def test_a_new_loss_breaks_the_rejoin() -> None:
    playing = Playing(sketch("power > login", need={("login", "power"): {"rejoin": Seconds(20)}}))
    playing.do(0, fail("power"))
    playing.do(5, restore("power"))
    playing.do(15, fail("power"))
    playing.do(16, restore("power"))
    playing.to(35)
    assert playing.level("login") == 0
    playing.to(36)
    assert playing.level("login") == 1000


def test_supply_below_what_is_useful_is_no_supply() -> None:
    playing = Playing(sketch("power > login", need={("login", "power"): {"useful": Permille(600)}}))
    playing.do(0, fail("power", level=600))
    assert playing.level("login") == 600
    playing.do(1, fail("power", level=599))
    assert playing.level("login") == 0


def test_at_least_k_of_n_must_serve() -> None:
    map_ = topology(component("a"), component("b"), component("c"), component("d", need("a", "b", "c", at_least=2)))
    playing = Playing(map_)
    playing.do(0, fail("a"))
    assert playing.level("d") == 1000
    playing.do(1, fail("b", level=400))
    assert playing.level("d") == 400
    playing.do(2, fail("c"))
    assert playing.level("d") == 0


def test_a_soft_need_costs_its_share_and_never_stops() -> None:
    playing = Playing(sketch("hints > shop", need={("shop", "hints"): {"weight": Permille(100)}}))
    playing.do(0, fail("hints"))
    assert playing.level("shop") == 900
    playing.do(1, fail("shop"))
    playing.do(2, restore("shop"))
    assert playing.level("shop") == 900


def test_the_weakest_need_sets_the_level() -> None:
    map_ = topology(
        component("a"), component("b"), component("c", need("a", weight=500), need("b", weight=200), need("a", "b"))
    )
    playing = Playing(map_)
    playing.do(0, fail("a", "b", level=500))
    assert playing.level("c") == 500
    playing.do(1, restore("a"))
    assert playing.level("c") == 900


def test_a_start_need_matters_only_to_come_back() -> None:
    map_ = topology(component("images"), component("shop", need("images", purpose=Purpose.START)))
    playing = Playing(map_)
    playing.do(0, fail("images"))
    assert playing.level("shop") == 1000
    playing.do(1, fail("shop"))
    playing.do(2, restore("shop"))
    assert playing.level("shop") == 0
    playing.do(3, restore("images"))
    assert playing.level("shop") == 1000


def test_a_need_lost_while_starting_starts_the_clock_over() -> None:
    map_ = sketch("power > login", component={"login": {"restart": Seconds(10)}})
    playing = Playing(map_)
    playing.do(0, fail("power"))
    playing.do(1, restore("power"))
    playing.do(6, fail("power"))
    assert playing.standing("login").mode is Mode.DOWN
    playing.do(7, restore("power"))
    playing.to(16)
    assert playing.level("login") == 0
    playing.to(17)
    assert playing.level("login") == 1000


def test_what_runs_in_a_loop_keeps_running() -> None:
    playing = Playing(sketch("a > b > a"))
    playing.to(1000)
    assert playing.levels("a", "b") == [1000, 1000]


def test_what_stopped_in_a_loop_must_be_started_by_hand() -> None:
    playing = Playing(sketch("a > b > a", component={"a": {"restart": Seconds(5)}, "b": {"restart": Seconds(3)}}))
    playing.do(0, fail("a"))
    playing.do(10, restore("a"))
    playing.to(1000)
    assert playing.levels("a", "b") == [0, 0]
    playing.do(1001, bootstrap("a", "b"))
    playing.to(1006)
    assert playing.levels("a", "b") == [1000, 0]
    playing.to(1009)
    assert playing.levels("a", "b") == [1000, 1000]


def test_two_that_care_a_little_for_each_other_come_back_at_once() -> None:
    weights = {("a", "b"): {"weight": Permille(100)}, ("b", "a"): {"weight": Permille(100)}}
    playing = Playing(sketch("a > b > a", need=weights))
    playing.do(0, fail("a", "b"))
    playing.do(1, restore("a", "b"))
    assert playing.levels("a", "b") == [1000, 1000]


def test_levels_in_a_loop_do_not_stick_after_a_partial_fault() -> None:
    playing = Playing(sketch("a > b > c > a"))
    playing.do(0, fail("b", level=400))
    assert playing.levels("a", "b", "c") == [400, 400, 400]
    playing.do(1, restore("b"))
    assert playing.levels("a", "b", "c") == [1000, 1000, 1000]


def test_levels_in_a_soft_loop_do_not_stick_after_a_partial_fault() -> None:
    half = {"weight": Permille(999)}
    playing = Playing(sketch("a > b > c > a", need={("a", "c"): half, ("b", "a"): half, ("c", "b"): half}))
    playing.do(0, fail("a", level=100), fail("c", level=300))
    playing.do(1, restore("a"))
    assert playing.level("a") < 1000
    playing.do(2, restore("c"))
    assert playing.levels("a", "b", "c") == [1000, 1000, 1000]


def test_what_is_restored_in_the_second_of_a_loss_keeps_the_need() -> None:
    map_ = topology(component("a"), component("b"), component("shop", need("a", "b")))
    playing = Playing(map_)
    playing.do(0, fail("a", level=500))
    playing.do(1, restore("a"), fail("b"))
    assert playing.level("shop") == 1000
    assert [row.component for row in playing.rows if row.t == 1 and row.component == "shop"] == []


@pytest.mark.parametrize(("restart", "is_alive"), [(10, True), (11, False), (9, False)])
def test_a_ring_of_three_carries_a_pulse_only_where_tolerance_and_restart_are_equal(
    restart: int, is_alive: bool
) -> None:
    ten = {"survives": Seconds(10)}
    playing = Playing(
        sketch(
            "a > b > c > a",
            need={("a", "c"): ten, ("b", "a"): ten, ("c", "b"): ten},
            component={name: {"restart": Seconds(restart)} for name in "abc"},
        )
    )
    playing.do(0, fail("a"))
    playing.do(15, restore("a"))
    playing.to(2000)
    moves = [change.t for change in playing.changes if change.moved]
    assert (max(moves) > 1900) is is_alive


def test_a_loss_is_told_along_the_need_it_came_by() -> None:
    playing = Playing(sketch("power > login > shop", need=lasting(60)))
    playing.do(5, fail("power"))
    playing.to(65)
    power, login = playing.standing("power").component, playing.standing("login").component
    assert playing.standing("login").cause == SupplierCause(power, Seconds(5), "power")
    assert playing.standing("shop").cause == SupplierCause(login, Seconds(65), "login")


def test_a_cause_never_leads_back_to_the_component_itself() -> None:
    map_ = topology(component("a", need("b")), component("b", need("a", weight=1, useful=200)))
    playing = Playing(map_)
    playing.do(0, fail("a", level=100))
    playing.do(1, restore("a"), source="command:1")
    assert playing.levels("a", "b") == [1000, 1000]
    assert [(row.phase, row.level) for row in playing.rows if row.t == 1 and row.component == "a"] == [
        (2, 999),
        (3, 1000),
    ]
    assert playing.standing("b").cause == SupplierCause(playing.standing("a").component, Seconds(1), "a")
    assert playing.standing("a").cause == EffectCause("command:1")


def test_of_two_that_fell_together_the_first_in_the_file_is_the_cause() -> None:
    map_ = topology(component("shop", need("b", "a")), component("a"), component("b"))
    playing = Playing(map_)
    playing.do(0, fail("b", "a"))
    assert playing.standing("shop").cause == SupplierCause(playing.standing("a").component, Seconds(0), "b|a")


def test_of_two_that_fell_apart_the_last_is_the_cause() -> None:
    playing = Playing(topology(component("a"), component("b"), component("shop", need("a", "b"))))
    playing.do(0, fail("b"))
    playing.do(1, fail("a"))
    assert playing.standing("shop").cause == SupplierCause(playing.standing("a").component, Seconds(1), "a|b")


def test_a_rise_of_what_still_does_not_serve_is_no_cause_of_a_loss() -> None:
    picky = need("a", "b", at_least=2, useful=500, survives=10)
    playing = Playing(topology(component("a"), component("b"), component("shop", picky)))
    playing.do(0, fail("a"))
    playing.do(3, fail("b"))
    playing.do(5, restore("a", level=100))
    playing.to(10)
    assert playing.standing("shop").cause == SupplierCause(playing.standing("b").component, Seconds(3), "a|b")


def test_of_two_reserves_that_end_together_the_one_lost_last_is_the_cause() -> None:
    map_ = topology(component("a"), component("b"), component("shop", need("a", survives=7), need("b", survives=5)))
    playing = Playing(map_)
    playing.do(3, fail("a", level=500))
    playing.do(5, fail("b", level=500))
    playing.to(10)
    assert playing.level("shop") == 500
    assert playing.standing("shop").cause == SupplierCause(playing.standing("b").component, Seconds(5), "b")


def test_of_two_that_came_back_together_the_first_in_the_file_is_the_cause() -> None:
    playing = Playing(topology(component("a"), component("b"), component("shop", need("b"), need("a"))))
    playing.do(0, fail("a", "b"))
    playing.do(1, restore("b", "a"))
    assert playing.standing("shop").cause == SupplierCause(playing.standing("a").component, Seconds(1), "a")


def test_a_better_supply_within_one_instant_is_no_reserve() -> None:
    playing = Playing(sketch("power > login", need=lasting(10)))
    playing.do(0, fail("power", level=500))
    playing.do(50, restore("power"))
    assert playing.level("login") == 1000
    playing.do(50, fail("power", level=400))
    assert playing.level("login") == 500
    playing.to(60)
    assert playing.level("login") == 400


def test_what_rises_and_is_cut_off_in_one_round_falls_from_where_it_was() -> None:
    map_ = topology(component("a", need("b")), component("b", need("a"), need("c")), component("c"))
    playing = Playing(map_)
    playing.do(0, fail("a", level=400))
    playing.do(1, restore("a"), Cut(ComponentId("b"), ComponentId("c")))
    assert playing.levels("a", "b", "c") == [0, 0, 1000]
    assert [(row.kind, row.component) for row in playing.rows if row.t == 1] == [
        ("level", "a"),
        ("level", "b"),
        ("mode", "a"),
        ("mode", "b"),
    ]


def test_a_bootstrapped_need_that_is_waived_stays_waived() -> None:
    playing = Playing(sketch("power > login"))
    playing.do(0, fail("power"))
    playing.do(1, bootstrap("login", "power"))
    playing.do(2, Waive(ComponentId("login"), "power"))
    playing.do(3, restore("power"))
    playing.do(4, fail("power"))
    assert playing.level("login") == 1000


def test_what_rose_and_fell_back_within_a_phase_is_no_cause() -> None:
    map_ = topology(
        component("p"),
        component("q"),
        component("a", need("p"), need("q")),
        component("r"),
        component("b", need("r")),
        component("shop", need("a", "b", weight=500)),
    )
    playing = Playing(map_)
    playing.do(0, fail("p", "r", level=300))
    playing.do(1, restore("p", "r"), fail("q", level=300))
    assert playing.levels("a", "b", "shop") == [300, 1000, 1000]
    assert playing.standing("shop").cause == SupplierCause(playing.standing("b").component, Seconds(1), "a|b")
