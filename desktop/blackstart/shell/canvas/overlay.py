"""What lies over the painted map: light, motion and the ring of the focus; and the keys that lead over it."""

from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.access import expose
from blackstart.shell.canvas.animation import Animation
from blackstart.shell.canvas.doubts import Doubts
from blackstart.shell.canvas.geometry import Placement
from blackstart.shell.canvas.hover import Light, Lit
from blackstart.shell.canvas.lighting import draw_lit
from blackstart.shell.canvas.picture import Picture, Tempo
from blackstart.shell.canvas.voice import Voice
from blackstart.shell.canvas.walk import Walk, Way, shift_into
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_CONTROL, SPACE_28

RING_WIDTH, RING_GAP = 2.0, 7.0  # view px: wider than the ring of the chosen card, so that both are seen
_WAYS = {
    Qt.Key.Key_Left: Way.SUPPLIER,
    Qt.Key.Key_Right: Way.DEPENDENT,
    Qt.Key.Key_Up: Way.ABOVE,
    Qt.Key.Key_Down: Way.BELOW,
}
_TAB_REASONS = {Qt.FocusReason.TabFocusReason: True, Qt.FocusReason.BacktabFocusReason: False}


class Ground(Protocol):
    """What is asked of the view that the overlay lies on."""

    @property
    def picture(self) -> Picture | None: ...
    @property
    def placement(self) -> Placement: ...
    def place_of(self, component: ComponentId) -> QRectF: ...


class Overlay(QObject):
    """One map's light, motion, walk and voice.

    Attributes
    ----------
    animation, doubts, light, walk, voice
        Its parts; each can be told something by those who know it.
    chooses : bool
        Whether each card that arrows lead to is chosen by that, not only one that follows another chosen one. Tab
        leads through the map to what lies beyond, and leaves other choices alone.
    takes_several : bool
        Whether several cards can be chosen: Shift with an arrow takes the next in, Shift+Enter one more or less.
    """

    touched = Signal(object)  # QRegion of the view: to be painted anew
    inspected = Signal(object)  # ComponentId or None: whose facts are wanted
    taken_in = Signal(object)  # ComponentId: one more to be chosen, or one less
    pan_wished = Signal(QPointF)  # view px

    def __init__(self, view: QWidget, ground: Ground, look: Look) -> None:
        super().__init__(view)
        self._view, self._ground, self._look = view, ground, look
        self.animation = Animation(look, parent=self)
        self.light = Light(self)
        self.walk = Walk(self)
        self.doubts = Doubts(look, self)
        self.voice = Voice(view, ground.place_of, look)
        expose(self.voice)
        self._has_ring = False
        self.chooses = self.takes_several = False
        self._layer: QPixmap | None = None
        self._layer_is_of: tuple[object, ...] = ()
        self.animation.touched.connect(self._touch)
        self.light.changed.connect(self._touch_all)
        self.doubts.changed.connect(self._touch_all)
        self.walk.moved.connect(self._walk_on)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self.animation.show_seen(is_seen=event.type() is QEvent.Type.Show)
        return super().eventFilter(watched, event)

    def show_picture(self, picture: Picture | None) -> None:
        """Take in what the view shows."""
        for part in (self.walk, self.light, self.animation, self.voice):
            part.show_picture(picture)

    def show_tempo(self, tempo: Tempo) -> None:
        """Take in how time goes."""
        self.animation.show_tempo(tempo)
        self.voice.show_tempo(tempo)

    def press(self, component: ComponentId | None) -> None:
        """Take in that a card was clicked: keys go on from there."""
        self._has_ring = False
        self.walk.put(component)

    def paint(self, painter: QPainter, placement: Placement) -> None:
        """Paint everything over the map; the painter is on the view's scale."""
        picture = self._ground.picture
        if picture is None:
            return
        if self.light.lit is not None:
            painter.drawPixmap(0, 0, self._lit_layer(self.light.lit, picture, placement))
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.setTransform(placement.transform(), True)
        self.doubts.paint(painter, picture, placement.scale)
        self.animation.paint(painter, placement.scale)
        painter.restore()
        self._draw_focus(painter)

    def press_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; False = it asks for nothing here."""
        key, at = Qt.Key(event.key()), self.walk.at
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _WAYS and not held:
            self._has_ring = True
            self.walk.go(_WAYS[key], self._is_in_sight)
            self._follow(at, chooses=self.chooses)
        elif self.takes_several and held == Qt.KeyboardModifier.ShiftModifier and at is not None:
            return self._take_in(key, at)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and at is not None:
            self.inspected.emit(at)
        elif key == Qt.Key.Key_Escape:
            return self._leave()
        else:
            return False
        return True

    def step(self, *, is_forward: bool) -> bool:
        """Go to the next card by Tab; False = there is none, the focus leaves the view."""
        self._has_ring = True
        before = self.walk.at
        is_there = self.walk.step(is_forward=is_forward)
        self._follow(before)
        return is_there

    def take_focus(self, reason: Qt.FocusReason) -> None:
        """Hear that the view has the focus."""
        is_forward = _TAB_REASONS.get(reason)
        if is_forward is None:
            self.walk.resume()
        else:
            self._has_ring = True
            self.walk.begin(is_forward=is_forward)
        self._light_focus()

    def lose_focus(self) -> None:
        """Hear that the view has lost the focus."""
        self._light_focus()

    def _take_in(self, key: Qt.Key, at: ComponentId) -> bool:
        """Choose the card with the focus too, or no longer; go on to the next one and take that in."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken_in.emit(at)
            return True
        if key not in _WAYS:
            return False
        self._has_ring = True
        self.walk.go(_WAYS[key], self._is_in_sight)
        for each in (at, self.walk.at):
            picture = self._ground.picture
            if each is not None and picture is not None and each not in (*picture.also, picture.chosen):
                self.taken_in.emit(each)
        return True

    def _follow(self, before: ComponentId | None, *, chooses: bool = False) -> None:
        """Let facts that are told of the card one has walked on from be those of the next; or of any next one."""
        picture, at = self._ground.picture, self.walk.at
        if picture is None or at in (None, before):
            return
        if chooses or (picture.chosen is not None and picture.chosen == before):
            self.inspected.emit(at)

    def _leave(self) -> bool:
        """Leave one thing at a time: the facts, then the walk; no light stays that the pointer left behind."""
        self.light.hover(None)
        picture = self._ground.picture
        if picture is not None and picture.chosen is not None:
            self.inspected.emit(None)
        elif self.walk.at is not None:
            self.walk.leave()
        else:
            return False
        return True

    def _walk_on(self, component: ComponentId | None) -> None:
        self.voice.focus(component)
        self._light_focus()
        if component is not None:
            place = self._ground.place_of(component)
            shift = shift_into(self._free_sight(place), place, SPACE_28)
            if not shift.isNull():
                self.pan_wished.emit(shift)

    def _free_sight(self, place: QRectF) -> QRectF:
        """Return what is seen of the map beside that which lies over a place of it, such as the facts."""
        sight = QRectF(self._view.rect())
        for over in self._view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            box = QRectF(over.geometry())
            if over.isVisible() and box.intersects(place):
                if box.center().x() > sight.center().x():
                    sight.setRight(box.left())
                else:
                    sight.setLeft(box.right())
        return sight

    def _light_focus(self) -> None:
        is_shown = self._has_ring and self._view.hasFocus()
        self.light.focus(self.walk.at if is_shown else None)
        self._touch_all()

    def _is_in_sight(self, component: ComponentId) -> bool:
        return self._ground.place_of(component).intersects(QRectF(self._view.rect()))

    def _touch(self, places: list[QRectF]) -> None:
        transform = self._ground.placement.transform()
        region = QRegion()
        for place in places:
            region += transform.mapRect(place).toAlignedRect()
        self.touched.emit(region)

    def _touch_all(self) -> None:
        self.touched.emit(QRegion(self._view.rect()))

    def _lit_layer(self, lit: Lit, picture: Picture, placement: Placement) -> QPixmap:
        """Return the light as a picture of its own, made once for each place and look."""
        ratio, theme = self._view.devicePixelRatioF(), self._look.theme
        lights = picture.lights_among(lit.lines)
        is_of = (lit, lights, placement, self._view.size(), ratio, theme)
        if self._layer is None or self._layer_is_of != is_of:
            layer = QPixmap((QSizeF(self._view.size()) * ratio).toSize())
            layer.setDevicePixelRatio(ratio)
            layer.fill(Qt.GlobalColor.transparent)
            painter = QPainter(layer)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setTransform(placement.transform(), True)
            sight = placement.transform().inverted()[0].mapRect(QRectF(self._view.rect()))
            draw_lit(painter, lit, picture, theme, sight, placement.scale)
            painter.end()
            self._layer, self._layer_is_of = layer, is_of
        return self._layer

    def _draw_focus(self, painter: QPainter) -> None:
        at = self.walk.at
        if at is None or not self._has_ring or not self._view.hasFocus():
            return
        place = self._ground.place_of(at).adjusted(-RING_GAP, -RING_GAP, RING_GAP, RING_GAP)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.theme.color("ink"), RING_WIDTH))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = RADIUS_CONTROL + RING_GAP
        painter.drawRoundedRect(QRectF(place.toAlignedRect()), radius, radius)
        painter.restore()
