"""The clock row: exercise time so large that the whole room reads it, title and day, users cut off."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from blackstart.shell.display.board import Board, metrics_of, words_font
from blackstart.shell.display.sheets import HeadSheet
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.clock_face import digits
from blackstart.shell.widgets.word_wrap import ELLIPSIS, lines_of

CLOCK, FIGURE, TITLE, LINE = 116.0, 60.0, 25.0, 22.0
BASELINE, GAP = 100.0, 40.0
TITLE_BASELINES = {1: (53.0, 88.0), 2: (34.0, 66.0, 98.0)}  # of so many lines of the title, and of the line below
FIGURE_BASELINES = (60.0, 98.0)
BEFORE = "T+"
NARROWER = 10  # units by which a title's lines are made wider until it has room


class Head(Board):
    """Shows a `HeadSheet`."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.sheet: HeadSheet | None = None

    def show_sheet(self, sheet: HeadSheet) -> None:
        self.sheet = sheet
        said = (BEFORE + digits(sheet.now), sheet.title, sheet.line, f"{sheet.users} {sheet.users_word}")
        self.setAccessibleName(", ".join(said if sheet.users else said[:-1]))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self.sheet
        if sheet is None:
            return
        with self.brush() as painter:
            left = self._clock(painter, sheet) + GAP
            right = self._users(painter, sheet)
            self._titles(painter, sheet, left, right - GAP)

    def _clock(self, painter: QPainter, sheet: HeadSheet) -> float:
        """Paint the clock; returns where it ends."""
        theme, x = self._look.theme, 0.0
        parts = ((BEFORE, False, "tx3"), (digits(sheet.now), True, "tx1" if sheet.is_running else "tx2"))
        for words, is_bold, token in parts:
            painter.setFont(words_font(CLOCK, is_bold=is_bold))
            painter.setPen(theme.color(token))
            painter.drawText(QPointF(x, BASELINE), words)
            x += metrics_of(CLOCK, is_bold=is_bold).horizontalAdvance(words)
        return x

    def _users(self, painter: QPainter, sheet: HeadSheet) -> float:
        """Paint how many users are cut off; returns where that begins."""
        if not sheet.users:
            return self.units_wide
        parts = ((sheet.users, FIGURE, True, "tx1"), (sheet.users_word, LINE, False, "tx2"))
        left = self.units_wide
        for (words, size, is_bold, token), baseline in zip(parts, FIGURE_BASELINES, strict=True):
            painter.setFont(words_font(size, is_bold=is_bold))
            painter.setPen(self._look.theme.color(token))
            width = metrics_of(size, is_bold=is_bold).horizontalAdvance(words)
            painter.drawText(QPointF(self.units_wide - width, baseline), words)
            left = min(left, self.units_wide - width)
        return left

    def _titles(self, painter: QPainter, sheet: HeadSheet, left: float, right: float) -> None:
        room = int(right - left)
        if room <= 0:
            return
        most = max(TITLE_BASELINES)
        lines = _balanced(sheet.title, room, most)
        baselines = TITLE_BASELINES[max(len(lines), 1)]
        painter.setFont(words_font(TITLE, is_bold=True))
        painter.setPen(self._look.theme.color("tx1"))
        for words, baseline in zip(lines, baselines, strict=False):
            painter.drawText(QPointF(left, baseline), words)
        painter.setFont(words_font(LINE))
        painter.setPen(self._look.theme.color("tx2" if sheet.is_running else "tx1"))
        area = QRectF(left, baselines[-1] - LINE, room, LINE * 1.4)
        cut = metrics_of(LINE).elidedText(sheet.line, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(area.left(), baselines[-1]), cut)


def _balanced(words: str, room: int, most: int) -> list[str]:
    """Break words into as few lines as have room, all about as long."""
    metrics = metrics_of(TITLE, is_bold=True)
    lines = lines_of(words, metrics, room, most)
    if len(lines) < 2 or lines[-1].endswith(ELLIPSIS):
        return lines
    narrow = metrics.horizontalAdvance(words) // len(lines)
    widths = range(min(narrow, room), room, NARROWER)
    tried = (lines_of(words, metrics, width, len(words)) for width in widths)
    return next((each for each in tried if len(each) == len(lines) and ELLIPSIS not in "".join(each)), lines)
