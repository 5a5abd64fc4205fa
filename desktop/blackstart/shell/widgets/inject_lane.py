"""The row of injects above the strips: a tick for each that reached the team."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import TimeLane, draw_dashed
from blackstart.shell.widgets.time_strip import Mark, MarkKind

translate = QCoreApplication.translate

HEIGHT_PX, TICK_PX = 26, 12


class InjectLane(TimeLane):
    """Stays above the strips while they scroll."""

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(look, axis, parent)
        self._marks: tuple[Mark, ...] = ()
        self.setFixedHeight(look.px(HEIGHT_PX))

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        self._marks = marks
        self._renew()

    def draw(self, painter: QPainter) -> None:
        theme, axis, width, area = self._look.theme, self._axis, self.width(), QRectF(self.rect())
        painter.setFont(self._look.font(META))
        painter.setPen(theme.color("tx3"))
        name = QRectF(SPACE_16, 0, axis.scale.left_px - SPACE_16 - SPACE_8, self.height())
        painter.drawText(
            name, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, translate("Strips", "Injects")
        )
        half = self._look.px(TICK_PX) / 2
        for mark in self._marks:
            if not axis.scale.holds(mark.at):
                continue
            x = axis.scale.x_of(mark.at, width)
            if mark.kind is MarkKind.DECISION:
                draw_dashed(painter, x, area, self._look)
            else:
                painter.setPen(QPen(theme.color("ink"), 1.6))
                y = area.center().y() - SPACE_4 / 2
                painter.drawLine(QPointF(x, y - half), QPointF(x, y + half))
