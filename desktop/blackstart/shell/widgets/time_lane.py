"""A band of the page along the shared time: kept as painted, so that moving the playhead repaints its line alone."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_axis import TimeAxis

PLAYHEAD_PX = 1.5
WHEEL_NOTCH = 120  # eighths of a degree
SCROLL_A_NOTCH = 0.1  # of what is shown


class TimeLane(QWidget):
    """Draws itself once in `draw`, then the playhead over it; a press or a drag wishes the playhead there."""

    def __init__(self, look: Look, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._axis = axis
        self._painted: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        axis.rescaled.connect(self._renew)
        axis.moved.connect(self._move)
        look.changed.connect(self._renew)

    def draw(self, painter: QPainter) -> None:
        """Paint everything but the playhead."""
        raise NotImplementedError

    def draw_at_playhead(self, painter: QPainter, x: float) -> None:
        """Paint what goes along with the playhead, within `reach_px` of its line."""

    def reach_px(self) -> int:
        """From the playhead's line to the end of what goes along with it."""
        return 2

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._painted is None:
            self._painted = self._paint_all()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        x = self._axis.scale.x_of(self._axis.now, self.width())
        if self._axis.scale.holds(self._axis.now):
            draw_playhead(painter, x, QRectF(self.rect()), self._look)
            self.draw_at_playhead(painter, x)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._renew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._seek(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if not turn_wheel(self._axis, event, self.width()):
            event.ignore()

    def _seek(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._axis.seek(self._axis.scale.time_at(event.position().x(), self.width()))

    def _move(self, before: int, now: int) -> None:
        for at in (before, now):
            self.update(strip_at(self._axis.scale.x_of(at, self.width()), self.reach_px(), self.height()))

    def _renew(self) -> None:
        self._painted = None
        self.update()

    def _paint_all(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        painted = QPixmap(self.size() * ratio)
        painted.setDevicePixelRatio(ratio)
        painted.fill(self._look.theme.color("bg0"))
        painter = QPainter(painted)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()
        return painted


def draw_playhead(painter: QPainter, x: float, area: QRectF, look: Look) -> None:
    painter.setPen(QPen(look.theme.color("ink"), PLAYHEAD_PX))
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def draw_dashed(painter: QPainter, x: float, area: QRectF, look: Look) -> None:
    """Paint the line of a decision, which goes through everything."""
    pen = QPen(look.theme.color("tx3"), 1.0)
    pen.setDashPattern([2.0, 3.0])
    pen.setDashOffset(area.top())
    painter.setPen(pen)
    x = round(x) + 0.5
    painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))


def strip_at(x: float, reach_px: int, height: int) -> QRect:
    """Return what a line and its surroundings cover."""
    return QRect(int(x) - reach_px, 0, 2 * reach_px + 2, height)


def turn_wheel(axis: TimeAxis, event: QWheelEvent, width: int) -> bool:
    """Zoom time with Ctrl, scroll it sideways; whether the wheel meant time at all."""
    by = event.angleDelta()
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier and by.y():
        axis.zoom(1 if by.y() > 0 else -1, axis.scale.time_at(event.position().x(), width))
    elif by.x() and abs(by.x()) >= abs(by.y()):
        axis.scroll_to(
            axis.scale.start - round(by.x() / WHEEL_NOTCH * SCROLL_A_NOTCH * (axis.scale.until - axis.scale.start))
        )
    else:
        return False
    event.accept()
    return True
