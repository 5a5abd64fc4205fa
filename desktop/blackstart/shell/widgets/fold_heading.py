"""The heading of a part that can be folded: a chevron and bold words, pressed by click, Space or Enter."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy

from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import PaintedButton
from blackstart.shell.widgets.word_wrap import lines_of

ROW_PX, CHEVRON_PX = 26, 12
MOST_LINES = 2
LEFT_PX = -2.0  # the drawing of the chevron does not fill its box


class FoldHeading(PaintedButton):
    """Checked = what is below it is seen. Its words go on in a second line where there is no room."""

    def __init__(self, text: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setText(text)
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._look.font(BODY, is_bold=True)).horizontalAdvance(self.text())
        return QSize(self._words_left() + words + SPACE_4, self._look.px(ROW_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._words_left() + self._look.px(CHEVRON_PX), self._look.px(ROW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        more = (len(self._lines()) - 1) * QFontMetrics(self._look.font(BODY, is_bold=True)).height()
        self.setFixedHeight(self._look.px(ROW_PX) + more)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, size = self._look.theme, self._look.px(CHEVRON_PX)
        painter.save()
        painter.translate(LEFT_PX + size / 2, self.height() / 2)
        if not self.isChecked():
            painter.rotate(-90)  # the drawing points down
        draw_icon(painter, "chev", QPointF(0, 0), size, theme.color("tx1" if self.underMouse() else "tx2"))
        painter.restore()
        font = self._look.font(BODY, is_bold=True)
        painter.setFont(font)
        painter.setPen(theme.color("tx1"))
        left = self._words_left()
        room = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, "\n".join(self._lines()))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("ink"), 1))
            ring = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(ring, RADIUS_TAG, RADIUS_TAG)
        painter.end()

    def _lines(self) -> list[str]:
        metrics = QFontMetrics(self._look.font(BODY, is_bold=True))
        return lines_of(self.text(), metrics, self.width() - self._words_left(), MOST_LINES) or [""]

    def _words_left(self) -> int:
        return self._look.px(CHEVRON_PX) + SPACE_8 - SPACE_4
