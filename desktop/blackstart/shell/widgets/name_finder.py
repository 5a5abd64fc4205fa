"""A field in which one of many is chosen by typing a part of its name; what fits is listed below it meanwhile."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4
from blackstart.shell.widgets.pick_list import PickList, PickRow

MOST_FOUND = 50
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NameFinder(QWidget):
    """Arrows walk through what fits, Enter or Tab takes it, Escape puts the list away."""

    found = Signal(str)  # key; empty = what was chosen no longer is

    def __init__(self, hint: str, look: Look) -> None:
        super().__init__()
        self._rows: tuple[PickRow, ...] = ()
        self._make: Callable[[], Sequence[PickRow]] | None = None  # the rows, once they are wanted
        self._key = ""
        self.line = _Line()
        self.list = PickList(look)
        self.line.setPlaceholderText(hint)
        self.line.setAccessibleName(hint)
        self.list.setAccessibleName(hint)
        self.list.hide()
        self.setFocusProxy(self.line)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textEdited.connect(self._find)
        self.line.stepped.connect(self.list.step)
        self.line.taken.connect(self._take)
        self.line.left.connect(self._leave)
        self.line.given_up.connect(self._put_away)
        self.list.picked.connect(self.choose)

    @property
    def key(self) -> str:
        """Key of what is chosen; empty = nothing is."""
        return self._key

    @property
    def is_half_typed(self) -> bool:
        """Whether something stands in the field that is no name."""
        return not self._key and bool(self.line.text().strip())

    def offer(self, make: Callable[[], Sequence[PickRow]]) -> None:
        """Offer other names; of a large map they are many, and are made when somebody begins to type."""
        self._rows, self._make = (), make

    def choose(self, key: str) -> None:
        """Put the name of a key in; an unknown key empties the field."""
        row = next((row for row in self._known() if row.key == key), None) if key else None
        self._key = row.key if row is not None else ""
        self.line.setText(row.text if row is not None else "")
        self._put_away()
        self.found.emit(self._key)

    def clear(self) -> None:
        """Empty the field."""
        self.choose("")

    def _known(self) -> tuple[PickRow, ...]:
        if self._make is not None:
            self._rows, self._make = tuple(self._make()), None
        return self._rows

    def _find(self, typed: str) -> None:
        if self._key:
            self._key = ""
            self.found.emit("")
        rows = _matching(self._known(), typed) if typed.strip() else []
        self.list.show_rows(rows[:MOST_FOUND])
        self._show_list(is_shown=bool(rows))

    def _take(self) -> None:
        if self.line.is_listing:
            self.choose(self.list.key)

    def _leave(self, is_by_tab: bool) -> None:
        if is_by_tab:
            self._take()
        self._put_away()

    def _put_away(self) -> None:
        self._show_list(is_shown=False)

    def _show_list(self, *, is_shown: bool) -> None:
        self.line.is_listing = is_shown
        self.list.setVisible(is_shown)


class _Line(QLineEdit):
    """Keeps Enter, Escape and the arrows to itself while there is something to choose."""

    stepped = Signal(int)
    taken = Signal()
    given_up = Signal()
    left = Signal(bool)  # whether by Tab

    def __init__(self) -> None:
        super().__init__()
        self.is_listing = False

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and self.is_listing and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _STEPS or key in _ENTER or key is Qt.Key.Key_Escape:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self.is_listing:
            super().keyPressEvent(event)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in _ENTER:
            self.taken.emit()
        elif key is Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit(event.reason() is Qt.FocusReason.TabFocusReason)


def _matching(rows: Sequence[PickRow], typed: str) -> list[PickRow]:
    """Rows in whose name or key every word stands, those that begin with it first."""
    wanted = typed.casefold().split()
    found = [row for row in rows if all(word in f"{row.text} {row.key}".casefold() for word in wanted)]
    return sorted(found, key=lambda row: not row.text.casefold().startswith(wanted[0]))
