"""The curves of a few runs on one axis, told apart by their dashes, with where a decision was settled in each."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from blackstart.core.base.ids import DecisionId
from blackstart.core.base.simtime import Seconds
from blackstart.shell.review.comparing.lines import between, corners, line_of, line_pen
from blackstart.shell.review.comparing.naming import run_name
from blackstart.shell.review.comparing.side import Compared
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8
from blackstart.shell.widgets.chart_axis import Axes, draw_axes, draw_marks, levels_up_to, room_for_curves
from blackstart.shell.widgets.labels import YieldingLine
from blackstart.shell.widgets.time_strip import Mark, MarkKind, Span

translate = QCoreApplication.translate

HEIGHT_PX, SAMPLE_PX, MOST_NAME_PX = 240, 36, 320
HATCH_OPACITY = 0.38


class CurvesView(QWidget):
    """Users cut off in each run; with two runs, the area between them is hatched."""

    def __init__(self, look: Look, shown: Compared) -> None:
        super().__init__()
        self._look = look
        self._shown = shown
        self._marks: tuple[Mark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(HEIGHT_PX))
        names = ", ".join(run_name(side.row) for side in shown.sides)
        self.setAccessibleName(translate("Compare", "Users cut off in {runs}").format(runs=names))
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(480), self._look.px(HEIGHT_PX))

    def mark(self, decision: DecisionId | None) -> None:
        """Show when each run settled a decision, by the number that it has there."""
        self._marks = ()
        if decision is not None:
            settled = [side.run for side in self._shown.sides if decision in side.run.ways]
            self._marks = tuple(
                Mark(run.ways[decision].at, MarkKind.DECISION, run.numbers[decision]) for run in settled
            )
        self.update()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        axes = self._axes()
        draw_axes(painter, axes, self._look)
        self._draw_between(painter, axes)
        ink = self._look.theme.color("ink")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for number, side in enumerate(self._shown.sides):
            painter.setPen(line_pen(number, ink))
            painter.drawPath(line_of(corners(side.run.users, side.run.until, axes)))
        draw_marks(painter, axes, self._marks, self._look)
        painter.end()

    def _axes(self) -> Axes:
        levels = levels_up_to(max(side.run.users.peak for side in self._shown.sides))
        whole = room_for_curves(QRectF(self.rect()), levels, self._shown.until, self._look)
        return Axes(whole, Span(Seconds(0), self._shown.until), levels)

    def _draw_between(self, painter: QPainter, axes: Axes) -> None:
        if len(self._shown.sides) == 2:
            one, other = (side.run for side in self._shown.sides)
            area = between(one.users, other.users, min(one.until, other.until), axes)
            hatch = QBrush(self._look.theme.color("ink", HATCH_OPACITY), Qt.BrushStyle.BDiagPattern)
            painter.fillPath(area, hatch)


class LineSample(QWidget):
    """How the curve of a run looks, with its name."""

    def __init__(self, number: int, name: str, look: Look) -> None:
        super().__init__()
        self._number = number
        self._look = look
        label = YieldingLine()
        label.say(name)
        label.setMaximumWidth(look.px(MOST_NAME_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(SAMPLE_PX) + SPACE_8, 0, SPACE_8, 0)
        row.addWidget(label)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(line_pen(self._number, self._look.theme.color("ink")))
        middle = self.height() // 2
        painter.drawLine(0, middle, self._look.px(SAMPLE_PX), middle)
        painter.end()
