"""What the parts of the display have in common: they paint themselves in units that grow with the window.

A unit is a pixel where the window is 1600 wide. The text size of the settings does not count here: this is read from
the back of a room at any size.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from blackstart.shell.support.fonts import font
from blackstart.shell.support.look import Look

LEAST_WORDS = 13.0  # units; what is smaller cannot be read


class Board(QWidget):
    """A part of the display."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.unit = 1.0  # px
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def set_unit(self, unit: float) -> None:
        """Take in how large everything is."""
        if unit != self.unit:
            self.unit = unit
            self.update()

    @property
    def units_wide(self) -> float:
        return self.width() / self.unit

    @property
    def units_high(self) -> float:
        return self.height() / self.unit

    def brush(self) -> QPainter:
        """Begin to paint in units; words are set by `set_words`."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(self.unit, self.unit)
        return painter


def words_font(size: float, *, is_bold: bool = False) -> QFont:
    """Return the font of a size in units; none is smaller than can be read."""
    return font(max(size, LEAST_WORDS), is_bold=is_bold)


def metrics_of(size: float, *, is_bold: bool = False) -> QFontMetrics:
    """Return how words of a size in units are measured."""
    return QFontMetrics(words_font(size, is_bold=is_bold))
