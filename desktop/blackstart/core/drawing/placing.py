"""From columns and heights to pixels: channels as wide as their lines and zone borders need."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from blackstart.core.drawing.crossings import LANE_GAP
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.packing import ZONE_SIDE, Packed
from blackstart.core.drawing.parts import MAP, Parts
from blackstart.core.topology.model import Box

LEAST_CHANNEL = 44.0  # px
CHANNEL_SIDES = 24.0  # px of a channel that lanes leave free
BETWEEN_ZONES = 14.0  # px between the borders of two zones in one channel
GATE_ROOM = 66.0  # px more for a channel that holds a gate
USUAL_LANES = 3


@dataclass(frozen=True, slots=True)
class Places:
    """Where cards and zones stand, by number, and where the columns begin; zone 0 is left out."""

    cards: list[Box]
    zones: Mapping[int, Box]
    columns: list[float]


def place(
    parts: Parts,
    column: Sequence[int],
    spans: Sequence[tuple[int, int]],
    packed: Packed,
    lanes: Sequence[int] = (),
    gate_channels: Collection[int] = (),
) -> Places:
    """Give every column its x.

    Parameters
    ----------
    lanes : sequence of int
        How many lanes each channel needs; `USUAL_LANES` for channels beyond it.
    gate_channels : collection of int
        Channels that hold a gate.
    """
    deep = parts.depths()
    count = max(column, default=0) + 1
    begins, ends = [0] * (count + 1), [0] * (count + 1)
    for zone in parts.inner_first[:-1]:
        low, high = spans[zone]
        begins[low] = max(begins[low], deep[zone])
        ends[high + 1] = max(ends[high + 1], deep[zone])
    x, at = [0.0], 0.0
    for channel in range(1, count):
        between = BETWEEN_ZONES if begins[channel] and ends[channel] else 0.0
        frames = (begins[channel] + ends[channel]) * ZONE_SIDE + between
        wanted = CHANNEL_SIDES + LANE_GAP * (lanes[channel] if channel < len(lanes) else USUAL_LANES)
        at += CARD_WIDTH + max(LEAST_CHANNEL, wanted, frames) + (GATE_ROOM if channel in gate_channels else 0.0)
        x.append(at)
    cards = [(x[column[card]], packed.cards[card], CARD_WIDTH, CARD_HEIGHT) for card in parts.cards]
    zones = {}
    for zone in parts.inner_first:
        if zone != MAP:
            side = ZONE_SIDE * deep[zone]
            left, right = x[spans[zone][0]] - side, x[spans[zone][1]] + CARD_WIDTH + side
            zones[zone] = (left, packed.zones[zone], right - left, packed.heights[zone])
    return Places(cards, zones, x)
