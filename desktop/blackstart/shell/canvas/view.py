"""The map on screen: pan, zoom, fit and choice; the painting is the snapshot's.

The ground is kept as it was painted: in most seconds nothing but the times on some cards changes, and only those
cards are painted anew.
"""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QRegion, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.geometry import Placement, fitted, rect
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.snapshot import draw_cards, draw_ground
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12

FITTED_AT_MOST = 1.25  # a small map is not blown up beyond this
WHEEL_NOTCH = 120.0  # eighths of a degree
ZOOM_A_NOTCH = 1.15
CLICK_SLACK_PX = 4.0  # a press that moved less is a click, else it panned
CARD_EDGE = 6.0  # canvas px by which border and choice reach beyond a card

_WAYS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


class MapView(QWidget):
    """Shows a picture; stays fitted until the user pans or zooms."""

    chosen = Signal(object)  # ComponentId or None

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._picture: Picture | None = None
        self._ground: QPixmap | None = None
        self._placement = Placement()
        self._is_fitted = True
        self._pressed: QPointF | None = None
        self._held = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self._renew)

    @property
    def picture(self) -> Picture | None:
        return self._picture

    @property
    def placement(self) -> Placement:
        return self._placement

    def show_picture(self, picture: Picture | None) -> None:
        """Show another moment of the same map, or another map, which is then fitted."""
        before, self._picture = self._picture, picture
        if picture is not None and (before is None or before.drawing is not picture.drawing):
            self.fit()
        elif picture is None or before is None or not _has_same_ground(before, picture):
            self._renew()
        else:
            self.update(self._region(id_ for id_, face in picture.faces.items() if face != before.faces.get(id_)))

    def fit(self) -> None:
        """Show all of it."""
        self._is_fitted = True
        if self._picture is not None:
            view = QRectF(self.rect())
            self._placement = fitted(self._picture.drawing.bounds, view, SPACE_12, most=FITTED_AT_MOST)
        self._renew()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the view, its middle if none is given."""
        self._is_fitted = False
        self._placement = self._placement.zoomed(factor, at if at is not None else QRectF(self.rect()).center())
        self._renew()

    def component_at(self, at: QPointF) -> ComponentId | None:
        """Return the card under a point of the view."""
        if self._picture is None:
            return None
        place = self._placement.to_canvas(at)
        cards = self._picture.drawing.arrangement.cards.items()
        return next((component for component, box in cards if rect(box).contains(place)), None)

    def place_of(self, component: ComponentId) -> QRectF:
        """Return where a card lies in the view; nowhere if the map has none of that name."""
        box = self._picture.drawing.arrangement.cards.get(component) if self._picture is not None else None
        return self._placement.transform().mapRect(rect(box)) if box is not None else QRectF()

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
            draw_cards(painter, self._picture, self._placement, self._look.theme, touched)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_fitted:
            self.fit()
        else:
            self._renew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        if notches:
            self.zoom(ZOOM_A_NOTCH**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or (event.position() - self._pressed).manhattanLength() < CLICK_SLACK_PX:
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._is_fitted = False
        self._placement = self._placement.panned(event.position() - self._held)
        self._held = event.position()
        self._renew()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        if pressed is not None and (event.position() - pressed).manhattanLength() < CLICK_SLACK_PX:
            self.chosen.emit(self.component_at(event.position()))

    def _renew(self) -> None:
        """Paint everything anew, the ground too."""
        self._ground = None
        self.update()

    def _painted_ground(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        ground = QPixmap((QSizeF(self.size()) * ratio).toSize())
        ground.setDevicePixelRatio(ratio)
        ground.fill(self._look.theme.color("bg0"))
        if self._picture is not None:
            painter = QPainter(ground)
            draw_ground(painter, self._picture, self._placement, self._look.theme)
            painter.end()
        return ground

    def _region(self, components: Iterable[ComponentId]) -> QRegion:
        """Where cards lie in the view."""
        region = QRegion()
        if self._picture is not None:
            transform = self._placement.transform()
            for component in components:
                box = rect(self._picture.drawing.arrangement.cards[component])
                reach = box.adjusted(-CARD_EDGE, -CARD_EDGE, CARD_EDGE, CARD_EDGE)
                region += transform.mapRect(reach).toAlignedRect()
        return region

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS and self._picture is not None:
            self.chosen.emit(_next(self._picture, _WAYS[key]))
        elif key == Qt.Key.Key_Escape:
            self.chosen.emit(None)
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoom(1 / ZOOM_A_NOTCH if key == Qt.Key.Key_Minus else ZOOM_A_NOTCH)
        else:
            super().keyPressEvent(event)


def _has_same_ground(one: Picture, other: Picture) -> bool:
    return (one.drawing, one.zones, one.lights, one.gates, one.chosen, one.faces.keys()) == (
        other.drawing,
        other.zones,
        other.lights,
        other.gates,
        other.chosen,
        other.faces.keys(),
    )


def _next(picture: Picture, way: QPointF) -> ComponentId | None:
    """Return the card that lies nearest in a direction; the first one where none is chosen."""
    cards = {component: rect(box).center() for component, box in picture.drawing.arrangement.cards.items()}
    if picture.chosen not in cards:
        return next(iter(cards), None)
    here = cards[picture.chosen]
    best, least = picture.chosen, float("inf")
    for component, there in cards.items():
        gap = there - here
        ahead = QPointF.dotProduct(gap, way)
        aside = abs(gap.x() * way.y() - gap.y() * way.x())
        if ahead > 1 and ahead + 2 * aside < least:
            best, least = component, ahead + 2 * aside
    return best
