"""The large drills of the other tests are worth playing."""

import pytest

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.check import check_drill
from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import Begin
from blackstart.core.play.director import Director
from tests.shell.large import large, large_name, large_yaml


@pytest.mark.parametrize("count", [36, 72])
def test_a_large_drill_is_sound_and_says_the_same_in_yaml(count: int) -> None:
    drill = large(count).drill
    assert len(drill.topology.components) == count
    assert not check_drill(drill)
    assert read_drill(large_yaml(count), large_name(count)).drill == drill


def test_a_country_falls_town_by_town_while_three_decisions_are_asked() -> None:
    director = Director(large(300).drill, Begin())
    fallen = []
    for minutes in (1, 10, 30, 120):
        director.advance(Seconds(minutes * 60))
        standing = [director.simulation.standing(each.id) for each in director.drill.topology.components]
        fallen.append(sum(each.shown is Shown.DOWN for each in standing))
    assert fallen == sorted(set(fallen))
    assert fallen[-1] > 200
    assert len(director.open_decisions()) + len(director.decided()) == 3
