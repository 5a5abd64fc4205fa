"""What each effect does, and that it does nothing where it does not apply."""

from dataclasses import replace

import pytest

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import (
    CallOff,
    Cut,
    Disarm,
    Effect,
    Fail,
    Isolate,
    Maintain,
    Mend,
    Reconnect,
    Release,
    Target,
    Waive,
)
from blackstart.core.engine.trace import EffectCause, Mode, Shown
from blackstart.core.topology.model import Component, Standby, Topology, Zone
from tests.core.engine.makers import arm, bootstrap, component, fail, need, repair, restore, target, topology
from tests.core.engine.playing import Playing
from tests.core.engine.sketch import sketch

POWER, LOGIN = ComponentId("power"), ComponentId("login")
WITH_STANDBY = topology(
    component("main"), component("spare"), component("shop", need("main", "spare", standby=["spare"]))
)

AUTOMATIC = Standby(ComponentId("spare"), Seconds(30))
WITH_AUTOMATIC_STANDBY = topology(
    component("main"), component("spare"), component("shop", replace(need("main", "spare"), standby=(AUTOMATIC,)))
)


def test_failing_to_a_part_keeps_a_component_on() -> None:
    playing = Playing(sketch("power > login"))
    playing.do(0, fail("power", level=300))
    assert playing.levels("power", "login") == [300, 300]
    assert playing.shown("power") is Shown.DEGRADED


def test_failing_to_more_than_is_left_changes_nothing() -> None:
    playing = Playing(sketch("power"))
    playing.do(0, fail("power", level=300))
    playing.do(1, fail("power", level=500))
    assert playing.level("power") == 300


def test_failing_calls_a_repair_off_even_if_nothing_is_lowered() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"), repair("power"))
    playing.do(5, fail("power"))
    playing.to(100)
    assert playing.level("power") == 0


def test_failing_stops_at_once_and_the_level_follows_in_the_next_phase() -> None:
    playing = Playing(sketch("power"))
    playing.do(0, fail("power"))
    assert [(row.phase, row.kind, row.mode, row.level) for row in playing.rows] == [
        (1, "mode", Mode.DOWN, 1000),
        (2, "level", Mode.DOWN, 0),
    ]


def test_a_zone_means_everything_in_it_and_in_the_zones_inside() -> None:
    site, hall = Zone(ZoneId("site")), Zone(ZoneId("hall"), inside=ZoneId("site"))
    map_ = Topology(
        zones=(site, hall),
        components=(Component(POWER, zone=site.id), Component(LOGIN, zone=hall.id), Component(ComponentId("shop"))),
    )
    playing = Playing(map_)
    playing.do(0, Fail(Target(zone=site.id)))
    assert playing.levels("power", "login", "shop") == [0, 0, 1000]


def test_repairing_what_is_whole_does_nothing() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, repair("power"))
    assert playing.simulation.due() is None


def test_what_cannot_be_repaired_is_not() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": None}}))
    playing.do(0, fail("power"), repair("power"))
    assert playing.simulation.due() is None


def test_a_repair_asked_for_again_does_not_begin_again() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"), repair("power"))
    playing.do(5, repair("power"))
    playing.to(10)
    assert playing.level("power") == 1000


def test_a_repair_called_off_and_asked_for_again_begins_anew() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"), repair("power"))
    playing.do(5, CallOff(target("power")), repair("power"))
    playing.to(14)
    assert playing.level("power") == 0
    playing.to(15)
    assert playing.level("power") == 1000


def test_a_component_at_part_level_stays_on_under_repair() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power", level=400), repair("power"))
    playing.to(9)
    assert (playing.level("power"), playing.shown("power")) == (400, Shown.DEGRADED)
    playing.to(10)
    assert playing.level("power") == 1000


def test_a_held_component_can_be_repaired_and_stays_held() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"), Maintain(target("power")), repair("power"))
    playing.to(10)
    assert (playing.level("power"), playing.shown("power")) == (0, Shown.MAINTENANCE)
    playing.do(11, Release(target("power")))
    assert playing.level("power") == 1000


@pytest.mark.parametrize(("level", "expected"), [(1000, 1000), (600, 600), (100, 100)])
def test_restoring_sets_the_level_up_or_down(level: int, expected: int) -> None:
    playing = Playing(sketch("power"))
    playing.do(0, fail("power", level=300))
    playing.do(1, restore("power", level=level))
    assert playing.level("power") == expected


def test_restoring_to_nothing_is_a_fault() -> None:
    playing = Playing(sketch("power", component={"power": {"restart": Seconds(5)}}))
    playing.do(0, restore("power", level=0))
    assert playing.standing("power").mode is Mode.DOWN
    playing.to(100)
    assert playing.level("power") == 0


def test_restoring_ends_a_wanted_repair() -> None:
    playing = Playing(sketch("power", component={"power": {"repair": Seconds(10)}}))
    playing.do(0, fail("power"), repair("power"))
    playing.do(1, restore("power", level=500))
    playing.to(100)
    assert playing.level("power") == 500


@pytest.mark.parametrize(
    ("hold", "let_go", "shown"),
    [
        (Isolate(Target((POWER,))), Reconnect(Target((POWER,))), Shown.ISOLATED),
        (Maintain(Target((POWER,))), Release(Target((POWER,))), Shown.MAINTENANCE),
    ],
)
def test_what_is_held_stops_and_starts_like_anything_when_let_go(hold: Effect, let_go: Effect, shown: Shown) -> None:
    playing = Playing(sketch("power > login", component={"power": {"restart": Seconds(3)}}))
    playing.do(0, hold)
    assert (playing.shown("power"), playing.level("login")) == (shown, 0)
    playing.do(10, let_go)
    assert playing.shown("power") is Shown.RECOVERING
    playing.to(13)
    assert playing.levels("power", "login") == [1000, 1000]


def test_one_hold_is_not_lifted_with_the_other() -> None:
    playing = Playing(sketch("power"))
    playing.do(0, Isolate(target("power")), Maintain(target("power")))
    playing.do(1, Release(target("power")))
    assert playing.shown("power") is Shown.ISOLATED


def test_what_is_initially_off_waits_for_release() -> None:
    playing = Playing(sketch("power > login", component={"power": {"initially_off": True}}))
    assert (playing.shown("power"), playing.level("login")) == (Shown.MAINTENANCE, 0)
    playing.do(0, Release(target("power")))
    assert playing.levels("power", "login") == [1000, 1000]


def test_a_standby_counts_only_once_armed() -> None:
    playing = Playing(WITH_STANDBY)
    playing.do(0, fail("main"))
    assert playing.level("shop") == 0
    playing.do(1, arm("shop", "spare"))
    assert playing.level("shop") == 1000


def test_what_comes_back_on_a_standby_tells_who_armed_it() -> None:
    playing = Playing(WITH_STANDBY)
    playing.do(0, fail("main"))
    playing.do(1, arm("shop", "spare"), source="command:4")
    assert playing.standing("shop").cause == EffectCause("command:4")


def test_disarming_takes_the_standby_away() -> None:
    playing = Playing(WITH_STANDBY)
    playing.do(0, arm("shop", "spare"), fail("main"))
    assert playing.level("shop") == 1000
    playing.do(1, Disarm(ComponentId("shop"), ComponentId("spare")))
    assert playing.level("shop") == 0


def test_a_cut_takes_a_supplier_away_from_one_component_only() -> None:
    playing = Playing(sketch("power > login", "power > shop"))
    playing.do(0, Cut(LOGIN, POWER))
    assert playing.levels("power", "login", "shop") == [1000, 0, 1000]
    playing.do(1, Mend(LOGIN, POWER))
    assert playing.level("login") == 1000


def test_a_loss_by_a_cut_is_caused_by_its_effect_however_late_it_shows() -> None:
    playing = Playing(sketch("power > login", need={("login", "power"): {"survives": Seconds(60)}}))
    playing.do(0, Cut(LOGIN, POWER), source="inject:digger")
    playing.to(60)
    assert playing.standing("login").cause == EffectCause("inject:digger")


def test_a_waived_need_never_counts_again() -> None:
    playing = Playing(sketch("power > login"))
    playing.do(0, Waive(LOGIN, "power"))
    playing.do(1, fail("power"))
    playing.do(2, restore("power"))
    playing.do(3, fail("power"))
    assert playing.level("login") == 1000


def test_a_bootstrapped_need_counts_again_once_it_was_had() -> None:
    playing = Playing(sketch("power > login"))
    playing.do(0, fail("power"))
    playing.do(1, bootstrap("login", "power"))
    assert playing.level("login") == 1000
    playing.do(2, restore("power"))
    playing.do(3, fail("power"))
    assert playing.level("login") == 0


def test_a_need_that_is_had_cannot_be_bootstrapped() -> None:
    playing = Playing(sketch("power > login"))
    playing.do(0, fail("power"), bootstrap("login", "power"))
    assert playing.level("login") == 0


@pytest.mark.parametrize(
    "effect",
    [
        fail("nobody"),
        repair("nobody"),
        arm("login", "power"),
        arm("nobody", "power"),
        Cut(LOGIN, ComponentId("nobody")),
        Waive(LOGIN, "nothing"),
        bootstrap("login", "nothing"),
        Release(Target(zone=ZoneId("nowhere"))),
    ],
)
def test_what_does_not_apply_changes_nothing(effect: Effect) -> None:
    playing = Playing(sketch("power > login"))
    playing.do(0, effect)
    playing.to(1)
    assert (playing.rows, playing.changes) == ([], [])


def test_a_need_is_called_by_its_name_or_by_its_only_supplier() -> None:
    named = need("power", name="feed")
    playing = Playing(topology(component("power"), component("login", named)))
    playing.do(0, Waive(LOGIN, "power"))
    playing.do(1, fail("power"))
    assert playing.level("login") == 0
    playing.do(2, Waive(LOGIN, "feed"))
    assert playing.level("login") == 1000


def test_an_automatic_standby_arms_itself_and_stays_armed() -> None:
    playing = Playing(WITH_AUTOMATIC_STANDBY)
    playing.do(10, fail("main"))
    playing.to(39)
    assert playing.level("shop") == 0
    playing.to(40)
    assert playing.level("shop") == 1000
    playing.do(50, restore("main"))
    playing.do(51, fail("main"))
    assert playing.level("shop") == 1000


def test_a_disarmed_standby_does_not_arm_itself_again() -> None:
    playing = Playing(WITH_AUTOMATIC_STANDBY)
    playing.do(0, Disarm(ComponentId("shop"), ComponentId("spare")), fail("main"))
    playing.to(1000)
    assert playing.level("shop") == 0


def test_a_standby_stays_unarmed_where_its_need_is_had_again_in_time() -> None:
    slow, slower = Standby(ComponentId("spare"), Seconds(5)), Standby(ComponentId("third"), Seconds(7))
    shop = component("shop", replace(need("main", "spare", "third"), standby=(slow, slower)))
    map_ = topology(component("main", repair=4), component("spare"), component("third"), shop)
    playing = Playing(map_)
    playing.do(0, fail("main"), repair("main"))
    playing.do(5)
    playing.do(9, fail("main"))
    assert playing.level("shop") == 0
