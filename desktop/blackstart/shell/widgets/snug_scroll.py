"""A scroll area that is as high as what it holds, and scrolls only where there is less room."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

LEAST_PX = 120


class SnugScroll(QScrollArea):
    """Holds one widget, at the area's width; `least_px` of it can always be seen."""

    def __init__(self, held: QWidget, least_px: int = LEAST_PX, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_px = least_px
        self._held = held
        self._is_scrolling = True
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.setMinimumHeight(1)  # else it gets the height that it would need if it were narrow
        self.setWidget(held)
        held.installEventFilter(self)

    def sizeHint(self) -> QSize:
        held = self._held
        width = self.viewport().width()
        height = held.heightForWidth(width) if held.hasHeightForWidth() else held.sizeHint().height()
        return QSize(held.sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() - (self.height_to_spare() if self._is_scrolling else 0))

    @property
    def is_scrolling(self) -> bool:
        """Whether what it holds scrolls where there is no room."""
        return self._is_scrolling

    def height_to_spare(self) -> int:
        """How much lower than what it holds it can get."""
        return max(self.sizeHint().height() - self._least_px, 0)

    def let_scroll(self, *, is_scrolling: bool) -> None:
        """Scroll what has no room, or leave that to what holds it."""
        if is_scrolling != self._is_scrolling:
            self._is_scrolling = is_scrolling
            self.updateGeometry()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.updateGeometry()
        return super().eventFilter(watched, event)
