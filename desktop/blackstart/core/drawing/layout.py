"""An arrangement from nothing: columns, heights, pills, and room for the lines.

Cards stand on one grid of columns for the whole map. The order from left to right comes from the kinds and from
what needs what, the order in the columns from the neighbours. Then the map is routed for a trial, to see how many
lines run where, and is stretched to give them room.
"""

from collections.abc import Sequence

import numpy as np

from blackstart.core.drawing.blocks import block_columns
from blackstart.core.drawing.charting import charted
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.gates import gate_boxes, gate_channels
from blackstart.core.drawing.layering import Unit, layers, units
from blackstart.core.drawing.model import GATE_WIDTH
from blackstart.core.drawing.packing import column_spans
from blackstart.core.drawing.parts import Parts
from blackstart.core.drawing.placing import place
from blackstart.core.drawing.polish import polished
from blackstart.core.drawing.room import Places, beside, channel_cuts, cuts, row_cuts, stretched
from blackstart.core.drawing.route import can_be_routed
from blackstart.core.drawing.score import score
from blackstart.core.drawing.spread import layer_columns
from blackstart.core.drawing.sweeps import sweep
from blackstart.core.drawing.wires import Wires

MOST_TRIED_TWICE, MOST_POLISHED = 120, 40  # components
MOST_EDGES_TRIED_TWICE = 1200
POLISHING = 8000  # tries times edges: about two seconds
NOTHING = cuts({})
TRIALS = 2


def lay_out(numbered: Parts, joined: Wires, *, polish: bool = False) -> Places:
    """Place all cards, zones and pills of a map with at least one card.

    Two ways to choose the columns are tried where that is quick, and the one that looks better is taken.

    Parameters
    ----------
    polish : bool
        Whether to spend a few seconds more on a map of at most `MOST_POLISHED` components.
    """
    grouped = units(numbered)
    layer = layers(numbered, grouped)
    by_blocks = block_columns(numbered, grouped, layer)
    if len(numbered.components) > MOST_TRIED_TWICE or len(joined.edges) > MOST_EDGES_TRIED_TWICE:
        return _placed(numbered, joined, grouped, by_blocks)
    by_layers = layer_columns(numbered, grouped, layer)
    tried = [_placed(numbered, joined, grouped, column) for column in dict.fromkeys(map(tuple, (by_layers, by_blocks)))]
    if not joined.edges:
        return tried[0]
    best = min(tried, key=lambda places: _price(joined, places))
    if polish and len(numbered.components) <= MOST_POLISHED:
        best = polished(numbered, best, lambda places: _price(joined, places), POLISHING // len(joined.edges))
        best = make_room(numbered, joined, best)
    return best


def _placed(numbered: Parts, joined: Wires, grouped: Sequence[Unit], column: Sequence[int]) -> Places:
    packed = sweep(numbered, grouped, column)
    places = place(numbered, column, column_spans(numbered, column), packed)
    return make_room(numbered, joined, with_pills(numbered, joined, places))


def _price(joined: Wires, places: Places) -> float:
    return score(trial(joined, places), joined.edges, [*places.cards, *places.zones.values()])


def with_pills(numbered: Parts, joined: Wires, places: Places, locked: Sequence[int] = ()) -> Places:
    """Place the pills; channels that must hold one are opened for it, but not between locked cards."""
    cards = np.array(places.cards[: joined.first_gate])
    if not joined.pills:
        return places
    channels = gate_channels(cards, joined)
    wanted = cuts({x: GATE_WIDTH for channel, x in channels.items() if channel})
    opened = stretched(numbered, places, beside(wanted, [places.cards[card][0] for card in locked]), NOTHING)
    cards = np.array(opened.cards[: joined.first_gate])
    return Places(opened.cards, opened.zones, gate_boxes(cards, joined, list(opened.zones.values())))


def make_room(numbered: Parts, joined: Wires, places: Places, locked: Sequence[int] = ()) -> Places:
    """Stretch channels and row gaps to what runs through them; maps too large to be routed stay as they are.

    The distance between two locked cards stays as it is.
    """
    if not joined.edges or not can_be_routed(np.array(places.cards), len(joined.edges)):
        return places
    for _ in range(TRIALS):
        plan = trial(joined, places)
        x_cuts = beside(channel_cuts(plan), [places.cards[card][0] for card in locked])
        y_cuts = beside(row_cuts(plan, joined.first_gate), [places.cards[card][1] for card in locked])
        if not x_cuts.total + y_cuts.total:
            break
        places = stretched(numbered, places, x_cuts, y_cuts)
    return places


def trial(joined: Wires, places: Places) -> Courses:
    """The lines as they would run."""
    boxes = np.array([*places.cards[: joined.first_gate], *places.gates])
    return charted(boxes, joined.edges, joined.first_gate, list(places.zones.values()))
