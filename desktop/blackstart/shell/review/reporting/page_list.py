"""The pages of a report below one another, as they will be on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12, SPACE_20

translate = QCoreApplication.translate

USUAL_SHAPE = 210 / 297  # height of a page by its width
WAITING_PX = 160


class PageList(QWidget):
    """As wide as there is room; a sentence while no page is there."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._images: Sequence[QImage] = ()
        self._sentence = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_pages(self, images: Sequence[QImage], told: str) -> None:
        """Show pages; `told` is said to those who cannot see them."""
        self._images, self._sentence = images, ""
        self.setAccessibleName(told)
        self.updateGeometry()
        self.update()

    def say(self, sentence: str) -> None:
        """Show a sentence instead, where no page is there yet."""
        if not self._images:
            self._sentence = sentence
            self.setAccessibleName(sentence)
            self.update()

    def heightForWidth(self, width: int) -> int:
        if not self._images:
            return WAITING_PX
        return len(self._images) * (self._page_height(width) + SPACE_12) + SPACE_20

    def sizeHint(self) -> QSize:
        return QSize(800, self.heightForWidth(800))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._sentence:
            painter.setFont(self._look.font(BODY))
            painter.setPen(self._look.theme.color("tx2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._sentence)
        high = self._page_height(self.width())
        for number, image in enumerate(self._images):
            page = QRectF(SPACE_20, SPACE_12 + number * (high + SPACE_12), self.width() - 2 * SPACE_20, high)
            if page.intersects(QRectF(event.rect())):
                painter.drawImage(page, image)
                painter.setPen(QPen(self._look.theme.color("ln"), 1))
                painter.drawRect(page)
        painter.end()

    def _page_height(self, width: int) -> int:
        return round((width - 2 * SPACE_20) * USUAL_SHAPE)
