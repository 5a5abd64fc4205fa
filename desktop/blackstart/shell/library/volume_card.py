"""A drill as a card: its map, its title, what it is about, how long it takes."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from blackstart.shell.canvas.snapshot import draw_thumbnail
from blackstart.shell.library.shelf import Volume
from blackstart.shell.support.fonts import BODY, SECONDARY, TITLE, font
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_PANEL, SPACE_8, SPACE_16, Theme
from blackstart.shell.widgets.buttons import keeps_its_keys

translate = QCoreApplication.translate

HEIGHT_PX, PICTURE_PX, SUMMARY_PX, LEAST_WIDTH_PX = 306, 170, 56, 300
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


class VolumeCard(QAbstractButton):
    """Clicked, it is opened."""

    def __init__(self, volume: Volume, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.volume = volume
        self._look = look
        self.setText(volume.title)
        self.setAccessibleDescription(volume.fault or volume.summary)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH_PX, HEIGHT_PX)

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plate = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        shape = QPainterPath()
        shape.addRoundedRect(plate, RADIUS_PANEL, RADIUS_PANEL)
        painter.fillPath(shape, theme.color("bg1"))
        self._draw_picture(painter, shape, QRectF(plate.left(), plate.top(), plate.width(), PICTURE_PX), theme)
        is_lit = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(theme.color("ink" if is_lit else "ln"), 1.5 if is_lit else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape)
        self._draw_words(painter, theme)
        painter.end()

    def _draw_picture(self, painter: QPainter, shape: QPainterPath, area: QRectF, theme: Theme) -> None:
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(area, theme.color("bg0"))
        if self.volume.picture is not None:
            draw_thumbnail(painter, self.volume.picture, area.adjusted(SPACE_8, SPACE_8, -SPACE_8, -SPACE_8), theme)
        painter.restore()
        painter.setPen(QPen(theme.color("ln"), 1.0))
        painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()))

    def _draw_words(self, painter: QPainter, theme: Theme) -> None:
        left, width = SPACE_16, self.width() - 2 * SPACE_16
        painter.setPen(theme.color("tx1"))
        painter.setFont(font(TITLE, is_bold=True))
        title = QFontMetrics(painter.font()).elidedText(self.volume.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(left, PICTURE_PX + 12, width, 22), Qt.AlignmentFlag.AlignVCenter, title)
        painter.setPen(theme.color("tx2"))
        painter.setFont(font(BODY))
        room = QRect(left, PICTURE_PX + 40, width, SUMMARY_PX)
        painter.drawText(room, _WRAP, cut_to(self.volume.fault or self.volume.summary, room, painter.fontMetrics()))
        painter.setFont(font(SECONDARY))
        foot = QRect(left, HEIGHT_PX - 32, width, 20)
        painter.drawText(foot, Qt.AlignmentFlag.AlignVCenter, "   ".join(self.volume.facts))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(foot, right, self.volume.level)


def cut_to(words: str, room: QRect, metrics: QFontMetrics) -> str:
    """Return as many words as fit into a box, with an ellipsis where there are more."""
    kept = words.split()
    shown = " ".join(kept)
    while kept and metrics.boundingRect(QRect(0, 0, room.width(), 10_000), _WRAP, shown).height() > room.height():
        kept.pop()
        shown = " ".join(kept).rstrip(".,;:") + "…"
    return shown
