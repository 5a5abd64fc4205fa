"""Step curves as paths: one line, and what lies between two."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainterPath, QPen, QPolygonF

from blackstart.core.base.simtime import Seconds
from blackstart.core.review.curves import Curve
from blackstart.shell.widgets.chart_axis import Axes

LINE_PX = 1.75
# Told apart by their dashes, never by colour; as many runs are shown on one axis.
DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 3.0), (1.0, 2.0), (7.0, 2.0, 1.0, 2.0))


def line_pen(number: int, color: QColor) -> QPen:
    """Return what the curve of a run is drawn with."""
    pen = QPen(color, LINE_PX)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if DASHES[number]:
        pen.setDashPattern(DASHES[number])
    return pen


def corners(curve: Curve, until: Seconds, axes: Axes) -> list[QPointF]:
    """Return the corners of a curve up to a second, no more than can be seen."""
    found: list[QPointF] = []
    for at, value in curve.points:
        if at > until:
            break
        x, y = axes.x_of(max(at, 0)), axes.y_of(value)
        if found:
            found.append(QPointF(x, found[-1].y()))
        found.append(QPointF(x, y))
    found.append(QPointF(axes.x_of(until), found[-1].y()))
    return found


def line_of(points: Sequence[QPointF]) -> QPainterPath:
    """Return a line through corners."""
    path = QPainterPath()
    path.addPolygon(QPolygonF(list(points)))
    return path


def between(one: Curve, other: Curve, until: Seconds, axes: Axes) -> QPainterPath:
    """Return the area between two curves up to a second."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addPolygon(QPolygonF([*corners(one, until, axes), *reversed(corners(other, until, axes))]))
    path.closeSubpath()
    return path
