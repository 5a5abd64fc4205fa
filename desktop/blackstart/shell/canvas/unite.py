"""Straight pieces that run along one another, made one: hundreds of lines share the lanes of a large map."""

import numpy as np

from blackstart.shell.canvas.flat import FloatArray

_APART = 1e7  # canvas px: more than any map is wide


def united(ends: FloatArray) -> FloatArray:
    """Return level and upright pieces (n, 4) so that no place is covered by two of one direction."""
    low, high = np.minimum(ends[:, :2], ends[:, 2:]), np.maximum(ends[:, :2], ends[:, 2:])
    is_level = high[:, 0] > low[:, 0]
    return np.vstack([_along(0, low[is_level], high[is_level]), _along(1, low[~is_level], high[~is_level])])


def _along(axis: int, low: FloatArray, high: FloatArray) -> FloatArray:
    """Unite pieces that all run along one axis, from `low` to `high`."""
    order = np.lexsort((low[:, axis], low[:, 1 - axis]))
    lane, start, end = low[order, 1 - axis], low[order, axis], high[order, axis]
    is_other_lane = np.diff(lane, prepend=np.nan) != 0
    # How far a lane is covered so far; a lane of its own for each is moved beyond all that is in the one before.
    moved = np.cumsum(is_other_lane) * _APART
    covered = np.maximum.accumulate(end + moved) - moved
    is_first = is_other_lane
    is_first[1:] |= start[1:] > covered[:-1]
    firsts = np.flatnonzero(is_first)
    found = np.empty((len(firsts), 4))
    found[:, axis], found[:, 1 - axis], found[:, 3 - axis] = start[firsts], lane[firsts], lane[firsts]
    if len(firsts):
        found[:, 2 + axis] = np.maximum.reduceat(end, firsts)
    return found
