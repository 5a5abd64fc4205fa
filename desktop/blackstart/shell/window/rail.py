"""The rail: five modes from top to bottom, theme, settings and help at its foot."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from blackstart.shell.support.fonts import META
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import keeps_its_keys

WIDTH_PX, FOOT_PX, BADGE_PX, MARK_PX = 64, 44, 44, 3.0
TOP_PX, ICON_PX, GAP_PX, WORD_PX, BOTTOM_PX, FOOT_ICON_PX = 10, 20, 5, 16, 7, 17  # of a button, downwards

WARNING_PX = 18


@dataclass(frozen=True, slots=True)
class Mode:
    """One mode of the window, or a foot of the rail; `key` as people read it."""

    id: str
    word: str
    icon: str
    key: str = ""


class RailButton(QAbstractButton):
    """An icon over its word; the chosen one bears a mark of ink at the left."""

    def __init__(self, named: Mode, look: Look, *, is_mode: bool) -> None:
        super().__init__()
        self.id = named.id
        self._look = look
        self._icon_name = named.icon
        self._is_mode = is_mode
        self._warning = ""
        self.setCheckable(is_mode)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.say(named)
        look.changed.connect(self.update)

    def say(self, named: Mode) -> None:
        """Bear the words of the moment, in the size of the moment."""
        self.setText(named.word)
        self._tip = f"{named.word}  ({named.key})" if named.key else named.word
        self.warn(self._warning)
        foot = eased(self._look, FOOT_PX)
        height = self._word_top() + self._look.px(WORD_PX) + BOTTOM_PX if self._is_mode else foot
        self.setFixedSize(QSize(self._look.px(WIDTH_PX) - 1, height))

    def warn(self, sentence: str) -> None:
        """Bear a mark for what must not be overlooked behind it, whatever page is shown; "" = nothing."""
        self._warning = sentence
        self.setToolTip(f"{self._tip}\n{sentence}".strip())
        self.setAccessibleDescription(sentence)
        self.update()

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
        look = self._look
        if not self._is_mode:
            draw_icon(painter, self._icon_name, QRectF(self.rect()).center(), eased(look, FOOT_ICON_PX), color)
        else:
            size = eased(look, ICON_PX)
            draw_icon(painter, self._icon_name, QPointF(self.width() / 2, TOP_PX + size / 2), size, color)
            painter.setPen(color)
            painter.setFont(look.font(META, is_bold=self.isChecked()))
            word = QRectF(0, self._word_top(), self.width(), look.px(WORD_PX))
            painter.drawText(word, Qt.AlignmentFlag.AlignCenter, self.text())
        if self._warning:
            self._paint_warning(painter)
        painter.end()

    def _paint_warning(self, painter: QPainter) -> None:
        """Put a disk in ink beside the icon, as the alert on the page has it."""
        size = eased(self._look, WARNING_PX)
        plate = QRectF(self.width() - size - SPACE_8, TOP_PX - SPACE_4, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("ink"))
        painter.drawRoundedRect(plate, SPACE_4, SPACE_4)
        draw_icon(painter, "disk", plate.center(), size - 2 * SPACE_4 + 2, self._look.theme.color("inkon"))

    def _word_top(self) -> int:
        return TOP_PX + eased(self._look, ICON_PX) + GAP_PX


def eased(look: Look, usual: float) -> int:
    """Return a length that grows half as fast as words: so five modes fit a low window in the largest size."""
    return round((usual + look.px(usual)) / 2)


class Rail(QWidget):
    """Which mode is on; emits wishes."""

    mode_wished = Signal(str)
    foot_wished = Signal(str)  # id of a foot button

    def __init__(self, modes: Sequence[Mode], foot: Sequence[Mode], look: Look) -> None:
        super().__init__()
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self.setFixedWidth(look.px(WIDTH_PX))
        self._modes = {mode.id: RailButton(mode, look, is_mode=True) for mode in modes}
        self._foot = {each.id: RailButton(each, look, is_mode=False) for each in foot}
        group = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_8, 0, SPACE_8)
        column.setSpacing(2)
        self._badge = Badge(look)
        column.addWidget(self._badge)
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
        """Say the words of all buttons in the language and the size of the moment."""
        self.setFixedWidth(self._look.px(WIDTH_PX))
        self._badge.fit()
        for each in named:
            self.button(each.id).say(each)

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
        self.fit()
        look.changed.connect(self.update)

    def fit(self) -> None:
        """Be as wide as the rail."""
        self.setFixedSize(self._look.px(WIDTH_PX) - 1, BADGE_PX)

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
