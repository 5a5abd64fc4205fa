"""The library: exercises to open, runs to go on with or to look back at."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QHeaderView, QScrollArea, QTableView, QVBoxLayout, QWidget

from blackstart.core.record.rows import RunRow
from blackstart.shell.actions.spec import ActionSpec, add_actions
from blackstart.shell.library.runs_model import RunsModel
from blackstart.shell.library.shelf import Volume
from blackstart.shell.library.volume_card import LEAST_WIDTH_PX, VolumeCard
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

MOST_COLUMNS = 3
BAR_PX, ROW_PX, TABLE_PX, COLUMN_PX = 52, 36, 220, 120


def library_actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("library.continue", translate("LibraryActions", "Continue the chosen run"), ("C",)),
        ActionSpec("library.review", translate("LibraryActions", "Look back at the chosen run"), ("R",)),
    )


class LibraryWorkspace(QWidget):
    """Emits wishes; knows neither files nor the store."""

    open_wished = Signal()
    drill_wished = Signal(object)  # Path
    continue_wished = Signal(object)  # RunRow
    review_wished = Signal(object)  # RunRow

    def __init__(self, open_key: str, look: Look) -> None:
        super().__init__()
        self._look = look
        self.cards: list[VolumeCard] = []
        self.runs = RunsModel(look, self)
        self.table = QTableView()
        self.go_on = Button(translate("Library", "Continue run"), look, "run")
        self.look_back = Button(translate("Library", "Look back"), look, "review")
        self.open = Button(translate("Library", "Open a drill file…  ({key})").format(key=open_key), look, "imp")
        self.no_runs = Label(translate("Library", "No runs yet. Open an exercise and begin one."), role="hint")
        self._grid = QGridLayout()
        self._set_up()
        self._lay_out()
        add_actions(self, library_actions(), {"library.continue": self._continue, "library.review": self._look_back})

    def show_volumes(self, volumes: Sequence[Volume]) -> None:
        for card in self.cards:
            card.deleteLater()
        self.cards = [VolumeCard(volume, self._look) for volume in volumes]
        for card in self.cards:
            card.clicked.connect(self._open_card)
        self._place_cards()

    def show_runs(self, rows: tuple[RunRow, ...]) -> None:
        self.runs.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.no_runs.setVisible(not rows)
        if rows:
            self.table.selectRow(0)
        self._enable()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards()

    def _place_cards(self) -> None:
        columns = max(1, min(MOST_COLUMNS, self.width() // (LEAST_WIDTH_PX + SPACE_16)))
        for number, card in enumerate(self.cards):
            self._grid.addWidget(card, number // columns, number % columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def _open_card(self) -> None:
        card = self.sender()
        if isinstance(card, VolumeCard):
            self.drill_wished.emit(card.volume.path)

    def _chosen(self) -> RunRow | None:
        return self.runs.row(self.table.currentIndex())

    def _enable(self) -> None:
        row = self._chosen()
        self.go_on.setEnabled(row is not None and not row.ended)
        self.look_back.setEnabled(row is not None)

    def _activate(self, index: QModelIndex) -> None:
        row = self.runs.row(index)
        if row is not None:
            (self.review_wished if row.ended else self.continue_wished).emit(row)

    def _continue(self) -> None:
        row = self._chosen()
        if row is not None and not row.ended:
            self.continue_wished.emit(row)

    def _look_back(self) -> None:
        row = self._chosen()
        if row is not None:
            self.review_wished.emit(row)

    def _set_up(self) -> None:
        self.table.setModel(self.runs)
        self.table.setAccessibleName(translate("Library", "Recorded runs"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(COLUMN_PX)
        self.table.setMinimumHeight(TABLE_PX)
        self.table.activated.connect(self._activate)
        self.table.selectionModel().currentRowChanged.connect(self._enable)
        self.go_on.clicked.connect(self._continue)
        self.look_back.clicked.connect(self._look_back)
        self.open.clicked.connect(self.open_wished)
        self._enable()

    def _lay_out(self) -> None:
        bar = QWidget()
        bar.setProperty("role", "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(BAR_PX)
        top = QHBoxLayout(bar)
        top.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        top.addWidget(Label(translate("Library", "Library"), role="title"))
        top.addStretch(1)
        top.addWidget(self.open)
        runs = QHBoxLayout()
        runs.addWidget(Label(translate("Library", "Recorded runs"), role="title"))
        runs.addStretch(1)
        runs.setSpacing(SPACE_8)
        runs.addWidget(self.go_on)
        runs.addWidget(self.look_back)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_12)
        column.addWidget(Label(translate("Library", "Exercises"), role="title"))
        self._grid.setSpacing(SPACE_16)
        column.addLayout(self._grid)
        column.addSpacing(SPACE_8)
        column.addLayout(runs)
        column.addWidget(self.no_runs)
        column.addWidget(self.table, 1)
        column.addStretch(0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(bar)
        whole.addWidget(scroll, 1)
