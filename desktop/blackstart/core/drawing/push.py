"""Zones and cards that make way for a frame that has grown: what lies below steps down, what lies beside steps aside.

Only what would be run over moves, with all it holds, and what that would run over in turn. Locked cards never move.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.packing import ZONE_FOOT, ZONE_GAP, ZONE_SIDE
from blackstart.core.drawing.parts import MAP, Parts
from blackstart.core.topology.model import Box, Point

NEAR = 4.0  # px that what does not belong together keeps at least
MOST_STEPS = 2000  # a map on which things still run over each other after so many stays as it is


@dataclass(frozen=True, slots=True)
class Standing:
    """A map that stands: corners of cards and frames of zones by number; what is not on it yet is left out."""

    cards: dict[int, Point]
    zones: dict[int, Box]

    def box(self, item: int) -> Box:
        """A card (by its number) or a zone (by its number below zero)."""
        return self.zones[-item] if item < 0 else (*self.cards[item], CARD_WIDTH, CARD_HEIGHT)


def pushed(numbered: Parts, standing: Standing, zone: int, before: Box, locked: Collection[int]) -> Standing | None:
    """Let everything make way for a zone.

    Parameters
    ----------
    standing : Standing
        The map with the grown frame.
    before : Box
        The frame before it grew.
    locked : collection of int
        Cards that stay.

    Returns
    -------
    Standing or None
        None if a locked card would have to move.
    """
    moved = Standing(dict(standing.cards), dict(standing.zones))
    while zone != MAP:
        outer = numbered.around[zone]
        was = moved.zones.get(outer)
        if not _made_way(numbered, moved, outer, (-zone, before), locked):
            return None
        if outer != MAP and was is not None:
            moved.zones[outer] = _grown(numbered, moved, outer)
        if was is None:
            break
        zone, before = outer, was
    return moved


def _made_way(numbered: Parts, moved: Standing, outer: int, grown: tuple[int, Box], locked: Collection[int]) -> bool:
    """Move what lies in one zone; False if that cannot be."""
    items = [card for card in numbered.cards_in[outer] if card in moved.cards]
    items += [-inner for inner in numbered.zones_in[outer] if inner in moved.zones]
    waiting = [grown]
    for _ in range(MOST_STEPS):
        if not waiting:
            return True
        item, before = waiting.pop(0)
        for other in items:
            by = (0.0, 0.0) if other == item else _way(moved.box(item), before, moved.box(other))
            if by != (0.0, 0.0):
                if not locked_free(numbered, other, locked):
                    return False
                waiting.append((other, moved.box(other)))
                shift(numbered, moved, other, by)
    return False


def _way(box: Box, before: Box, other: Box) -> Point:
    """How far another box has to go from one that has grown or moved; (0, 0) if it may stay."""
    is_clear_across = box[0] + box[2] + NEAR <= other[0] or other[0] + other[2] + NEAR <= box[0]
    is_clear_down = box[1] + box[3] + NEAR <= other[1] or other[1] + other[3] + NEAR <= box[1]
    if is_clear_across or is_clear_down:
        return (0.0, 0.0)
    if other[1] >= before[1] + before[3]:
        return (0.0, box[1] + box[3] + ZONE_GAP - other[1])
    if other[0] >= before[0] + before[2]:
        return (box[0] + box[2] + ZONE_GAP - other[0], 0.0)
    touched = before[0] < other[0] + other[2] and other[0] < before[0] + before[2]
    is_old = touched and before[1] < other[1] + other[3] and other[1] < before[1] + before[3]
    return (0.0, 0.0) if is_old else (0.0, box[1] + box[3] + ZONE_GAP - other[1])


def locked_free(numbered: Parts, item: int, locked: Collection[int]) -> bool:
    """Whether a card or zone can move: it is not locked and holds nothing that is."""
    if item >= 0:
        return item not in locked
    return not any(-item in numbered.chain(numbered.zone_of[card]) for card in locked)


def shift(numbered: Parts, moved: Standing, item: int, by: Point) -> None:
    """Move a card, or a zone with all it holds."""
    if item >= 0:
        moved.cards[item] = (moved.cards[item][0] + by[0], moved.cards[item][1] + by[1])
        return
    for held in _held(numbered, -item):
        if held < 0 and -held in moved.zones:
            x, y, width, height = moved.zones[-held]
            moved.zones[-held] = (x + by[0], y + by[1], width, height)
        elif held >= 0 and held in moved.cards:
            shift(numbered, moved, held, by)


def _held(numbered: Parts, zone: int) -> Iterator[int]:
    waiting = [zone]
    while waiting:
        inner = waiting.pop()
        yield -inner
        yield from numbered.cards_in[inner]
        waiting.extend(numbered.zones_in[inner])


def _grown(numbered: Parts, moved: Standing, zone: int) -> Box:
    """The frame, as far down and to the right as what it holds now asks for."""
    held: Sequence[Box] = [moved.box(card) for card in numbered.cards_in[zone] if card in moved.cards]
    held = [*held, *(moved.zones[inner] for inner in numbered.zones_in[zone] if inner in moved.zones)]
    x, y, width, height = moved.zones[zone]
    right = max((box[0] + box[2] + ZONE_SIDE for box in held), default=x)
    bottom = max((box[1] + box[3] + ZONE_FOOT for box in held), default=y)
    return (x, y, max(width, right - x), max(height, bottom - y))
