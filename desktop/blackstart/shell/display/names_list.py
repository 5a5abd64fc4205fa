"""What is not as it should be, by name: where the map is so large that no name on it could be read."""

from PySide6.QtCore import QCoreApplication, QPointF
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QWidget

from blackstart.shell.display.board import Board, metrics_of, words_font
from blackstart.shell.display.sheets import NameLine, NamesSheet
from blackstart.shell.display.signs_paint import draw_sign
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

ROW, HEAD, TOP = 40.0, 34.0, 8.0
NAME, WORD, HEADING = 20.0, 15.0, 17.0
GLYPH_RADIUS, SIGN_X, TEXT_X = 11.0, 14.0, 36.0


class NamesList(Board):
    """As many as have room, what changed last at the head, and how many more there are."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.sheet = NamesSheet()

    def show_sheet(self, sheet: NamesSheet) -> None:
        self.sheet = sheet
        self.setAccessibleName("; ".join(f"{line.name}: {line.word}" for line in sheet.lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self.sheet
        rows = int((self.units_high - TOP - HEAD) // ROW)
        whole = len(sheet.lines) + sheet.more
        shown = sheet.lines[: rows if whole <= rows else max(rows - 1, 0)]
        with self.brush() as painter:
            painter.setPen(self._look.theme.color("tx2"))
            painter.setFont(words_font(HEADING))
            heading = translate("Display", "Changed last") if whole else translate("Display", "All runs as it should.")
            painter.drawText(QPointF(0, TOP + HEADING), heading)
            for number, line in enumerate(shown):
                self._draw(painter, line, TOP + HEAD + number * ROW)
            if len(shown) < whole:
                painter.setPen(self._look.theme.color("tx2"))
                painter.setFont(words_font(HEADING))
                more = translate("Display", "and {count} more").format(count=f"{whole - len(shown):,}")
                painter.drawText(QPointF(TEXT_X, TOP + HEAD + len(shown) * ROW + ROW * 0.65), more)

    def _draw(self, painter: QPainter, line: NameLine, top: float) -> None:
        theme, room = self._look.theme, int(self.units_wide - TEXT_X)
        draw_sign(painter, line.sign, QPointF(SIGN_X, top + ROW / 2), GLYPH_RADIUS, theme, "bg0")
        word = metrics_of(WORD).horizontalAdvance(line.word)
        has_room = word < room / 2
        left = room - word - 12 if has_room else room
        painter.setPen(theme.color("tx1"))
        painter.setFont(words_font(NAME, is_bold=True))
        name = metrics_of(NAME, is_bold=True).elidedText(line.name, Qt.TextElideMode.ElideRight, left)
        painter.drawText(QPointF(TEXT_X, top + ROW * 0.67), name)
        if has_room:
            painter.setPen(theme.color("tx2"))
            painter.setFont(words_font(WORD))
            painter.drawText(QPointF(self.units_wide - word, top + ROW * 0.65), line.word)
