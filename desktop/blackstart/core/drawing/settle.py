"""Room for what has no place yet on a map of which parts were placed by hand.

What was placed stays exactly there, and frames of zones are those that were drawn, grown only where they do not
hold what is theirs. Newcomers stand where they would like to, if that is free; else at the best free place of
the columns and rows there are: right of what they need, near to it, in a zone that need not grow.
"""

from collections.abc import Collection, Iterator, Mapping

import numpy as np

from blackstart.core.drawing.board import Board
from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.layering import layers, units
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.packing import ZONE_FOOT, ZONE_GAP, ZONE_HEAD, ZONE_SIDE
from blackstart.core.drawing.parts import MAP, Parts
from blackstart.core.drawing.push import pushed
from blackstart.core.drawing.spread import PITCH, ROW_GAP
from blackstart.core.topology.model import Box, Point

COLUMN_PITCH = CARD_WIDTH + 60.0  # px to a new column
MOST_LEVELS = 60  # columns or rows that are looked at for one card
MOST_TRIED = 4000  # places that are looked at for one card
WRONG_SIDE_PRICE = 220.0  # px of distance that standing on the right side of a neighbour is worth
OUTSIDE_PRICE = 4.0  # for each px that the frame would have to grow


def settle(
    numbered: Parts,
    held: Mapping[int, Point],
    boxes: Mapping[int, Box],
    wished: Mapping[int, Point],
    locked: Collection[int] | None = None,
) -> tuple[list[Box], dict[int, Box]]:
    """Place all cards.

    Parameters
    ----------
    held : mapping of card to Point
        Cards that were placed by hand.
    boxes : mapping of zone to Box
        Frames that were drawn by hand.
    wished : mapping of card to Point
        Where newcomers would like to stand; in the order in which they are placed, before all others.
    locked : collection of int or None
        Where a zone is hemmed in on all sides, what lies round it makes way for a newcomer, but for these cards.
        None = nothing that was placed moves; the newcomer then stands below everything.

    Returns
    -------
    list of Box, dict of zone to Box
        Cards by number, and frames of all zones but the map.
    """
    board = Board(numbered, boxes)
    for card, at in held.items():
        board.hold(card, at)
    layer = layers(numbered, units(numbered))
    for card in dict.fromkeys((*wished, *sorted(numbered.cards, key=lambda card: (layer[card], card)))):
        if card not in held:
            wish = wished.get(card)
            place = wish if wish is not None and board.is_free(card, wish) else _best_place(numbered, board, card)
            if place is not None:
                board.put(card, place)
            elif locked is None or not _make_way(numbered, board, card, locked):
                board.put(card, _below_all(numbered, board, card))
    cards = [(float(x), float(y), CARD_WIDTH, CARD_HEIGHT) for x, y in board.cards]
    frames = ((zone, board.frame(zone)) for zone in range(1, len(numbered.around)))
    return cards, {zone: frame for zone, frame in frames if frame is not None}


def _best_place(numbered: Parts, board: Board, card: int) -> Point | None:
    return next((place for place in _candidates(numbered, board, card) if board.is_free(card, place)), None)


def _below_all(numbered: Parts, board: Board, card: int) -> Point:
    """A place for a card that is hemmed in on all sides."""
    standing = board.cards[~np.isnan(board.cards[:, 0])]
    frames = [frame for zone in range(1, len(numbered.around)) if (frame := board.frame(zone)) is not None]
    bottom = max([*(standing[:, 1] + CARD_HEIGHT), *(y + height for _, y, _, height in frames)], default=0.0)
    return next(_candidates(numbered, board, card))[0], float(bottom) + ZONE_GAP + ZONE_HEAD


def _make_way(numbered: Parts, board: Board, card: int, locked: Collection[int]) -> bool:
    """Put a card below the others of its zone, and let what lies round the zone make way; False if that cannot be."""
    zone = next((each for each in numbered.chain(numbered.zone_of[card]) if board.frame(each) is not None), MAP)
    frame = board.frame(zone) if zone != MAP else None
    if frame is None:
        return False
    x, y, width, height = frame
    within = [other for other in numbered.cards if zone in numbered.chain(numbered.zone_of[other])]
    columns = board.cards[within][:, 0]
    columns = np.append(np.unique(columns[~np.isnan(columns)]), x + ZONE_SIDE)
    columns = columns[(columns >= x) & ((columns + CARD_WIDTH <= x + width) | (columns == x + ZONE_SIDE))]
    row = np.full(len(columns), y + height + ROW_GAP - ZONE_FOOT)
    best = int(_prices(numbered, board, card, columns, row).argmin())
    trial = board.copy()
    trial.put(card, (float(columns[best]), float(row[best])))
    after = pushed(numbered, trial.standing(), zone, frame, locked)
    if after is not None:
        board.take(after)
    return after is not None


def _candidates(numbered: Parts, board: Board, card: int) -> Iterator[Point]:
    """Places on the columns and rows there are and one beyond, the best first."""
    frame = _nearest_frame(numbered, board, card)
    standing = board.cards[~np.isnan(board.cards[:, 0])]
    near = board.cards[[other for flow in numbered.flows if card in flow[:2] for other in flow[:2] if other != card]]
    near = near[~np.isnan(near[:, 0])]
    x, y, width, height = frame or (-ZONE_SIDE, -ZONE_HEAD, 0.0, 0.0)
    goal = np.median(near, axis=0) if len(near) else np.array((x, y))
    columns = np.append(standing[:, 0], x + ZONE_SIDE + COLUMN_PITCH * _fitting(width - 2 * ZONE_SIDE, COLUMN_PITCH))
    rows = np.append(standing[:, 1], y + ZONE_HEAD + PITCH * _fitting(height - ZONE_HEAD, PITCH))
    xs = _nearest(np.append(columns, (columns.min() - COLUMN_PITCH, columns.max() + COLUMN_PITCH)), float(goal[0]))
    ys = _nearest(np.concatenate((rows, rows + PITCH, [rows.min() - PITCH])), float(goal[1]))
    at_x, at_y = (axis.ravel() for axis in np.meshgrid(xs, ys))
    price = _prices(numbered, board, card, at_x, at_y)
    if frame:
        price += OUTSIDE_PRICE * _growth(frame, at_x, at_y)
    order = np.lexsort((at_x, at_y, price))[:MOST_TRIED]
    return zip(at_x[order].tolist(), at_y[order].tolist(), strict=True)


def _fitting(room: float, pitch: float) -> FloatArray:
    """0, 1, ... as often as the pitch fits into the room, at least once."""
    return np.arange(float(min(max(room // pitch, 1), MOST_LEVELS)))


def _nearest(levels: FloatArray, goal: float) -> FloatArray:
    """So many of the levels that can be tried, and those at either end."""
    unique = np.unique(levels)
    order = np.argsort(np.abs(unique - goal), kind="stable")[:MOST_LEVELS]
    return np.unique(np.concatenate((unique[order], unique[[0, -1]])))


def _nearest_frame(numbered: Parts, board: Board, card: int) -> Box | None:
    """The innermost frame round the card that is there already."""
    found = (board.frame(zone) for zone in numbered.chain(numbered.zone_of[card]))
    return next((frame for frame in found if frame is not None), None)


def _prices(numbered: Parts, board: Board, card: int, x: FloatArray, y: FloatArray) -> FloatArray:
    """Distance from the neighbours, and how many of them would stand on the wrong side."""
    suppliers = board.cards[[flow.source for flow in numbered.flows if flow.target == card]]
    dependents = board.cards[[flow.target for flow in numbered.flows if flow.source == card]]
    price = np.zeros(len(x))
    near = np.concatenate((suppliers, dependents))
    near = near[~np.isnan(near[:, 0])]
    if len(near):
        price += np.abs(y - np.median(near[:, 1])) + 0.5 * np.abs(x[:, None] - near[:, 0]).mean(axis=1)
    else:
        zone = _nearest_frame(numbered, board, card)
        price += (0.0 if zone else 1.0) * (y - y.min()) + 0.01 * (x - x.min())
    price += WRONG_SIDE_PRICE * (x[:, None] <= suppliers[:, 0]).sum(axis=1)
    price += WRONG_SIDE_PRICE * (x[:, None] >= dependents[:, 0]).sum(axis=1)
    return price


def _growth(frame: Box, x: FloatArray, y: FloatArray) -> FloatArray:
    left, top, width, height = frame
    return (
        np.maximum(left + ZONE_SIDE - x, 0)
        + np.maximum(x + CARD_WIDTH + ZONE_SIDE - left - width, 0)
        + np.maximum(top + ZONE_HEAD - y, 0)
        + np.maximum(y + CARD_HEIGHT + ZONE_SIDE - top - height, 0)
    )
