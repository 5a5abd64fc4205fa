"""An outage lasts from down to operational, whatever is seen in between."""

from dataclasses import replace

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Restore, Target
from blackstart.core.play.commands import ApplyEffects
from blackstart.core.review.restores import Outage, outages
from blackstart.core.topology.model import Permille
from tests.core.play.scripts import decide, repair
from tests.core.review.stories import LOGIN, measured_drill, told


def test_what_people_use_and_what_has_a_target_is_told_of() -> None:
    found = outages(told((25, decide("call", "all"))))
    # power: asked for at 25, repaired in 100; login: 30 more to restart.
    assert [(each.component, each.down_s, each.back_s) for each in found] == [
        ("power", 10, 125),
        ("login", 10, 155),
    ]


@pytest.mark.parametrize(("target", "is_met"), [(115, True), (114, False), (None, None)])
def test_a_target_is_met_to_the_second(target: int | None, is_met: bool | None) -> None:
    made = measured_drill()
    power = replace(made.topology.components[0], target=None if target is None else Seconds(target), users=7)
    map_ = replace(made.topology, components=(power, *made.topology.components[1:]))
    found = outages(told((25, decide("call", "all")), drill_=replace(made, topology=map_)))
    assert found[0].took_s == 115
    assert found[0].is_met is is_met


@pytest.mark.parametrize(("until", "is_met"), [(160, None), (161, False)])
def test_what_is_not_back_is_missed_only_once_its_time_is_over(until: int, is_met: bool | None) -> None:
    power = outages(told(until=until))[0]
    assert power == Outage(power.component, Seconds(10), None, None, Seconds(150), is_met)


def test_who_was_never_down_has_no_outage() -> None:
    assert not outages(told(until=9))
    assert {each.component for each in outages(told())} == {"power", LOGIN}


def test_what_serves_in_part_is_not_whole() -> None:
    half = Restore(Target((ComponentId("power"),)), Permille(500))
    found = outages(told((25, ApplyEffects((half,), "a cable")), (60, ApplyEffects((repair("power"),), "mend"))))[0]
    assert (found.down_s, found.serves_s, found.back_s, found.took_s) == (10, 25, 160, 150)
