"""What reached the team last: who says it, when, and the words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.display.board import Board, metrics_of, words_font
from blackstart.shell.display.setting_type import Block, block
from blackstart.shell.display.sheets import MessageSheet
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, RADIUS_PANEL
from blackstart.shell.widgets.channel_icons import ICONS

PAD, WELL, ICON, HEAD = 22.0, 44.0, 22.0, 72.0
SENDER, TIME = 22.0, 20.0
SIZES, LEAST_EASY = (25.0, 22.0, 20.0, 18.0, 16.0, 14.0, 13.0), 18.0
LINE_MOST = 1100.0  # longer lines cannot be followed


class MessagePanel(Board):
    """Shows a `MessageSheet`."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.sheet: MessageSheet | None = None

    def show_sheet(self, sheet: MessageSheet) -> None:
        self.sheet = sheet
        when = clock_face(sheet.at) if sheet.at is not None else ""
        self.setAccessibleName(", ".join(part for part in (sheet.sender, when, sheet.text) if part))
        self.update()

    def is_whole(self, width: float, height: float) -> bool:
        """Whether a panel of so many units can show all words at all."""
        return self.sheet is None or _words(self.sheet, width, height).is_whole

    def is_easy(self, width: float, height: float) -> bool:
        """Whether a panel of so many units can show all words in a size that is read with ease."""
        if self.sheet is None:
            return True
        found = _words(self.sheet, width, height)
        return found.is_whole and found.size >= LEAST_EASY

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, sheet = self._look.theme, self.sheet
        with self.brush() as painter:
            painter.setPen(QPen(theme.color("ln"), 1.0))
            painter.setBrush(theme.color("bg1"))
            whole = QRectF(0.5, 0.5, self.units_wide - 1, self.units_high - 1)
            painter.drawRoundedRect(whole, RADIUS_PANEL, RADIUS_PANEL)
            if sheet is None:
                return
            top = PAD
            if sheet.channel is not None:
                self._head(painter, sheet)
                top += HEAD - PAD / 2
            painter.setPen(theme.color("tx1" if sheet.channel is not None else "tx2"))
            _words(sheet, self.units_wide, self.units_high).draw(painter, PAD, top)

    def _head(self, painter: QPainter, sheet: MessageSheet) -> None:
        theme = self._look.theme
        well = QRectF(PAD, PAD - 3, WELL, WELL)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("bg3"))
        painter.drawRoundedRect(well, RADIUS_CONTROL, RADIUS_CONTROL)
        if sheet.channel is not None:
            draw_icon(painter, ICONS[sheet.channel], well.center(), ICON, theme.color("tx1"))
        when = clock_face(sheet.at) if sheet.at is not None else ""
        taken = metrics_of(TIME).horizontalAdvance(when)
        baseline = well.center().y() + 8
        painter.setFont(words_font(TIME))
        painter.setPen(theme.color("tx2"))
        painter.drawText(QPointF(self.units_wide - PAD - taken, baseline), when)
        room = int(self.units_wide - 2 * PAD - WELL - 14 - taken - 20)
        painter.setFont(words_font(SENDER, is_bold=True))
        painter.setPen(theme.color("tx1"))
        sender = metrics_of(SENDER, is_bold=True).elidedText(sheet.sender, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(well.right() + 14, baseline), sender)


def _words(sheet: MessageSheet, width: float, height: float) -> Block:
    head = HEAD - PAD / 2 if sheet.channel is not None else 0.0
    return block(sheet.text, SIZES, min(width - 2 * PAD, LINE_MOST), height - 1.6 * PAD - head)
