"""How much of something is done, as a line that fills."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.look import Look

HEIGHT_PX = 6


class ProgressLine(QWidget):
    """Painted in ink; what it shows is said beside it in words too."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.share = 0.0  # of it is done
        self.setFixedHeight(HEIGHT_PX)
        look.changed.connect(self.update)

    def show_share(self, share: float) -> None:
        """0..1 of it is done."""
        self.share = min(max(share, 0.0), 1.0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        for width, token in ((whole.width(), "btnln"), (whole.width() * self.share, "ink")):
            painter.setBrush(self._look.theme.color(token))
            painter.drawRoundedRect(QRectF(0, 0, width, whole.height()), whole.height() / 2, whole.height() / 2)
        painter.end()
