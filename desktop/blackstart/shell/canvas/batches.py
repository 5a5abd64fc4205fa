"""Arrays handed to QPainter as they lie in memory: one call for thousands of lines, boxes or stamps.

PySide6 takes a pointer to the first of n such things where C++ does; an array of doubles has the same layout.
"""

from dataclasses import dataclass
from typing import cast

import numpy as np
from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter, QPixmap
from shiboken6 import Shiboken

from blackstart.shell.canvas.flat import FloatArray, IntArray


@dataclass(frozen=True, slots=True)
class Atlas:
    """Stamps of one size side by side; `width` and `height` of one are device px."""

    pixmap: QPixmap
    width: int
    height: int


def draw_pieces(painter: QPainter, ends: FloatArray) -> None:
    """Draw straight pieces with the painter's pen; `ends` (n, 4) holds x and y of both ends."""
    if len(ends):
        kept = np.ascontiguousarray(ends, dtype=np.float64)
        painter.drawLines(cast("QLineF", Shiboken.wrapInstance(kept.ctypes.data, QLineF)), len(kept))


def draw_boxes(painter: QPainter, boxes: FloatArray) -> None:
    """Draw boxes with the painter's pen and brush; `boxes` (n, 4) holds x, y, width, height."""
    if len(boxes):
        kept = np.ascontiguousarray(boxes, dtype=np.float64)
        painter.drawRects(cast("QRectF", Shiboken.wrapInstance(kept.ctypes.data, QRectF)), len(kept))


def draw_stamps(painter: QPainter, atlas: Atlas, middles: FloatArray, which: IntArray, scale: float) -> None:
    """Put stamps of an atlas with their middles at places (n, 2); `scale` is painter px per device px."""
    if not len(middles):
        return
    kept = np.empty((len(middles), 10))
    kept[:, 0:2] = middles
    kept[:, 2] = which * atlas.width
    kept[:, 3] = 0.0
    kept[:, 4:6] = atlas.width, atlas.height
    kept[:, 6:8] = scale
    kept[:, 8] = 0.0  # turned by nothing
    kept[:, 9] = 1.0  # opacity
    first = cast("QPainter.PixmapFragment", Shiboken.wrapInstance(kept.ctypes.data, QPainter.PixmapFragment))
    painter.drawPixmapFragments(first, len(kept), atlas.pixmap)
