"""How curves are told apart, by their strokes, and what each stands for in words."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from blackstart.shell.support.fonts import SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16
from blackstart.shell.support.tips import tip

SOLID, DASHED, DOTTED = (), (5.0, 3.5), (0.1, 2.4)  # lengths of stroke and gap, in widths of the line
PLAYED_PX, OTHER_PX, SAMPLE_PX, ROW_PX = 1.75, 1.5, 24, 22
Dashes = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """One curve: how it is drawn, its name, and where it comes from."""

    dashes: Dashes
    name: str
    about: str = ""


def curve_pen(dashes: Dashes, look: Look) -> QPen:
    """Return what a curve is drawn with."""
    pen = QPen(look.theme.color("ink"), OTHER_PX if dashes else PLAYED_PX)
    if dashes:
        pen.setDashPattern(list(dashes))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if dashes is DOTTED else Qt.PenCapStyle.FlatCap)
    return pen


class CurveKey(QWidget):
    """Samples and names side by side, and below one another where there is no room."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[KeyRow, ...] = ()
        self._samples: list[_Sample] = []
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[KeyRow]) -> None:
        if tuple(rows) == self._shown:
            return
        self._shown = tuple(rows)
        for before in self._samples:
            before.hide()
            before.deleteLater()
        self._samples = [_Sample(row, self._look, self) for row in rows]
        for sample in self._samples:
            sample.show()
        self.setAccessibleName(", ".join(row.name for row in rows))
        self._arrange()

    def whole_width(self) -> int:
        """What it needs to stand in one row, with no name cut, px."""
        return sum(each.sizeHint().width() + SPACE_16 for each in self._samples) - SPACE_16

    def sizeHint(self) -> QSize:
        return QSize(self.whole_width(), self._look.px(ROW_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(SAMPLE_PX), self._look.px(ROW_PX))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Place the samples, and be as high as they need: no layout would ask in time for the height at a width."""
        x, y, row = 0, 0, self._look.px(ROW_PX)
        for sample in self._samples:
            width = min(sample.sizeHint().width(), max(self.width(), 1))
            if x and x + width > self.width():
                x, y = 0, y + row
            sample.setGeometry(x, y, width, row)
            x += width + SPACE_16
        self.setFixedHeight(y + row)
        self.updateGeometry()

    @property
    def names(self) -> list[str]:
        return [row.name for row in self._shown]


class _Sample(QWidget):
    """A piece of the curve, and its name, cut where there is no room; the tool tip has all of it."""

    def __init__(self, row: KeyRow, look: Look, key: QWidget) -> None:
        super().__init__(key)
        self._row = row
        self._look = look
        self.setToolTip(tip("\n".join(filter(None, (row.name, row.about)))))
        self.setAccessibleName(row.name)
        self.setAccessibleDescription(row.about)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = QFontMetricsF(self._look.font(SECONDARY))
        words = metrics.horizontalAdvance(self._row.name)
        return QSize(round(self._words_left() + words) + 2, self._look.px(ROW_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, y = self._look, self.height() / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(curve_pen(self._row.dashes, look))
        painter.drawLine(QPointF(0, y), QPointF(look.px(SAMPLE_PX), y))
        painter.setFont(look.font(SECONDARY))
        painter.setPen(look.theme.color("tx2"))
        place = self.rect().adjusted(self._words_left(), 0, 0, 0)
        words = painter.fontMetrics().elidedText(self._row.name, Qt.TextElideMode.ElideRight, place.width())
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        painter.end()

    def _words_left(self) -> int:
        return self._look.px(SAMPLE_PX) + SPACE_8
