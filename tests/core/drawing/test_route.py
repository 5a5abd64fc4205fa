"""Lines between cards that stand where a person put them."""

import hashlib
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest

from blackstart.core.drawing.columns import columns
from blackstart.core.drawing.lanes import Lanes, copied, lanes
from blackstart.core.drawing.model import Arrangement, Drawing, Leg
from blackstart.core.drawing.ports import isotonic
from blackstart.core.drawing.route import route
from blackstart.core.drawing.stacking import Piece, price_matrix, stack
from blackstart.core.drawing.trunks import bundle
from blackstart.core.topology.model import Box, Purpose, Topology
from tests.core.drawing.maps import placed_town, topology
from tests.core.drawing.measure import hits, is_inside, loose_ends, measure

MOCKUP_GATES: dict[str, Box] = {"chat": (401, 324, 50, 20), "citizens": (855, 410, 50, 20)}


def by_hand(placed: Topology, gates: dict[str, Box]) -> Arrangement:
    """Where the file says; needs that ask the same share the pill."""
    pills = {}
    for component in placed.components:
        for index, need in enumerate(component.needs):
            if len(need.on) > 1:
                owner = next(c.id for c in placed.components if any(need.on == other.on for other in c.needs))
                pills[component.id, index] = gates[owner]
    cards = {c.id: (*c.at, 140.0, 52.0) for c in placed.components if c.at is not None}
    return Arrangement(cards, {zone.id: zone.box for zone in placed.zones if zone.box is not None}, pills)


def grid(*rows: str) -> dict[str, tuple[float, float]]:
    """Places from a picture in words: one row of names per line, ``.`` for none."""
    return {
        name: (column * 220.0, row * 82.0)
        for row, names in enumerate(rows)
        for column, name in enumerate(names.split())
        if name != "."
    }


def drawn(written: str, *rows: str, gates: dict[str, Box] | None = None) -> Drawing:
    places = grid(*rows)
    bare = topology(written)
    placed = replace(bare, components=tuple(replace(c, at=places[c.id]) for c in bare.components))
    return route(placed, by_hand(placed, gates or {}))


@pytest.fixture(scope="module")
def town() -> Drawing:
    placed = placed_town()
    return route(placed, by_hand(placed, MOCKUP_GATES))


def test_the_town_has_no_more_crossings_than_its_designer_needed(town: Drawing) -> None:
    assert measure(town).crossings <= 47


def test_no_line_runs_over_a_card(town: Drawing) -> None:
    assert hits(town) == []


def test_no_two_sources_run_on_one_lane(town: Drawing) -> None:
    assert measure(town).overlaps == 0


def test_every_need_has_its_lines(town: Drawing) -> None:
    wanted = sum(len(need.on) + (len(need.on) > 1) for c in placed_town().components for need in c.needs)
    assert len(town.lines) == wanted
    assert sorted(number for trunk in town.trunks for number in trunk.lines) == list(range(wanted))


def test_every_line_joins_the_borders_of_its_two_ends(town: Drawing) -> None:
    assert loose_ends(town) == []


def test_bounds_hold_everything(town: Drawing) -> None:
    boxes = town.arrangement
    for box in (*boxes.cards.values(), *boxes.zones.values(), *boxes.gates.values()):
        assert is_inside(box, town.bounds)
    for line in town.lines:
        assert all(is_inside((x, y, 0, 0), town.bounds) for x, y in line.points)


def points_hash(drawing: Drawing) -> str:
    return hashlib.sha256(repr([line.points for line in drawing.lines]).encode()).hexdigest()


def test_the_same_map_gives_the_same_lines_to_the_last_digit(town: Drawing) -> None:
    placed = placed_town()
    again = route(placed, by_hand(placed, MOCKUP_GATES))
    assert points_hash(again) == points_hash(town)


@pytest.mark.parametrize(("dx", "dy"), [(512, -256), (0.1, 333.3), (1e6 / 7, -1 / 3)])
def test_the_lines_move_with_the_map(town: Drawing, dx: float, dy: float) -> None:
    def moved(box: Box) -> Box:
        return (box[0] + dx, box[1] + dy, box[2], box[3])

    old = town.arrangement
    there = Arrangement(
        {key: moved(box) for key, box in old.cards.items()},
        {key: moved(box) for key, box in old.zones.items()},
        {key: moved(box) for key, box in old.gates.items()},
    )
    for line, before in zip(route(placed_town(), there).lines, town.lines, strict=True):
        assert line.points == tuple(pytest.approx((x + dx, y + dy)) for x, y in before.points)


def test_a_line_to_the_card_beside_it_is_straight() -> None:
    (line,) = drawn("b < a | a", "a b").lines
    assert line.points == ((140.0, 26.0), (220.0, 26.0))


def test_cards_above_each_other_are_joined_upright() -> None:
    (line,) = drawn("b < a | a", "a", "b").lines
    assert line.points == ((70.0, 52.0), (70.0, 82.0))


def test_two_upright_lines_stand_side_by_side() -> None:
    up, down = drawn("b < a | a < !b", "a", "b").lines
    assert up.points[0][0] - down.points[0][0] == pytest.approx(-28) or up.points[0][0] - down.points[0][0] == 28


def test_a_need_of_what_stands_further_right_leaves_to_the_left_and_comes_in_from_the_right() -> None:
    (line,) = drawn("a < b | b", "a b").lines
    assert line.points[0][0] == 220 and line.points[-1][0] == 140  # noqa: PT018


def test_a_line_in_a_column_goes_round_on_the_left() -> None:
    drawing = drawn("c < a | b | a", "a", "b", "c")
    (line,) = drawing.lines
    assert line.points[0][0] == line.points[-1][0] == 0
    assert min(x for x, _ in line.points) < -9
    assert hits(drawing) == []


def test_a_line_passes_between_the_cards_of_a_column() -> None:
    drawing = drawn("c < a | b | d | a", "a b c", ". d .")
    assert hits(drawing) == []


def test_start_and_respond_lines_have_trunks_of_their_own() -> None:
    drawing = drawn("b < a !a ?a | c < a | a", "a b", ". c")
    assert sorted(trunk.purpose for trunk in drawing.trunks) == [Purpose.RESPOND, Purpose.RUN, Purpose.START]
    run = next(trunk for trunk in drawing.trunks if trunk.purpose is Purpose.RUN)
    assert len(run.lines) == len(run.arrows) == 2


def test_what_enters_a_gate_is_solid_and_what_leaves_it_tells_its_purpose() -> None:
    drawing = drawn("c < ?1of:a,b | a | b", "a . c", "b . .", gates={"c": (260, 71, 50, 20)})
    assert {trunk.purpose for trunk in drawing.trunks if trunk.source != ("c", 0)} == {Purpose.RUN}
    assert [trunk.purpose for trunk in drawing.trunks if trunk.source == ("c", 0)] == [Purpose.RESPOND]
    assert {line.purpose for line in drawing.lines} == {Purpose.RESPOND}


def test_suppliers_of_a_gate_join_before_it() -> None:
    drawing = drawn("c < 1of:a,b | a | b", "a . c", "b . .", gates={"c": (260, 71, 50, 20)})
    ends = {line.points[-2:] for line in drawing.lines if line.leg is Leg.INTO_GATE}
    assert len(ends) == 1


def test_two_needs_of_one_supplier_for_one_purpose_share_a_line() -> None:
    drawing = drawn("b < a a | a", "a b")
    assert len(drawing.lines) == 2
    assert len(drawing.trunks[0].paths) == 1


def test_a_map_without_needs_has_no_lines() -> None:
    assert drawn("a | b", "a b").lines == ()


def test_a_map_without_anything_is_drawn_as_nothing() -> None:
    drawing = route(Topology(), Arrangement({}, {}, {}))
    assert (drawing.lines, drawing.trunks, drawing.bounds) == ((), (), (0, 0, 0, 0))


def test_a_component_that_names_itself_or_a_stranger_gets_no_line() -> None:
    assert drawn("a < a nobody", "a").lines == ()


def test_the_piece_that_the_lines_of_a_trunk_share_is_painted_once() -> None:
    drawing = drawn("b < a | c < a | a", "a b", ". c")
    (trunk,) = drawing.trunks
    straight, turning = trunk.paths
    assert straight == drawing.lines[0].points
    assert turning[-1] == drawing.lines[1].points[-1]
    assert turning[0][0] == drawing.lines[1].points[1][0] - 7


def test_a_part_of_the_lines_can_be_bundled_alone(town: Drawing) -> None:
    run = [line for line in town.lines if line.purpose is Purpose.RUN]
    assert {trunk.purpose for trunk in bundle(run)} == {Purpose.RUN}


def test_beyond_two_thousand_components_lines_are_a_plain_z() -> None:
    written = "|".join(f"c{number} < c{number - 1}" for number in range(1, 2002)) + "|c0"
    bare = topology(written)
    cards = {c.id: (200.0 * (n % 50), 82.0 * (n // 50), 140.0, 52.0) for n, c in enumerate(bare.components)}
    drawing = route(bare, Arrangement(cards, {}, {}))
    assert drawing.is_plain
    assert {len(line.points) for line in drawing.lines} == {4}


def test_the_piece_that_goes_up_stands_left_of_the_one_it_would_cross() -> None:
    """Two lines from the left, the lower of which goes up past the upper: either order crosses once or never."""
    upper = Piece([100.0], [10.0])  # comes in at 100, leaves at 10
    lower = Piece([120.0], [60.0])  # comes in below, leaves between: its way in must not cross the other
    price = price_matrix([upper, lower])
    assert price[0, 1] == 0 and price[1, 0] == 2  # noqa: PT018
    assert stack([upper, lower]).tolist() == [0, 1]


def test_pieces_that_do_not_meet_share_a_lane() -> None:
    assert stack([Piece([0.0], [20.0]), Piece([50.0], [80.0])]).tolist() == [0, 0]


def test_values_that_run_backwards_are_pooled() -> None:
    assert isotonic([1, 5, 3, 9], [1, 1, 1, 1]) == [1, 4, 4, 9]
    assert isotonic([5, 3], [3, 1]) == [4.5, 4.5]


def test_lines_that_join_at_a_gate_and_go_on_keep_their_one_port() -> None:
    written = "g < 1of:a,b,c | h < 1of:a,b,c,g | x < a b c | y < a b c | a | b | c"
    drawing = drawn(written, "a . g y", "b . h x", "c . . .", gates={"g": (260, 71, 50, 20), "h": (260, 153, 50, 20)})
    ends = {line.points[-1] for line in drawing.lines if line.leg is Leg.INTO_GATE and line.component == "g"}
    assert ends == {(260, 81)}
    assert hits(drawing) == []


def test_the_ports_of_a_crowded_side_stay_on_the_card() -> None:
    suppliers = " ".join(f"s{number}" for number in range(9))
    written = f"d < {suppliers} | " + " | ".join(suppliers.split())
    drawing = drawn(written, *(f"s{number} d" if number == 8 else f"s{number} ." for number in range(9)))
    assert loose_ends(drawing) == []
    heights = sorted(line.points[-1][1] for line in drawing.lines)
    assert min(after - before for before, after in pairwise(heights)) > 4


def test_only_a_channel_of_which_a_piece_has_changed_is_ordered_again() -> None:
    grid = columns(np.array([(0.0, 0.0, 140.0, 52.0), (300.0, 0.0, 140.0, 52.0), (600.0, 0.0, 140.0, 52.0)]))
    first, second = (0, 0, 1), (1, 0, 1)
    found = {1: {first: Piece([10.0], [30.0])}, 2: {second: Piece([10.0], [40.0])}}
    nowhere = Lanes({(1, first): -1.0, (2, second): -1.0}, np.array([0, 1, 1, 0]))  # no choice would be that
    known = copied(found)
    found[2][second].right[0] = 45.0
    again = lanes(grid, found, known=(known, nowhere))
    assert again.x[1, first] == -1.0
    assert again.x[2, second] == lanes(grid, found).x[2, second]
