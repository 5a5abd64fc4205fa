"""A chart of one measure over exercise time: step curves, decision marks, playhead.

The curves are pyqtgraph's; what lies round them is painted as on the time strip, in whole pixels.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

import numpy as np
import pyqtgraph  # type: ignore[import-untyped]  # it ships no types; nothing else here imports it
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGraphicsItem,
    QGraphicsView,
    QHBoxLayout,
    QStyleOptionGraphicsItem,
    QVBoxLayout,
    QWidget,
)

from blackstart.core.base.simtime import Seconds
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.chart_axis import (
    GROUND,
    Axes,
    draw_axes,
    draw_focus,
    draw_marks,
    draw_playhead,
    halves_of,
    levels_up_to,
    room_for_curves,
)
from blackstart.shell.widgets.labels import Label, OneLine
from blackstart.shell.widgets.time_strip import Mark, Span

WIDTH_PX, HEIGHT_PX, LEAST_HEIGHT_PX = 262, 216, 120
HEAD_PX, ONE_LINE_PX = 28, 230  # of title and figure; where a chart is narrower they stand in two lines
UNIT_LIFT_PX = 3  # puts the small words on the line on which the large ones stand
AREA_OPACITY = 0.09
CLEAR_PX = 3  # round the curves, so that one on the edge is not cut in half
STEP_S, PAGE_S = 60, 600
_KEYS = {
    Qt.Key.Key_Left: -STEP_S,
    Qt.Key.Key_Right: STEP_S,
    Qt.Key.Key_PageUp: -PAGE_S,
    Qt.Key.Key_PageDown: PAGE_S,
}


class Stroke(Enum):
    """How a curve is drawn: none is told apart by colour."""

    SOLID = "solid"
    DASHED = "dashed"
    DOTTED = "dotted"


_DASHES = {Stroke.DASHED: [5.0, 3.5], Stroke.DOTTED: [0.1, 2.4]}


@dataclass(frozen=True, slots=True)
class Series:
    """A step curve: each value holds from its time to the next point, the last one to the playhead."""

    points: tuple[tuple[Seconds, int], ...]
    stroke: Stroke = Stroke.SOLID

    def value_at(self, at: int) -> int | None:
        """Return what holds at a time; None before the first point."""
        found = bisect_right(self.points, at, key=lambda point: point[0])
        return self.points[found - 1][1] if found else None


class Chart(QFrame):
    """Title, figure and curves; seeks where it is told to."""

    sought = Signal(int)  # exercise seconds the user has moved the playhead to
    way_out_wished = Signal()  # to where what is missing can be set

    def __init__(self, look: Look, *, is_seekable: bool = False) -> None:
        super().__init__()
        self._look = look
        self._is_seekable = is_seekable
        self._series: tuple[Series, ...] = ()
        self._marks: tuple[Mark, ...] = ()
        self._span = Span()
        self._whole: int | None = None
        self._now = Seconds(0)
        self._axes = Axes(QRectF(0, 0, 1, 1), self._span, (0,))
        self.title = OneLine("quiet")
        self.figure = Label(role="panel-title")
        self.unit = Label(role="secondary")
        self.missing = Label(role="hint", wraps=True)
        self.way_out = Button("", look, role="link")
        self.way_out.clicked.connect(self.way_out_wished)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._view: QGraphicsView = pyqtgraph.GraphicsView(background=None)
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False)
        self._curves: list[pyqtgraph.PlotCurveItem] = []
        self._under, self._over = _Layer(self._draw_under, -1), _Layer(self._draw_over, 1)
        self._set_up()
        self._lay_out()
        look.changed.connect(self._renew)
        self._renew()

    @property
    def axes(self) -> Axes:
        """Where times and values lie now, px of the plot."""
        return self._axes

    @property
    def plot_at(self) -> QPoint:
        """Upper left corner of the plot."""
        return self._view.pos()

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(WIDTH_PX), self._look.px(HEIGHT_PX))

    def say(self, title: str, figure: str, unit: str = "") -> None:
        """Name what is shown, and how much of it there is now."""
        if (title, figure, unit) == (self.accessibleName(), self.figure.text(), self.unit.text()):
            return
        self.title.say(title)
        for label, words in ((self.figure, figure), (self.unit, unit)):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(title)
        self.setAccessibleDescription(f"{figure} {unit}".strip())

    def show_series(self, series: tuple[Series, ...]) -> None:
        """Show other curves, or the same ones with more points; the first is the one that the dot follows."""
        self._view.show()
        self.missing.hide()
        self.way_out.hide()
        if series == self._series:
            return
        self._series = series
        while len(self._curves) < len(series):
            self._curves.append(pyqtgraph.PlotCurveItem(antialias=True))
            self._box.addItem(self._curves[-1])
        for number, curve in enumerate(self._curves):
            curve.setVisible(number < len(series))
        self._measure()
        self._trace()

    def show_span(self, start: Seconds, until: Seconds) -> None:
        """Show the time from `start` to `until`."""
        if (start, until) != (self._span.start, self._span.until):
            self._span = Span(start, until)
            self._measure()

    def show_whole(self, whole: int | None) -> None:
        """Reach up to a known number of things; None = as far as the curves do."""
        if whole != self._whole:
            self._whole = whole
            self._measure()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Mark decisions; other marks are left to the time strip."""
        if marks != self._marks:
            self._marks = marks
            self._over.update()

    def show_now(self, at: Seconds) -> None:
        """Move the playhead, without a word to anyone."""
        if at != self._now:
            reaches_further = any(not each.points or at > each.points[-1][0] for each in self._series)
            self._now = at
            self._over.update()
            if reaches_further:
                self._trace()

    def show_missing(self, sentence: str, way_out: str = "") -> None:
        """Say why there is nothing to show, in place of the curves, and what leads to where that is mended."""
        self.missing.setText(sentence)
        self.missing.show()
        self.way_out.setText(way_out)
        self.way_out.setVisible(bool(way_out))
        self._view.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = _KEYS.get(Qt.Key(event.key()))
        if by is None or not self._is_seekable:
            super().keyPressEvent(event)
            return
        self.sought.emit(min(max(self._now + by, self._span.start), self._span.until))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.EnabledChange:
            self._over.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._view and event.type() == QEvent.Type.Resize:
            self._turn_head()
            self._measure()
        return super().eventFilter(watched, event)

    def _seek(self, event: QMouseEvent) -> None:
        if self._is_seekable and self._view.isVisible():
            self.sought.emit(self._axes.time_at(event.position().x() - self._view.x()))

    def _set_up(self) -> None:
        self.setProperty("role", "panel")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._is_seekable else Qt.FocusPolicy.NoFocus)
        self.setMinimumSize(self._look.px(160), self._look.px(LEAST_HEIGHT_PX))
        view = self._view
        view.installEventFilter(self)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # the chart itself takes them
        view.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.FullViewportUpdate)
        self._box.setZValue(0)  # else it lies below whatever else is painted
        view.scene().addItem(self._under)
        view.scene().addItem(self._box)
        view.scene().addItem(self._over)
        self._box.setDefaultPadding(0)
        self.missing.hide()
        self.way_out.hide()

    def _lay_out(self) -> None:
        head = self._head
        head.setSpacing(SPACE_8)
        head.addWidget(self.title, 1)
        self.title.setMinimumHeight(self._look.px(HEAD_PX))  # with a figure or without
        amount = QHBoxLayout()
        amount.setSpacing(SPACE_8)
        amount.addWidget(self.figure)
        amount.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignBottom)
        amount.addStretch()
        head.addLayout(amount)
        self.unit.setContentsMargins(0, 0, 0, self._look.px(UNIT_LIFT_PX))
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_12, SPACE_8, SPACE_12, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addLayout(head)
        column.addWidget(self._view, 1)
        column.addWidget(self.missing, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.way_out, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def _turn_head(self) -> None:
        """Put the figure below the title where both have no room in one line; charts of one width look alike."""
        is_narrow = self.width() < self._look.px(ONE_LINE_PX)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        if direction != self._head.direction():
            self._head.setDirection(direction)
            self._head.setSpacing(0 if is_narrow else SPACE_8)

    def _measure(self) -> None:
        """Find anew where everything lies."""
        whole = QRectF(self._view.rect())
        most = max((value for each in self._series for _, value in each.points), default=0)
        levels = levels_up_to(most) if self._whole is None else halves_of(max(self._whole, most))
        self._axes = Axes(room_for_curves(whole, levels, self._span.until, self._look), self._span, levels)
        for layer in (self._under, self._over):
            layer.cover(whole)
        shown = self._axes.area.adjusted(-CLEAR_PX, -CLEAR_PX, CLEAR_PX, CLEAR_PX)
        self._box.setGeometry(shown)
        times, values = self._axes.reach(shown)
        self._box.setRange(xRange=times, yRange=values, padding=0)

    def _trace(self) -> None:
        """Draw the curves up to their last point, or to the playhead."""
        ink = self._look.theme.color("ink")
        for number, (each, curve) in enumerate(zip(self._series, self._curves, strict=False)):
            x, y = _steps(each, self._now)
            pen = QPen(ink, 1.75 if each.stroke is Stroke.SOLID else 1.5)
            pen.setCosmetic(True)
            if each.stroke in _DASHES:
                pen.setDashPattern(_DASHES[each.stroke])
                pen.setCapStyle(Qt.PenCapStyle.RoundCap if each.stroke is Stroke.DOTTED else Qt.PenCapStyle.FlatCap)
            fills = number == 0 and each.stroke is Stroke.SOLID
            brush = self._look.theme.color("ink", AREA_OPACITY)
            curve.setData(x, y, pen=pen, fillLevel=0 if fills else None, brush=brush if fills else None)

    def _renew(self) -> None:
        self._view.setBackgroundBrush(self._look.theme.color(GROUND))
        self._measure()
        self._trace()

    def _draw_under(self, painter: QPainter) -> None:
        draw_axes(painter, self._axes, self._look)

    def _draw_over(self, painter: QPainter) -> None:
        draw_marks(painter, self._axes, self._marks, self._look)
        value = self._series[0].value_at(self._now) if self._series else None
        draw_playhead(painter, self._axes, self._now, value, self._look)
        if self.hasFocus():
            draw_focus(painter, self._axes, self._look)


class _Layer(QGraphicsItem):
    """Paints over the whole view, in its pixels."""

    def __init__(self, draw: Callable[[QPainter], None], height: float) -> None:
        super().__init__()
        self._draw = draw
        self._room = QRectF()
        self.setZValue(height)

    def cover(self, room: QRectF) -> None:
        self.prepareGeometryChange()
        self._room = room
        self.update()

    def boundingRect(self) -> QRectF:
        return self._room

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter)


def _steps(series: Series, now: int) -> tuple[np.ndarray, np.ndarray]:
    """Corners of a step curve: times and values."""
    if not series.points:
        return np.empty(0), np.empty(0)
    times, values = np.array(series.points, dtype=float).T
    until = max(float(now), times[-1])
    return np.repeat(np.append(times, until), 2)[1:-1], np.repeat(values, 2)
