"""Upright pieces put between others that stay exactly where they are: kept from a moment ago, or pinned by hand."""

from collections.abc import Mapping, Sequence

import numpy as np

from blackstart.core.drawing.columns import FloatArray, IntArray
from blackstart.core.drawing.stacking import SPAN_GAP, KeptPlace, Piece, price_matrix

CLEAR, LEAST = 6.75, 4.0  # px that a piece should, and must, keep from another beside it
CLEAR_PRICE = 2.0  # crossings that a px nearer than it should be is worth
BORDER_GAP, BORDER_PRICE = 3.5, 0.5  # px from a border along which no piece should run; crossings for each px along it
SLACK, ARROW_SLACK = 5.0, 12.0  # px beside its room where a piece can stay: left, and right, where arrowheads are
MOVE_PRICE = 0.02  # crossings that a px aside is worth
PIN_ROOM = 5.0  # px that a piece keeps from one that is pinned
TOO_NEAR_PRICE = 100.0  # px aside that a px too near to a pinned piece is worth


def fitted(
    pieces: Sequence[Piece], kept: Sequence[KeptPlace | None], room: FloatArray, borders: FloatArray
) -> FloatArray | None:
    """X of all pieces: those that are firm stay, the others stand where that crosses least.

    Parameters
    ----------
    room : array
        The x that pieces may have; what is kept may lie a little beside it.
    borders : array (n, 3)
        x, top and bottom of upright borders along which no piece should run.

    Returns
    -------
    array or None
        None if a firm place is no longer in the channel, or there is no room for all.
    """
    placed = np.array([np.nan if each is None or not each[1] else each[0] for each in kept])
    firm = placed[~np.isnan(placed)]
    if len(firm) and (firm.min() < room[0] - SLACK or firm.max() > room[-1] + ARROW_SLACK):
        return None
    loose = np.flatnonzero(np.isnan(placed)).tolist()
    if loose:
        price = price_matrix(pieces)
        low, high = _spans(pieces)
        for number in loose:
            cost = _crossed(price, placed, number, room) + _near(placed, _beside(placed, low, high, number), room)
            was = kept[number]
            cost += MOVE_PRICE * np.abs(room - (float(room.mean()) if was is None else was[0]))
            along = np.minimum(high[number], borders[:, 2]) - np.maximum(low[number], borders[:, 1])
            cost += BORDER_PRICE * ((np.abs(room[:, None] - borders[:, 0]) < BORDER_GAP) * np.maximum(along, 0)).sum(
                axis=1
            )
            best = int(cost.argmin())
            if not np.isfinite(cost[best]):
                return None
            placed[number] = room[best]
    return placed


def held_off(x: FloatArray, pieces: Sequence[Piece], pins: Mapping[int, float], room: FloatArray) -> FloatArray:
    """The same pieces, those that are pinned where they are to be; others that come too near to them step aside."""
    placed = np.full_like(x, np.nan)
    for number, at in pins.items():
        placed[number] = min(max(at, room[0]), room[-1])
    low, high = _spans(pieces)
    for number in np.argsort(x, kind="stable").tolist():
        if number not in pins:
            others = placed[_beside(placed, low, high, number)]
            placed[number] = x[number]
            if len(others) and np.abs(others - x[number]).min() < PIN_ROOM:
                apart = np.abs(room[:, None] - others).min(axis=1)
                price = np.abs(room - x[number]) + TOO_NEAR_PRICE * np.maximum(PIN_ROOM - apart, 0)
                placed[number] = room[int(price.argmin())]
    return placed


def _spans(pieces: Sequence[Piece]) -> tuple[FloatArray, FloatArray]:
    return np.array([piece.low for piece in pieces]), np.array([piece.high for piece in pieces])


def _beside(placed: FloatArray, low: FloatArray, high: FloatArray, number: int) -> IntArray:
    """Pieces that stand already, at heights of this one."""
    is_beside = (low < high[number] + SPAN_GAP) & (low[number] < high + SPAN_GAP)
    return np.flatnonzero(is_beside & ~np.isnan(placed))


def _crossed(price: FloatArray, placed: FloatArray, number: int, room: FloatArray) -> FloatArray:
    """What crosses for each x."""
    there = np.flatnonzero(~np.isnan(placed))
    there = there[np.argsort(placed[there], kind="stable")]
    as_left = np.concatenate(([0.0], price[there, number].cumsum()))  # with so many pieces left of this one
    as_right = price[number, there].sum() - np.concatenate(([0.0], price[number, there].cumsum()))
    return np.asarray((as_left + as_right)[np.searchsorted(placed[there], room)])


def _along(borders: FloatArray, low: float, high: float, room: FloatArray) -> FloatArray:
    """What it costs to run along borders."""
    length = np.maximum(np.minimum(high, borders[:, 2]) - np.maximum(low, borders[:, 1]), 0)
    is_near = np.abs(room[:, None] - borders[:, 0]) < BORDER_GAP
    return np.asarray(BORDER_PRICE * (is_near * length).sum(axis=1))


def _near(placed: FloatArray, beside: IntArray, room: FloatArray) -> FloatArray:
    """What it costs to come near to other pieces; without end where they would touch."""
    if not len(beside):
        return np.zeros_like(room)
    apart = np.abs(room[:, None] - placed[beside]).min(axis=1)
    return np.where(apart < LEAST, np.inf, CLEAR_PRICE * np.maximum(CLEAR - apart, 0))
