"""The map on screen: what is chosen and pointed at on it, and what lies over it; the painting is the sheet's."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.model import Box
from blackstart.shell.canvas.flat import FlatDrawing, LeftOut, left_out
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.movable import ZOOM_A_NOTCH, MovableCanvas
from blackstart.shell.canvas.overlay import Overlay
from blackstart.shell.canvas.picture import Picture, Tempo
from blackstart.shell.canvas.reach import neighbourhood
from blackstart.shell.canvas.scene import Scene
from blackstart.shell.canvas.sheet import Sheet
from blackstart.shell.canvas.snapshot import draw_chosen
from blackstart.shell.canvas.strokes import Strokes
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_28

translate = QCoreApplication.translate

_FOR_MORE = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
CHOICE_REACH = 6.0  # canvas px by which the ring of the chosen card lies beyond it


class MapView(MovableCanvas):
    """Shows a picture.

    Attributes
    ----------
    tempo : Tempo
        How time goes on what it shows.
    overlay : Overlay
        What moves, is lit or has the focus.
    picture : Picture or None
        What is shown; to be read, `show_picture` changes it.
    """

    grid_px = 0.0  # canvas px between the dots of the ground; 0 = it is plain

    chosen = Signal(object)  # ComponentId or None
    chosen_too = Signal(object)  # ComponentId: one more, or one less; only where several can be
    hovered = Signal(object)  # ComponentId or None: another card is under the pointer than before

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.tempo = Tempo()
        self._hovered: ComponentId | None = None
        self.picture: Picture | None = None
        self._whole: FlatDrawing | None = None
        self._flat: FlatDrawing | None = None  # the same, without what is left out
        self._left: LeftOut | None = None
        self._strokes: Strokes | None = None
        self._sheet = Sheet(self.grid_px)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("MapView", "Map"))
        self.overlay = Overlay(self, self, look)
        self.overlay.touched.connect(self._repaint)
        self.overlay.inspected.connect(self.chosen)
        self.overlay.taken_in.connect(self.chosen_too)
        self.overlay.pan_wished.connect(self.pan)
        self.clicked.connect(self._choose)
        self.pointed.connect(self._hover)
        look.changed.connect(self._renew)

    def show_picture(self, picture: Picture | None, *, is_kept: bool = False) -> None:
        """Show another moment of the same map, or another map, which is then fitted; kept, it lies where it lay."""
        before, self.picture = self.picture, picture
        if before is not None and picture is not None and before.drawing is picture.drawing:
            region = self._sheet.take(picture)
            if (before.chosen, before.also) != (picture.chosen, picture.also):
                region += self._around([before.chosen, *before.also, picture.chosen, *picture.also])
            self.update(region)
        else:
            self._whole = self._flat = picture.flat if picture is not None else None
            self._left = None
            self._strokes = Strokes(picture.drawing) if picture is not None else None
            self._renew()
            if picture is not None and not is_kept:
                self.fit()
        self.overlay.show_picture(picture)

    def show_tempo(self, is_running: bool, pace: int) -> None:
        """Take in how time goes now."""
        self.tempo = Tempo(is_running, pace)
        self.overlay.show_tempo(self.tempo)

    def fit_chosen_or_all(self) -> None:
        """Show what is chosen with what it is joined to; all where nothing is, or where that is shown already."""
        box = self._chosen_box()
        before = self.placement
        if box is not None:
            self.show_box(box, SPACE_28)
        if box is None or self.placement == before:
            self._glide_to_fit()

    def component_at(self, at: QPointF) -> ComponentId | None:
        """Return the card under a point of the view."""
        place = self.placement.to_canvas(at)
        return self._flat.card_at(place.x(), place.y()) if self._flat is not None else None

    def place_of(self, component: ComponentId) -> QRectF:
        """Return where a card lies in the view; nowhere if the map has none of that name."""
        box = self.picture.drawing.arrangement.cards.get(component) if self.picture is not None else None
        return self.placement.transform().mapRect(rect(box)) if box is not None else QRectF()

    def places(self) -> tuple[QRectF, ...]:
        """Return where cards lie in the view, those out of sight left out."""
        cards = self.picture.drawing.arrangement.cards.values() if self.picture is not None else ()
        transform, sight = self.placement.transform(), QRectF(self.rect())
        return tuple(place for box in cards if (place := transform.mapRect(rect(box))).intersects(sight))

    def bounds(self) -> Box | None:
        return self.picture.drawing.bounds if self.picture is not None else None

    def placed(self) -> None:
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(800, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        scene = self._scene()
        with QPainter(self) as painter:  # ended whatever happens: Qt does not survive one that is left open
            if scene is None:
                painter.fillRect(event.rect(), self._look.theme.color("bg0"))
                return
            painter.setClipRegion(event.region())  # so that painters can tell what need not be painted
            self._paint_map(painter, scene)
            shown = self._shown()
            draw_chosen(painter, replace(scene, placement=shown))
            if not self._is_gliding:
                self.overlay.paint(painter, shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if self.overlay.press_key(event):
            return
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / ZOOM_A_NOTCH if key == Qt.Key.Key_Minus else ZOOM_A_NOTCH)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.overlay.take_focus(event.reason())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.overlay.lose_focus()

    def focusNextPrevChild(self, is_forward: bool) -> bool:
        return self.overlay.step(is_forward=is_forward) or super().focusNextPrevChild(is_forward)

    def _chosen_box(self) -> Box | None:
        """Tell how far reaches what is chosen; None where nothing is."""
        picture = self.picture
        if picture is None or picture.chosen is None:
            return None
        return neighbourhood(picture.drawing, picture.chosen)

    def _paint_map(self, painter: QPainter, scene: Scene) -> None:
        """Put the map down as it was painted; while it is zoomed, larger or smaller for a moment."""
        kept = self._sheet.placement
        is_growing = kept is None or scene.placement.scale < kept.scale
        if kept is None or not self._is_zooming or (self._is_gliding and is_growing):
            # Before the map glides away, all of where it goes to is painted: it comes into sight on the way.
            self._sheet.bring(scene, self.size(), self.devicePixelRatioF())
            kept = scene.placement
        shown = self._shown()
        if shown == kept:
            painter.drawPixmap(0, 0, self._sheet.pixmap)
            return
        painter.fillRect(self.rect(), scene.theme.color("bg0"))
        grown = shown.scale / kept.scale
        painter.save()
        painter.translate(shown.dx - kept.dx * grown, shown.dy - kept.dy * grown)
        painter.scale(grown, grown)
        painter.drawPixmap(0, 0, self._sheet.pixmap)
        painter.restore()

    def _scene(self) -> Scene | None:
        if self.picture is None or self._flat is None or self._strokes is None:
            return None
        picture = self.picture
        if self._left is not None and picture.chosen in self._left.cards:
            picture = replace(picture, chosen=None)
        return Scene(picture, self.placement, self._look.theme, self._flat, self._strokes)

    def _leave_out(self, left: LeftOut | None) -> None:
        """Paint the map without a part of it until told otherwise, or another map is shown; None = whole again."""
        if self._whole is None or left == self._left:
            return
        self._left = left
        self._flat = left_out(self._whole, left) if left is not None else self._whole
        self._strokes = Strokes(self._flat.drawing)
        self._renew()

    def _renew(self) -> None:
        """Paint everything anew."""
        self._sheet.drop()
        self.update()

    def _around(self, components: Iterable[ComponentId | None]) -> QRegion:
        """Return where the rings of chosen cards lie in the view."""
        region = QRegion()
        for component in components:
            place = self.place_of(component) if component is not None else QRectF()
            reach = CHOICE_REACH * self.placement.scale + 1
            region += place.adjusted(-reach, -reach, reach, reach).toAlignedRect()
        return region

    def _choose(self, at: QPointF) -> None:
        component = self.component_at(at)
        self.overlay.press(component)
        is_held = bool(QGuiApplication.keyboardModifiers() & _FOR_MORE)
        if not (is_held and self.overlay.takes_several):
            self.chosen.emit(component)
        elif component is not None:
            self.chosen_too.emit(component)

    def _repaint(self, region: QRegion) -> None:
        self.update(region)  # Qt's own slot would take no region

    def _hover(self, at: QPointF | None) -> None:
        component = self.component_at(at) if at is not None else None
        if component != self._hovered:
            self._hovered = component
            self.overlay.light.hover(component)
            self.hovered.emit(component)
