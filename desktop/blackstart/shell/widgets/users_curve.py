"""A run over time: as played and otherwise, its decisions above it, the playhead with what held then."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from blackstart.core.base.simtime import START
from blackstart.core.review.curves import Curve
from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16
from blackstart.shell.widgets.chart_axis import level_label, levels_up_to, spaced
from blackstart.shell.widgets.curve_area import between, draw_hatch, draw_words, middle_of
from blackstart.shell.widgets.curve_key import DASHED, DOTTED, curve_pen
from blackstart.shell.widgets.diamond import draw_diamond, reach
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import TimeLane, draw_dashed
from blackstart.shell.widgets.time_strip import Mark, MarkKind

CURVE_PX, DOT_PX = 1.75, 4.0
BEYOND_PX = 40  # on either side of what is seen
AREA_OPACITY = 0.09
BAND_OPACITY = 0.10
_NOTHING = Curve(((START, 0),))


@dataclass(frozen=True, slots=True)
class Beside:
    """What is shown beside the run as it was played.

    Attributes
    ----------
    other : Curve or None
        The run as it would have gone another way.
    told : tuple of str
        What is said of the area between; empty = nothing.
    really : (Curve, Curve) or None
        What really happened, with everything back as soon, and as late, as the reports allow.
    """

    other: Curve | None = None
    told: tuple[str, ...] = ()
    really: tuple[Curve, Curve] | None = None

    @property
    def curves(self) -> tuple[Curve, ...]:
        return tuple(each for each in (self.other, *(self.really or ())) if each is not None)


class UsersCurve(TimeLane):
    """Step curves over the time that the page shares."""

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(look, axis, parent)
        self._curve = _NOTHING
        self._levels: tuple[int, ...] = (0,)
        self._decisions: tuple[Mark, ...] = ()
        self._beside = Beside()
        self._chosen = 0
        self._diamonds: tuple[tuple[QPointF, int], ...] = ()  # as they were drawn: middle, number

    def show_curve(self, curve: Curve, marks: tuple[Mark, ...]) -> None:
        self._curve = curve
        self._decisions = tuple(
            sorted((mark for mark in marks if mark.kind is MarkKind.DECISION), key=lambda mark: (mark.at, mark.number))
        )
        self._measure()
        self._renew()

    def show_beside(self, beside: Beside) -> None:
        """Show the same run otherwise; how high the curves are counts for all of them."""
        self._beside = beside
        self._measure()
        self._renew()

    def show_chosen(self, number: int) -> None:
        """Fill the diamond of a decision; 0 = none."""
        if number != self._chosen:
            self._chosen = number
            self._renew()

    def reach_px(self) -> int:
        return round(DOT_PX) + 2

    def draw(self, painter: QPainter) -> None:
        self._draw_levels(painter)
        self._draw_decisions(painter)
        painter.save()
        painter.setClipRect(self._plot().adjusted(0, -CURVE_PX, 0, CURVE_PX))
        self._draw_beside(painter)
        self._draw_curve(painter)
        painter.restore()
        self._tell_area(painter)

    def draw_at_playhead(self, painter: QPainter, x: float) -> None:
        for middle, number in self._diamonds:
            if abs(middle.x() - x) <= reach(self._look):  # the line passes below its number
                draw_diamond(painter, middle, number, self._look, is_filled=number == self._chosen)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("ink"))
        painter.drawEllipse(QPointF(x, self.y_of(self._curve.at(self._axis.now))), DOT_PX, DOT_PX)

    def y_of(self, value: int) -> float:
        """Return where a value lies, px from the top."""
        plot = self._plot()
        return plot.bottom() - value / max(self._levels[-1], 1) * plot.height()

    def _plot(self) -> QRectF:
        left, width = self._axis.scale.left_px, self._axis.scale.room_px(self.width())
        top = 2 * reach(self._look) + SPACE_8
        below = self._look.px(SPACE_8)  # half of the figure at the lowest level
        return QRectF(left, top, width, max(self.height() - top - below, 1.0))

    def _draw_levels(self, painter: QPainter) -> None:
        theme, plot = self._look.theme, self._plot()
        painter.setFont(self._look.font(META))
        line = QFontMetricsF(painter.font()).height()
        is_tight = len(self._levels) > 2 and plot.height() / (len(self._levels) - 1) < line
        for level in self._levels:
            y = round(self.y_of(level)) + 0.5
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
            draw_diamond(painter, middle, number, self._look, is_filled=number == self._chosen)

    def _draw_curve(self, painter: QPainter) -> None:
        axis, plot, ink = self._axis, self._plot(), self._look.theme.color
        path = _path(self._corners(self._curve))
        painter.setPen(QPen(ink("ink"), CURVE_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
        path.lineTo(axis.scale.x_of(axis.end, self.width()), plot.bottom())
        path.lineTo(axis.scale.x_of(0, self.width()), plot.bottom())
        painter.fillPath(path, ink("ink", AREA_OPACITY))

    def _draw_beside(self, painter: QPainter) -> None:
        beside, ink = self._beside, self._look.theme.color
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if beside.really is not None:
            early, late = (self._corners(each) for each in beside.really)
            painter.fillPath(between(early, late), ink("ink", BAND_OPACITY))
            painter.setPen(curve_pen(DOTTED, self._look))
            for corners in (early, late) if beside.really[0] != beside.really[1] else (late,):
                painter.drawPath(_path(corners))
        if beside.other is not None:
            other = self._corners(beside.other)
            if beside.told:
                draw_hatch(painter, between(self._corners(self._curve), other), self._look)
            painter.setPen(curve_pen(DASHED, self._look))
            painter.drawPath(_path(other))

    def _tell_area(self, painter: QPainter) -> None:
        """Say what the area between is worth, where most of it is seen."""
        if self._beside.other is None or not self._beside.told:
            return
        played, other = self._seen(self._corners(self._curve)), self._seen(self._corners(self._beside.other))
        middle = middle_of(played, other)
        if middle is not None:
            draw_words(painter, middle, self._beside.told, self._plot(), self._look)

    def _seen(self, corners: list[QPointF]) -> list[QPointF]:
        """Return a curve between the edges of the plot."""
        plot = self._plot()
        return [QPointF(min(max(each.x(), plot.left()), plot.right()), each.y()) for each in corners]

    def _measure(self) -> None:
        self._levels = levels_up_to(max(each.peak for each in (self._curve, *self._beside.curves)))

    def _corners(self, curve: Curve) -> list[QPointF]:
        """Return the corners of a curve from the beginning of the run to its end."""
        axis, width = self._axis, self.width()
        found: list[QPointF] = []
        for at, value in curve.points:
            if at > axis.end:
                break
            x, y = axis.scale.x_of(max(at, 0), width), self.y_of(value)
            if found:
                found.append(QPointF(x, found[-1].y()))
            found.append(QPointF(x, y))
        found.append(QPointF(axis.scale.x_of(axis.end, width), found[-1].y()))
        return self._near(found)

    def _near(self, corners: list[QPointF]) -> list[QPointF]:
        """Return what is seen of a curve, ends included: of a line that is far longer Qt draws no dashes."""
        plot = self._plot().adjusted(-BEYOND_PX, 0, BEYOND_PX, 0)
        before, after = [corners[0], *corners[:-1]], [*corners[1:], corners[-1]]
        near = zip(before, corners, after, strict=True)
        kept = [each for one, each, other in near if one.x() <= plot.right() and other.x() >= plot.left()]
        return [QPointF(min(max(each.x(), plot.left()), plot.right()), each.y()) for each in kept]


def _path(corners: list[QPointF]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF(corners))
    return path
