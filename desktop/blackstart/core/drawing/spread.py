"""The column of every card, by the "layers" way: a column for each layer, of the whole map at once."""

import math
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from blackstart.core.drawing.layering import Unit
from blackstart.core.drawing.model import CARD_HEIGHT
from blackstart.core.drawing.parts import Parts

ROW_GAP = 30.0  # px between cards of a column
PITCH = CARD_HEIGHT + ROW_GAP
LEAST_ROWS = 5.5  # a layer is not cut while it is no higher than this


class Item(NamedTuple):
    """Something that takes columns and height: a chain of cards, or a zone."""

    name: Hashable
    columns: int
    height: float


def fill(groups: Sequence[Sequence[Item]], limit: float) -> tuple[dict[Hashable, int], int]:
    """Lay groups side by side; one higher than the limit takes several columns of even height.

    Returns
    -------
    dict, int
        The first column of each item, and how many columns there are.
    """
    begin = 0
    first: dict[Hashable, int] = {}
    for items in groups:
        total = sum(item.height for item in items)
        count = max(1, math.ceil(total / limit))
        done, run, width = 0, 0.0, 0
        for item in items:
            if run and run + item.height / 2 > total / count and done < count - 1:
                begin, done, run, width = begin + width, done + 1, 0.0, 0
            first[item.name] = begin
            run += item.height
            width = max(width, item.columns)
        begin += width
    return first, begin


def layer_columns(parts: Parts, grouped: Sequence[Unit], layer: Sequence[int]) -> list[int]:
    """Column of every card: its layer's, where no zone has too many cards of one layer."""
    limit = max(LEAST_ROWS, 1.15 * math.sqrt(1.5 * len(parts.cards))) * PITCH
    members: dict[tuple[int, int], list[Item]] = {}
    for unit in grouped:
        key = (parts.zone_of[unit[0]], layer[unit[0]])
        members.setdefault(key, []).append(Item(unit, 1, len(unit) * PITCH))
    width = [1] * (max(layer, default=0) + 1)
    shift: dict[Hashable, int] = {}
    for (_, at), items in members.items():
        first, count = fill([items], limit)
        shift.update(first)
        width[at] = max(width[at], count)
    begin = [sum(width[:at]) for at in range(len(width))]
    column: Mapping[int, int] = {card: begin[layer[card]] + shift[unit] for unit in grouped for card in unit}
    return [column[card] for card in parts.cards]
