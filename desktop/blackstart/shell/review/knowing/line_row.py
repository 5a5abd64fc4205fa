"""A row of one component of which the team was mistaken: its name, then what was believed, shown and true."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from blackstart.core.exercise.model import State
from blackstart.shell.canvas.doubts import draw_doubt
from blackstart.shell.canvas.state_signs import draw_state, state_word
from blackstart.shell.review.knowing.knew import NamedLine
from blackstart.shell.review.known_cells import Cell, cells, headings, way_words
from blackstart.shell.review.pressable import Pressable
from blackstart.shell.support.fonts import BODY, META, SECONDARY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8

HEAD_PX, NAME_PX, STATE_PX, SINCE_PX = 24, 20, 18, 15
SIGN_PX, GLYPH_PX, RADIUS_PX = 16, 16, 6.0


class LineRow(Pressable):
    """Painted, and used again for another component: nothing is laid out anew while the playhead moves.

    The three stand side by side where there is room for the longest word of a state, else below one another.
    """

    def __init__(self, look: Look) -> None:
        super().__init__("", look)
        self._shown: NamedLine | None = None
        self._cells: tuple[Cell, ...] = ()
        self._heading = ""
        self._is_wide = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def show_line(self, shown: NamedLine, *, count: int) -> None:
        """Show a component; `count` = under a heading that says of how many this is the first, 0 = without one."""
        heading = f"{way_words(shown.how)}  {count}" if count else ""
        if (shown, heading) == (self._shown, self._heading):
            return
        is_other_height = bool(heading) != bool(self._heading)
        self._key = shown.line.component
        self._shown, self._heading, self._cells = shown, heading, cells(shown.line, self._look)
        told = (f"{head}: {cell.told}" for head, cell in zip(headings(), self._cells, strict=True))
        self.setAccessibleName(". ".join((shown.name, way_words(shown.how), *told)))
        if is_other_height:
            self.updateGeometry()
        self.update()

    def stand_wide(self, *, is_wide: bool) -> None:
        """Show the three side by side, or below one another."""
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(least_width(self._look), round(self._head_px() + self._plate_px()))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def plate(self) -> QRectF:
        return QRectF(self.rect()).adjusted(0, self._head_px(), 0, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._shown is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look, theme = self._look, self._look.theme
        if self._heading:
            self._write(painter, QRectF(0, 0, self.width(), self._head_px() - SPACE_4), self._heading, SECONDARY, "tx2")
        inner = self.plate().adjusted(SPACE_8, SPACE_4, -SPACE_8, -SPACE_4)
        sign = look.px(SIGN_PX)
        name = QRectF(inner.left(), inner.top(), inner.width(), look.px(NAME_PX))
        draw_doubt(painter, self._shown.doubt, QPointF(name.left() + sign / 2, name.center().y()), sign, theme)
        self._write(painter, name.adjusted(sign + SPACE_8, 0, 0, 0), self._shown.name, BODY, "tx1", is_bold=True)
        below = inner.adjusted(0, look.px(NAME_PX), 0, 0)
        if self._is_wide:
            self._paint_beside(painter, below)
        else:
            self._paint_below(painter, below)
        painter.end()

    def _paint_beside(self, painter: QPainter, room: QRectF) -> None:
        look, width = self._look, room.width() / len(self._cells)
        for number, cell in enumerate(self._cells):
            left = room.left() + number * width
            state = QRectF(left, room.top(), width - SPACE_4, look.px(STATE_PX))
            since = QRectF(left, state.bottom(), width - SPACE_4, look.px(SINCE_PX))
            self._paint_state(painter, state, cell)
            self._write(painter, since, cell.since, META, "tx2")

    def _paint_below(self, painter: QPainter, room: QRectF) -> None:
        look, heads = self._look, headings()
        metrics = QFontMetricsF(look.font(META))
        indent = max(metrics.horizontalAdvance(each) for each in heads) + SPACE_8
        for number, (head, cell) in enumerate(zip(heads, self._cells, strict=True)):
            line = QRectF(room.left(), room.top() + number * look.px(STATE_PX), room.width(), look.px(STATE_PX))
            self._write(painter, line, head, META, "tx2")
            left = self._paint_state(painter, line.adjusted(indent, 0, 0, 0), cell)
            self._write(painter, line.adjusted(left - line.left() + SPACE_8, 0, 0, 0), cell.since, META, "tx2")

    def _paint_state(self, painter: QPainter, room: QRectF, cell: Cell) -> float:
        """Paint a state's glyph and word; returns where the word ends."""
        look, left = self._look, room.left()
        if cell.state is not None:
            centre = QPointF(left + look.px(GLYPH_PX) / 2, room.center().y())
            radius = look.px(2 * RADIUS_PX) / 2
            ground = look.theme.color("bg3" if self.underMouse() else "bg2")
            draw_state(painter, cell.state, centre, radius, look.theme, ground)
            left += look.px(GLYPH_PX) + SPACE_4
        token = "tx1" if cell.state is not None else "tx2"
        self._write(painter, QRectF(left, room.top(), room.right() - left, room.height()), cell.word, SECONDARY, token)
        return left + QFontMetricsF(look.font(SECONDARY)).horizontalAdvance(cell.word)

    def _write(
        self, painter: QPainter, room: QRectF, words: str, size: int, token: str, *, is_bold: bool = False
    ) -> None:
        if room.width() <= 0:
            return
        font = self._look.font(size, is_bold=is_bold)
        cut = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(self._look.theme.color(token))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)

    def _head_px(self) -> float:
        return self._look.px(HEAD_PX) if self._heading else 0

    def _plate_px(self) -> float:
        look = self._look
        below = look.px(STATE_PX) + look.px(SINCE_PX) if self._is_wide else 3 * look.px(STATE_PX)
        return look.px(NAME_PX) + below + 2 * SPACE_4


def least_width(look: Look) -> int:
    """Return the width from which on the three stand side by side."""
    metrics = QFontMetricsF(look.font(SECONDARY))
    word = max(metrics.horizontalAdvance(state_word(state, look)) for state in State)
    return round(3 * (look.px(GLYPH_PX) + SPACE_4 + word + SPACE_4) + 2 * SPACE_8)
