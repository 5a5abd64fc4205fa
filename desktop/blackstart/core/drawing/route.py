"""Right-angled lines for an arrangement: in the channels between columns, never over a card.

Columns and channels are cut from the places of the boxes; edges of one source, stroke and direction form a net,
drawn as one trunk. For each net the heights at which it passes columns are chosen, then the ports on the sides of
the boxes, then the order of the upright pieces in each channel. Every choice is made in a fixed order, so the
same map gives the same lines to the last digit.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from blackstart.core.drawing.columns import Columns, FloatArray, columns, heights
from blackstart.core.drawing.crossings import Passages, passages
from blackstart.core.drawing.lanes import Lanes, channels, lanes
from blackstart.core.drawing.model import Arrangement, Drawing, Line
from blackstart.core.drawing.nets import Direct, Net, NetKey, departures, gather
from blackstart.core.drawing.plain import plain_lines
from blackstart.core.drawing.polylines import Polyline, direct_lines, net_lines
from blackstart.core.drawing.ports import Ports, keep_straight, ports
from blackstart.core.drawing.repair import repaired
from blackstart.core.drawing.trunks import bundle
from blackstart.core.drawing.untangle import untangle
from blackstart.core.drawing.wires import Edge, Wires, wires
from blackstart.core.topology.model import Box, Point, Topology

MOST_BOXES, MOST_EDGES = 2000, 5000  # beyond either a map is drawn with plain lines
HIGHEST = 100_000.0  # px from the first row to the last; a map laid out by itself is far from that
MOST_UNTANGLED = 3000  # edges
TITLE_HEIGHT, TITLE_INSET = 40.0, 14.0  # px
DIGITS = 6  # of a pixel that count


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that was chosen for a drawing; a later routing may keep what still fits.

    All but `lines` is measured from `origin`, the upper left corner of the boxes: so the same map gives the same
    lines wherever it lies.
    """

    origin: Point
    grid: Columns
    nets: Mapping[NetKey, Net]
    directs: tuple[Direct, ...]
    passed: Passages
    ports: Ports
    lanes: Lanes
    lines: Mapping[int, Polyline]


def route(topology: Topology, arrangement: Arrangement) -> Drawing:
    """Draw all needs of a topology that stands as arranged.

    Returns
    -------
    Drawing
        With a plain Z for each line above `MOST_BOXES` boxes, `MOST_EDGES` edges or `HIGHEST` px.
    """
    joined = wires(topology)
    boxes = box_array(joined, arrangement)
    is_plain = not can_be_routed(boxes, len(joined.edges))
    if is_plain:
        ways: Mapping[int, Polyline] = plain_lines(boxes, joined.edges)
    elif joined.edges:
        plan = routed(boxes, joined.edges, joined.first_gate, tuple(arrangement.zones.values()))
        ways = repaired(boxes, joined.edges, plan.lines)
    else:
        ways = {}
    lines = tuple(
        Line(wire.supplier, wire.component, wire.need_index, wire.purpose, ways[wire.edge], wire.leg)
        for wire in joined.wires
    )
    return Drawing(arrangement, lines, bundle(lines), _bounds(arrangement, ways.values()), is_plain)


def can_be_routed(boxes: FloatArray, edges: int) -> bool:
    """Whether a map is small enough: in boxes, in lines, and in px from top to bottom."""
    is_small = len(boxes) <= MOST_BOXES and edges <= MOST_EDGES
    return is_small and (not len(boxes) or float(np.ptp(boxes[:, 1])) <= HIGHEST)


def box_array(joined: Wires, arrangement: Arrangement) -> FloatArray:
    """Return the boxes in the order of their numbers, shape (n, 4)."""
    cards = [arrangement.cards[component] for component in joined.components]
    gates = [arrangement.gates[keys[0]] for keys in joined.pills]
    return np.array([*cards, *gates], float).reshape(-1, 4)


def routed(boxes: FloatArray, edges: Sequence[Edge], first_gate: int, zones: Sequence[Box] = ()) -> Plan:
    """Route edges between numbered boxes.

    Parameters
    ----------
    boxes : array (n, 4)
        x, y, width, height of every box; n is at least 1.
    first_gate : int
        Number of the first box that is a gate.
    zones : sequence of Box
        Frames and titles that lines should keep off.
    """
    left, top = float(boxes[:, 0].min()), float(boxes[:, 1].min())
    grid = columns(np.round(boxes - (left, top, 0, 0), DIGITS))
    frames = [np.round(np.array(zone) - (left, top, 0, 0), DIGITS) for zone in zones]
    titles = [np.array((x + TITLE_INSET, y, width / 2, TITLE_HEIGHT)) for x, y, width, _ in frames]
    priced = heights(grid, titles, frames)
    nets, directs = gather(grid, edges, first_gate)
    start = departures(grid, nets)
    passed = passages(grid, priced, nets, start, first_gate)
    chosen = ports(grid, nets, passed, start, first_gate)
    passed = keep_straight(priced, nets, passed, start, chosen)
    found = channels(grid, nets, passed, chosen, first_gate)
    placed = lanes(grid, found, frames)
    if len(edges) <= MOST_UNTANGLED:
        chosen = untangle(grid, nets, passed, chosen, found, placed, first_gate)
        placed = lanes(grid, channels(grid, nets, passed, chosen, first_gate), frames)
    lines = net_lines(grid, edges, nets, first_gate, (passed, chosen, placed)) | direct_lines(grid, edges, directs)
    shifted = {number: tuple((x + left, y + top) for x, y in points) for number, points in lines.items()}
    return Plan((left, top), grid, nets, directs, passed, chosen, placed, shifted)


def _bounds(arrangement: Arrangement, ways: Iterable[Polyline]) -> Box:
    boxes = [*arrangement.cards.values(), *arrangement.zones.values(), *arrangement.gates.values()]
    points = [point for way in ways for point in way]
    points += [(x, y) for x, y, _, _ in boxes] + [(x + width, y + height) for x, y, width, height in boxes]
    if not points:
        return (0.0, 0.0, 0.0, 0.0)
    low_x, low_y = (min(point[axis] for point in points) for axis in (0, 1))
    high_x, high_y = (max(point[axis] for point in points) for axis in (0, 1))
    return (low_x, low_y, high_x - low_x, high_y - low_y)
