"""The map on screen: pan, zoom, fit and choice; the painting is the snapshot's."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.geometry import Placement, fitted, rect
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.snapshot import draw_map
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12

FITTED_AT_MOST = 1.25  # a small map is not blown up beyond this
WHEEL_NOTCH = 120.0  # eighths of a degree
ZOOM_A_NOTCH = 1.15
CLICK_SLACK_PX = 4.0  # a press that moved less is a click, else it panned

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
        self._placement = Placement()
        self._is_fitted = True
        self._pressed: QPointF | None = None
        self._held = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        look.changed.connect(self.update)

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
        self.update()

    def fit(self) -> None:
        """Show all of it."""
        self._is_fitted = True
        if self._picture is not None:
            view = QRectF(self.rect())
            self._placement = fitted(self._picture.drawing.bounds, view, SPACE_12, most=FITTED_AT_MOST)
        self.update()

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the view, its middle if none is given."""
        self._is_fitted = False
        self._placement = self._placement.zoomed(factor, at if at is not None else QRectF(self.rect()).center())
        self.update()

    def component_at(self, at: QPointF) -> ComponentId | None:
        """Return the card under a point of the view."""
        if self._picture is None:
            return None
        place = self._placement.to_canvas(at)
        cards = self._picture.drawing.arrangement.cards.items()
        return next((component for component, box in cards if rect(box).contains(place)), None)

    def sizeHint(self) -> QSize:
        return QSize(800, 480)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.color("bg0"))
        if self._picture is not None:
            draw_map(painter, self._picture, self._placement, self._look.theme)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_fitted:
            self.fit()

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
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        if pressed is not None and (event.position() - pressed).manhattanLength() < CLICK_SLACK_PX:
            self.chosen.emit(self.component_at(event.position()))

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
