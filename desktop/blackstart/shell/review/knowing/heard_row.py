"""A row of something that had reached the team, or that it had said: when, from or by whom, and its first words."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from blackstart.core.base.simtime import Seconds, clock_face
from blackstart.shell.review.one_line import one_line, plain_tip
from blackstart.shell.review.pressable import Pressable
from blackstart.shell.support.fonts import BODY, META
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8

ABOVE_PX, WORDS_PX = 16, 20
MOST_TOLD = 400  # characters of the tool tip


class HeardRow(Pressable):
    """Used again for others, as the playhead moves; pressed, it leads to its second."""

    def __init__(self, look: Look) -> None:
        super().__init__("", look)
        self._above, self._words = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_heard(self, at: Seconds, who: str, words: str) -> None:
        """Show one."""
        self._key = str(int(at))
        above, told = ", ".join(filter(None, (clock_face(at), one_line(who)))), one_line(words[:MOST_TOLD])
        if (above, told) != (self._above, self._words):
            self._above, self._words = above, told
            self.setAccessibleName(f"{above}. {told}")
            self.setToolTip(plain_tip(told))
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, self._look.px(ABOVE_PX) + self._look.px(WORDS_PX) + 2 * SPACE_4)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        look = self._look
        inner = self.plate().adjusted(SPACE_8, SPACE_4, -SPACE_8, -SPACE_4)
        above = look.px(ABOVE_PX)
        lines = (
            (QRectF(inner.left(), inner.top(), inner.width(), above), self._above, META, "tx2"),
            (inner.adjusted(0, above, 0, 0), self._words, BODY, "tx1"),
        )
        for room, words, size, token in lines:
            font = look.font(size)
            painter.setFont(font)
            painter.setPen(look.theme.color(token))
            cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
        painter.end()
