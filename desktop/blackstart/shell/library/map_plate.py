"""The picture of a drill's map, or a sentence in its place while there is none."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.shell.library.thumbnails import Thumbnails
from blackstart.shell.library.volume import Volume
from blackstart.shell.support.fonts import SECONDARY
from blackstart.shell.support.look import Look

CARD_MAP_PX, DETAIL_MAP_PX = 170, 196  # heights; they tell the two pictures of a drill apart


def draw_plate(painter: QPainter, area: QRectF, volume: Volume, thumbnails: Thumbnails, look: Look) -> None:
    """Paint the upper part of a card or panel: the map on the window's ground, and a hairline below it."""
    theme = look.theme
    painter.fillRect(area, theme.color("bg0"))
    ratio = painter.device().devicePixelRatioF()
    pixmap = thumbnails.pixmap(volume, QSize(round(area.width()), round(area.height())), ratio)
    if pixmap is not None:
        painter.drawPixmap(area, pixmap, QRectF(pixmap.rect()))
    else:
        painter.setPen(theme.color("tx3"))
        painter.setFont(look.font(SECONDARY))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, _instead(volume))
    painter.setPen(QPen(theme.color("ln"), 1.0))
    painter.drawLine(QPointF(area.left(), area.bottom()), QPointF(area.right(), area.bottom()))


def _instead(volume: Volume) -> str:
    return volume.scene_words if volume.scene is None else ""


class MapPlate(QWidget):
    """The large picture over the detail of a drill."""

    def __init__(self, thumbnails: Thumbnails, look: Look) -> None:
        super().__init__()
        self._look = look
        self._thumbnails = thumbnails
        self._volume: Volume | None = None
        self.setFixedHeight(DETAIL_MAP_PX)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        thumbnails.made.connect(self.update)
        look.changed.connect(self.update)

    def show_volume(self, volume: Volume) -> None:
        self._volume = volume
        self.setAccessibleName(volume.scene_words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._volume is not None:
            area = QRectF(self.rect()).adjusted(0, 0, 0, -0.5)
            draw_plate(painter, area, self._volume, self._thumbnails, self._look)
        painter.end()
