from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.topology.model import Component, Need, Purpose, Topology
from blackstart.shell.draw.selection import Selection
from tests.core.topology.maps import topology

A, B, C = (ComponentId(name) for name in "abc")


def test_the_last_chosen_is_the_current_one() -> None:
    assert Selection((A, B)).current == B
    assert Selection().current is None


def test_choosing_again_lets_go() -> None:
    assert Selection((A, B)).toggled(A) == Selection((B,))
    assert Selection((A,)).toggled(B) == Selection((A, B))


def test_a_band_adds_to_what_is_chosen_once_each() -> None:
    assert Selection((A,)).with_more([B, A, C]) == Selection((A, B, C))


def test_what_is_gone_from_the_map_is_chosen_no_more() -> None:
    map_ = topology("a > b")
    assert Selection((A, C)).within(map_) == Selection((A,))
    assert Selection(zone=ZoneId("west")).within(map_).is_empty
    assert Selection(need=(B, 0)).within(map_) == Selection(need=(B, 0))
    assert Selection(need=(B, 1)).within(map_).is_empty


def test_a_chosen_need_stays_the_same_whatever_stands_before_it() -> None:
    first, second = Need((A,)), Need((C,))
    chosen = Selection(need=(B, 1))
    both, one = _with_needs(first, second), _with_needs(second)
    assert chosen.through(both, one) == Selection(need=(B, 0))
    assert Selection(need=(B, 0)).through(one, both) == chosen
    assert Selection(need=(B, 0)).through(both, one).is_empty


def test_a_chosen_need_that_is_changed_stays_chosen() -> None:
    before = _with_needs(Need((A,)), Need((C,)))
    for changed in (Need((C,), purpose=Purpose.START), Need((C,), name="spare"), Need((C, A), at_least=2)):
        after = _with_needs(Need((A,)), changed)
        assert Selection(need=(B, 1)).through(before, after) == Selection(need=(B, 1))
        assert Selection(need=(B, 1)).through(after, before) == Selection(need=(B, 1))


def _with_needs(*needs: Need) -> Topology:
    return Topology(components=(Component(A), Component(B, needs=needs), Component(C)))
