"""Several of what has a name, each by typing; those chosen stand above the field and can be taken out."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.name_finder import NameFinder
from blackstart.shell.widgets.pick_list import PickRow

translate = QCoreApplication.translate


class NamesField(QWidget):
    """A name that is chosen goes to the others at once."""

    def __init__(self, hint: str, names: Callable[[], Sequence[PickRow]], look: Look) -> None:
        super().__init__()
        self._look = look
        self._names = names  # of a large map they are many
        self._rows: dict[str, _NameRow] = {}
        self.finder = NameFinder(hint, look)
        self.finder.offer(names)
        self.finder.found.connect(self._add)
        self.setFocusProxy(self.finder)
        self._chosen = QVBoxLayout()
        self._chosen.setSpacing(SPACE_4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        column.addLayout(self._chosen)
        column.addWidget(self.finder)

    @property
    def keys(self) -> tuple[str, ...]:
        """What was chosen, in that order."""
        return tuple(self._rows)

    def take(self, keys: Iterable[str]) -> None:
        """Begin with these, as far as they are known."""
        for each in keys:
            self._add(each)

    def _add(self, key: str) -> None:
        known = next((each for each in self._names() if each.key == key), None) if key else None
        if known is None:
            return
        self.finder.clear()
        if key not in self._rows:
            row = _NameRow(known.text, self._look)
            row.drop.clicked.connect(self._drop)
            self._rows[key] = row
            self._chosen.addWidget(row)

    def _drop(self) -> None:
        pressed = self.sender()
        row = self._rows.pop(next(each for each, row in self._rows.items() if row.drop is pressed))
        self._chosen.removeWidget(row)
        row.hide()  # it is gone only after the next frame
        row.deleteLater()
        self.finder.setFocus()


class _NameRow(QWidget):
    def __init__(self, name: str, look: Look) -> None:
        super().__init__()
        self.drop = Button("×", look, role="add")
        self.drop.setAccessibleName(translate("NamesField", "Take out: {name}").format(name=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(Label(name, wraps=True), 1)
        row.addWidget(self.drop)
