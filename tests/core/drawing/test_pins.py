"""Lines of which pieces were put in their place by hand."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Arrangement, Line
from blackstart.core.drawing.route import Plan, routed
from blackstart.core.topology.model import Bend, Point, Topology
from tests.core.drawing.maps import fallen_town, placed_town, topology
from tests.core.drawing.measure import hits, loose_ends, measure

TOWN = placed_town()
STANDING = arrange(TOWN)
AUTOMATIC = routed(TOWN, STANDING)


def pinned(bare: Topology, component: str, supplier: str, *points: Point) -> Topology:
    """The map with a line pinned."""
    components = tuple(
        replace(
            each,
            needs=tuple(
                replace(need, bends=(Bend(ComponentId(supplier), points),)) if supplier in need.on else need
                for need in each.needs
            ),
        )
        if each.id == component
        else each
        for each in bare.components
    )
    return replace(bare, components=components)


def line(plan: Plan, component: str, supplier: str) -> Line:
    (found,) = (line for line in plan.drawing.lines if (line.component, line.supplier) == (component, supplier))
    return found


def uprights(line: Line) -> set[float]:
    return {x for (x, y), (to_x, to_y) in zip(line.points, line.points[1:], strict=False) if x == to_x and y != to_y}


def levels(line: Line) -> set[float]:
    return {y for (x, y), (to_x, to_y) in zip(line.points, line.points[1:], strict=False) if y == to_y and x != to_x}


def test_a_point_in_a_channel_pins_the_upright_piece_there() -> None:
    assert 790.0 not in uprights(line(AUTOMATIC, "shop", "pay"))
    plan = routed(pinned(TOWN, "shop", "pay", (790.0, 200.0)), STANDING)
    assert uprights(line(plan, "shop", "pay")) == {790.0}


def three_in_a_row() -> tuple[Topology, Arrangement]:
    bare = topology("c < a | a | b | d")
    places = {"a": (0.0, 82.0), "b": (220.0, 82.0), "c": (440.0, 82.0), "d": (220.0, 164.0)}
    return bare, Arrangement({ComponentId(name): (*at, 140.0, 52.0) for name, at in places.items()}, {}, {})


@pytest.mark.parametrize("height", [20.0, 61.0, 149.0, 240.0])
def test_a_point_over_a_column_pins_the_height_at_which_it_is_passed(height: float) -> None:
    bare, standing = three_in_a_row()
    assert height in levels(line(routed(pinned(bare, "c", "a", (290.0, height)), standing), "c", "a"))


def test_two_points_at_one_height_pin_the_level_piece_between_them() -> None:
    bare, standing = three_in_a_row()
    plan = routed(pinned(bare, "c", "a", (170.0, 61.0), (395.0, 61.0)), standing)
    assert line(plan, "c", "a").points == ((140, 108), (170, 108), (170, 61), (395, 61), (395, 108), (440, 108))


def test_a_height_at_which_a_card_stands_is_passed_over() -> None:
    bare, standing = three_in_a_row()
    plan = routed(pinned(bare, "c", "a", (290.0, 100.0)), standing)
    assert plan.drawing == routed(bare, standing).drawing


def test_other_lines_keep_off_a_pinned_piece() -> None:
    plan = routed(pinned(TOWN, "shop", "pay", (790.0, 200.0)), STANDING)
    assert measure(plan.drawing).overlaps == 0
    assert hits(plan.drawing) == []
    assert measure(plan.drawing).crossings <= 47


def test_with_nothing_changed_pinned_lines_are_the_same() -> None:
    bent = pinned(TOWN, "shop", "pay", (790.0, 200.0))
    plan = routed(bent, STANDING)
    assert routed(bent, STANDING, plan).drawing == plan.drawing


def test_a_pin_moves_no_line_far_away() -> None:
    plan = routed(pinned(TOWN, "shop", "pay", (790.0, 200.0)), STANDING, AUTOMATIC)
    assert uprights(line(plan, "shop", "pay")) == {790.0}
    for after, before in zip(plan.drawing.lines, AUTOMATIC.drawing.lines, strict=True):
        if "pay" not in (after.supplier, after.component):
            assert len(after.points) == len(before.points)


def test_a_line_whose_pin_is_taken_away_finds_its_way_again() -> None:
    bare, standing = three_in_a_row()
    plan = routed(pinned(bare, "c", "a", (290.0, 240.0)), standing)
    assert routed(bare, standing, plan).drawing == routed(bare, standing).drawing


def test_a_line_into_a_gate_can_be_pinned() -> None:
    bare = topology("a | b | c < 1of:a,b")
    places = {"a": (0.0, 0.0), "b": (0.0, 164.0), "c": (440.0, 82.0)}
    cards = {ComponentId(name): (*at, 140.0, 52.0) for name, at in places.items()}
    standing = Arrangement(cards, {}, {(ComponentId("c"), 0): (260.0, 98.0, 50.0, 20.0)})
    plan = routed(pinned(bare, "c", "a", (200.0, 50.0)), standing)
    assert 200.0 in uprights(line(plan, "c", "a"))


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.floats(-300, 1500), st.floats(-300, 900)), max_size=4), st.sampled_from(["town", "fallen"])
)
def test_pins_may_lie_anywhere(points: list[Point], name: str) -> None:
    bare = TOWN if name == "town" else fallen_town()
    component, supplier = ("shop", "pay") if name == "town" else ("taxi", "hall-b")
    standing = STANDING if name == "town" else arrange(bare)
    plan = routed(pinned(bare, component, supplier, *points), standing)
    assert loose_ends(plan.drawing) == []
    assert hits(plan.drawing) == []
