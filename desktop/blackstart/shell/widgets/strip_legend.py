"""What the textures of the strips mean, in words."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.core.engine.trace import Shown
from blackstart.shell.support.fonts import SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16
from blackstart.shell.widgets.strip_paint import StripPaint

SAMPLE_WIDTH_PX, SAMPLE_HEIGHT_PX, ROW_PX = 22, 12, 22
# None = on reserve
_ORDER = (None, Shown.DEGRADED, Shown.DOWN, Shown.RECOVERING, Shown.ISOLATED, Shown.MAINTENANCE)


class StripLegend(QWidget):
    """A row of samples and words that goes on in a second one where there is no room."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._renew)

    def whole_width(self) -> int:
        """What it needs to stand in one row, px."""
        return round(self._places(1 << 20)[-1][2].right()) + 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as high as the rows need at this width; in a scroll area no layout would ask for it."""
        self.setFixedHeight(max(self._height(self.width()), 1))

    def _height(self, width: int) -> int:
        return round(self._places(max(width, 1))[-1][2].bottom())

    def sizeHint(self) -> QSize:
        width = self.whole_width()
        return QSize(width, self._height(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(ROW_PX))

    def _renew(self) -> None:
        self._fit()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint = StripPaint(self._look.theme, self.devicePixelRatioF())
        width, height = self._look.px(SAMPLE_WIDTH_PX), self._look.px(SAMPLE_HEIGHT_PX)
        painter.setFont(self._look.font(SECONDARY))
        for shown, word, place in self._places(self.width()):
            sample = QRectF(place.left(), round(place.center().y() - height / 2), width, height)
            paint.draw(painter, sample, shown or Shown.OPERATIONAL, is_on_reserve=shown is None)
            painter.setPen(self._look.theme.color("tx2"))
            painter.drawText(place.adjusted(width + SPACE_8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, word)
        painter.end()

    def _places(self, width: int) -> list[tuple[Shown | None, str, QRectF]]:
        """Each state with its word and the room of both."""
        look, row = self._look, self._look.px(ROW_PX)
        metrics = QFontMetricsF(look.font(SECONDARY))
        found, corner = [], QPointF()
        for shown in _ORDER:
            word = look.words.say(f"state.{shown or 'on-reserve'}")
            needed = look.px(SAMPLE_WIDTH_PX) + SPACE_8 + metrics.horizontalAdvance(word) + 2
            if corner.x() and corner.x() + needed > width:
                corner = QPointF(0, corner.y() + row)
            found.append((shown, word, QRectF(corner.x(), corner.y(), needed, row)))
            corner += QPointF(needed + SPACE_16, 0)
        return found
