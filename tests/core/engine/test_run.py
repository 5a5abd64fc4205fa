"""A whole run in one call."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.run import simulate
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Mode, Stuck
from blackstart.core.topology.model import Permille
from tests.core.engine.makers import at, fail, order, repair, restore
from tests.core.engine.sketch import sketch

CHAIN = sketch("power > login > shop", component={"login": {"restart": Seconds(5)}, "shop": {"users": 10}})
OUTAGE = [(Seconds(t), orders) for t, orders in [at(10, fail("power")), at(60, repair("power"))]]


def test_the_start_tells_every_component_in_file_order() -> None:
    outcome = simulate(CHAIN, [], Seconds(0))
    assert [(standing.component, standing.mode) for standing in outcome.start] == [
        ("power", Mode.UP),
        ("login", Mode.UP),
        ("shop", Mode.UP),
    ]


def test_changes_tell_what_differs_at_the_end_of_each_instant() -> None:
    outcome = simulate(CHAIN, OUTAGE, Seconds(100))
    assert [(change.t, change.component, change.mode.value) for change in outcome.changes] == [
        (10, "power", "down"),
        (10, "login", "down"),
        (10, "shop", "down"),
        (60, "power", "up"),
        (60, "login", "starting"),
        (65, "login", "up"),
        (65, "shop", "up"),
    ]
    assert (outcome.impact.lost_service_seconds, outcome.stuck) == (550, Stuck((), (), ()))


def test_what_lies_after_the_horizon_is_left_out_and_the_horizon_is_not() -> None:
    assert len(simulate(CHAIN, OUTAGE, Seconds(59)).changes) == 3
    assert len(simulate(CHAIN, OUTAGE, Seconds(60)).changes) == 5
    assert simulate(CHAIN, OUTAGE, Seconds(59)).impact.lost_service_seconds == 500


def test_batches_of_one_second_are_one_round_and_commands_come_after_it() -> None:
    dip = (Seconds(10), (order(fail("power", level=500)),))
    back = order(restore("power"))
    picky = sketch(
        "power > login",
        need={("login", "power"): {"useful": Permille(600)}},
        component={"login": {"restart": Seconds(5)}},
    )
    assert len(simulate(picky, [dip, (Seconds(10), (back,))], Seconds(20)).changes) == 0
    late = simulate(picky, [dip], Seconds(20), [(Seconds(10), back)]).changes
    assert [(change.t, change.mode) for change in late] == [(10, Mode.STARTING), (15, Mode.UP)]


def test_equal_runs_have_equal_outcomes() -> None:
    once, again = simulate(CHAIN, OUTAGE, Seconds(100)), simulate(Opening(CHAIN), OUTAGE, Seconds(100))
    assert once == again
    assert once != simulate(CHAIN, OUTAGE[:1], Seconds(100))


def test_runs_that_begin_from_one_opening_do_not_touch_each_other() -> None:
    opening = Opening(CHAIN)
    first = simulate(opening, OUTAGE, Seconds(12))
    simulate(opening, [(Seconds(0), (order(fail("shop", level=500)),))], Seconds(100))
    assert simulate(opening, OUTAGE, Seconds(12)) == first
    assert [standing.level for standing in first.start] == [1000, 1000, 1000]
