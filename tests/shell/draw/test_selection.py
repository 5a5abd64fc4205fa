from blackstart.core.base.ids import ComponentId, ZoneId
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
