"""The map on screen: pan, zoom, fit and choice; the painting is the snapshot's.

The ground is kept as it was painted: in most seconds nothing but the times on some cards changes, and only those
cards are painted anew.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPixmap, QRegion
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.model import Box
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.movable import ZOOM_A_NOTCH, MovableCanvas
from blackstart.shell.canvas.overlay import Overlay
from blackstart.shell.canvas.picture import Picture, Tempo
from blackstart.shell.canvas.snapshot import draw_cards, draw_ground
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_28

translate = QCoreApplication.translate

CARD_EDGE = 6.0  # canvas px by which border and choice reach beyond a card


class MapView(MovableCanvas):
    """Shows a picture.

    Attributes
    ----------
    tempo : Tempo
        How time goes on what it shows.
    overlay : Overlay
        What moves, is lit or has the focus.
    """

    chosen = Signal(object)  # ComponentId or None
    hovered = Signal(object)  # ComponentId or None: another card is under the pointer than before

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.tempo = Tempo()
        self._hovered: ComponentId | None = None
        self._picture: Picture | None = None
        self._ground: QPixmap | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("MapView", "Map"))
        self.overlay = Overlay(self, self, look)
        self.overlay.touched.connect(self._repaint)
        self.overlay.inspected.connect(self.chosen)
        self.overlay.pan_wished.connect(self.pan)
        self.clicked.connect(self._choose)
        self.pointed.connect(self._hover)
        look.changed.connect(self.placed)

    @property
    def picture(self) -> Picture | None:
        return self._picture

    def show_picture(self, picture: Picture | None) -> None:
        """Show another moment of the same map, or another map, which is then fitted."""
        before, self._picture = self._picture, picture
        if picture is not None and (before is None or before.drawing is not picture.drawing):
            self.fit()
        elif picture is None or before is None or not _has_same_ground(before, picture):
            self.placed()
        else:
            self.update(self._region(id_ for id_, face in picture.faces.items() if face != before.faces.get(id_)))
        self.overlay.show_picture(picture)

    def show_tempo(self, is_running: bool, pace: int) -> None:
        """Take in how time goes now."""
        self.tempo = Tempo(is_running, pace)
        self.overlay.show_tempo(self.tempo)

    def fit_chosen_or_all(self) -> None:
        """Show the chosen card with its lines; all where none is chosen, or where that is shown already."""
        box = _reach(self._picture) if self._picture is not None else None
        before = self.placement
        if box is not None:
            self.show_box(box, SPACE_28)
        if box is None or self.placement == before:
            self.fit()

    def component_at(self, at: QPointF) -> ComponentId | None:
        """Return the card under a point of the view."""
        if self._picture is None:
            return None
        place = self.placement.to_canvas(at)
        cards = self._picture.drawing.arrangement.cards.items()
        return next((component for component, box in cards if rect(box).contains(place)), None)

    def place_of(self, component: ComponentId) -> QRectF:
        """Return where a card lies in the view; nowhere if the map has none of that name."""
        box = self._picture.drawing.arrangement.cards.get(component) if self._picture is not None else None
        return self.placement.transform().mapRect(rect(box)) if box is not None else QRectF()

    def bounds(self) -> Box | None:
        return self._picture.drawing.bounds if self._picture is not None else None

    def placed(self) -> None:
        """Paint everything anew, the ground too."""
        self._ground = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(800, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._ground is None:
            self._ground = self._painted_ground()
        painter = QPainter(self)
        painter.setClipRegion(event.region())
        painter.drawPixmap(0, 0, self._ground)
        if self._picture is not None:
            cards = self._picture.drawing.arrangement.cards
            touched = [id_ for id_ in cards if event.region().intersects(self._region([id_]))]
            draw_cards(painter, self._picture, self.placement, self._look.theme, touched)
            self.overlay.paint(painter, self.placement)
        painter.end()

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

    def _choose(self, at: QPointF) -> None:
        component = self.component_at(at)
        self.overlay.press(component)
        self.chosen.emit(component)

    def _repaint(self, region: QRegion) -> None:
        self.update(region)  # Qt's own slot would take no region

    def _hover(self, at: QPointF | None) -> None:
        component = self.component_at(at) if at is not None else None
        if component != self._hovered:
            self._hovered = component
            self.overlay.light.hover(component)
            self.hovered.emit(component)

    def _painted_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap((QSizeF(self.size()) * ratio).toSize())
        ground.setDevicePixelRatio(ratio)
        ground.fill(self._look.theme.color("bg0"))
        if self._picture is not None:
            painter = QPainter(ground)
            draw_ground(painter, self._picture, self.placement, self._look.theme)
            painter.end()
        return ground

    def _region(self, components: Iterable[ComponentId]) -> QRegion:
        """Where cards lie in the view."""
        region = QRegion()
        if self._picture is not None:
            transform = self.placement.transform()
            for component in components:
                box = rect(self._picture.drawing.arrangement.cards[component])
                reach = box.adjusted(-CARD_EDGE, -CARD_EDGE, CARD_EDGE, CARD_EDGE)
                region += transform.mapRect(reach).toAlignedRect()
        return region


def _has_same_ground(one: Picture, other: Picture) -> bool:
    return (one.drawing, one.zones, one.lights, one.gates, one.chosen, one.faces.keys()) == (
        other.drawing,
        other.zones,
        other.lights,
        other.gates,
        other.chosen,
        other.faces.keys(),
    )


def _reach(picture: Picture) -> Box | None:
    """Return the box round the chosen card and its lines; None where none is chosen."""
    chosen = picture.chosen
    if chosen is None or chosen not in picture.drawing.arrangement.cards:
        return None
    x, y, width, height = picture.drawing.arrangement.cards[chosen]
    corners = [(x, y), (x + width, y + height)]
    for line in picture.drawing.lines:
        if chosen in (line.supplier, line.component):
            corners += line.points
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top
