"""The column of every card, by the "blocks" way: each zone is laid out by itself, then stands as one block.

Inside a zone its cards and inner zones are put in layers by what flows between them; a layer too high takes several
columns, and a long chain of layers is folded into columns of good height.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from blackstart.core.drawing.layering import Unit, is_tiered
from blackstart.core.drawing.packing import ZONE_FOOT, ZONE_GAP, ZONE_HEAD
from blackstart.core.drawing.parts import MAP, Parts
from blackstart.core.drawing.spread import LEAST_ROWS, PITCH, Item, fill

COLUMN_WIDTH = 200.0  # px, with a usual channel
SHAPE = 1.7  # width to height that a block aims at
DOMINANT = 0.5  # of what flows between two parts of a zone, one way over the other, to put them in order
FEW_ZONES = 12  # inner zones up to which tiers order the parts of a zone too


@dataclass(frozen=True, slots=True)
class _Held:
    """What lies in one part of a zone: a unit of cards, or everything in an inner zone."""

    cards: tuple[int, ...]
    layer: float  # mean
    tiers: tuple[int, int]  # least and greatest


@dataclass(frozen=True, slots=True)
class _Block:
    """A zone laid out by itself: columns of its cards, counted from its first."""

    column: Mapping[int, int]
    columns: int
    height: float


def block_columns(parts: Parts, grouped: Sequence[Unit], layer: Sequence[int]) -> list[int]:
    """Column of every card."""
    blocks: dict[int, _Block] = {}
    by_zone: dict[int, list[Unit]] = {}
    for unit in grouped:
        by_zone.setdefault(parts.zone_of[unit[0]], []).append(unit)
    for zone in parts.inner_first:
        blocks[zone] = _block(parts, zone, by_zone.get(zone, []), layer, blocks)
    return [blocks[MAP].column[card] for card in parts.cards]


def _block(parts: Parts, zone: int, own: Sequence[Unit], layer: Sequence[int], blocks: Mapping[int, _Block]) -> _Block:
    inner = parts.zones_in[zone]
    held = {unit[0]: _held(parts, unit, layer) for unit in own}
    held |= {-each: _held(parts, tuple(blocks[each].column), layer) for each in inner}
    if not held:
        return _Block({}, 0, 0.0)
    items = {unit[0]: Item(unit[0], 1, len(unit) * PITCH) for unit in own}
    items |= {-each: Item(-each, blocks[each].columns, blocks[each].height + ZONE_GAP) for each in inner}
    order = sorted(held, key=lambda part: (held[part].layer, part))
    layers = _leaf_layers(held) if is_tiered(parts) and not inner else _flow_layers(parts, held, order, len(inner))
    groups = [[items[part] for part in order if layers[part] == at] for at in sorted(set(layers.values()))]
    first, count = _filled(groups, is_map=zone == MAP)
    column = {card: first[unit[0]] for unit in own for card in unit}
    column |= {card: first[-each] + at for each in inner for card, at in blocks[each].column.items()}
    return _Block(column, count, _height(groups, first) + (ZONE_HEAD + ZONE_FOOT if zone != MAP else 0.0))


def _held(parts: Parts, cards: tuple[int, ...], layer: Sequence[int]) -> _Held:
    tiers = [parts.tiers[card] for card in cards]
    return _Held(cards, sum(layer[card] for card in cards) / len(cards), (min(tiers), max(tiers)))


def _leaf_layers(held: Mapping[int, _Held]) -> dict[int, int]:
    """The order of layers, without those that are empty here."""
    ranks = {at: rank for rank, at in enumerate(sorted({each.layer for each in held.values()}))}
    return {part: ranks[each.layer] for part, each in held.items()}


def _flow_layers(parts: Parts, held: Mapping[int, _Held], order: Sequence[int], zones: int) -> dict[int, int]:
    """Layers by what mostly flows from part to part, and by tiers where they do not overlap."""
    before = _before(parts, held, zones)
    layers: dict[int, int] = {}
    for part in order:
        at = max((layers[other] + 1 for other in before.get(part, ()) if other in layers), default=0)
        if is_tiered(parts) and zones < FEW_ZONES:
            lower = (other for other in layers if held[other].tiers[1] < held[part].tiers[0])
            at = max(at, max((layers[other] + 1 for other in lower), default=0))
        layers[part] = at
    return layers


def _before(parts: Parts, held: Mapping[int, _Held], zones: int) -> dict[int, set[int]]:
    """For each part those that it comes after."""
    part_of = {card: part for part, each in held.items() for card in each.cards}
    flow: dict[tuple[int, int], int] = {}
    for source, target, is_run, _ in parts.flows:
        ends = part_of.get(source), part_of.get(target)
        if ends[0] is not None and ends[1] is not None and ends[0] != ends[1]:
            flow[ends[0], ends[1]] = flow.get((ends[0], ends[1]), 0) + (2 if is_run else 1)
    before: dict[int, set[int]] = {}
    for (first, second), weight in flow.items():
        back = flow.get((second, first), 0)
        is_dominant = not zones or (weight - back) / (weight + back) > DOMINANT
        if is_dominant and (held[first].layer, first) < (held[second].layer, second):
            before.setdefault(second, set()).add(first)
    return before


def _filled(groups: list[list[Item]], *, is_map: bool) -> tuple[dict[object, int], int]:
    items = [item for group in groups for item in group]
    area = sum(item.columns * COLUMN_WIDTH * item.height for item in items)
    least = LEAST_ROWS if is_map or len(items) > 5 else LEAST_ROWS - 1
    limit = max(*(item.height for item in items), least * PITCH, math.sqrt(area / SHAPE) * 1.1)
    first, count = fill(groups, limit)
    if count > max(5, 2 * math.sqrt(area * SHAPE) / COLUMN_WIDTH):
        first, count = fill([items], limit)
    return dict(first), count


def _height(groups: Sequence[Sequence[Item]], first: Mapping[object, int]) -> float:
    deep: dict[int, float] = {}
    for group in groups:
        for item in group:
            covered = range(first[item.name], first[item.name] + item.columns)
            bottom = max(deep.get(column, 0.0) for column in covered) + item.height
            deep.update(dict.fromkeys(covered, bottom))
    return max(deep.values())
