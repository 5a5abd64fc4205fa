"""One way to decide: a radio row with what it is foreseen to do."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.shell.support.fonts import BODY, SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_8
from blackstart.shell.widgets.buttons import PaintedButton

LEFT_PX, RIGHT_PX, RADIO_PX, FOCUS_INSET_PX = 34, 12, 6.0, 4
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft


class ChoiceRow(PaintedButton):
    """A bold line and a smaller one below it; both wrap."""

    def __init__(self, text: str, detail: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._detail = detail
        self._known: dict[
            tuple[int, int], tuple[int, int]
        ] = {}  # by width and text size: a layout asks again and again
        self.setText(text)
        self.setAccessibleDescription(detail)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bold, small = self._heights(width)
        return bold + small + 2 * SPACE_8

    def sizeHint(self) -> QSize:
        width = 320
        return QSize(width, self.heightForWidth(width))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        group = self.group()
        if Qt.Key(event.key()) in _ARROWS and group is not None:
            for row in group.buttons():
                if row.hasFocus():
                    row.setChecked(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_plate(painter)
        bold, small = self._heights(self.width())
        left, room = self._look.px(LEFT_PX), self._room(self.width())
        theme = self._look.theme
        painter.setFont(self._look.font(BODY, is_bold=True))
        painter.setPen(theme.color("tx1"))
        painter.drawText(QRect(left, SPACE_8, room, bold), _WRAP, self.text())
        painter.setFont(self._look.font(SECONDARY))
        painter.setPen(theme.color("tx2"))
        painter.drawText(QRect(left, SPACE_8 + bold, room, small), _WRAP, self._detail)
        painter.end()

    def _draw_plate(self, painter: QPainter) -> None:
        theme = self._look.theme
        plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(theme.color("ink" if self.isChecked() else "btnln"), 1.5 if self.isChecked() else 1.0))
        painter.setBrush(theme.color("bg3" if self.underMouse() else "bg1"))
        painter.drawRoundedRect(plate, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.hasFocus():  # dashed, so that it is not taken for the choice
            inset = FOCUS_INSET_PX
            painter.setPen(QPen(theme.color("ink"), 1.0, Qt.PenStyle.DashLine))
            inner = plate.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(inner, RADIUS_CONTROL - 2, RADIUS_CONTROL - 2)
        centre = QPointF(self._look.px(LEFT_PX) / 2, SPACE_8 + self._look.px(9))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("ink" if self.isChecked() else "ln2"), 4.0 if self.isChecked() else 1.2))
        radius = self._look.px(RADIO_PX) - (1.5 if self.isChecked() else 0.0)
        painter.drawEllipse(centre, radius, radius)

    def _room(self, width: int) -> int:
        return max(width - self._look.px(LEFT_PX) - RIGHT_PX, 40)

    def _heights(self, width: int) -> tuple[int, int]:
        size = self._look.text_size
        if (width, size) not in self._known:
            self._known[width, size] = (
                self._height(self.text(), self._look.font(BODY, is_bold=True), width),
                self._height(self._detail, self._look.font(SECONDARY), width),
            )
        return self._known[width, size]

    def _height(self, words: str, font: QFont, width: int) -> int:
        room = QRect(0, 0, self._room(width), 10_000)
        return QFontMetrics(font).boundingRect(room, _WRAP, words).height() if words else 0
