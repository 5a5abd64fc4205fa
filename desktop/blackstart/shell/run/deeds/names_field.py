"""Several components, each by typing; those chosen stand above the field and can be taken out."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Topology
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.name_finder import NameFinder
from blackstart.shell.widgets.pick_list import PickRow

translate = QCoreApplication.translate


class NamesField(QWidget):
    """A name that is chosen goes to the others at once."""

    def __init__(self, topology: Topology, look: Look) -> None:
        super().__init__()
        self._look = look
        self._topology = topology
        self._rows: dict[ComponentId, _NameRow] = {}
        self.finder = NameFinder(translate("NamesField", "Type a component"), look)
        self.finder.offer(self._names)
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
    def components(self) -> tuple[ComponentId, ...]:
        """What was chosen, in that order."""
        return tuple(self._rows)

    def take(self, components: Iterable[ComponentId]) -> None:
        """Begin with these."""
        for each in components:
            self._add(each)

    def _names(self) -> list[PickRow]:
        language = self._look.language
        return [PickRow(part.id, part.label(language), kind(part.kind).icon) for part in self._topology.components]

    def _add(self, key: str) -> None:
        component = ComponentId(key)
        if component not in self._topology:
            return
        self.finder.clear()
        if component not in self._rows:
            row = _NameRow(self._topology.component(component).label(self._look.language), self._look)
            row.drop.clicked.connect(self._drop)
            self._rows[component] = row
            self._chosen.addWidget(row)

    def _drop(self) -> None:
        pressed = self.sender()
        component = next(each for each, row in self._rows.items() if row.drop is pressed)
        row = self._rows.pop(component)
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
