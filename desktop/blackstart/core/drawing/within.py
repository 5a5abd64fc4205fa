"""Routed lines on a map too large to be routed: those of a selection, or of what is in view.

Only the boxes round the ends of these lines are looked at, so the price does not grow with the map. Lines that go so
far that too much would have to be looked at stay plain.
"""

from collections.abc import Collection

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.charting import charted
from blackstart.core.drawing.columns import FloatArray, IntArray
from blackstart.core.drawing.model import Line
from blackstart.core.drawing.repair import repaired
from blackstart.core.drawing.route import Plan, box_array, can_be_routed
from blackstart.core.drawing.wires import Edge

ROUND = 260.0  # px round all ends in which boxes are looked at
MOST_ROUTED = 400  # edges at once, the shortest first


def routed_within(plan: Plan, components: Collection[ComponentId]) -> dict[int, Line]:
    """Route the lines that begin or end at some components.

    Parameters
    ----------
    plan : Plan
        Of a drawing with plain lines.
    components : collection of ComponentId
        What is selected or in view.

    Returns
    -------
    dict of int to Line
        Number of a line in the drawing -> the same line, routed; those that stay plain are left out.
    """
    joined = plan.wires
    boxes = box_array(joined, plan.drawing.arrangement)
    chosen = _shortest(boxes, _touching(plan, components), joined.edges)
    near = np.array([], np.int64)
    while len(chosen):
        near = _near(boxes, [joined.edges[number] for number in chosen])
        if can_be_routed(boxes[near], len(chosen)):
            break
        chosen = chosen[: len(chosen) // 2]
    if not len(chosen):
        return {}
    place = {int(box): at for at, box in enumerate(near)}
    wanted = (joined.edges[number] for number in chosen)
    edges = [Edge(place[edge.source], place[edge.target], edge.purpose) for edge in wanted]
    first_gate = int(np.count_nonzero(near < joined.first_gate))
    zones = list(plan.drawing.arrangement.zones.values())
    lines = charted(boxes[near], edges, first_gate, zones).lines
    ways = repaired(boxes[near], edges, lines)
    found = {number: ways[at] for at, number in enumerate(chosen)}
    return {
        number: Line(wire.supplier, wire.component, wire.need_index, wire.purpose, found[wire.edge], wire.leg)
        for number, wire in enumerate(joined.wires)
        if wire.edge in found
    }


def _touching(plan: Plan, components: Collection[ComponentId]) -> list[int]:
    """Edges at the components, and those on the other side of the pills that these lead to."""
    joined, wanted = plan.wires, set(components)
    cards = {number for number, each in enumerate(joined.components) if each in wanted}
    gates = {end for edge in joined.edges if cards & {*edge[:2]} for end in edge[:2] if end >= joined.first_gate}
    ends = cards | gates
    return [number for number, (source, target, _) in enumerate(joined.edges) if source in ends or target in ends]


def _shortest(boxes: FloatArray, numbers: list[int], edges: tuple[Edge, ...]) -> list[int]:
    """Edge numbers from short to long, at most so many as are routed at once."""
    if not numbers:
        return []
    ends = np.array([edges[number][:2] for number in numbers])
    length = np.abs(boxes[ends[:, 0], :2] - boxes[ends[:, 1], :2]).sum(axis=1)
    return [numbers[at] for at in np.lexsort((numbers, length))[:MOST_ROUTED]]


def _near(boxes: FloatArray, edges: list[Edge]) -> IntArray:
    """The boxes round the ends of some edges, ascending."""
    ends = boxes[[end for edge in edges for end in edge[:2]]]
    low, high = ends[:, :2].min(axis=0) - ROUND, (ends[:, :2] + ends[:, 2:]).max(axis=0) + ROUND
    return np.flatnonzero(((boxes[:, :2] + boxes[:, 2:] > low) & (boxes[:, :2] < high)).all(axis=1))
