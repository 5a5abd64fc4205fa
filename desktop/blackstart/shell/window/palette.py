"""The command palette: everything that can be done or gone to, by typing some of its name."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_12, SPACE_16
from blackstart.shell.widgets.icon_field import IconField
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.sheet import Sheet
from blackstart.shell.window.finding import Batch, Entry, Finder
from blackstart.shell.window.found_list import FoundDelegate, FoundModel, said

translate = QCoreApplication.translate

WIDTH_PX, FIELD_PX, MOST_LIST_PX, NOTHING_PX = 560, 36, 400, 44
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}

# Tells what can be found, at the moment the palette opens.
Source = Callable[[], Sequence[Batch]]


class Palette(Sheet):
    """A field and what is found; the keys stay in the field, arrows walk the list."""

    def __init__(self, batches: Iterable[Batch], look: Look) -> None:
        super().__init__(look, WIDTH_PX, is_at_top=True)
        self._finder = Finder(batches)
        self._model = FoundModel(look)
        self._delegate = FoundDelegate(look)
        self.field = IconField(look)
        self.list = QListView()
        self.nothing = Label(translate("Palette", "Nothing is called that."), role="hint")
        self._set_up()
        self._lay_out()
        self.show_found("")

    @property
    def chosen(self) -> Entry | None:
        return self._model.entry(self.list.currentIndex())

    @property
    def found(self) -> tuple[Entry, ...]:
        return self._model.entries

    def show_found(self, typed: str) -> None:
        """Show what is meant by what is typed, the best chosen."""
        self._show_entries(self._finder.find(typed))

    def renew(self, batches: Iterable[Batch]) -> None:
        """Find among other things from now on; what is typed stays, and what is chosen as long as it is found."""
        before = self.chosen
        self._finder = Finder(batches)
        self._show_entries(self._finder.find(self.field.text()), before)

    def do_chosen(self) -> None:
        """Close, and do what is chosen; what cannot be done now leaves the palette as it is."""
        entry = self.chosen
        if entry is not None and not entry.hindrance:
            self.close_sheet()
            entry.deed()

    def first_stop(self) -> QWidget | None:
        return self.field

    def wanted_height(self, width: int) -> int:
        look = self._look
        rows = sum(self.list.sizeHintForRow(row) for row in range(self._model.rowCount()))
        held = min(rows, look.px(MOST_LIST_PX)) if rows else look.px(NOTHING_PX)
        return look.px(FIELD_PX) + 2 * SPACE_12 + 1 + held + 2 * SPACE_4 + 2

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS:
                self._choose(self.list.currentIndex().row() + _STEPS[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.do_chosen()
                return True
            return key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)  # there is nowhere else to go
        return super().eventFilter(watched, event)

    def _show_entries(self, found: tuple[Entry, ...], before: Entry | None = None) -> None:
        self._model.show_entries(found)
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        is_before = [before is not None and before.is_same(entry) for entry in found]
        self._choose(is_before.index(True) if True in is_before else 0)
        self.place()

    def _choose(self, row: int) -> None:
        last = self._model.rowCount() - 1
        index = self._model.index(min(max(row, 0), last), 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        entry = self.chosen
        if entry is not None and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said(entry)))

    def _click(self, index: QModelIndex) -> None:
        self.list.setCurrentIndex(index)
        self.do_chosen()

    def _set_up(self) -> None:
        look = self._look
        name = translate("Palette", "Commands, components, exercises and runs")
        self.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.setPlaceholderText(translate("Palette", "Find a command, a component, an exercise or a run"))
        self.field.setFixedHeight(look.px(FIELD_PX))
        self.field.textChanged.connect(self.show_found)
        self.field.installEventFilter(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(self._delegate)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(translate("Palette", "What is found"))
        self.list.clicked.connect(self._click)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        head.addWidget(self.field)
        self.nothing.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        held = QVBoxLayout()
        held.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        held.addWidget(self.list)
        held.addWidget(self.nothing)
        self.column.addLayout(head)
        self.column.addWidget(rule())
        self.column.addLayout(held, 1)
