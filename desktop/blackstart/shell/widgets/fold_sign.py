"""A sign at the foot of a scroll area that more lies below: a hairline with a chevron."""

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from blackstart.shell.support.look import Look

HEIGHT_PX = 18
CHEVRON_PX = 4.0


class FoldSign(QWidget):
    """Lies over the area's foot while there is something to scroll to; what is pressed on it is the area's."""

    def __init__(self, scroll: QScrollArea, look: Look) -> None:
        super().__init__(scroll)
        self._scroll = scroll
        self._look = look
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        bar = scroll.verticalScrollBar()
        bar.rangeChanged.connect(self._place)
        bar.valueChanged.connect(self._place)
        look.changed.connect(self.update)
        scroll.installEventFilter(self)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._scroll and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, foot = self._look.theme, self.height() - 0.5
        fading = QLinearGradient(0, 0, 0, self.height())  # words are not cut but run out
        fading.setColorAt(0.0, theme.color("bg1", 0.0))
        fading.setColorAt(0.7, theme.color("bg1"))
        painter.fillRect(self.rect(), fading)
        painter.setPen(QPen(theme.color("ln2"), 1.0))
        painter.drawLine(QPointF(0, foot), QPointF(self.width(), foot))
        middle, half = QPointF(self.width() / 2, self.height() / 2 + 2), CHEVRON_PX
        painter.setPen(QPen(theme.color("tx2"), 1.6))
        tip = middle + QPointF(0, half / 2)
        for side in (-1, 1):
            painter.drawLine(tip, tip + QPointF(side * half, -half))
        painter.end()

    def _place(self) -> None:
        bar, port = self._scroll.verticalScrollBar(), self._scroll.viewport().geometry()
        self.setGeometry(port.left(), port.bottom() + 1 - HEIGHT_PX, port.width(), HEIGHT_PX)
        self.setVisible(bar.value() < bar.maximum())
        self.raise_()
