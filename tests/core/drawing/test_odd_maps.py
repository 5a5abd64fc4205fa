"""Maps that nobody would draw, and that a file may hold all the same."""

from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest

from blackstart.core.drawing.arrange import arrange, with_room
from blackstart.core.drawing.charting import charted
from blackstart.core.drawing.columns import columns
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.drawing.wires import Edge
from blackstart.core.topology.model import Topology
from tests.core.drawing.maps import odd_town, placed_town, topology
from tests.core.drawing.measure import do_overlap, hits, is_over, loose_ends, trunk_pieces


def laws(odd: Topology, drawing: Drawing) -> None:
    cards = drawing.arrangement.cards
    for component in odd.components:
        if component.at is not None:
            assert cards[component.id][:2] == component.at
    assert loose_ends(drawing) == []
    assert list(trunk_pieces(drawing)) or not drawing.lines
    for gate in drawing.arrangement.gates.values():
        assert not any(do_overlap(gate, card) for card in cards.values())
    if not any(do_overlap(a, b) for a, b in combinations(cards.values(), 2)):
        assert hits(drawing) == []


@pytest.mark.parametrize("seed", range(30))
def test_any_map_is_drawn(seed: int) -> None:
    odd = odd_town(seed)
    drawing = route(odd, arrange(odd))
    laws(odd, drawing)
    assert route(odd, with_room(odd, drawing.arrangement)).lines


@pytest.mark.parametrize("seed", range(5))
def test_cards_that_lie_on_each_other_are_drawn(seed: int) -> None:
    odd = odd_town(seed)
    heap = replace(odd, components=tuple(replace(c, at=(0.0, 0.0)) for c in odd.components))
    drawing = route(heap, arrange(heap))
    assert loose_ends(drawing) == []


def test_a_line_between_two_cards_that_touch_keeps_its_two_ends() -> None:
    bare = topology("b < a | a")
    places = {"a": (0.0, 0.0), "b": (140.0, 0.0)}
    touching = replace(bare, components=tuple(replace(c, at=places[c.id]) for c in bare.components))
    (line,) = route(touching, arrange(touching)).lines
    assert line.points == ((140, 26), (140, 26))


def test_a_map_as_high_as_a_mountain_gets_plain_lines() -> None:
    bare = topology("b < a | a")
    places = {"a": (0.0, 0.0), "b": (0.0, 1e9)}
    high = replace(bare, components=tuple(replace(c, at=places[c.id]) for c in bare.components))
    assert route(high, arrange(high)).is_plain


def test_a_newcomer_finds_its_place_in_a_zone_as_wide_as_a_county() -> None:
    bare = topology("b:z < a | a:z", {"z": None})
    wide = replace(bare, zones=(replace(bare.zones[0], box=(0.0, 0.0, 1e7, 1e7)),))
    arrangement = arrange(wide)
    assert all(0 <= x < 1000 and 0 <= y < 1000 for x, y, _, _ in arrangement.cards.values())


def test_pills_find_a_place_when_every_gap_is_taken() -> None:
    names = " ".join(f"s{number}" for number in range(8))
    pairs = " ".join(f"1of:{a},{b}" for a, b in combinations(names.split(), 2))
    bare = topology(f"t < {pairs} | " + " | ".join(names.split()))
    places = {"t": (184.0, 0.0)} | {name: (0.0, 82.0 * row) for row, name in enumerate(names.split())}
    placed = replace(bare, components=tuple(replace(c, at=places[c.id]) for c in bare.components))
    gates = list(arrange(placed).gates.values())
    assert len(gates) == 28
    assert not any(do_overlap(a, b) for a, b in combinations(gates, 2))


def test_a_port_that_leaves_to_the_left_keeps_off_the_line_that_comes_from_there() -> None:
    """Left to right at 26, right to left at 24: they would run over each other between their lanes."""
    boxes = np.array(
        [(0.0, 0.0, 140.0, 52.0), (240.0, -2.0, 140.0, 52.0), (480.0, 82.0, 140.0, 52.0), (0.0, 82.0, 140.0, 52.0)]
    )
    lines = charted(boxes, [Edge(0, 2, 0), Edge(1, 3, 0)], 9).lines
    assert columns(boxes).count == 3
    assert abs(lines[0][0][1] - lines[1][0][1]) >= 6


def test_the_town_is_drawn_though_two_cards_lie_on_each_other() -> None:
    placed = placed_town()
    first = placed.components[0].at
    heap = replace(
        placed, components=(placed.components[0], replace(placed.components[1], at=first), *placed.components[2:])
    )
    drawing = route(heap, arrange(heap))
    free = [line for line, box in hits(drawing) if not is_over(box, line.points[0], line.points[0])]
    assert {line.component for line in free} | {line.supplier for line in free} <= {"ups", "power", "cooling", "core"}
