"""Right-angled courses between numbered boxes: in the channels between columns, never over a card.

Columns and channels are cut from the places of the boxes; edges of one source, stroke and direction form a net,
drawn as one trunk. For each net the heights at which it passes columns are chosen, then the ports on the sides of
the boxes, then the order of the upright pieces in each channel. Every choice is made in a fixed order, so the
same map gives the same lines to the last digit. What a routing before has chosen can be kept (see keep).
"""

from collections.abc import Iterable, Sequence

import numpy as np

from blackstart.core.drawing.columns import FloatArray, columns, heights
from blackstart.core.drawing.courses import Before, Courses, Held
from blackstart.core.drawing.crossings import passages
from blackstart.core.drawing.keep import keep, with_pins
from blackstart.core.drawing.lanes import channels, copied, lanes
from blackstart.core.drawing.nets import departures, gather
from blackstart.core.drawing.pins import Pins, pinned, pins_by_net
from blackstart.core.drawing.polylines import direct_lines, net_lines
from blackstart.core.drawing.ports import keep_straight, ports
from blackstart.core.drawing.untangle import untangle
from blackstart.core.drawing.wires import Edge
from blackstart.core.topology.model import Box, Point

MOST_UNTANGLED = 3000  # edges
DIGITS = 6  # of a pixel that count


def charted(
    boxes: FloatArray,
    edges: Sequence[Edge],
    first_gate: int,
    zones: Sequence[Box] = (),
    before: Before | None = None,
    pins: Pins | None = None,
) -> Courses:
    """Find the courses of edges between numbered boxes.

    Parameters
    ----------
    boxes : array (n, 4)
        x, y, width, height of every box; n is at least 1.
    first_gate : int
        Number of the first box that is a gate.
    zones : sequence of Box
        Frames and titles that lines should keep off.
    before : Before or None
        What was chosen a moment ago and is kept as far as it fits; None = choose everything.
    pins : mapping of edge to points
        Where lines were put by hand.
    """
    left, top = float(boxes[:, 0].min()), float(boxes[:, 1].min())
    loose = _loose(len(boxes), edges, before) if before else frozenset()
    grid = columns(np.round(boxes - (left, top, 0, 0), DIGITS), loose)
    frames = frames_from((left, top), zones)
    nets, directs = gather(grid, edges, first_gate)
    priced = heights(grid, frames)
    by_net = pins_by_net(pins or {}, nets)
    borders = tuple(float(x) + side for x, _, width, _ in frames for side in (0.0, float(width)))
    held = keep(before, (left, top), grid, nets, (by_net, borders)) if before else Held()
    if by_net:
        held = with_pins(held, pinned(pins or {}, (left, top), priced, grid, (edges, nets, first_gate)))
    start = departures(grid, nets) | held.ports.leave
    passed = passages(grid, priced, nets, start, first_gate, held.heights)
    chosen = ports(grid, nets, passed, start, first_gate, held.ports)
    passed = keep_straight(priced, nets, passed, start, chosen)
    found = channels(grid, nets, passed, chosen, first_gate)
    placed = lanes(grid, found, frames, held.lanes)
    if len(edges) <= MOST_UNTANGLED and len(held.firm) < len(nets):
        unchanged = copied(found)
        better = untangle(grid, nets, passed, chosen, found, placed, (first_gate, held.firm))
        if better != chosen:
            chosen = better
            found = channels(grid, nets, passed, chosen, first_gate)
            placed = lanes(grid, found, frames, held.lanes, (unchanged, placed))
    lines = net_lines(grid, edges, nets, first_gate, (passed, chosen, placed)) | direct_lines(grid, edges, directs)
    shifted = {number: tuple((x + left, y + top) for x, y in points) for number, points in lines.items()}
    return Courses((left, top), grid, nets, directs, passed, chosen, placed, shifted, by_net, borders, loose)


def _loose(boxes: int, edges: Sequence[Edge], before: Before) -> frozenset[int]:
    """Boxes without lines that were not there, or were such ones, a moment ago: nobody's line is to jump for them."""
    joined = {end for edge in edges for end in (edge.source, edge.target)}
    settled = {now for then, now in before.numbers.items() if then not in before.courses.loose}
    return frozenset(range(boxes)) - joined - settled


def frames_from(origin: Point, zones: Iterable[Box]) -> list[FloatArray]:
    """Frames of zones, measured from there."""
    return [np.round(np.array(zone) - (*origin, 0.0, 0.0), DIGITS) for zone in zones]
