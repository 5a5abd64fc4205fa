"""An arrangement from nothing: columns, heights, widths of channels and places of pills.

Cards stand on one grid of columns for the whole map. The order from left to right comes from the kinds and from
what needs what, the order in the columns from the neighbours. Then the map is routed once to see how many lines
run in each channel, and the channels get the width that takes.
"""

from dataclasses import dataclass

import numpy as np

from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.gates import gate_boxes
from blackstart.core.drawing.layering import layers, units
from blackstart.core.drawing.packing import Packed, column_spans
from blackstart.core.drawing.parts import Parts
from blackstart.core.drawing.placing import Places, place
from blackstart.core.drawing.route import Plan, routed
from blackstart.core.drawing.spread import layer_columns
from blackstart.core.drawing.sweeps import sweep
from blackstart.core.drawing.wires import Wires
from blackstart.core.topology.model import Box

MOST_MEASURED = 5000  # edges; beyond that channels keep their usual width


@dataclass(frozen=True, slots=True)
class _Layout:
    """One way to stand: columns and heights chosen, x yet to come."""

    parts: Parts
    joined: Wires
    column: list[int]
    spans: list[tuple[int, int]]
    packed: Packed


def lay_out(numbered: Parts, joined: Wires) -> tuple[Places, list[Box]]:
    """Place all cards, zones and pills of a map with at least one card.

    Returns
    -------
    Places, list of Box
        By the numbers of `numbered` and in the order of ``joined.pills``.
    """
    grouped = units(numbered)
    column = layer_columns(numbered, grouped, layers(numbered, grouped))
    layout = _Layout(numbered, joined, column, column_spans(numbered, column), sweep(numbered, grouped, column))
    return _widened(layout)


def _widened(layout: _Layout) -> tuple[Places, list[Box]]:
    """Place with usual channels, count the lanes, place again."""
    places, gates = _places(layout, (), ())
    crowded = _channels_with_gates(places, gates)
    if crowded:
        places, gates = _places(layout, (), crowded)
    if len(layout.joined.edges) <= MOST_MEASURED and layout.joined.edges:
        plan = _trial(layout, places, gates)
        places, gates = _places(layout, _lanes(plan, places), crowded)
    return places, gates


def _places(layout: _Layout, lanes: tuple[int, ...], crowded: tuple[int, ...]) -> tuple[Places, list[Box]]:
    places = place(layout.parts, layout.column, layout.spans, layout.packed, lanes, crowded)
    gates = gate_boxes(np.array(places.cards), layout.joined, list(places.zones.values()), channels="any")
    return places, gates


def _channels_with_gates(places: Places, gates: list[Box]) -> tuple[int, ...]:
    """Channels in which a pill stands, by the number of the column right of them."""
    columns = np.array(places.columns)
    found = {
        int(np.searchsorted(columns, x))
        for x, _, _, _ in gates
        if not (np.abs(columns + 15 - x) < 1).any() and x > columns[0]
    }
    return tuple(sorted(found))


def _trial(layout: _Layout, places: Places, gates: list[Box]) -> Plan:
    cards = places.cards[: len(layout.parts.components)]
    boxes: FloatArray = np.array([*cards, *gates])
    return routed(boxes, layout.joined.edges, layout.joined.first_gate, list(places.zones.values()))


def _lanes(plan: Plan, places: Places) -> tuple[int, ...]:
    """Lanes that each channel needs, by the numbers of the layout's columns."""
    counts = [0] * (len(places.columns) + 1)
    for channel in range(1, plan.grid.count):
        number = int(np.searchsorted(places.columns, plan.grid.left[channel] + plan.origin[0] - 1))
        counts[number] = max(counts[number], int(plan.lanes.counts[channel]))
    return tuple(counts)
