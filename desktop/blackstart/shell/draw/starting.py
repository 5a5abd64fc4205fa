"""Which gesture a press begins, and which pointer says so beforehand."""

from PySide6.QtCore import QRectF, Qt

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.gestures import Gesture, Hold
from blackstart.shell.draw.bending import BendLine, cursor_on, piece_at
from blackstart.shell.draw.choosing import Band
from blackstart.shell.draw.connecting import Connect, is_on_handle
from blackstart.shell.draw.easel import Easel, Wishes
from blackstart.shell.draw.moving import MoveCards
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.zoning import MoveZone, ResizeZone, cursor_of, edges_at


def begun(easel: Easel, wishes: Wishes, pointed: ComponentId | None, hold: Hold) -> Gesture:
    """Return the gesture that a press begins; what is pressed is chosen by it.

    Parameters
    ----------
    pointed : ComponentId or None
        The card whose handles are shown because the pointer is on it.
    """
    grabbed = _handled(easel, pointed, hold)
    if grabbed is not None:
        return Connect(easel, wishes, grabbed, hold)
    card = easel.card_at(hold.at)
    if card is not None:
        if card not in easel.selection.components:
            wishes.select(easel.selection.toggled(card) if hold.adds else Selection((card,)))
        return MoveCards(easel, wishes, card, hold)
    piece = piece_at(easel, hold)
    if piece is not None and easel.courses is not None:
        return BendLine(wishes, piece, easel.courses)
    frame = _frame(easel)
    edges = edges_at(frame, hold.at, hold.scale) if frame is not None else Qt.Edge(0)
    if edges and easel.selection.zone is not None and frame is not None:
        return ResizeZone(wishes, easel.selection.zone, frame, edges, hold)
    titled = easel.titled_at(hold.at)
    return MoveZone(easel, wishes, titled, hold) if titled is not None else Band(easel, wishes, hold)


def clicked(easel: Easel, hold: Hold) -> Selection:
    """Return what is chosen by a press that moved nothing."""
    card = easel.card_at(hold.at)
    if card is not None:
        chosen = easel.selection
        return chosen if hold.adds and card in chosen.components else Selection((card,))
    need = easel.gate_at(hold.at) or easel.need_at(hold.at, hold.scale)
    if need is not None:
        return Selection(need=need)
    return Selection(zone=easel.titled_at(hold.at))


def cursor_over(easel: Easel, pointed: ComponentId | None, hold: Hold) -> Qt.CursorShape:
    """Return the pointer that says what a press would begin."""
    if _handled(easel, pointed, hold) is not None:
        return Qt.CursorShape.CrossCursor
    frame = _frame(easel)
    edges = edges_at(frame, hold.at, hold.scale) if frame is not None else Qt.Edge(0)
    if edges and easel.card_at(hold.at) is None:
        return cursor_of(edges)
    if easel.card_at(hold.at) is not None:
        return Qt.CursorShape.ArrowCursor
    piece = piece_at(easel, hold)
    if piece is not None:
        return cursor_on(piece)
    need = easel.gate_at(hold.at) or easel.need_at(hold.at, hold.scale)
    return Qt.CursorShape.PointingHandCursor if need is not None else Qt.CursorShape.ArrowCursor


def with_handles(easel: Easel, before: ComponentId | None, hold: Hold) -> ComponentId | None:
    """Return the card that shows its handles: the one under the pointer, or before as long as one is reached.

    Half of a handle lies outside its card: a hand that comes to it must not make it go.
    """
    under, box = easel.card_at(hold.at), easel.box_of(before)
    is_reached = under is None and box is not None and is_on_handle(rect(box), hold.at, hold.scale)
    return before if is_reached else under


def _handled(easel: Easel, pointed: ComponentId | None, hold: Hold) -> ComponentId | None:
    """Return the card on whose handle the pointer is: of the one pointed at, or of the one that is chosen."""
    for id_ in (pointed, easel.selection.current):
        box = easel.box_of(id_)
        if box is not None and is_on_handle(rect(box), hold.at, hold.scale):
            return id_
    return None


def _frame(easel: Easel) -> QRectF | None:
    """Return the frame of the zone that is chosen."""
    zone = easel.selection.zone
    zones = easel.drawing.arrangement.zones
    return rect(zones[zone]) if zone is not None and zone in zones else None
