"""Dragging cards: they are lifted out of the painted map, and their lines ride on the standing trunks."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.drag import dragged
from blackstart.core.drawing.lift import Lifted, lift
from blackstart.core.drawing.model import Line
from blackstart.core.drawing.snapping import Guide, neighbours, snapped
from blackstart.core.topology.model import Point
from blackstart.shell.canvas.cards import draw_card, draw_choice
from blackstart.shell.canvas.flat import LeftOut
from blackstart.shell.canvas.gestures import Gesture, Hold
from blackstart.shell.canvas.lines import draw_line
from blackstart.shell.draw.easel import Easel, Wishes
from blackstart.shell.support.theme import Theme

SNAP_PX = 6.0  # on screen
GUIDE_WIDTH_PX = 1.0


class MoveCards(Gesture):
    """Drags the chosen cards by the one that was grabbed; with Ctrl at the press, copies of them."""

    cursor = Qt.CursorShape.ClosedHandCursor

    def __init__(self, easel: Easel, wishes: Wishes, grabbed: ComponentId, hold: Hold) -> None:
        self._easel, self._wishes = easel, wishes
        self._grabbed = grabbed
        self._start = hold.at
        self._is_copy = bool(hold.keys & Qt.KeyboardModifier.ControlModifier)
        chosen = [each for each in easel.selection.components if self._is_copy or not _is_locked(easel, each)]
        self._cards = easel.drawing.arrangement.cards
        self._ids = tuple(each for each in chosen if each in self._cards)
        moving = set(self._ids)
        self._around = neighbours([box for each, box in self._cards.items() if each not in moving])
        self._by: Point = (0.0, 0.0)
        self._guides: tuple[Guide, ...] = ()
        self._lifted: Lifted | None = None
        self._lines: tuple[Line, ...] = ()
        if self._ids and not self._is_copy:
            self._lift()

    def move(self, hold: Hold) -> None:
        if not self._ids:
            return
        gone = hold.at - self._start
        by = (gone.x(), gone.y())
        anchor = self._cards[self._grabbed if self._grabbed in self._ids else self._ids[0]]
        if hold.is_free:
            self._by, self._guides = by, ()
        else:
            found = snapped(anchor, by, self._around, SNAP_PX / hold.scale)
            self._by, self._guides = found.by, found.guides
        if self._lifted is not None:
            self._lines = dragged(self._lifted, self._places())

    def end(self, hold: Hold) -> None:
        self.move(hold)
        self._easel.leave_out(None)
        if not self._ids or self._by == (0.0, 0.0):
            return
        if self._is_copy:
            self._wishes.copy(self._ids, self._by)
        else:
            self._wishes.move(self._places(), self._zones(hold.at))

    def cancel(self) -> None:
        self._easel.leave_out(None)

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        for line in self._lines:
            draw_line(painter, line, theme.color("tx1"))
        for id_ in self._ids:
            x, y, width, height = self._cards[id_]
            box = QRectF(x + self._by[0], y + self._by[1], width, height)
            draw_card(painter, box, self._easel.face(id_), theme, scale)
            draw_choice(painter, box, theme)
        painter.setPen(QPen(theme.color("ink"), GUIDE_WIDTH_PX / scale, Qt.PenStyle.DashLine))
        for guide in self._guides:
            ends = ((guide.at, guide.start), (guide.at, guide.end))
            if not guide.is_vertical:
                ends = ((guide.start, guide.at), (guide.end, guide.at))
            painter.drawLine(QPointF(*ends[0]), QPointF(*ends[1]))

    def _lift(self) -> None:
        """Take the cards and their lines out of the painted map."""
        plan = self._easel.plan
        if plan is not None and plan.drawing is self._easel.drawing:
            self._lifted = lift(plan, self._ids)
            self._lines = tuple(plan.drawing.lines[number] for number in self._lifted.lines)
        gates = self._lifted.gates if self._lifted is not None else frozenset()
        lines = self._lifted.lines if self._lifted is not None else ()
        self._easel.leave_out(LeftOut(self._ids, gates, lines))

    def _places(self) -> dict[ComponentId, Point]:
        return {id_: (self._cards[id_][0] + self._by[0], self._cards[id_][1] + self._by[1]) for id_ in self._ids}

    def _zones(self, at: QPointF) -> dict[ComponentId, ZoneId | None]:
        """Put everything into the zone that the pointer is over, if the grabbed card comes from another."""
        over = self._easel.zone_at(at)
        home = self._easel.topology.component(self._grabbed).zone
        return {} if over == home else dict.fromkeys(self._ids, over)


def _is_locked(easel: Easel, component: ComponentId) -> bool:
    return component in easel.topology and easel.topology.component(component).locked
