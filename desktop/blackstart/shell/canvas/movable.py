"""A canvas that is panned, zoomed and fitted; what lies on it is its heir's."""

from PySide6.QtCore import QEasingCurve, QEvent, QPointF, QRectF, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QInputDevice, QMouseEvent, QNativeGestureEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.topology.model import Box
from blackstart.shell.canvas.geometry import LEAST_SCALE, Placement, between, fitted, in_sight, rect
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12

READABLE_FROM = 0.75  # least scale at which all of a card is told
FITTED_AT_MOST = 1.25  # a small map is not blown up beyond this
LEAST_OF_FITTED = 0.25  # smaller than this share of its fitted size nobody sees anything
KEPT_PX = 96.0  # of what there is to show; the rest can be panned out of sight
WHEEL_NOTCH = 120.0  # eighths of a degree
ZOOM_A_NOTCH = 1.15
CLICK_SLACK_PX = 4.0  # a press that moved less is a click, else it panned
REST_MS = 70  # after the last notch of a zoom, until it is painted as it should be
GLIDE_MS = 260
SPARE_ABOVE = 0.2  # of the height that a fitted map leaves: the eye begins at the top


class MovableCanvas(QWidget):
    """Stays fitted until the user pans or zooms; heirs tell the bounds and hear of each new placement."""

    clicked = Signal(QPointF)  # in the view
    pointed = Signal(object)  # QPointF in the view; None = the pointer has left

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._placement = Placement()
        self._is_fitted = True
        self._pressed: QPointF | None = None
        self._held = Placement()  # where the canvas lay when it was pressed
        self._from = Placement()  # where a glide begins
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.placed)
        self._glide = QVariantAnimation(self)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._glide.valueChanged.connect(self.placed)
        self._glide.finished.connect(self.placed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def placement(self) -> Placement:
        """Where the canvas lies; while it glides there, where it is going to."""
        return self._placement

    def bounds(self) -> Box | None:
        """Tell what there is to show, canvas px; None = nothing."""
        raise NotImplementedError

    def placed(self) -> None:
        """Hear that the canvas lies elsewhere, or in a view of another size."""
        raise NotImplementedError

    def fit(self) -> None:
        """Show all of it."""
        self._is_fitted = True
        self._rest.stop()
        self._glide.stop()
        self._placement = self._fitted()
        self.placed()

    def show_box(self, box: Box, margin: float, *, keeps_zoom: bool = False) -> None:
        """Show a part of it whole, by and by; at the zoom of the moment, if that can be read and shows all of it."""
        found = fitted(box, QRectF(self.rect()), margin, most=FITTED_AT_MOST)
        if keeps_zoom:
            wished = min(max(self._shown().scale, READABLE_FROM), found.scale)
            found = found.zoomed(wished / found.scale, QRectF(self.rect()).center())
        self._glide_to(found)

    def actual_size(self) -> None:
        """Show it at 100 %, about the middle of the view, or its own where that shows nothing of it."""
        middle, bounds = QRectF(self.rect()).center(), self.bounds()
        placement = self._placement.zoomed(1 / self._placement.scale, middle)
        if bounds is not None and not rect(bounds).contains(self._placement.to_canvas(middle)):
            away = placement.transform().map(rect(bounds).center())
            placement = placement.panned(middle - away)
        self._glide_to(placement)

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the view, its middle if none is given."""
        shown, fitted_scale = self._shown(), self._fitted().scale
        least = min(max(fitted_scale * LEAST_OF_FITTED, LEAST_SCALE), fitted_scale, shown.scale)
        self._place(shown.zoomed(factor, at if at is not None else QRectF(self.rect()).center(), least))
        self._rest.start()

    def pan(self, by: QPointF) -> None:
        """Move it by view px, whole dots of the screen: what was painted is only shifted then."""
        self._pan(self._shown(), by)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_fitted:
            self.fit()
        else:
            self.placed()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.zoom(1 + event.value(), event.position())
            return True
        return super().event(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer by a wheel; two fingers on a touchpad pan, and zoom with Ctrl."""
        is_held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.device().type() is QInputDevice.DeviceType.TouchPad and not is_held:
            way = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta()
            self.pan(QPointF(way))
            event.accept()
            return
        notches = event.angleDelta().y() / WHEEL_NOTCH
        if notches:
            self.zoom(ZOOM_A_NOTCH**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed, self._held = event.position(), self._shown()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self.pointed.emit(event.position())
            return
        moved = event.position() - self._pressed
        if self.cursor().shape() is Qt.CursorShape.ClosedHandCursor or moved.manhattanLength() >= CLICK_SLACK_PX:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._pan(self._held, moved)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        is_click = self.cursor().shape() is not Qt.CursorShape.ClosedHandCursor
        pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        if pressed is not None and is_click:
            self.clicked.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)

    @property
    def _is_zooming(self) -> bool:
        """Whether what was painted last is shown larger or smaller for a moment."""
        return self._rest.isActive() or self._is_gliding

    @property
    def _is_gliding(self) -> bool:
        return self._glide.state() is QVariantAnimation.State.Running

    def _shown(self) -> Placement:
        """Return where the canvas is shown now."""
        if not self._is_gliding:
            return self._placement
        return between(self._from, self._placement, float(self._glide.currentValue()))

    def _fitted(self) -> Placement:
        bounds = self.bounds()
        if bounds is None:
            return self._placement
        found = fitted(bounds, QRectF(self.rect()), SPACE_12, most=FITTED_AT_MOST)
        spare = self.height() - 2 * SPACE_12 - bounds[3] * found.scale
        return found.panned(QPointF(0, -max(spare, 0.0) * (0.5 - SPARE_ABOVE)))

    def _glide_to_fit(self) -> None:
        self._glide_to(self._fitted())
        self._is_fitted = True

    def _pan(self, start: Placement, by: QPointF) -> None:
        ratio = self.devicePixelRatioF()
        self._place(start.panned(QPointF((by * ratio).toPoint()) / ratio))

    def _glide_to(self, placement: Placement) -> None:
        self._from = self._shown()
        self._place(placement)
        if self.isVisible() and not self._look.is_motion_reduced and placement != self._from:
            self._glide.start()

    def _place(self, placement: Placement) -> None:
        self._rest.stop()
        self._glide.stop()
        self._is_fitted = False
        bounds = self.bounds()
        self._placement = placement if bounds is None else in_sight(placement, bounds, QRectF(self.rect()), KEPT_PX)
        self.placed()
