from dataclasses import replace

from hypothesis import given

from blackstart.core.base.ids import ZoneId
from blackstart.core.topology.difference import difference
from blackstart.core.topology.model import Topology, Zone
from tests.core.topology.maps import topologies, topology


@given(topologies())
def test_a_map_does_not_differ_from_itself(map_: Topology) -> None:
    assert difference(map_, map_).is_none


def test_new_gone_changed_and_moved_components_are_told_apart() -> None:
    before = topology("a > b, c, d")
    parts = {each.id: each for each in before.components}
    changed = (replace(parts["b"], users=7), replace(parts["c"], at=(1.0, 2.0)), parts["d"])  # type: ignore[index]  # ids are strings
    after = Topology(components=(*changed, replace(parts["d"], id="e")))  # type: ignore[index,arg-type]  # ids are strings
    found = difference(before, after)
    assert (found.added, found.removed, found.changed, found.moved) == (("e",), ("a",), ("b",), ("c",))
    assert not found.has_other_parts


def test_another_zone_makes_two_maps_differ() -> None:
    assert difference(Topology(), Topology(zones=(Zone(ZoneId("hall")),))).has_other_parts
