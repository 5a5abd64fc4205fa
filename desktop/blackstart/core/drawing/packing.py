"""Cards and zones packed from the top: each as high as what stands above it lets it, or lower if it wishes so.

Every zone is packed by itself, the innermost first, and then stands as one block in the zone round it.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from blackstart.core.drawing.layering import Unit
from blackstart.core.drawing.parts import MAP, Parts
from blackstart.core.drawing.spread import PITCH, ROW_GAP

ZONE_HEAD, ZONE_FOOT, ZONE_SIDE, ZONE_GAP = 48.0, 20.0, 15.0, 24.0  # px: title, below, beside, between zones


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the packing goes by.

    Attributes
    ----------
    card_order, zone_order : sequence of float
        The lower number stands higher, among cards and zones alike.
    card_middle, zone_middle : sequence of float
        Height at which the centre would like to be, px in the whole map; -inf = as high as can be.
    origin : sequence of float
        Where the contents of each zone began when those heights were measured.
    """

    card_order: Sequence[float]
    zone_order: Sequence[float]
    card_middle: Sequence[float]
    zone_middle: Sequence[float]
    origin: Sequence[float]


@dataclass(frozen=True, slots=True)
class Packed:
    """Heights of everything, px.

    Attributes
    ----------
    cards : list of float
        Upper border of each card.
    zones, heights, origin : list of float
        Upper border, height and beginning of the contents of each zone; of the map too.
    """

    cards: list[float]
    zones: list[float]
    heights: list[float]
    origin: list[float]


class _Block(NamedTuple):
    """What is packed: a unit of cards, or a whole zone."""

    order: float
    number: int  # first card, or -zone
    low: int  # columns it covers
    high: int
    height: float
    middle: float  # wished, in the zone's own heights

    @property
    def gap(self) -> float:
        return ZONE_GAP if self.number < 0 else ROW_GAP


def column_spans(parts: Parts, column: Sequence[int]) -> list[tuple[int, int]]:
    """First and last column of each zone; (0, 0) for a map without cards."""
    spans = [(0, 0)] * len(parts.around)
    for zone in parts.inner_first:
        own = [column[card] for card in parts.cards_in[zone]]
        own += [edge for inner in parts.zones_in[zone] for edge in spans[inner]]
        spans[zone] = (min(own, default=0), max(own, default=0))
    return spans


def pack(
    parts: Parts, grouped: Sequence[Unit], column: Sequence[int], spans: Sequence[tuple[int, int]], wishes: Wishes
) -> Packed:
    """Pack the whole map."""
    height = [0.0] * len(parts.around)
    inside: list[dict[int, float]] = [{} for _ in parts.around]
    by_zone: dict[int, list[Unit]] = {}
    for unit in grouped:
        by_zone.setdefault(parts.zone_of[unit[0]], []).append(unit)
    for zone in parts.inner_first:
        blocks = [_unit_block(unit, column, wishes, zone) for unit in by_zone.get(zone, ())]
        blocks += [_zone_block(inner, spans[inner], height[inner], wishes, zone) for inner in parts.zones_in[zone]]
        blocks.sort(key=lambda block: (block.order, block.number))
        inside[zone] = _stacked(blocks, is_leaf=not parts.zones_in[zone], is_map=zone == MAP)
        low = max((inside[zone][block.number] + block.height for block in blocks), default=0.0)
        height[zone] = low + (ZONE_HEAD + ZONE_FOOT if zone != MAP else 0.0)
    return _unfolded(parts, grouped, inside, height)


def _unit_block(unit: Unit, column: Sequence[int], wishes: Wishes, zone: int) -> _Block:
    at = column[unit[0]]
    height = len(unit) * PITCH - ROW_GAP
    order = sum(wishes.card_order[card] for card in unit) / len(unit)
    middle = sum(wishes.card_middle[card] for card in unit) / len(unit) - wishes.origin[zone]
    return _Block(order, unit[0], at, at, height, middle)


def _zone_block(inner: int, span: tuple[int, int], height: float, wishes: Wishes, zone: int) -> _Block:
    middle = wishes.zone_middle[inner] - wishes.origin[zone]
    return _Block(wishes.zone_order[inner], -inner, *span, height, middle)


def _stacked(blocks: Sequence[_Block], *, is_leaf: bool, is_map: bool) -> dict[int, float]:
    """Upper border of each block; none sinks so low that what comes after it would make the whole higher."""
    below = _room_below(blocks)
    highest = max(below, default=0.0)
    sky: dict[int, float] = {}
    top: dict[int, float] = {}
    for block, rest in zip(blocks, below, strict=True):
        at = max(sky.get(column, 0.0) for column in range(block.low, block.high + 1))
        at = max(at, min(_wished_top(block, is_map=is_map), highest - rest))
        if is_leaf:  # all rows of a zone stand on one grid
            row = math.ceil(at / PITCH - 1e-6) * PITCH
            at = row if row <= highest - rest + 1 or at > highest - rest else at
        top[block.number] = at
        for column in range(block.low, block.high + 1):
            sky[column] = at + block.height + block.gap
    return top


def _room_below(blocks: Sequence[_Block]) -> list[float]:
    """For each block the least height that it and what comes after it take."""
    sky: dict[int, float] = {}
    rooms = []
    for block in reversed(blocks):
        room = max(sky.get(column, 0.0) for column in range(block.low, block.high + 1)) + block.height
        rooms.append(room)
        for column in range(block.low, block.high + 1):
            sky[column] = room + block.gap
    return rooms[::-1]


def _wished_top(block: _Block, *, is_map: bool) -> float:
    wished = block.middle - block.height / 2
    if not math.isfinite(wished):
        return 0.0
    if block.number >= 0:
        return round(wished / PITCH) * PITCH
    if is_map:  # zones begin on one line unless they wish to be much lower
        return wished // PITCH * PITCH if wished > PITCH * 1.5 else 0.0
    return wished


def _unfolded(
    parts: Parts, grouped: Sequence[Unit], inside: Sequence[Mapping[int, float]], height: list[float]
) -> Packed:
    """From heights inside each zone to heights in the map."""
    cards = [0.0] * len(parts.cards)
    zones, origin = [0.0] * len(parts.around), [0.0] * len(parts.around)
    for zone in reversed(parts.inner_first):
        if zone != MAP:
            zones[zone] = origin[parts.around[zone]] + inside[parts.around[zone]][-zone]
            origin[zone] = zones[zone] + ZONE_HEAD
    for unit in grouped:
        zone = parts.zone_of[unit[0]]
        for row, card in enumerate(unit):
            cards[card] = origin[zone] + inside[zone][unit[0]] + row * PITCH
    return Packed(cards, zones, height, origin)
