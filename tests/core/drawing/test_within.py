"""Routed lines on maps that are too large to be routed as a whole."""

from itertools import pairwise

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Arrangement, Drawing, Leg
from blackstart.core.drawing.route import Plan, routed
from blackstart.core.drawing.within import routed_within
from blackstart.core.topology.model import Topology
from tests.core.drawing.maps import topology
from tests.core.drawing.measure import is_over, loose_ends


def grid_of(count: int, written: str) -> tuple[Topology, Arrangement]:
    bare = topology(written)
    cards = {c.id: (220.0 * (n % 60), 82.0 * (n // 60), 140.0, 52.0) for n, c in enumerate(bare.components)}
    assert len(cards) == count
    return bare, Arrangement(cards, {}, {})


@pytest.fixture(scope="module")
def large() -> Plan:
    written = "|".join(f"c{number} < c{number - 1} c{max(0, number - 123)}" for number in range(1, 2400)) + "|c0"
    return routed(*grid_of(2400, written))


def test_lines_of_a_selection_are_routed_round_the_cards(large: Plan) -> None:
    assert large.drawing.is_plain
    found = routed_within(large, [ComponentId("c1000")])
    assert {(line.supplier, line.component) for line in found.values()} == {
        ("c999", "c1000"),
        ("c877", "c1000"),
        ("c1000", "c1001"),
        ("c1000", "c1123"),
    }
    cards = large.drawing.arrangement.cards
    for number, line in found.items():
        before = large.drawing.lines[number]
        assert (line.supplier, line.component, line.need_index) == (
            before.supplier,
            before.component,
            before.need_index,
        )
        for name, card in cards.items():
            if name not in (line.supplier, line.component):
                assert not any(is_over(card, a, b) for a, b in pairwise(line.points))
    assert loose_ends(Drawing(large.drawing.arrangement, tuple(found.values()), (), (0, 0, 0, 0))) == []


def test_everything_in_view_can_be_routed(large: Plan) -> None:
    view = [f"c{60 * row + column}" for row in range(10, 18) for column in range(20, 28)]
    found = routed_within(large, list(map(ComponentId, view)))
    touching = {n for n, line in enumerate(large.drawing.lines) if {line.supplier, line.component} & set(view)}
    assert set(found) <= touching
    assert len(found) > 0.9 * len(touching)


def test_a_line_so_long_that_the_whole_map_would_be_looked_at_stays_plain() -> None:
    written = "|".join(f"c{number}" for number in range(2400)) + "|end < c0 c2399"
    bare, arrangement = grid_of(2401, written)
    found = routed_within(routed(bare, arrangement), [ComponentId("end")])
    assert {line.supplier for line in found.values()} == {"c0"}


def test_nothing_selected_routes_nothing(large: Plan) -> None:
    assert routed_within(large, []) == {}
    assert routed_within(large, [ComponentId("nobody")]) == {}


def test_a_pill_of_the_selection_is_routed_on_both_sides() -> None:
    bare = topology("|".join(f"c{number}" for number in range(2100)) + "|d < 1of:c0,c1")
    cards = {c.id: (220.0 * (n % 60), 82.0 * (n // 60), 140.0, 52.0) for n, c in enumerate(bare.components)}
    plan = routed(bare, Arrangement(cards, {}, {(ComponentId("d"), 0): (150.0, 300.0, 50.0, 20.0)}))
    assert {line.leg for line in routed_within(plan, [ComponentId("c0")]).values()} == {Leg.INTO_GATE, Leg.FROM_GATE}
