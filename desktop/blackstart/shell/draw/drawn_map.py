"""The map under the hand: presses become gestures, which paint themselves over it and wish something at their end."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import Plan
from blackstart.core.drawing.snapping import GRID
from blackstart.core.topology.model import Box
from blackstart.shell.canvas.flat import FlatDrawing
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.gestures import Gesture, Hold
from blackstart.shell.canvas.movable import CLICK_SLACK_PX
from blackstart.shell.canvas.picture import Face
from blackstart.shell.canvas.snapshot import on_canvas
from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.bending import piece_at, pinned_pieces
from blackstart.shell.draw.easel import Easel, Wishes
from blackstart.shell.draw.layout import Laid
from blackstart.shell.draw.marks import draw_marks
from blackstart.shell.draw.pictures import Faces
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.starting import begun, clicked, cursor_over, with_handles
from blackstart.shell.draw.zoning import DrawZone
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12

SELECT, PAN, ZONE = "select", "pan", "zone"  # tools


class DrawnMap(MapView):
    """Shows a topology and lets it be drawn; every change is a wish.

    Attributes
    ----------
    easel : Easel
        What is shown, as gestures see it.
    """

    menu_wished = Signal(QPoint)  # on screen
    rename_wished = Signal(object)  # ComponentId
    tool_shown = Signal(str)  # another tool is in the hand than before
    dark_wished = Signal()  # nothing is to be lit any more that was asked for
    inspect_wished = Signal()  # the values of what is chosen

    grid_px = GRID

    def __init__(self, look: Look, wishes: Wishes, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._wishes = wishes
        self.easel = Easel(self._card_at, self._lines_near, self._leave_out, self._face)
        self._faces = Faces(self.easel.topology, look.words)
        self._made: FlatDrawing | None = None  # what the map is painted by, where somebody has made it
        self._gesture: Gesture | None = None
        self._at_press = QPointF()
        self._has_moved = False
        self._is_space_held = False
        self._tool = SELECT
        self._pointed: ComponentId | None = None
        self.overlay.chooses = True  # other keys act on what is chosen
        self.overlay.light.follows_choice = False  # its lines are told from the others already
        self.hovered.connect(self._point)

    @property
    def is_busy(self) -> bool:
        """Whether a gesture is going on."""
        return self._gesture is not None

    def show_topology(self, laid: Laid, plan: Plan | None, *, is_kept: bool) -> None:
        """Show another map, or the same after an edit, lying where it lay if it is kept."""
        self.easel.topology, self.easel.drawing, self.easel.plan = laid.topology, laid.drawing, plan
        self._made = laid.made
        self._faces = Faces(laid.topology, self._look.words)
        self._show(laid.drawing, is_kept=is_kept)

    def take_plan(self, plan: Plan) -> None:
        """Take in what the map that is shown was routed with."""
        self.easel.plan = plan

    def bounds(self) -> Box | None:
        """Tell what there is to show; an empty map lies at 100 %, with nothing to be fitted."""
        is_empty = not self.easel.drawing.arrangement.cards and not self.easel.drawing.arrangement.zones
        room = QRectF(self.rect()).adjusted(SPACE_12, SPACE_12, -SPACE_12, -SPACE_12)
        return (0.0, 0.0, room.width(), room.height()) if is_empty else super().bounds()

    def show_selection(self, selection: Selection) -> None:
        self.easel.selection = selection
        if self._gesture is None:
            self._show(self.easel.drawing)
        self.update()

    def take_tool(self, tool: str) -> None:
        """Let presses choose and drag, or pan, or let the next drag draw a zone."""
        self._tool = tool
        self._show_cursor()
        self.tool_shown.emit(tool)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._pans:
            super().mousePressEvent(event)
            return
        self.setFocus()
        self.overlay.light.hover(None)
        self.overlay.light.put_out(is_out=True)
        hold = self._hold(event)
        self._at_press, self._has_moved = event.position(), False
        if self._tool == ZONE:
            self._gesture = DrawZone(self._wishes, hold)
        else:
            self._gesture = begun(self.easel, self._wishes, self._pointed, hold)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None:
            before, hold = self._pointed, self._hold(event)
            super().mouseMoveEvent(event)
            if not event.buttons() and self._tool == SELECT and not self._is_space_held:
                self._point(with_handles(self.easel, before, hold))
                self.setCursor(cursor_over(self.easel, self._pointed, hold))
            return
        slack = (event.position() - self._at_press).manhattanLength()
        self._has_moved = self._has_moved or slack >= CLICK_SLACK_PX
        if self._has_moved:
            self.setCursor(self._gesture.cursor)
            self._gesture.move(self._hold(event))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None:
            self._end_pan(event)
            return
        gesture = self._gesture
        self._let_go()
        hold = self._hold(event)
        if self._has_moved:
            gesture.end(hold)
        else:
            gesture.cancel()
            self.overlay.press(self._card_at(hold.at))
            self._wishes.select(clicked(self.easel, hold))
        self.update()

    def _end_pan(self, event: QMouseEvent) -> None:
        """Let go of the map; a right button that moved nothing asks for the menu of what lies there."""
        is_still = self.cursor().shape() is not Qt.CursorShape.ClosedHandCursor
        if event.button() is not Qt.MouseButton.RightButton or not is_still:
            super().mouseReleaseEvent(event)
            self._show_cursor()
            return
        self._pressed = None
        hold = self._hold(event)
        if self._card_at(hold.at) not in self.easel.selection.components:
            self._wishes.select(clicked(self.easel, hold))
        self.menu_wished.emit(event.globalPosition().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        hold = self._hold(event)
        component, piece = self._card_at(hold.at), piece_at(self.easel, hold)
        if component is not None:
            self.rename_wished.emit(component)
        elif piece is not None and piece in pinned_pieces(self.easel):
            self._wishes.let_go(piece.line, piece.number)
        elif self.easel.need_at(hold.at, hold.scale) is not None:
            self.inspect_wished.emit()
        else:
            self._wishes.add_at((hold.at.x(), hold.at.y()), None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu by its key; the right button asks for it when it is let go where it was pressed."""
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            return
        box = self.easel.box_of(self.easel.selection.current)
        place = self.placement.transform().mapRect(rect(box)).center().toPoint() if box else self.rect().center()
        self.menu_wished.emit(self.mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape and (self._stop() or self._darken() or self._let_choice_go()):
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._is_choice_at_hand():
            self.inspect_wished.emit()
            return
        if key is Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._is_space_held = True
                self.setCursor(Qt.CursorShape.OpenHandCursor)
            return
        super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Space and not event.isAutoRepeat():
            self._is_space_held = False
            self._show_cursor()
            return
        super().keyReleaseEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        with QPainter(self) as painter, on_canvas(painter, self.placement):
            if self._gesture is not None and self._has_moved:
                self._gesture.paint(painter, self._look.theme, self.placement.scale)
            else:
                draw_marks(painter, self.easel, self._pointed, self._look.theme, self.placement.scale)

    def _stop(self) -> bool:
        """Cancel what is going on; False = nothing is."""
        gesture = self._gesture
        if gesture is None and self._tool == SELECT:
            return False
        self._let_go()
        self.take_tool(SELECT)
        if gesture is not None:
            gesture.cancel()
        self.update()
        return True

    def _let_go(self) -> None:
        self._gesture = None
        self.overlay.light.put_out(is_out=False)
        if self._tool == ZONE:
            self.take_tool(SELECT)  # one drag, one zone
        self._show_cursor()

    @property
    def _pans(self) -> bool:
        return self._is_space_held or self._tool == PAN

    def _show_cursor(self) -> None:
        """Show by the pointer what a press will do."""
        if self._pans:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._tool == ZONE:
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()

    def _darken(self) -> bool:
        """Put out what was asked to be lit; False = nothing is."""
        is_lit = self.overlay.light.is_asked
        if is_lit:
            self.dark_wished.emit()
        return is_lit

    def _let_choice_go(self) -> bool:
        """Choose no zone and no need any more; False = none is chosen, and cards are let go as on any map."""
        chosen = self.easel.selection
        if chosen.is_empty or chosen.components:
            return False
        self._wishes.select(Selection())
        return True

    def _is_choice_at_hand(self) -> bool:
        """Whether Enter means what is chosen: the walk has not gone on to another card."""
        chosen, at = self.easel.selection, self.overlay.walk.at
        return not chosen.is_empty and at in (None, chosen.current)

    def _hold(self, event: QMouseEvent) -> Hold:
        return Hold(self.placement.to_canvas(event.position()), self.placement.scale, event.modifiers())

    def _card_at(self, at: QPointF) -> ComponentId | None:
        return self.component_at(self.placement.transform().map(at))

    def _lines_near(self, at: QPointF, reach: float) -> Sequence[int]:
        return self._flat.lines_at(at.x(), at.y(), reach) if self._flat is not None else ()

    def _face(self, component: ComponentId) -> Face:
        return self._faces.of(component)

    def _chosen_box(self) -> Box | None:
        return self.easel.chosen_box()

    def _show(self, drawing: Drawing, *, is_kept: bool = True) -> None:
        self.show_picture(self._faces.picture(drawing, self.easel.selection.current, self._made), is_kept=is_kept)

    def _point(self, component: ComponentId | None) -> None:
        if component != self._pointed:
            self._pointed = component
            self.update()
