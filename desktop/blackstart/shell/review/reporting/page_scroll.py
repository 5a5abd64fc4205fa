"""Looking through the pages of a report: from page to page by key, larger and smaller."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea

from blackstart.shell.review.reporting.page_list import PageList

translate = QCoreApplication.translate

STEPS = (50, 75, 100, 125, 150, 200, 300)  # percent
_STEP_PX = 60
_LARGER = (Qt.Key.Key_Plus, Qt.Key.Key_Equal)


class PageScroll(QScrollArea):
    """What is seen of the pages."""

    moved = Signal()  # another page is seen, or it is seen at another size

    def __init__(self, pages: PageList) -> None:
        super().__init__()
        self._pages = pages
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(translate("ReviewReport", "Pages of the report"))
        # Else pages that just fit would be narrower with the bar, and fit without it again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().setSingleStep(_STEP_PX)
        self.horizontalScrollBar().setSingleStep(_STEP_PX)
        self.setWidget(pages)
        self.verticalScrollBar().valueChanged.connect(self._tell)

    @property
    def page(self) -> int:
        """The page that most is seen of, from 0."""
        return self._pages.page_at(self.verticalScrollBar().value() + self.viewport().height() // 2)

    def go_to(self, number: int) -> None:
        """Show a page from its head; the nearest one there is."""
        self.verticalScrollBar().setValue(self._pages.top_of(min(max(number, 0), max(self._pages.count - 1, 0))))

    def enlarge(self, steps: int) -> None:
        """Show the pages larger, or smaller, in steps; 0 = as wide as there is room. The same page stays."""
        here = min(range(len(STEPS)), key=lambda number: abs(STEPS[number] - self._pages.percent))
        percent = STEPS[min(max(here + steps, 0), len(STEPS) - 1)] if steps else 100
        page = self.page
        self._pages.enlarge(percent)
        self._pages.adjustSize()
        self.go_to(page)
        self.moved.emit()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key asks for; returns whether it asks for something here."""
        key = Qt.Key(event.key())
        to = {
            Qt.Key.Key_PageDown: self._first_seen() + 1,
            Qt.Key.Key_PageUp: self._first_seen(is_up=True),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self._pages.count - 1,
        }.get(key)
        if to is not None:
            self.go_to(to)
        elif key in _LARGER or key is Qt.Key.Key_Minus:
            self.enlarge(-1 if key is Qt.Key.Key_Minus else 1)
        elif key is Qt.Key.Key_0:
            self.enlarge(0)
        else:
            return False
        event.accept()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.enlarge(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pages.fit(self.viewport().width())
        self.moved.emit()

    def _first_seen(self, *, is_up: bool = False) -> int:
        """The page whose head is at the upper edge or above; upwards the one before, where its own head is there."""
        value = self.verticalScrollBar().value()
        number = self._pages.page_at(value)
        return number - 1 if is_up and value <= self._pages.top_of(number) else number

    def _tell(self, _value: int) -> None:
        self.moved.emit()
