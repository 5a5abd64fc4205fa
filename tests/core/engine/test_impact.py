"""What an outage costs: exact sums, peak, first rise."""

from typing import Any

import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Release
from blackstart.core.engine.trace import Impact
from blackstart.core.topology.model import Permille
from tests.core.engine.makers import fail, restore, target
from tests.core.engine.playing import Playing
from tests.core.engine.sketch import sketch


def shop(**options: Any) -> Playing:
    return Playing(sketch("shop", component={"shop": options}))


def test_the_state_at_the_end_of_a_second_holds_for_that_second() -> None:
    playing = shop(users=7)
    playing.do(10, fail("shop"))
    playing.do(15, restore("shop"))
    playing.to(100)
    assert playing.simulation.impact() == Impact(35, 0, 0, 7, Seconds(10))


def test_the_present_second_counts_as_it_stands() -> None:
    playing = shop(users=7)
    playing.do(10, fail("shop"))
    assert (playing.simulation.impact(), playing.simulation.users_cut_off()) == (Impact(7, 0, 0, 7, Seconds(10)), 7)
    playing.do(10, restore("shop"))
    assert (playing.simulation.impact().lost_service_seconds, playing.simulation.users_cut_off()) == (0, 0)


def test_an_outage_within_one_second_costs_nothing() -> None:
    playing = shop(users=7, cost_per_hour=3600)
    playing.do(10, fail("shop"))
    playing.do(10, restore("shop"))
    playing.to(100)
    assert playing.simulation.impact() == Impact(0, 0, 0, 0, None)


def test_sums_are_divided_once() -> None:
    playing = shop(users=1, substitutable=Permille(1), cost_per_hour=1)
    playing.do(0, fail("shop", level=1))
    playing.to(7199)
    assert playing.simulation.impact() == Impact(7200 * 999 * 999 // 10**6, 7200 * 999 // 3_600_000, 0, 0, Seconds(0))


def test_money_is_not_lowered_by_those_who_go_elsewhere() -> None:
    playing = shop(users=100, substitutable=Permille(1000), cost_per_hour=3600)
    playing.do(0, fail("shop"))
    playing.to(9)
    assert playing.simulation.impact() == Impact(0, 10, 0, 0, None)


def test_seconds_are_unsafe_while_anything_critical_is_below_operational() -> None:
    playing = shop(safety_critical=True)
    playing.do(5, fail("shop", level=999))
    playing.do(9, restore("shop"))
    playing.to(50)
    assert playing.simulation.impact().unsafe_seconds == 4


def test_what_is_off_at_the_start_costs_but_is_no_first_impact() -> None:
    playing = shop(users=10, initially_off=True)
    playing.to(9)
    assert playing.simulation.impact() == Impact(100, 0, 0, 10, None)
    playing.do(10, Release(target("shop")))
    playing.to(19)
    assert playing.simulation.impact().lost_service_seconds == 100


@pytest.mark.parametrize("until", [99, 1000])
def test_impact_can_be_asked_for_ahead_where_nothing_happens_in_between(until: int) -> None:
    playing = shop(users=7)
    playing.do(10, fail("shop"))
    assert playing.simulation.impact(Seconds(until)).lost_service_seconds == 7 * (until - 9)
