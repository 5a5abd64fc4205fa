"""The lines of a topology that stands as arranged: its needs numbered, charted, and named again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from blackstart.core.drawing.charting import charted
from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.courses import Before, Courses
from blackstart.core.drawing.model import Arrangement, Drawing, Line
from blackstart.core.drawing.pins import pins_of
from blackstart.core.drawing.plain import plain_lines
from blackstart.core.drawing.polylines import Polyline
from blackstart.core.drawing.repair import repaired
from blackstart.core.drawing.trunks import bundle
from blackstart.core.drawing.wires import Wires, wires
from blackstart.core.topology.model import Box, Topology

MOST_BOXES, MOST_EDGES = 2000, 5000  # beyond either a map is drawn with plain lines
HIGHEST = 100_000.0  # px from the first row to the last; a map laid out by itself is far from that


@dataclass(frozen=True, slots=True)
class Plan:
    """A drawing with everything that was chosen for it; the next routing keeps of it what still fits.

    Attributes
    ----------
    courses : Courses or None
        None where nothing was routed: a map without lines, or one with plain lines.
    """

    drawing: Drawing
    wires: Wires
    courses: Courses | None


def route(topology: Topology, arrangement: Arrangement) -> Drawing:
    """Draw all needs of a topology that stands as arranged, everything chosen anew."""
    return routed(topology, arrangement).drawing


def routed(topology: Topology, arrangement: Arrangement, before: Plan | None = None) -> Plan:
    """Draw all needs of a topology that stands as arranged.

    Parameters
    ----------
    before : Plan or None
        The drawing of a moment ago: lines between cards that did not move stay as they are. None = everything is
        chosen anew, for the best picture (the command "Tidy lines").

    Returns
    -------
    Plan
        With a plain Z for each line above `MOST_BOXES` boxes, `MOST_EDGES` edges or `HIGHEST` px.
    """
    joined = wires(topology)
    boxes = box_array(joined, arrangement)
    is_plain = not can_be_routed(boxes, len(joined.edges))
    courses = None
    ways: Mapping[int, Polyline] = {}
    if is_plain:
        ways = plain_lines(boxes, joined.edges)
    elif joined.edges:
        kept = _before(before, joined) if before else None
        zones, pins = tuple(arrangement.zones.values()), pins_of(topology, joined)
        courses = charted(boxes, joined.edges, joined.first_gate, zones, kept, pins)
        ways = repaired(boxes, joined.edges, courses.lines)
    drawing = drawing_of(joined, arrangement, ways, is_plain=is_plain)
    return Plan(drawing, joined, courses)


def drawing_of(joined: Wires, arrangement: Arrangement, ways: Mapping[int, Polyline], *, is_plain: bool) -> Drawing:
    """Return an arrangement with the ways of all edges, by their numbers, as lines and trunks."""
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


def _before(plan: Plan, joined: Wires) -> Before | None:
    """The courses before, by the numbers that the boxes have now; a pill is known by any need that it serves."""
    if plan.courses is None:
        return None
    cards = {component: number for number, component in enumerate(joined.components)}
    pills = {key: joined.first_gate + number for number, keys in enumerate(joined.pills) for key in keys}
    then = {cards[each]: number for number, each in enumerate(plan.wires.components) if each in cards}
    for number, keys in enumerate(plan.wires.pills, start=plan.wires.first_gate):
        now = next((pills[key] for key in keys if key in pills), None)
        if now is not None:
            then.setdefault(now, number)
    return Before(plan.courses, {number: now for now, number in then.items()})


def _bounds(arrangement: Arrangement, ways: Iterable[Polyline]) -> Box:
    boxes = [*arrangement.cards.values(), *arrangement.zones.values(), *arrangement.gates.values()]
    points = [point for way in ways for point in way]
    points += [(x, y) for x, y, _, _ in boxes] + [(x + width, y + height) for x, y, width, height in boxes]
    if not points:
        return (0.0, 0.0, 0.0, 0.0)
    low_x, low_y = (min(point[axis] for point in points) for axis in (0, 1))
    high_x, high_y = (max(point[axis] for point in points) for axis in (0, 1))
    return (low_x, low_y, high_x - low_x, high_y - low_y)
