"""The glyph of each state: a shape of its own, so that colour is never the only carrier."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from blackstart.core.engine.trace import Shown

STATE_TOKENS = {
    Shown.OPERATIONAL: "op",
    Shown.DEGRADED: "deg",
    Shown.DOWN: "down",
    Shown.RECOVERING: "rec",
    Shown.ISOLATED: "iso",
    Shown.MAINTENANCE: "ln2",
}
RESERVE_TOKEN = "deg"
RING_RADIUS = 12.0  # canvas px, at glyph radius 9


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where and in which colours a glyph is painted.

    Attributes
    ----------
    radius : float
        9 on a card; everything scales with it.
    ground : QColor
        What lies below, for what is cut out of a filled shape.
    """

    centre: QPointF
    radius: float
    color: QColor
    ground: QColor


def draw_glyph(painter: QPainter, shown: Shown, stamp: Stamp) -> None:
    """Paint a state's glyph."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(stamp.centre)
    painter.scale(stamp.radius / 9, stamp.radius / 9)
    _DRAWERS[shown](painter, stamp)
    painter.restore()


def draw_ring(painter: QPainter, share: float, stamp: Stamp) -> None:
    """Paint the ring of what is left on reserve: a pale track, and the share from the top, clockwise."""
    radius = RING_RADIUS * stamp.radius / 9
    box = QRectF(stamp.centre.x() - radius, stamp.centre.y() - radius, 2 * radius, 2 * radius)
    track = QColor(stamp.color)
    track.setAlphaF(0.28)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(track, 2.6 * stamp.radius / 9))
    painter.drawEllipse(box)
    painter.setPen(_pen(stamp.color, 2.6 * stamp.radius / 9))
    painter.drawArc(box, 90 * 16, -round(min(max(share, 0.0), 1.0) * 360 * 16))
    painter.restore()


def _operational(painter: QPainter, stamp: Stamp) -> None:
    _outline(painter, stamp.color, 2.0)
    painter.drawEllipse(QPointF(), 4.4, 4.4)


def _degraded(painter: QPainter, stamp: Stamp) -> None:
    _fill(painter, stamp.color, QPen(stamp.color, 2.0, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolygon(QPolygonF([QPointF(0, -6.6), QPointF(7.2, 6), QPointF(-7.2, 6)]))
    painter.setPen(_pen(stamp.ground, 1.8))
    painter.drawLine(QPointF(0, -2.4), QPointF(0, 1.6))
    painter.drawPoint(QPointF(0, 4.4))


def _down(painter: QPainter, stamp: Stamp) -> None:
    _fill(painter, stamp.color)
    painter.drawRoundedRect(QRectF(-7.5, -7.5, 15, 15), 2.4, 2.4)
    painter.setPen(_pen(stamp.ground, 2.2))
    painter.drawLine(QPointF(-3.5, -3.5), QPointF(3.5, 3.5))
    painter.drawLine(QPointF(-3.5, 3.5), QPointF(3.5, -3.5))


def _recovering(painter: QPainter, stamp: Stamp) -> None:
    _fill(painter, stamp.color)
    painter.drawEllipse(QPointF(), 8, 8)
    painter.setPen(_pen(stamp.ground, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    arrow = QPainterPath(QPointF(0, 4.2))
    arrow.lineTo(0, -3.6)
    arrow.moveTo(-3.4, -0.6)
    arrow.lineTo(0, -4.0)
    arrow.lineTo(3.4, -0.6)
    painter.drawPath(arrow)


def _isolated(painter: QPainter, stamp: Stamp) -> None:
    _outline(painter, stamp.color, 1.9)
    painter.drawPolygon(QPolygonF([QPointF(0, -8.6), QPointF(8.6, 0), QPointF(0, 8.6), QPointF(-8.6, 0)]))
    painter.drawLine(QPointF(-3.2, 0), QPointF(3.2, 0))


def _maintenance(painter: QPainter, stamp: Stamp) -> None:
    _outline(painter, stamp.color, 1.9)
    painter.drawEllipse(QPointF(), 6.6, 6.6)
    painter.drawLine(QPointF(-3.2, 0), QPointF(3.2, 0))


def _outline(painter: QPainter, color: QColor, width: float) -> None:
    painter.setPen(_pen(color, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _fill(painter: QPainter, color: QColor, pen: QPen | Qt.PenStyle = Qt.PenStyle.NoPen) -> None:
    painter.setPen(pen)
    painter.setBrush(color)


def _pen(color: QColor, width: float) -> QPen:
    return QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)


_DRAWERS: dict[Shown, Callable[[QPainter, Stamp], None]] = {
    Shown.OPERATIONAL: _operational,
    Shown.DEGRADED: _degraded,
    Shown.DOWN: _down,
    Shown.RECOVERING: _recovering,
    Shown.ISOLATED: _isolated,
    Shown.MAINTENANCE: _maintenance,
}
