from dataclasses import replace

from hypothesis import given, settings

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.keeping import arranged_after
from blackstart.core.topology.edits import AddComponents, MoveComponents, apply
from blackstart.core.topology.making import new_component
from blackstart.core.topology.model import Topology
from tests.core.topology.maps import topologies, topology

A = ComponentId("a")


@given(topologies())
@settings(max_examples=40, deadline=None)
def test_a_new_component_moves_no_other(map_: Topology) -> None:
    before = arrange(map_)
    after, _ = apply(map_, AddComponents((new_component(map_, "hall", "New"),)))
    there = arranged_after(after, before)
    assert {id_: box for id_, box in there.cards.items() if id_ in before.cards} == dict(before.cards)
    assert len(there.cards) == len(before.cards) + 1


def test_what_is_moved_by_hand_goes_where_it_is_put() -> None:
    map_ = topology("a > b > c")
    before = arrange(map_)
    after, _ = apply(map_, MoveComponents(((A, (900.0, 700.0)),)))
    assert arranged_after(after, before).cards[A][:2] == (900.0, 700.0)


def test_an_empty_map_takes_its_first_component() -> None:
    empty = Topology()
    first = replace(empty, components=(new_component(empty, "hall", "First", (40.0, 60.0)),))
    assert arranged_after(first, arrange(empty)).cards == {"first": (40.0, 60.0, 140.0, 52.0)}
