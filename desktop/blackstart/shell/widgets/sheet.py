"""A sheet that lies over the whole window: settings, keys, commands. What is below it gets no key and no click.

It is part of the window and no window of its own: so it can be placed on every system, and keys come to it even
where nothing manages windows.
"""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_28

SCRIM_OPACITY = 0.62


class Sheet(QWidget):
    """A plate with an ink border over a scrim; Escape or a click beside it closes it."""

    closed = Signal(bool)  # whether what had the focus before has it again

    def __init__(self, look: Look, width_px: int, *, is_at_top: bool = False) -> None:
        super().__init__()
        self._look = look
        self._width_px = width_px
        self._is_at_top = is_at_top
        self._before: QWidget | None = None
        self.plate = QFrame(self)
        self.plate.setProperty("role", "sheet")
        self.column = QVBoxLayout(self.plate)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        look.changed.connect(self.place)

    def wanted_height(self, width: int) -> int:
        """Return how high the plate is at a width if there is room."""
        raise NotImplementedError

    def first_stop(self) -> QWidget | None:
        """Return what has the focus when the sheet opens."""
        return next(iter(self.stops()), None)

    def open_over(self, page: QWidget) -> None:
        """Cover a page, and keep covering it."""
        self._before = QApplication.focusWidget()
        self.setParent(page)
        page.installEventFilter(self)
        self.place()
        self.show()
        self.raise_()
        (self.first_stop() or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_sheet(self) -> None:
        """Go away, and give the focus back to what had it."""
        before = self._before
        is_there = before is not None and isValid(before) and before.isVisible()
        self.hide()
        if before is not None and is_there:
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit(is_there)
        self.deleteLater()

    @property
    def before(self) -> QWidget | None:
        """What had the focus before the sheet was opened; gets it back."""
        return self._before

    def give_back_to(self, widget: QWidget) -> None:
        """Let another part of the page have the focus when the sheet is closed."""
        self._before = widget

    def place(self) -> None:
        """Put the plate where it belongs, no larger than the window."""
        page = self.parentWidget()
        if page is None:
            return
        self.setGeometry(page.rect())
        width = min(self._look.px(self._width_px), page.width() - 2 * SPACE_28)
        height = min(self.wanted_height(width), page.height() - 2 * SPACE_28)
        top = SPACE_28 if self._is_at_top else (page.height() - height) // 2
        self.plate.setGeometry((page.width() - width) // 2, top, width, height)
        self.update()

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, from top to bottom."""
        # Not by nextInFocusChain(): in PySide 6.11 a walk along it takes the QActions of line edits out of our hands.
        return [
            each
            for each in self.plate.findChildren(QWidget)
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus
            and each.isEnabled()
            and each.isVisibleTo(self)
            # The field inside a combo box would hand the focus back to the box, and Tab would never get past it.
            and each.focusProxy() is None
        ]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.parent() and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # keys that nothing on the sheet wants are not the page's either
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self.plate.geometry().contains(event.position().toPoint()):
            self.close_sheet()
        event.accept()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        stops = self.stops()
        if not stops:
            return False
        here = self.focusWidget()
        at = stops.index(here) if here in stops else (-1 if is_next else 0)
        reason = Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if is_next else -1)) % len(stops)].setFocus(reason)
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._look.theme.color("bg0", SCRIM_OPACITY))
        painter.end()
