"""The choices behind the lines, one by one, on boxes without names."""

import numpy as np
import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.charting import charted
from blackstart.core.drawing.columns import columns
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.gates import gate_boxes
from blackstart.core.drawing.lanes import lanes
from blackstart.core.drawing.nets import gather
from blackstart.core.drawing.parts import parts
from blackstart.core.drawing.room import Places, channel_cuts, cuts, row_cuts, stretched
from blackstart.core.drawing.stacking import Piece
from blackstart.core.drawing.wires import Edge, shared_pills, wires
from blackstart.core.topology.model import Component, Need, Standby, Topology
from tests.core.drawing.maps import topology
from tests.core.drawing.measure import do_overlap

CARD = (140.0, 52.0)


def through_a_gap(lines: int) -> Courses:
    """So many lines from left to right, between two high boxes 30 px apart."""
    middle = [(240.0, -1000.0, 140.0, 985.0), (240.0, 15.0, 140.0, 985.0)]
    ends = [(x, 82.0 * number - 41 * lines, *CARD) for x in (0.0, 480.0) for number in range(lines)]
    edges = [Edge(2 + number, 2 + lines + number, 0) for number in range(lines)]
    return charted(np.array([*middle, *ends]), edges, 99)


@pytest.mark.parametrize(("lines", "lacking"), [(1, 0), (2, 0), (4, 16), (6, 32)])
def test_a_row_gap_grows_with_the_lines_that_pass_it(lines: int, lacking: float) -> None:
    grown = row_cuts(through_a_gap(lines), 99)
    assert grown.total == lacking
    assert list(grown.at) == ([15] if lacking else [])


def test_a_channel_grows_with_its_lanes() -> None:
    assert channel_cuts(through_a_gap(6)).total == 0
    boxes = [(x, 82.0 * number, *CARD) for x in (0.0, 170.0) for number in range(4)]
    narrow = charted(np.array(boxes), [Edge(number, 4 + (number + 2) % 4, 0) for number in range(4)], 99)
    assert channel_cuts(narrow).total == 26 + 9 * narrow.lanes.counts[1] - 30


def test_stretching_keeps_frames_as_far_from_their_contents() -> None:
    numbered = parts(topology("a:z | b:z", {"z": None}))
    places = Places([(0.0, 0.0, *CARD), (200.0, 0.0, *CARD)], {1: (-15.0, -48.0, 370.0, 120.0)}, [])
    wide = stretched(numbered, places, cuts({200.0: 50.0}), cuts({}))
    assert wide.cards[1] == (250, 0, *CARD)
    assert wide.zones[1] == (-15, -48, 420, 120)


def test_an_upright_piece_keeps_off_the_border_of_a_zone() -> None:
    grid = columns(np.array([(0.0, 0.0, *CARD), (240.0, 0.0, *CARD)]))
    found = {1: {(0, 0, 1): Piece([26.0], [200.0])}}
    ((_, free),) = lanes(grid, found).x.items()
    frame = np.array((free, -50.0, 400.0, 300.0))
    ((_, moved),) = lanes(grid, found, [frame]).x.items()
    assert 3.5 <= abs(moved - free) <= 6


def test_a_line_between_two_cards_passes_right_of_a_pill() -> None:
    boxes = np.array([(0.0, 0.0, *CARD), (0.0, 100.0, *CARD), (15.0, 66.0, 50.0, 20.0)])
    _, (direct,) = gather(columns(boxes), [Edge(0, 1, 0)], first_gate=2)
    assert (direct.low, direct.high) == (73, 140)


def test_a_pill_leads_straight_to_the_card_below_it() -> None:
    boxes = np.array([(0.0, 100.0, *CARD), (15.0, 66.0, 50.0, 20.0)])
    ((x, y), end) = charted(boxes, [Edge(1, 0, 0)], 1).lines[0]
    assert (x, y) == (40, 86)
    assert end == (40, 100)


def test_a_gate_is_left_beside_the_point_where_its_suppliers_join() -> None:
    """A pill under a card that it does not lead to: in and out on its left."""
    boxes = np.array([(0.0, 0.0, *CARD), (240.0, 0.0, *CARD), (240.0, 164.0, *CARD), (255.0, 68.0, 50.0, 20.0)])
    boxes = np.vstack((boxes, (240.0, 100.0, *CARD)))[[0, 1, 2, 4, 3]]
    lines = charted(boxes, [Edge(0, 4, 0), Edge(4, 2, 0)], 4).lines
    assert abs(lines[0][-1][1] - lines[1][0][1]) == 6


def test_a_gate_is_left_in_its_middle_though_a_supplier_comes_in_beside() -> None:
    boxes = np.array([(0.0, 0.0, *CARD), (340.0, 100.0, *CARD), (340.0, 4.0, *CARD), (215.0, 16.0, 50.0, 20.0)])
    lines = charted(boxes, [Edge(0, 3, 0), Edge(2, 3, 0), Edge(3, 1, 0)], 3).lines
    assert lines[2][0] == (265, 26)
    assert lines[1][-1] == (265, 34)


def test_a_line_that_comes_to_a_gate_hardly_off_its_middle_comes_straight() -> None:
    boxes = np.array([(0.0, 0.0, *CARD), (240.0, 40.0, *CARD), (240.0, 158.0, *CARD), (480.0, 99.0, 50.0, 20.0)])
    way = charted(boxes, [Edge(0, 3, 0)], 3).lines[0]
    assert way[-1] == (480, 109)
    assert len(way) == 4


def test_a_pill_keeps_off_the_title_of_a_zone() -> None:
    bare = topology("a | b | m | n | c < 1of:a,b")
    cards = np.array(
        [(0.0, 0.0, *CARD), (0.0, 200.0, *CARD), (240.0, 0.0, *CARD), (240.0, 190.0, *CARD), (480.0, 100.0, *CARD)]
    )
    zone = (225.0, 100.0, 170.0, 200.0)
    (free,) = gate_boxes(cards, wires(bare), [])
    (kept,) = gate_boxes(cards, wires(bare), [zone])
    title = (225.0, 100.0, 85.0, 34.0)
    assert do_overlap(free, title)
    assert not do_overlap(kept, title)


def test_a_need_with_a_standby_has_a_pill_of_its_own() -> None:
    def asking(standby: tuple[Standby, ...]) -> Topology:
        on = ComponentId("a"), ComponentId("b")
        names = tuple(Component(name) for name in on)
        askers = (Component(ComponentId(name), needs=(Need(on, standby=standby),)) for name in "cd")
        return Topology(components=(*names, *askers))

    assert len(shared_pills(asking(()))) == 1
    assert len(shared_pills(asking((Standby(ComponentId("b")),)))) == 2


def test_a_supplier_of_a_gate_and_of_a_card_has_one_trunk_to_both() -> None:
    joined = wires(topology("a | b | c < a | d < ?1of:a,b"))
    from_a = [edge for edge in joined.edges if edge.source == 0]
    assert {edge.purpose for edge in from_a} == {0}
