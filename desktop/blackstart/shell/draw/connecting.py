"""Drawing a need: from the handle of what is needed to what needs it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import GateKey, Leg, Line
from blackstart.core.topology.model import Point
from blackstart.shell.canvas.cards import draw_choice
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.gestures import Gesture, Hold
from blackstart.shell.canvas.lines import draw_line
from blackstart.shell.draw.easel import Easel, Wishes
from blackstart.shell.support.theme import Theme

HANDLE_PX = 5.0  # radius on screen
GRAB_PX = 9.0  # within which of a handle's middle it is grabbed


class Connect(Gesture):
    """Ends on a card, which then needs the supplier; on a group, which it joins; or where a new card is to be."""

    cursor = Qt.CursorShape.CrossCursor

    def __init__(self, easel: Easel, wishes: Wishes, supplier: ComponentId, hold: Hold) -> None:
        self._easel, self._wishes = easel, wishes
        self._supplier = supplier
        self._at = hold.at
        self._card: ComponentId | None = None
        self._gate: GateKey | None = None

    def move(self, hold: Hold) -> None:
        self._at = hold.at
        self._gate = self._easel.gate_at(hold.at)
        card = self._easel.card_at(hold.at) if self._gate is None else None
        self._card = card if card != self._supplier else None

    def end(self, hold: Hold) -> None:
        self.move(hold)
        if self._gate is not None:
            self._wishes.join(self._supplier, self._gate)
        elif self._card is not None:
            self._wishes.link(self._supplier, self._card)
        elif self._easel.card_at(hold.at) is None:
            self._wishes.add_at((hold.at.x(), hold.at.y()), self._supplier)

    def paint(self, painter: QPainter, theme: Theme, scale: float) -> None:
        cards = self._easel.drawing.arrangement.cards
        if self._supplier not in cards:
            return
        target = cards[self._card] if self._card is not None else None
        if self._gate is not None:
            target = self._easel.drawing.arrangement.gates[self._gate]
        if target is not None:
            draw_choice(painter, rect(target), theme)
        end = self._at if target is None else QPointF(target[0], target[1] + target[3] / 2)
        draw_line(painter, self._line(rect(cards[self._supplier]), end), theme.color("tx1"))

    def _line(self, start: QRectF, end: QPointF) -> Line:
        """The shortest way with right angles, from the side that faces the end."""
        goes_right = end.x() >= start.center().x()
        x = start.right() if goes_right else start.left()
        middle = (x + end.x()) / 2
        points: tuple[Point, ...] = (
            (x, start.center().y()),
            (middle, start.center().y()),
            (middle, end.y()),
            (end.x(), end.y()),
        )
        return Line(self._supplier, self._supplier, 0, self._easel.purpose, points, Leg.WHOLE)


def handles(box: QRectF) -> tuple[QPointF, ...]:
    """Return the middles of a card's four sides."""
    centre = box.center()
    return (
        QPointF(box.left(), centre.y()),
        QPointF(box.right(), centre.y()),
        QPointF(centre.x(), box.top()),
        QPointF(centre.x(), box.bottom()),
    )


def is_on_handle(box: QRectF, at: QPointF, scale: float) -> bool:
    """Whether a point of the canvas is on a handle of a card."""
    return any((each - at).manhattanLength() * scale <= GRAB_PX for each in handles(box))


def draw_handles(painter: QPainter, box: QRectF, theme: Theme, scale: float) -> None:
    """Paint the handles from which needs are drawn."""
    painter.setPen(QPen(theme.color("ink"), 1.5 / scale))
    painter.setBrush(theme.color("bg0"))
    for each in handles(box):
        painter.drawEllipse(each, HANDLE_PX / scale, HANDLE_PX / scale)
