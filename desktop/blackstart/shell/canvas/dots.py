"""Dotted lines as points along their ways: with a dotted pen they take some twenty times as long to paint."""

import math
from collections.abc import Sequence
from typing import cast

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen
from shiboken6 import Shiboken

from blackstart.core.topology.model import Box, Point
from blackstart.shell.canvas.batches import draw_pieces
from blackstart.shell.canvas.flat import FloatArray
from blackstart.shell.canvas.geometry import rounded_line

DOT_STEP = 4.7  # canvas px from one dot to the next
# A dot that is less wide on screen is painted as a square of the same area: nobody can tell it from a disc.
SQUARE_BELOW_PX, SQUARE_SHARE = 2.2, math.sqrt(math.pi) / 2
DOT_REACH = 2.0  # canvas px by which a dot goes beyond its middle


def dots_along(points: Sequence[Point]) -> FloatArray:
    """Return the middles of the dots (n, 2) along a way with its round corners."""
    polygons = rounded_line(points).toSubpathPolygons()
    corners = (
        np.array([(corner.x(), corner.y()) for corner in polygons[0].toList()]) if polygons else np.array([points[0]])
    )
    gone = np.cumsum(np.hypot(*np.diff(corners, axis=0, prepend=corners[:1]).T))
    at = np.arange(0.0, gone[-1], DOT_STEP)
    return np.column_stack([np.interp(at, gone, corners[:, 0]), np.interp(at, gone, corners[:, 1])])


def dots_on_pieces(ends: FloatArray) -> FloatArray:
    """Return the middles of the dots along straight pieces (n, 4), each from its own start on."""
    along = ends[:, 2:] - ends[:, :2]
    lengths = np.hypot(along[:, 0], along[:, 1])
    counts = np.ceil(lengths / DOT_STEP).astype(np.intp)
    of = np.repeat(np.arange(len(ends)), counts)
    place = np.arange(len(of)) - np.repeat(np.cumsum(counts) - counts, counts)
    return ends[of, :2] + along[of] * (place * DOT_STEP / lengths[of])[:, np.newaxis]


def draw_dots(painter: QPainter, middles: FloatArray, pen: QPen, area: Box | None = None) -> None:
    """Paint dots as wide as a pen; of many those in an area."""
    if area is not None:
        left, top, width, height = area
        low, high = (left - DOT_REACH, top - DOT_REACH), (left + width + DOT_REACH, top + height + DOT_REACH)
        middles = middles[((middles >= low) & (middles <= high)).all(axis=1)]
    width = pen.widthF()
    if painter.worldTransform().m11() * width < SQUARE_BELOW_PX:
        side = width * SQUARE_SHARE
        painter.setPen(QPen(pen.color(), side, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        draw_pieces(painter, np.hstack([middles - (side / 2, 0.0), middles + (side / 2, 0.0)]))
    elif len(middles):
        kept = np.ascontiguousarray(middles, dtype=np.float64)
        painter.setPen(QPen(pen.color(), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(cast("QPointF", Shiboken.wrapInstance(kept.ctypes.data, QPointF)), len(kept))
