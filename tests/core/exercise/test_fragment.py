import pytest
from hypothesis import given, settings

from blackstart.core.base.errors import DrillError
from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.files import read_drill
from blackstart.core.exercise.fragment import fragment_text, pasted
from blackstart.core.topology.edits import AddComponents, apply
from blackstart.core.topology.model import Component, Need, Topology
from tests.core.topology.maps import topologies, topology

A, B = ComponentId("a"), ComponentId("b")


@given(topologies())
@settings(max_examples=50, deadline=None)
def test_what_is_copied_is_a_drill_and_can_be_pasted_into_its_own_map(map_: Topology) -> None:
    ids = [each.id for each in map_.components][::2]
    text = fragment_text(map_, ids)
    assert [each.id for each in read_drill(text).drill.topology.components] == ids
    made = pasted(text, map_, (20.0, 20.0))
    after, _ = apply(map_, AddComponents(made))
    assert len(after.components) == len(map_.components) + len(ids)


def test_inner_needs_come_along_and_outer_ones_stay_behind() -> None:
    made = pasted(fragment_text(topology("c > a > b"), [A, B]), topology("z"), (0, 0))
    assert [[need.on for need in each.needs] for each in made] == [[], [(A,)]]


def test_a_need_that_would_be_taken_for_another_of_its_copy_gets_a_name() -> None:
    """The copy of `net` is called `net-2` here, which is what another need was called."""
    net = Component(ComponentId("net"))
    power = Component(ComponentId("power"), needs=(Need((net.id,)), Need((net.id,), name="net-2")))
    map_ = Topology(components=(net, power))
    made = pasted(fragment_text(map_, [net.id, power.id]), map_, (0, 0))
    after, _ = apply(map_, AddComponents(made))
    assert [need.reference for need in after.components[-1].needs] == ["net-2", "net-2-2"]


def test_a_text_that_is_no_drill_is_told_with_its_faults() -> None:
    with pytest.raises(DrillError):
        pasted("hello", topology("a"), (0, 0))
