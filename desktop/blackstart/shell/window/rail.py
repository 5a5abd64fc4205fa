"""The rail: five modes from top to bottom, theme, settings and help at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from blackstart.shell.support.fonts import META, font
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import keeps_its_keys

WIDTH_PX, BUTTON_PX, FOOT_PX, ICON_PX, FOOT_ICON_PX, MARK_PX = 64, 58, 44, 20.0, 17.0, 3.0


@dataclass(frozen=True, slots=True)
class Mode:
    """One mode of the window."""

    id: str
    word: str
    icon: str


class RailButton(QAbstractButton):
    """An icon over its word; the chosen one bears a mark of ink at the left."""

    def __init__(self, id_: str, word: str, icon_name: str, look: Look, *, is_mode: bool) -> None:
        super().__init__()
        self.id = id_
        self._look = look
        self._icon_name = icon_name
        self._is_mode = is_mode
        self.say(word)
        self.setCheckable(is_mode)
        self.setFixedSize(QSize(WIDTH_PX - 1, BUTTON_PX if is_mode else FOOT_PX))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self.update)

    def say(self, word: str) -> None:
        self.setText(word)
        self.setToolTip("" if self._is_mode else word)

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(SPACE_4, 1, -SPACE_4, -1)
        is_lit = self.isChecked() or self.underMouse()
        if is_lit or self.hasFocus():
            painter.setPen(QPen(theme.color("ink"), 1.2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("bg3") if is_lit else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plate, RADIUS_CONTROL, RADIUS_CONTROL)
        if self.isChecked():
            painter.fillRect(QRectF(0, plate.top() + 7, MARK_PX, plate.height() - 14), theme.color("ink"))
        color = theme.color("tx1" if is_lit else "tx2")
        if not self._is_mode:
            draw_icon(painter, self._icon_name, QRectF(self.rect()).center(), FOOT_ICON_PX, color)
        else:
            draw_icon(painter, self._icon_name, QPointF(self.width() / 2, 20), ICON_PX, color)
            painter.setPen(color)
            painter.setFont(font(META, is_bold=self.isChecked()))
            painter.drawText(QRectF(0, 35, self.width(), 16), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class Rail(QWidget):
    """Which mode is on; emits wishes."""

    mode_wished = Signal(str)
    foot_wished = Signal(str)  # id of a foot button

    def __init__(self, modes: Sequence[Mode], foot: Sequence[Mode], look: Look) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH_PX)
        self._modes = {mode.id: RailButton(mode.id, mode.word, mode.icon, look, is_mode=True) for mode in modes}
        self._foot = {each.id: RailButton(each.id, each.word, each.icon, look, is_mode=False) for each in foot}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        column.setSpacing(2)
        column.addWidget(Badge(look))
        for button in self._modes.values():
            group.addButton(button)
            column.addWidget(button)
            button.clicked.connect(self._tell_mode)
        column.addStretch(1)
        for button in self._foot.values():
            column.addWidget(button)
            button.clicked.connect(self._tell_foot)

    def show_mode(self, mode: str) -> None:
        self._modes[mode].setChecked(True)

    def retell(self, named: Sequence[Mode]) -> None:
        """Say the words of all buttons in another language."""
        for each in named:
            self.button(each.id).say(each.word)

    def button(self, id_: str) -> RailButton:
        return self._modes.get(id_) or self._foot[id_]

    def _tell_mode(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailButton):
            self.mode_wished.emit(sender.id)

    def _tell_foot(self) -> None:
        sender = self.sender()
        if isinstance(sender, RailButton):
            self.foot_wished.emit(sender.id)


class Badge(QWidget):
    """The program's sign: a B and the lamp that comes on first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(WIDTH_PX - 1, 44)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self.paint(painter)
        painter.end()

    def paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._look.theme.color("ink")
        left, top = self.width() / 2 - 11, 9.0
        pen = QPen(ink, 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
        letter = QPainterPath(QPointF(left + 3, top + 10.5))
        letter.lineTo(left + 10, top + 10.5)
        letter.cubicTo(left + 18, top + 10.5, left + 18, top + 21, left + 10, top + 21)
        letter.lineTo(left + 3, top + 21)
        letter.lineTo(left + 3, top)
        letter.lineTo(left + 9, top)
        letter.cubicTo(left + 16, top, left + 16, top + 10.5, left + 9, top + 10.5)
        painter.setPen(pen)
        painter.drawPath(letter)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawEllipse(QPointF(left + 20.5, top + 1.5), 2.9, 2.9)
