"""The ring that shows how much of the time to decide is left; redrawn once a second, without easing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look

SIZE_PX, STROKE_PX = 52, 4.0


class CountdownRing(QWidget):
    """A share from 0 to 1, drawn from the top, clockwise."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._share = 1.0
        self.setFixedSize(look.px(SIZE_PX), look.px(SIZE_PX))
        look.changed.connect(self.update)

    @property
    def share(self) -> float:
        return self._share

    def show_share(self, share: float) -> None:
        share = min(max(share, 0.0), 1.0)
        if share != self._share:
            self._share = share
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        stroke = STROKE_PX * self.width() / SIZE_PX
        inset = stroke / 2 + 1
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for token, share in (("btnln", 1.0), ("ink", self._share)):
            painter.setPen(QPen(theme.color(token), stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            painter.drawArc(box, 90 * 16, -round(share * 360 * 16))
        painter.end()
