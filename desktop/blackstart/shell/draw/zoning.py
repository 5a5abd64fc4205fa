"""Drawing a zone, moving it with what is in it, and giving it another size."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from blackstart.core.base.ids import ZoneId
from blackstart.core.drawing.snapping import GRID
from blackstart.core.topology.model import Box
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.gestures import Gesture, Hold
from blackstart.shell.draw.easel import Easel, Wishes
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.theme import RADIUS_ZONE, Theme

LEAST_SIDE = 3 * GRID  # px of a zone that is drawn
EDGE_PX = 7.0  # on screen, within which of a zone's edge it is grabbed to be resized


class _Frame(Gesture):
    """Shows a frame while it changes."""

    def __init__(self, frame: QRectF) -> None:
        self._frame = frame

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        draw_zone_to_be(painter, self._frame, theme, scale)


class DrawZone(_Frame):
    """Draws a new zone; the cards within it are its own then."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, wishes: Wishes, hold: Hold) -> None:
        super().__init__(QRectF(hold.at, hold.at))
        self._wishes = wishes
        self._start = hold.at

    def move(self, hold: Hold) -> None:
        self._frame = _on_grid(QRectF(self._start, hold.at).normalized(), is_free=hold.is_free)

    def end(self, hold: Hold) -> None:
        self.move(hold)
        if min(self._frame.width(), self._frame.height()) >= LEAST_SIDE:
            self._wishes.draw_zone(_box(self._frame))


class ResizeZone(_Frame):
    """Drags one or two edges of a zone; what lies in it stays inside."""

    def __init__(self, wishes: Wishes, zone: ZoneId, frame: QRectF, edges: Qt.Edge, hold: Hold) -> None:
        super().__init__(QRectF(frame))
        self._wishes, self._zone, self._edges = wishes, zone, edges
        self._before, self._start = QRectF(frame), hold.at
        self.cursor = cursor_of(edges)

    def move(self, hold: Hold) -> None:
        gone, frame = hold.at - self._start, QRectF(self._before)
        if self._edges & Qt.Edge.LeftEdge:
            frame.setLeft(min(frame.left() + gone.x(), frame.right() - LEAST_SIDE))
        if self._edges & Qt.Edge.RightEdge:
            frame.setRight(max(frame.right() + gone.x(), frame.left() + LEAST_SIDE))
        if self._edges & Qt.Edge.TopEdge:
            frame.setTop(min(frame.top() + gone.y(), frame.bottom() - LEAST_SIDE))
        if self._edges & Qt.Edge.BottomEdge:
            frame.setBottom(max(frame.bottom() + gone.y(), frame.top() + LEAST_SIDE))
        self._frame = _on_grid(frame, is_free=hold.is_free)

    def end(self, hold: Hold) -> None:
        self.move(hold)
        if self._frame != self._before:
            self._wishes.change_zone(self._zone, _box(self._frame))


class MoveZone(_Frame):
    """Drags a zone by its name, with everything in it that is not locked; the zone it is dropped in holds it then."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, easel: Easel, wishes: Wishes, zone: ZoneId, hold: Hold) -> None:
        super().__init__(rect(easel.drawing.arrangement.zones[zone]))
        self._easel, self._wishes, self._zone = easel, wishes, zone
        self._before, self._start = QRectF(self._frame), hold.at
        wishes.select(Selection(zone=zone))

    def move(self, hold: Hold) -> None:
        gone = hold.at - self._start
        if not hold.is_free:
            gone = QPointF(round(gone.x() / GRID) * GRID, round(gone.y() / GRID) * GRID)
        self._frame = self._before.translated(gone)

    def end(self, hold: Hold) -> None:
        self.move(hold)
        by = self._frame.topLeft() - self._before.topLeft()
        if not by.isNull():
            others = self._easel.topology.zones_within(self._zone)
            self._wishes.move_zone(self._zone, (by.x(), by.y()), self._easel.zone_at(hold.at, others))


def edges_at(frame: QRectF, at: QPointF, scale: float) -> Qt.Edge:
    """Return which edges of a zone a point is on: none, one, or two at a corner."""
    near, none = EDGE_PX / scale, Qt.Edge(0)
    if not frame.adjusted(-near, -near, near, near).contains(at):
        return none
    edges = none
    for edge, gap in (
        (Qt.Edge.LeftEdge, at.x() - frame.left()),
        (Qt.Edge.RightEdge, at.x() - frame.right()),
        (Qt.Edge.TopEdge, at.y() - frame.top()),
        (Qt.Edge.BottomEdge, at.y() - frame.bottom()),
    ):
        if abs(gap) <= near:
            edges |= edge
    return edges


def cursor_of(edges: Qt.Edge) -> Qt.CursorShape:
    """Return the pointer that says which way an edge is dragged."""
    across, along = Qt.Edge.LeftEdge | Qt.Edge.RightEdge, Qt.Edge.TopEdge | Qt.Edge.BottomEdge
    if edges & across and edges & along:
        falls = edges in (Qt.Edge.LeftEdge | Qt.Edge.TopEdge, Qt.Edge.RightEdge | Qt.Edge.BottomEdge)
        return Qt.CursorShape.SizeFDiagCursor if falls else Qt.CursorShape.SizeBDiagCursor
    return Qt.CursorShape.SizeHorCursor if edges & across else Qt.CursorShape.SizeVerCursor


def _on_grid(frame: QRectF, *, is_free: bool) -> QRectF:
    if is_free:
        return frame
    left, top = round(frame.left() / GRID) * GRID, round(frame.top() / GRID) * GRID
    right, bottom = round(frame.right() / GRID) * GRID, round(frame.bottom() / GRID) * GRID
    return QRectF(left, top, right - left, bottom - top)


def _box(frame: QRectF) -> Box:
    return (frame.x(), frame.y(), frame.width(), frame.height())


def draw_zone_to_be(painter: QPainter, frame: QRectF, theme: Theme, scale: float) -> None:
    """Paint the frame of a zone that is not, or not so, on the map yet."""
    painter.setPen(QPen(theme.color("ink"), 1.5 / scale, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, RADIUS_ZONE, RADIUS_ZONE)
