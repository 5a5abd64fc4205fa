"""Where things lie: canvas and view pixels, right-angled lines with round corners, arrowheads."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath, QPolygonF, QTransform

from blackstart.core.topology.model import Box, Point

CORNER_RADIUS = 7.0
ARROW_LENGTH, ARROW_WIDTH = 8.0, 7.8
LEAST_SCALE, GREATEST_SCALE = 0.02, 4.0


@dataclass(frozen=True, slots=True)
class Placement:
    """How the canvas lies in a view.

    Attributes
    ----------
    scale : float
        View px per canvas px.
    dx, dy : float
        View px of the canvas's origin.
    """

    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def transform(self) -> QTransform:
        return QTransform(self.scale, 0, 0, self.scale, self.dx, self.dy)

    def to_canvas(self, at: QPointF) -> QPointF:
        return QPointF((at.x() - self.dx) / self.scale, (at.y() - self.dy) / self.scale)

    def panned(self, by: QPointF) -> "Placement":
        return Placement(self.scale, self.dx + by.x(), self.dy + by.y())

    def zoomed(self, factor: float, at: QPointF, least: float = LEAST_SCALE) -> "Placement":
        """Zoom about a point of the view, which keeps showing the same place, no smaller than `least`."""
        scale = min(max(self.scale * factor, least), GREATEST_SCALE)
        held = self.to_canvas(at)
        return Placement(scale, at.x() - held.x() * scale, at.y() - held.y() * scale)


def in_sight(placement: Placement, bounds: Box, view: QRectF, kept_px: float) -> Placement:
    """Return a placement moved by as little as keeps `kept_px` of `bounds` in the view, or all where they are less."""
    shown = placement.transform().mapRect(rect(bounds))
    across, down = min(kept_px, shown.width()), min(kept_px, shown.height())
    by = QPointF(
        max(view.left() + across - shown.right(), 0.0) + min(view.right() - across - shown.left(), 0.0),
        max(view.top() + down - shown.bottom(), 0.0) + min(view.bottom() - down - shown.top(), 0.0),
    )
    return placement.panned(by)


def between(one: Placement, other: Placement, share: float) -> Placement:
    """Return a placement on the way from one to another, on which every place moves straight."""
    rest = 1 - share
    return Placement(
        one.scale * rest + other.scale * share, one.dx * rest + other.dx * share, one.dy * rest + other.dy * share
    )


def fitted(bounds: Box, view: QRectF, margin: float, most: float = GREATEST_SCALE) -> Placement:
    """Show `bounds` whole and centred, `margin` view px from the edges, no larger than `most`."""
    x, y, width, height = bounds
    room = view.adjusted(margin, margin, -margin, -margin)
    scale = min(room.width() / max(width, 1.0), room.height() / max(height, 1.0), most)
    scale = max(scale, LEAST_SCALE)
    middle = room.center()
    return Placement(scale, middle.x() - (x + width / 2) * scale, middle.y() - (y + height / 2) * scale)


def rounded_line(points: Sequence[Point], radius: float = CORNER_RADIUS) -> QPainterPath:
    """Join points by straight legs whose corners are rounded, by at most half of a leg that has a corner at each end.

    The first and the last leg may be used whole: a branch begins just before the corner at which it leaves its trunk.
    """
    corners = [QPointF(*point) for point in points]
    path = QPainterPath(corners[0])
    last = len(corners) - 1
    for index, (before, corner, after) in enumerate(zip(corners, corners[1:], corners[2:], strict=False), start=1):
        near, far = _length(corner - before), _length(after - corner)
        cut = min(radius, near if index == 1 else near / 2, far if index == last - 1 else far / 2)
        if cut <= 0:
            path.lineTo(corner)
            continue
        path.lineTo(corner + (before - corner) * (cut / near))
        path.quadTo(corner, corner + (after - corner) * (cut / far))
    path.lineTo(corners[-1])
    return path


def arrow_head(points: Sequence[Point]) -> QPolygonF | None:
    """Triangle whose tip is the last point, along the last leg that has a length; None without one."""
    tip = QPointF(*points[-1])
    for point in reversed(points[:-1]):
        leg = tip - QPointF(*point)
        length = _length(leg)
        if length > 0:
            along = leg * (ARROW_LENGTH / length)
            across = QPointF(-leg.y(), leg.x()) * (ARROW_WIDTH / 2 / length)
            return QPolygonF([tip, tip - along + across, tip - along - across])
    return None


def rect(box: Box) -> QRectF:
    return QRectF(*box)


def _length(vector: QPointF) -> float:
    return math.hypot(vector.x(), vector.y())
