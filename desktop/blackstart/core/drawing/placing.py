"""From columns and heights to pixels: channels as narrow as the borders of zones let them be."""

from collections.abc import Sequence

from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.packing import ZONE_SIDE, Packed
from blackstart.core.drawing.parts import MAP, Parts
from blackstart.core.drawing.room import Places

LEAST_CHANNEL = 44.0  # px
BETWEEN_ZONES = 14.0  # px between the borders of two zones in one channel


def place(parts: Parts, column: Sequence[int], spans: Sequence[tuple[int, int]], packed: Packed) -> Places:
    """Give every column its x; pills are yet to come."""
    deep = parts.depths()
    count = max(column, default=0) + 1
    begins, ends = [0] * (count + 1), [0] * (count + 1)
    for zone in parts.inner_first[:-1]:
        low, high = spans[zone]
        begins[low] = max(begins[low], deep[zone])
        ends[high + 1] = max(ends[high + 1], deep[zone])
    x = [0.0]
    for channel in range(1, count):
        between = BETWEEN_ZONES if begins[channel] and ends[channel] else 0.0
        frames = (begins[channel] + ends[channel]) * ZONE_SIDE + between
        x.append(x[-1] + CARD_WIDTH + max(LEAST_CHANNEL, frames))
    cards = [(x[column[card]], packed.cards[card], CARD_WIDTH, CARD_HEIGHT) for card in parts.cards]
    zones = {}
    for zone in parts.inner_first:
        if zone != MAP:
            side = ZONE_SIDE * deep[zone]
            left, right = x[spans[zone][0]] - side, x[spans[zone][1]] + CARD_WIDTH + side
            zones[zone] = (left, packed.zones[zone], right - left, packed.heights[zone])
    return Places(cards, zones, [])
