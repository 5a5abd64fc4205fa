"""Buttons: with our icons in the theme's colours, and in rows of which one is chosen.

A click leaves the focus where it was and a focused button keeps the space bar for itself; else the space bar,
which plays and holds, would press whatever was clicked last.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG

ICON_PX, RING_PX, RING_INSET_PX = 16, 1.5, 3.5
ICON_GAP = "\u2002"  # Fusion sets words 4 px from their icon, which is too near
_PRESSING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


def keeps_its_keys(button: QAbstractButton, event: QEvent) -> bool:
    """Whether an event is a pressing key of a focused button; if so the window's shortcuts do not get it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    if Qt.Key(event.key()) not in _PRESSING or event.modifiers() != Qt.KeyboardModifier.NoModifier:
        return False
    event.accept()
    return True


def presses_by_enter(event: QKeyEvent) -> bool:
    """Whether a key is Enter alone: with Ctrl it belongs to the whole form, wherever the focus is."""
    is_enter = Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier


def draw_ring_inside(button: QPushButton) -> None:
    """Paint the focus into a button that is filled with ink, where a border of ink could not be seen."""
    painter = QPainter(button)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(button.palette().color(QPalette.ColorRole.HighlightedText), RING_PX))
    box = QRectF(button.rect()).adjusted(RING_INSET_PX, RING_INSET_PX, -RING_INSET_PX, -RING_INSET_PX)
    painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
    painter.end()


class PaintedButton(QAbstractButton):
    """Painted by its heirs; Enter presses it as Space does, and both are its own while it has the focus."""

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses_by_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)


class Button(QPushButton):
    """A push button; `role` is primary, quiet or nothing."""

    def __init__(self, text: str, look: Look, icon_name: str = "", role: str = "") -> None:
        super().__init__()
        self.setText(f"{ICON_GAP}{text}" if icon_name and text else text)
        self._look = look
        self._icon_name = icon_name
        self.setProperty("role", role)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        look.changed.connect(self._paint_icon)
        self._paint_icon()

    def setText(self, text: str) -> None:
        super().setText(text.replace("&", "&&"))  # a name may hold one; Qt would make a key of it

    def text(self) -> str:
        return super().text().replace("&&", "&")

    def show_icon(self, name: str) -> None:
        self._icon_name = name
        self._paint_icon()

    def show_role(self, role: str) -> None:
        """Be primary, quiet or nothing from now on."""
        if role != self.property("role"):
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)  # Qt reads a property of the style sheet only then
            self._paint_icon()

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if presses_by_enter(event):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.property("role") == "primary":
            draw_ring_inside(self)

    def _paint_icon(self) -> None:
        if self._icon_name:
            token = "inkon" if self.property("role") == "primary" else "tx1"
            theme = self._look.theme
            size = self._look.px(ICON_PX)
            self.setIconSize(QSize(size, size))
            self.setIcon(icon(self._icon_name, theme.color(token), size, off=theme.color("tx3")))


class Segments(QWidget):
    """A row of choices of which one is chosen; choices are named by a key."""

    picked = Signal(str)  # key, by the user

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, _Segment] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for number, (key, text) in enumerate(choices):
            place = "first" if number == 0 else "last" if number == len(choices) - 1 else "inner"
            button = _Segment(key, text, place)
            button.wanted.connect(self.picked)
            self._buttons[key] = button
            self._group.addButton(button)
            row.addWidget(button)

    @property
    def key(self) -> str:
        """Key of what is chosen; empty while nothing is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show a choice as chosen, without a word to anyone; an unknown key shows none."""
        self._group.setExclusive(False)
        for each, button in self._buttons.items():
            button.setChecked(each == key)
            # Tab stops once in a row, at what is chosen; arrows go on from there.
            is_stop = each == key or key not in self._buttons
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_stop else Qt.FocusPolicy.NoFocus)
        self._group.setExclusive(True)

    def name(self, name: str, hint: str = "") -> None:
        """Say what is chosen here, to those who hear the window."""
        self.setAccessibleName(name)
        for button in self._buttons.values():
            button.setAccessibleName(f"{name}: {button.text()}")
            button.setAccessibleDescription(hint)

    def button(self, key: str) -> QPushButton:
        return self._buttons[key]


class _Segment(QPushButton):
    wanted = Signal(str)

    def __init__(self, key: str, text: str, place: str) -> None:
        super().__init__(text)
        self._key = key
        self.setCheckable(True)
        self.setProperty("segment", place)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._tell)

    def sizeHint(self) -> QSize:
        """Ask for room for the words as they are when it is chosen: bold."""
        hint, bold = super().sizeHint(), QFont(self.font())
        bold.setBold(True)
        more = QFontMetrics(bold).horizontalAdvance(self.text()) - self.fontMetrics().horizontalAdvance(self.text())
        return QSize(hint.width() + max(more, 0), hint.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.isChecked():
            draw_ring_inside(self)

    def _tell(self) -> None:
        self.wanted.emit(self._key)
