"""Users cut off over a recorded run: the curve, its decisions above it, the playhead with what held then."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from blackstart.core.base.simtime import START
from blackstart.core.review.curves import Curve
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16
from blackstart.shell.widgets.chart_axis import level_label, levels_up_to, spaced
from blackstart.shell.widgets.diamond import draw_diamond, reach
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import TimeLane, draw_dashed
from blackstart.shell.widgets.time_strip import Mark, MarkKind

CURVE_PX, DOT_PX = 1.75, 4.0
AREA_OPACITY = 0.09
_NOTHING = Curve(((START, 0),))


class UsersCurve(TimeLane):
    """One step curve over the time that the page shares."""

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(look, axis, parent)
        self._curve = _NOTHING
        self._levels: tuple[int, ...] = (0,)
        self._decisions: tuple[Mark, ...] = ()
        self._diamonds: tuple[tuple[QPointF, int], ...] = ()  # as they were drawn: middle, number

    def show_curve(self, curve: Curve, marks: tuple[Mark, ...]) -> None:
        self._curve = curve
        self._levels = levels_up_to(curve.peak)
        self._decisions = tuple(
            sorted((mark for mark in marks if mark.kind is MarkKind.DECISION), key=lambda mark: (mark.at, mark.number))
        )
        self._renew()

    def reach_px(self) -> int:
        return round(DOT_PX) + 2

    def draw(self, painter: QPainter) -> None:
        self._draw_levels(painter)
        self._draw_decisions(painter)
        self._draw_curve(painter)

    def draw_at_playhead(self, painter: QPainter, x: float) -> None:
        for middle, number in self._diamonds:
            if abs(middle.x() - x) <= reach(self._look):  # the line passes below its number
                draw_diamond(painter, middle, number, self._look)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("ink"))
        painter.drawEllipse(QPointF(x, self._y_of(self._curve.at(self._axis.now))), DOT_PX, DOT_PX)

    def _plot(self) -> QRectF:
        left, width = self._axis.scale.left_px, self._axis.scale.room_px(self.width())
        top = 2 * reach(self._look) + SPACE_8
        below = self._look.px(SPACE_8)  # half of the figure at the lowest level
        return QRectF(left, top, width, max(self.height() - top - below, 1.0))

    def _y_of(self, value: int) -> float:
        plot = self._plot()
        return plot.bottom() - value / max(self._levels[-1], 1) * plot.height()

    def _draw_levels(self, painter: QPainter) -> None:
        theme, plot = self._look.theme, self._plot()
        painter.setFont(self._look.font(META))
        line = QFontMetricsF(painter.font()).height()
        is_tight = len(self._levels) > 2 and plot.height() / (len(self._levels) - 1) < line
        for level in self._levels:
            y = round(self._y_of(level)) + 0.5
            painter.setPen(QPen(theme.color("ln2" if level == 0 else "ln"), 1.0))
            painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
            if is_tight and level not in (0, self._levels[-1]):
                continue
            box = QRectF(SPACE_16, y - line / 2, plot.left() - SPACE_16 - SPACE_8, line)
            painter.setPen(theme.color("tx3"))
            words = level_label(level, self._look.words)
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_decisions(self, painter: QPainter) -> None:
        axis, width, plot = self._axis, self.width(), self._plot()
        shown = [mark for mark in self._decisions if axis.scale.holds(mark.at)]
        y = reach(self._look) + 1
        for mark in shown:
            draw_dashed(
                painter, axis.scale.x_of(mark.at, width), QRectF(plot.left(), y, 1, self.height() - y), self._look
            )
        middles = spaced([axis.scale.x_of(mark.at, width) for mark in shown], 2 * reach(self._look) + 2, plot)
        numbers = [mark.number for mark in shown[len(shown) - len(middles) :]]
        self._diamonds = tuple((QPointF(x, y), number) for x, number in zip(middles, numbers, strict=True))
        for middle, number in self._diamonds:
            draw_diamond(painter, middle, number, self._look)

    def _draw_curve(self, painter: QPainter) -> None:
        axis, plot, ink = self._axis, self._plot(), self._look.theme.color
        corners = self._corners()
        painter.save()
        painter.setClipRect(plot.adjusted(0, -CURVE_PX, 0, CURVE_PX))
        path = QPainterPath()
        path.addPolygon(QPolygonF(corners))
        painter.setPen(QPen(ink("ink"), CURVE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        path.lineTo(axis.scale.x_of(axis.end, self.width()), plot.bottom())
        path.lineTo(axis.scale.x_of(0, self.width()), plot.bottom())
        painter.fillPath(path, ink("ink", AREA_OPACITY))
        painter.restore()

    def _corners(self) -> list[QPointF]:
        axis, width = self._axis, self.width()
        found: list[QPointF] = []
        for at, value in self._curve.points:
            x, y = axis.scale.x_of(max(at, 0), width), self._y_of(value)
            if found:
                found.append(QPointF(x, found[-1].y()))
            found.append(QPointF(x, y))
        found.append(QPointF(axis.scale.x_of(axis.end, width), found[-1].y()))
        return found
