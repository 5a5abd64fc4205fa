"""A sheet with a title and a way out; what it holds scrolls where there is no room for all of it."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from blackstart.shell.support.theme import SPACE_12, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate

BORDERS_PX = 3  # of the plate, and the line below the title
SCROLL_BAR_PX = 10
_PAGES = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class TitledSheet(Sheet):
    """Filled by its heirs, again whenever the words are others."""

    _head: QWidget | None = None
    _held: QWidget | None = None
    _foot: QWidget | None = None
    _scroll: QScrollArea | None = None

    def fill(self, title: str, held: QWidget, foot: QWidget | None = None) -> QScrollArea:
        """Show a title, a widget and a foot that stays in sight in place of those before; returns what scrolls."""
        while (item := self.column.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        self.setAccessibleName(title)
        self._head, self._held, self._foot = self._titled(title), held, foot
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        held.setMinimumHeight(1)  # else it gets the height that it would need if it were narrow
        scroll.setWidget(held)
        for each in (self._head, rule(), scroll, *((rule(), foot) if foot is not None else ())):
            self.column.addWidget(each)
            each.show()  # else Qt shows it later, and it cannot have the focus before that
        held.installEventFilter(self)
        self._scroll = scroll
        return scroll

    def wanted_height(self, width: int) -> int:
        head, held = self._head, self._held
        if head is None or held is None:
            return 0
        # As high as with a scroll bar beside it: one that was there for a moment would else never go away again.
        inside = width - 2 - SCROLL_BAR_PX
        words = held.heightForWidth(inside) if held.hasHeightForWidth() else held.sizeHint().height()
        below = self._foot.sizeHint().height() + 1 if self._foot is not None else 0
        return head.sizeHint().height() + words + below + BORDERS_PX

    def focusNextPrevChild(self, is_next: bool) -> bool:
        is_moved = super().focusNextPrevChild(is_next)
        focused, scroll = self.focusWidget(), self._scroll
        if focused is not None and scroll is not None and scroll.isAncestorOf(focused):
            scroll.ensureWidgetVisible(focused)  # Qt does so only from one place inside to another
        return is_moved

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _PAGES.get(Qt.Key(event.key()))
        if step is not None and self._scroll is not None:
            bar = self._scroll.verticalScrollBar()  # whatever has the focus: what is only read has none
            bar.setValue(bar.value() + step * bar.pageStep())
            event.accept()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._held and event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().eventFilter(watched, event)

    def _titled(self, title: str) -> QWidget:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(SPACE_20, SPACE_12, SPACE_12, SPACE_12)
        row.addWidget(Label(title, role="panel-title"))
        row.addStretch(1)
        way_out = Button(translate("Sheet", "Close  (Esc)"), self._look, role="quiet")
        way_out.clicked.connect(self.close_sheet)
        row.addWidget(way_out)
        return head
