"""A canvas that is panned, zoomed and fitted; what lies on it is its heir's."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from blackstart.core.topology.model import Box
from blackstart.shell.canvas.geometry import Placement, fitted
from blackstart.shell.support.theme import SPACE_12

FITTED_AT_MOST = 1.25  # a small map is not blown up beyond this
WHEEL_NOTCH = 120.0  # eighths of a degree
ZOOM_A_NOTCH = 1.15
CLICK_SLACK_PX = 4.0  # a press that moved less is a click, else it panned


class MovableCanvas(QWidget):
    """Stays fitted until the user pans or zooms; heirs tell the bounds and hear of each new placement."""

    clicked = Signal(QPointF)  # in the view
    pointed = Signal(object)  # QPointF in the view; None = the pointer has left

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placement = Placement()
        self._is_fitted = True
        self._pressed: QPointF | None = None
        self._held = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)

    @property
    def placement(self) -> Placement:
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
        bounds = self.bounds()
        if bounds is not None:
            self._placement = fitted(bounds, QRectF(self.rect()), SPACE_12, most=FITTED_AT_MOST)
        self.placed()

    def show_box(self, box: Box, margin: float) -> None:
        """Show a part of it whole."""
        self._place(fitted(box, QRectF(self.rect()), margin, most=FITTED_AT_MOST))

    def actual_size(self) -> None:
        """Show it at 100 %, about the middle of the view."""
        self.zoom(1 / self._placement.scale)

    def pan(self, by: QPointF) -> None:
        """Move it by view px."""
        self._place(self._placement.panned(by))

    def zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the view, its middle if none is given."""
        self._place(self._placement.zoomed(factor, at if at is not None else QRectF(self.rect()).center()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._is_fitted:
            self.fit()
        else:
            self.placed()

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / WHEEL_NOTCH
        if notches:
            self.zoom(ZOOM_A_NOTCH**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed = self._held = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            self.pointed.emit(event.position())
            return
        if (event.position() - self._pressed).manhattanLength() < CLICK_SLACK_PX:
            return
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self.pan(event.position() - self._held)
        self._held = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        self.unsetCursor()
        if pressed is not None and (event.position() - pressed).manhattanLength() < CLICK_SLACK_PX:
            self.clicked.emit(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        self.pointed.emit(None)

    def _place(self, placement: Placement) -> None:
        self._is_fitted = False
        self._placement = placement
        self.placed()
