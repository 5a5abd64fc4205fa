"""Dragging a piece of a line to where it is to stay."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from blackstart.core.drawing.bending import can_be_bent, held_pieces, is_upright, nearest_place
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.model import Line
from blackstart.core.topology.model import Point
from blackstart.shell.canvas.gestures import Gesture, Hold
from blackstart.shell.canvas.lines import CHOSEN_WIDTH, draw_line
from blackstart.shell.draw.easel import REACH_PX, Easel, Wishes
from blackstart.shell.draw.line_pins import lines_of_need, pins_of_line
from blackstart.shell.support.theme import Theme

PIN_PX = 7.0  # on screen, side of the mark of a pin
LEAST_WIDTH_PX = 1.5  # on screen, of a chosen line
LEAVE_PX = 12.0  # canvas px by which a line leaves a card before it turns


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a line of the need that is chosen."""

    line: Line
    number: int

    @property
    def is_upright(self) -> bool:
        return is_upright(self.line.points, self.number)

    @property
    def middle(self) -> QPointF:
        return (QPointF(*self.line.points[self.number]) + QPointF(*self.line.points[self.number + 1])) / 2


class BendLine(Gesture):
    """Drags a piece of a line aside, as far as nothing is in its way; it is pinned there."""

    def __init__(self, wishes: Wishes, piece: Piece, courses: Courses) -> None:
        self._wishes, self._piece, self._courses = wishes, piece, courses
        self._to: Point = (piece.middle.x(), piece.middle.y())
        self.cursor = cursor_on(piece)

    def move(self, hold: Hold) -> None:
        self._to = (hold.at.x(), hold.at.y())

    def end(self, hold: Hold) -> None:
        self.move(hold)
        self._wishes.pin(self._piece.line, self._piece.number, self._to)

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        line, number = self._piece.line, self._piece.number
        place = nearest_place(self._courses, line.points, number, self._to)
        moved = replace(line, points=_moved(line.points, number, place))
        draw_line(painter, moved, theme.color("ink"))
        middle = self._piece.middle
        at = QPointF(place, middle.y()) if self._piece.is_upright else QPointF(middle.x(), place)
        draw_pin(painter, at, theme, scale)


def pieces_of_chosen(easel: Easel) -> Iterator[Piece]:
    """Yield the pieces that can be dragged: of the lines of the need that is chosen."""
    need, courses = easel.selection.need, easel.courses
    if need is None or courses is None:
        return
    for line in lines_of_need(easel.drawing, need):
        if line.supplier is not None:
            for number in range(len(line.points) - 1):
                if can_be_bent(courses, line.points, number):
                    yield Piece(line, number)


def piece_at(easel: Easel, hold: Hold) -> Piece | None:
    """Return the piece that a press would drag."""
    reach = REACH_PX / hold.scale
    near = ((_distance(piece, hold.at), number, piece) for number, piece in enumerate(pieces_of_chosen(easel)))
    return min((each for each in near if each[0] <= reach), default=(0.0, 0, None))[2]


def pinned_pieces(easel: Easel) -> Iterator[Piece]:
    """Yield the pieces of the chosen need's lines that pins hold."""
    need, courses = easel.selection.need, easel.courses
    if need is None or courses is None:
        return
    for line in lines_of_need(easel.drawing, need):
        if line.supplier is not None:
            for number in held_pieces(courses, pins_of_line(easel.topology, line), line.points):
                yield Piece(line, number)


def cursor_on(piece: Piece) -> Qt.CursorShape:
    """Return the pointer that says which way a piece is dragged."""
    return Qt.CursorShape.SplitHCursor if piece.is_upright else Qt.CursorShape.SplitVCursor


def draw_need(painter: QPainter, easel: Easel, theme: Theme, scale: float) -> None:
    """Paint the lines of the need that is chosen, and what pins them."""
    need = easel.selection.need
    if need is not None:
        for line in lines_of_need(easel.drawing, need):
            draw_line(painter, line, theme.color("tx1"), max(CHOSEN_WIDTH, LEAST_WIDTH_PX / scale))
        for piece in pinned_pieces(easel):
            draw_pin(painter, piece.middle, theme, scale)


def draw_pin(painter: QPainter, at: QPointF, theme: Theme, scale: float) -> None:
    """Paint the mark of a pin."""
    side = PIN_PX / scale
    painter.setPen(QPen(theme.color("bg0"), 1.0 / scale))
    painter.setBrush(theme.color("ink"))
    painter.drawRect(QRectF(at.x() - side / 2, at.y() - side / 2, side, side))


def _distance(piece: Piece, at: QPointF) -> float:
    (x, y), (to_x, to_y) = piece.line.points[piece.number : piece.number + 2]
    box = QRectF(QPointF(min(x, to_x), min(y, to_y)), QPointF(max(x, to_x), max(y, to_y)))
    beside = max(box.left() - at.x(), at.x() - box.right(), 0.0)
    above = max(box.top() - at.y(), at.y() - box.bottom(), 0.0)
    return max(beside, above)


def _moved(points: tuple[Point, ...], piece: int, place: float) -> tuple[Point, ...]:
    """Return a way with a piece of it elsewhere; at a card it turns a little way off."""
    (x, y), (to_x, to_y) = points[piece], points[piece + 1]
    if x == to_x:
        return (*points[:piece], (place, y), (place, to_y), *points[piece + 2 :])
    leave = LEAVE_PX if to_x > x else -LEAVE_PX
    start: tuple[Point, ...] = ((x, place),)
    end: tuple[Point, ...] = ((to_x, place),)
    if piece == 0:
        start = ((x, y), (x + leave, y), (x + leave, place))
    if piece == len(points) - 2:
        end = ((to_x - leave, place), (to_x - leave, to_y), (to_x, to_y))
    return (*points[:piece], *start, *end, *points[piece + 2 :])
