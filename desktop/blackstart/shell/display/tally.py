"""How many components are in which state: figures that can be read across the room."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from blackstart.shell.display.board import Board, metrics_of, words_font
from blackstart.shell.display.sheets import TallyLine
from blackstart.shell.display.signs_paint import draw_sign
from blackstart.shell.support.look import Look

ROW, LEAST_ROW, GLYPH_RADIUS = 74.0, 40.0, 17.0
FIGURES, WORDS = (46.0, 40.0, 34.0, 28.0), (23.0, 21.0, 19.0, 17.0)
SIGN_X, FIGURES_RIGHT, FIGURE_GAP, WORD_GAP = 21.0, 116.0, 12.0, 16.0
_MIDDLE = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Measures:
    """Sizes of figures and words, and where figures end."""

    figure: float
    word: float
    figures_right: float


class Tally(Board):
    """One row for each state, between hairlines."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.lines: tuple[TallyLine, ...] = ()

    def show_lines(self, lines: tuple[TallyLine, ...]) -> None:
        self.lines = lines
        self.setAccessibleName(", ".join(f"{line.count} {line.word}" for line in lines))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.lines:
            return
        row = max(min(ROW, (self.units_high - 2) / len(self.lines)), LEAST_ROW)
        top = max((self.units_high - row * len(self.lines)) / 2, 0.0)
        measures = self._measured(row)
        with self.brush() as painter:
            for number, line in enumerate(self.lines):
                self._draw(painter, line, QRectF(0, top + row * number, self.units_wide, row), measures)
            self._rule(painter, top + row * len(self.lines))

    def _draw(self, painter: QPainter, line: TallyLine, row: QRectF, measures: _Measures) -> None:
        theme, right = self._look.theme, measures.figures_right
        self._rule(painter, row.top())
        draw_sign(painter, line.sign, QPointF(SIGN_X, row.center().y()), GLYPH_RADIUS, theme, "bg0")
        painter.setPen(theme.color("tx1"))
        painter.setFont(words_font(measures.figure, is_bold=True))
        place = QRectF(0, row.top(), right, row.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | _MIDDLE, f"{line.count:,}")
        painter.setPen(theme.color("tx2"))
        painter.setFont(words_font(measures.word))
        place = row.adjusted(right + WORD_GAP, 0, 0, 0)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | _MIDDLE, line.word)

    def _rule(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(self._look.theme.color("ln"), 1.0))
        painter.drawLine(QPointF(0, y), QPointF(self.units_wide, y))

    def _measured(self, row: float) -> _Measures:
        """Find sizes in which the longest figure and the longest word have room beside each other."""
        found = _Measures(0.0, 0.0, 0.0)
        for figure in (size for size in FIGURES if size <= row * 0.72):
            metrics = metrics_of(figure, is_bold=True)
            widest = max(metrics.horizontalAdvance(f"{line.count:,}") for line in self.lines)
            right = max(FIGURES_RIGHT, SIGN_X + GLYPH_RADIUS + FIGURE_GAP + widest)
            room = self.units_wide - right - WORD_GAP
            for word in WORDS:
                found = _Measures(figure, word, right)
                if max(metrics_of(word).horizontalAdvance(line.word) for line in self.lines) <= room:
                    return found
        return found
