"""What is to come, which nobody but the facilitator sees: dashed border, crossed eye."""

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.channels import ICONS
from blackstart.shell.run.dashed_frame import DashedFrame
from blackstart.shell.run.sheets import NextLine
from blackstart.shell.support.fonts import BODY, META, SECONDARY
from blackstart.shell.support.icons import draw_icon, icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

ICON_PX, ROW_PX, FIRST_PX, SECOND_PX = 16, 43, 18, 16


class Upcoming(DashedFrame):
    """The next few injects: when, from whom, what; as many as there is room for."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.lines = NextLines(look)
        self._eye = Label()
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(Label(translate("Upcoming", "Next timed injects"), role="strong"))
        head.addStretch(1)
        head.addWidget(self._eye)
        head.addWidget(Label(translate("Upcoming", "facilitator only"), role="hint"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_8)
        whole.setSpacing(SPACE_4)
        whole.addLayout(head)
        whole.addWidget(self.lines, 1)
        look.changed.connect(self._paint_eye)
        self._paint_eye()

    def show_lines(self, lines: tuple[NextLine, ...]) -> None:
        self.lines.show_lines(lines)

    def _paint_eye(self) -> None:
        self._eye.setPixmap(icon("eyeoff", self._look.theme.color("tx2")).pixmap(ICON_PX, ICON_PX))


class NextLines(QWidget):
    """Painted rows, cut where the window is too narrow for their words."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lines: tuple[NextLine, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_lines(self, lines: tuple[NextLine, ...]) -> None:
        if lines != self._lines:
            self._lines = lines
            said = (f"{clock_face(each.at)}, {each.sender}: {each.text}" for each in lines)
            self.setAccessibleName("\n".join(said) or _nothing())
            self.update()

    @property
    def row_px(self) -> int:
        return self._look.px(ROW_PX)

    def sizeHint(self) -> QSize:
        return QSize(240, 4 * self.row_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self.row_px)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._lines:
            painter.setFont(self._look.font(SECONDARY))
            painter.setPen(self._look.theme.color("tx3"))
            painter.drawText(self.rect(), Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, _nothing())
        for number, line in enumerate(self._lines):
            top = number * self.row_px
            if top + self.row_px <= self.height() + SPACE_4:  # a row that has no room is left out whole
                self._draw_row(painter, top, line)
        painter.end()

    def _draw_row(self, painter: QPainter, top: int, line: NextLine) -> None:
        look, theme = self._look, self._look.theme
        painter.setPen(QPen(theme.color("ln"), 1))
        painter.drawLine(0, top, self.width(), top)
        painter.setFont(look.font(BODY))
        time_px = QFontMetrics(painter.font()).horizontalAdvance("0:00:00")
        first, second = look.px(FIRST_PX), look.px(SECOND_PX)
        above = top + (self.row_px - first - second) // 2 + 1
        painter.setPen(theme.color("tx2"))
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRect(0, top, 2 * time_px, self.row_px), middle, clock_face(line.at))
        centre = QPointF(time_px + SPACE_12 + ICON_PX / 2, top + self.row_px / 2)
        draw_icon(painter, ICONS[line.channel], centre, ICON_PX, theme.color("tx2"))
        left = time_px + ICON_PX + 2 * SPACE_12
        room = self.width() - left
        painter.setPen(theme.color("tx1"))
        _draw_cut(painter, QRectF(left, above, room, first), line.sender)
        painter.setFont(look.font(META))
        painter.setPen(theme.color("tx3"))
        _draw_cut(painter, QRectF(left, above + first, room, second), line.text)


def _draw_cut(painter: QPainter, box: QRectF, words: str) -> None:
    shown = QFontMetrics(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def _nothing() -> str:
    return translate("Upcoming", "No more injects are timed.")
