"""A push button that says which key presses it, in a small frame behind its words."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen

from blackstart.shell.support.fonts import META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import Button

LEAST_PX, HEIGHT_PX, GAP_PX = 36, 18, 10
ICON_GAP_PX = 4  # what Fusion leaves between an icon and words
FAINT = 0.55  # the frame against its words
_SPACE = "\u2009"


class KeyButton(Button):
    """Words in the middle together with the frame of their key."""

    def __init__(self, text: str, key: str, look: Look, icon_name: str = "", role: str = "") -> None:
        super().__init__(text, look, icon_name, role)
        self._words = self.text()
        self._key = key
        self._spaces = 0
        self.setAccessibleName(f"{text}, {key}")

    def say(self, text: str) -> None:
        """Bear other words, without an icon."""
        self._words, self._spaces = text, 0
        self.setAccessibleName(f"{text}, {self._key}")
        self.setText(text)
        self._make_room()

    def sizeHint(self) -> QSize:
        self._make_room()
        return super().sizeHint().expandedTo(QSize(0, self._look.px(LEAST_PX)))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._make_room()
        super().paintEvent(event)
        metrics = QFontMetricsF(self.font())
        content = metrics.horizontalAdvance(self.text())
        if not self.icon().isNull():
            content += self.iconSize().width() + ICON_GAP_PX
        height = self._look.px(HEIGHT_PX)
        left = (self.width() + content) / 2 - self._frame_px()
        frame = QRectF(left, (self.height() - height) / 2, self._frame_px(), height)
        is_primary = self.property("role") == "primary" and self.isEnabled()
        color = self._look.theme.color("inkon" if is_primary else "tx2")
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(META))
        painter.setPen(QPen(color, 1.0))
        painter.setOpacity(FAINT)
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_TAG, RADIUS_TAG)
        painter.setOpacity(1.0)
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._key)
        painter.end()

    def _frame_px(self) -> float:
        return QFontMetricsF(self._look.font(META)).horizontalAdvance(self._key) + 2 * SPACE_8 - SPACE_4

    def _make_room(self) -> None:
        """Leave as much room behind the words as the frame takes: Qt centres both together then."""
        space = QFontMetricsF(self.font()).horizontalAdvance(_SPACE)
        spaces = ceil((self._frame_px() + GAP_PX) / max(space, 1.0))
        if spaces != self._spaces:
            self._spaces = spaces
            self.setText(self._words + _SPACE * spaces)
