"""Words set into a box: as large as they have room, in lines that break at spaces alone."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from blackstart.shell.display.board import metrics_of, words_font
from blackstart.shell.widgets.word_wrap import lines_of

LEADING = 1.4  # of a line, in its size
MANY = 10_000  # lines
KEPT = 512  # blocks: a countdown paints the same words again every second


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of one size; `is_whole` = no word is left out."""

    lines: tuple[str, ...]
    size: float
    is_whole: bool
    is_bold: bool = False

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * LEADING

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Set them below one another."""
        painter.setFont(words_font(self.size, is_bold=self.is_bold))
        for number, line in enumerate(self.lines):
            painter.drawText(QPointF(left, top + self.size * (LEADING * number + 1.06)), line)


@lru_cache(maxsize=KEPT)
def block(words: str, sizes: tuple[float, ...], width: float, height: float, *, is_bold: bool = False) -> Block:
    """Set words in the first of some sizes in which they have room; in the last, cut, where they have none."""
    for size in sizes:
        metrics = metrics_of(size, is_bold=is_bold)
        most = int(height / (size * LEADING))
        lines = lines_of(words, metrics, int(width), MANY)
        if len(lines) <= most and not any(line.endswith("…") and not words.endswith("…") for line in lines):
            return Block(tuple(lines), size, is_whole=True, is_bold=is_bold)
    size = sizes[-1]
    most = max(int(height / (size * LEADING)), 1)
    return Block(tuple(lines_of(words, metrics_of(size, is_bold=is_bold), int(width), most)), size, False, is_bold)
