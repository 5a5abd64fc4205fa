"""The box at the inspector's foot: why what is chosen is weak; pressed, it lights that on the map."""

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from blackstart.shell.draw.inspector.page import Weak
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_PANEL, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button, PaintedButton
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

ICON_PX = 16


class WeakButton(PaintedButton):
    """A panel with an icon, the kind of weakness in bold, and a sentence."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._icon = "spof"
        self.kind = Label(role="strong", wraps=True)
        self.why = Label(role="secondary", wraps=True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE_12 + look.px(ICON_PX), SPACE_12, SPACE_12, SPACE_12)
        column.setSpacing(2)
        for label in (self.kind, self.why):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.update)

    def show_weak(self, weak: Weak) -> None:
        self._icon = weak.icon
        self.kind.setText(weak.kind)
        self.why.setText(weak.why)
        self.setAccessibleName(f"{weak.kind} {weak.why}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        loud = self.hasFocus()
        painter.setPen(QPen(theme.color("ink" if loud else "btnln"), 1.5 if loud else 1.0))
        painter.setBrush(theme.color("bg3" if self.underMouse() else "bg2"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75), RADIUS_PANEL, RADIUS_PANEL)
        side = self._look.px(ICON_PX)
        middle = QPointF(SPACE_12 + side / 2, self.kind.geometry().top() + self.kind.fontMetrics().height() / 2)
        draw_icon(painter, self._icon, middle, side, theme.color("tx1"))
        painter.end()


class WeakBox(QWidget):
    """One weak point at a time, the worst first."""

    pressed = Signal(object)  # Key

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._weak: tuple[Weak, ...] = ()
        self._at = 0
        self.button = WeakButton(look)
        self.next = Button("", look, role="link")
        self.next.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.button.clicked.connect(self._light)
        self.next.clicked.connect(self._turn)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(SPACE_8)
        self.scroll_along(is_held=False)
        column.addWidget(self.button)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.next)
        column.addLayout(row)
        self.hide()

    def scroll_along(self, *, is_held: bool) -> None:
        """Have margins of its own, or those of what it is held in."""
        side, below = (0, 0) if is_held else (SPACE_16, SPACE_16)
        self._column.setContentsMargins(side, SPACE_12, side, below)

    def show_weak(self, weak: tuple[Weak, ...], *, is_fresh: bool) -> None:
        """Show weak points; `is_fresh` = of something else than before."""
        self._weak = weak
        self._at = 0 if is_fresh else min(self._at, max(len(weak) - 1, 0))
        self.setVisible(bool(weak))
        self.next.setVisible(len(weak) > 1)
        if weak:
            self.button.show_weak(weak[self._at])
            words = translate("Inspector", "Weak point {at} of {number}: the next")
            self.next.setText(words.format(at=self._at + 1, number=len(weak)))

    def _turn(self) -> None:
        self._at = (self._at + 1) % len(self._weak)
        self.show_weak(self._weak, is_fresh=False)

    def _light(self) -> None:
        self.pressed.emit(("light", str(self._weak[self._at].number)))
