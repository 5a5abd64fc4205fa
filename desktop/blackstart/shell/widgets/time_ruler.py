"""The ruler below the strips: times, and a flag with the playhead's; a slider for the keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.support.fonts import META, SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_4, SPACE_8
from blackstart.shell.widgets.time_axis import TimeAxis
from blackstart.shell.widgets.time_lane import draw_playhead, turn_wheel
from blackstart.shell.widgets.time_strip import tick_label

HEIGHT_PX, FLAG_PX = 40, 22


class TimeRuler(QAbstractSlider):
    """Arrows step as finely as the page shows time; a press or a drag wishes the playhead there."""

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._axis = axis
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(look.px(HEIGHT_PX))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        axis.rescaled.connect(self._rescale)
        axis.moved.connect(self._move)
        look.changed.connect(self.update)
        self._rescale()

    def sizeHint(self) -> QSize:
        return QSize(480, self._look.px(HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        flag = self._flag()
        self._draw_ticks(painter, flag)
        if self._axis.scale.holds(self._axis.now):
            self._draw_flag(painter, flag)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not turn_wheel(self._axis, event, self.width()):
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self._axis.step(steps)

    def _seek(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._axis.seek(self._axis.scale.time_at(event.position().x(), self.width()))

    def _draw_ticks(self, painter: QPainter, flag: QRectF) -> None:
        theme, look, width = self._look.theme, self._look, self.width()
        painter.setFont(look.font(META))
        metrics = QFontMetricsF(painter.font())
        for at in self._axis.scale.ticks(width, look.text_size):
            x, label = self._axis.scale.x_of(at, width), tick_label(at)
            half = metrics.horizontalAdvance(label) / 2
            box = QRectF(x - half - 1, flag.top(), 2 * half + 2, flag.height())
            if not box.adjusted(-SPACE_4, 0, SPACE_4, 0).intersects(flag):
                painter.setPen(theme.color("tx3"))
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, label)

    def _flag(self) -> QRectF:
        """Where the playhead's time stands: within the ruler, however near its line is to an edge."""
        look, x = self._look, self._axis.scale.x_of(self._axis.now, self.width())
        width = QFontMetricsF(look.font(SECONDARY, is_bold=True)).horizontalAdvance(clock_face(self._axis.now))
        width += 2 * SPACE_8
        left = min(max(x - width / 2, self._least_left()), self.width() - width - SPACE_8)
        height = look.px(FLAG_PX)
        return QRectF(round(left), round((self.height() - height) / 2), round(width), height)

    def _least_left(self) -> float:
        """Where what stands on the ruler, if anything does, leaves room."""
        ends = [each.geometry().right() for each in self.findChildren(QWidget) if each.isVisibleTo(self)]
        return max(ends, default=0) + SPACE_8

    def _draw_flag(self, painter: QPainter, flag: QRectF) -> None:
        theme = self._look.theme
        x = self._axis.scale.x_of(self._axis.now, self.width())
        draw_playhead(painter, x, QRectF(0, 0, 1, flag.top()), self._look)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("ink"))
        painter.drawRoundedRect(flag, RADIUS_TAG, RADIUS_TAG)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("ink"), 1.0))
            painter.drawRoundedRect(flag.adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS_TAG + 2, RADIUS_TAG + 2)
        painter.setFont(self._look.font(SECONDARY, is_bold=True))
        painter.setPen(theme.color("inkon"))
        painter.drawText(flag, Qt.AlignmentFlag.AlignCenter, clock_face(self._axis.now))

    def _rescale(self) -> None:
        self.setRange(0, self._axis.end)
        self.update()

    def _move(self, before: int, now: int) -> None:
        self.setValue(now)
        self.setAccessibleDescription(clock_face(now))
        self.update()


_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}
