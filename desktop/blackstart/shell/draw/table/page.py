"""The tables in the place of the map: components or needs, and a field that filters them."""

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from blackstart.core.base.errors import UserError
from blackstart.core.topology.model import Component
from blackstart.shell.draw.inspector.changes import deed_of
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection
from blackstart.shell.draw.table.columns import (
    NeedRow,
    component_columns,
    component_of,
    need_columns,
    need_of,
    need_rows,
)
from blackstart.shell.draw.table.model import TableModel
from blackstart.shell.draw.table.view import ThingsTable
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.icon_field import IconField
from blackstart.shell.widgets.labels import Label, OneLine

translate = QCoreApplication.translate

NO_REASON = ""  # nothing was refused
COMPONENTS, NEEDS = "components", "needs"
FILTER_PX = 260
NARROW_PX = 400  # of the page, at the usual size of words: what there is to choose from and to type takes two rows


class TablePage(QWidget):
    """Follows the document and the choice while it is seen."""

    map_wished = Signal()

    def __init__(self, presenter: DrawPresenter, look: Look) -> None:
        super().__init__()
        self._presenter, self._look = presenter, look
        self._is_old = True  # whether the map has changed since the tables were filled
        self.components: TableModel[Component] = TableModel(component_of, self._change, self)
        self.needs: TableModel[NeedRow] = TableModel(need_of, self._change, self)
        names = (translate("DrawTable", "Components"), translate("DrawTable", "Needs"))
        self.which = Segments(((COMPONENTS, names[0]), (NEEDS, names[1])))
        self.filter = IconField(look)
        self.back = Button(translate("DrawTable", "Map"), look, "topo", role="tool")
        self.count = Label(role="secondary")
        self.reason = OneLine()
        self.component_table = ThingsTable(cast(TableModel[Any], self.components), names[0], look)
        self.need_table = ThingsTable(cast(TableModel[Any], self.needs), names[1], look)
        self._tables = QStackedWidget()
        self._lay_out()
        self._join()

    @property
    def table(self) -> ThingsTable:
        """The one that is shown."""
        return self.component_table if self.which.key == COMPONENTS else self.need_table

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fill()
        self.show_selection(self._presenter.selection)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        is_narrow = self.width() < self._look.px(NARROW_PX)
        self._head.setDirection(ways.TopToBottom if is_narrow else ways.LeftToRight)

    def show_selection(self, selection: Selection) -> None:
        """Show what is chosen on the map as chosen rows."""
        if not self.isVisible():
            return
        chosen = {id_: place for place, id_ in enumerate(selection.components)}
        rows = [(chosen[row.id], number) for number, row in enumerate(self.components.rows) if row.id in chosen]
        self.component_table.choose_rows([number for _, number in sorted(rows)])
        needs = [number for number, row in enumerate(self.needs.rows) if row.subject == selection]
        self.need_table.choose_rows(needs)

    def _change(self, subject: Selection, key: str, given: str, is_asked_only: bool) -> str:
        """Change a value as the inspector does; returns the reason why that cannot be."""
        try:
            deed = deed_of(self._presenter.hand(), subject, (key,), given)
        except (ValueError, UserError) as refusal:
            return sentence_of(refusal)
        if is_asked_only:
            return ""
        return "" if self._presenter.do(lambda _: deed) else translate("DrawTable", "It was not changed.")

    def _follow(self, _edited: object = None) -> None:
        self._is_old = True
        if self.isVisible():
            self._fill()
            self.show_selection(self._presenter.selection)

    def _fill(self) -> None:
        if not self._is_old:
            return
        self._is_old = False
        topology, words = self._presenter.document.topology, self._look.words
        self.components.show_all(topology.components, component_columns(topology, words))
        self.needs.show_all(need_rows(topology), need_columns(topology, words))
        self.component_table.set_widths((0, 2))
        self.need_table.set_widths((0, 1))
        self._tell_count()

    def _filter(self, typed: str) -> None:
        self.components.filter(typed)
        self.needs.filter(typed)
        self._tell_count()
        self.show_selection(self._presenter.selection)

    def _turn(self, key: str) -> None:
        self.which.choose(key)
        self._tables.setCurrentWidget(self.table)
        self._tell_count()

    def _tell_count(self) -> None:
        topology = self._presenter.document.topology
        if self.which.key == COMPONENTS:
            shown, there = len(self.components.rows), len(topology.components)
        else:
            shown, there = len(self.needs.rows), sum(len(each.needs) for each in topology.components)
        words = translate("DrawTable", "{shown} of {there}").format(shown=f"{shown:,}", there=f"{there:,}")
        self.count.setText(words)

    def _choose_components(self, rows: tuple[int, ...]) -> None:
        ids = tuple(self.components.rows[row].id for row in rows)
        if ids != self._presenter.selection.components:
            self._presenter.select(Selection(ids))

    def _choose_needs(self, rows: tuple[int, ...]) -> None:
        if rows:
            self._presenter.select(self.needs.rows[rows[-1]].subject)

    def _forget_reason(self) -> None:
        self.reason.say(NO_REASON)

    def _resorted(self) -> None:
        self.show_selection(self._presenter.selection)

    def _join(self) -> None:
        presenter, document = self._presenter, self._presenter.document
        follow: Callable[..., None] = self._follow
        document.edited.connect(follow)
        document.replaced.connect(follow)
        presenter.selected.connect(self.show_selection)
        self.component_table.rows_chosen.connect(self._choose_components)
        self.need_table.rows_chosen.connect(self._choose_needs)
        for model in (self.components, self.needs):
            model.refused.connect(self.reason.say)
        for table in (self.component_table, self.need_table):
            table.itemDelegate().closeEditor.connect(self._forget_reason)
            table.horizontalHeader().sortIndicatorChanged.connect(self._resorted)
        self.which.picked.connect(self._turn)
        self.filter.textChanged.connect(self._filter)
        self.back.clicked.connect(self.map_wished)

    def _lay_out(self) -> None:
        look = self._look
        self.back.setAccessibleName(translate("DrawTable", "Show the map again"))
        self.which.name(translate("DrawTable", "What the table shows"))
        self.which.choose(COMPONENTS)
        hint = translate("DrawTable", "Filter rows")
        self.filter.setPlaceholderText(hint)
        self.filter.setAccessibleName(hint)
        self.filter.setMaximumWidth(look.px(FILTER_PX))
        for table in (self.component_table, self.need_table):
            self._tables.addWidget(table)
        row = QHBoxLayout()
        row.setSpacing(SPACE_12)
        row.addWidget(self.filter, 2)
        row.addWidget(self.count)
        row.addWidget(self.reason, 1)
        row.addWidget(self.back)
        head = self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        head.setSpacing(SPACE_12)
        head.addWidget(self.which, 0, Qt.AlignmentFlag.AlignLeft)
        head.addLayout(row, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(self._tables, 1)
        self.hide()
