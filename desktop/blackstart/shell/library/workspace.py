"""The library: exercises to open, runs to go on with or to look back at."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from blackstart.core.record.rows import RunRow
from blackstart.shell.actions.spec import ActionSpec, add_actions
from blackstart.shell.library.detail import WIDTH_PX, DetailPanel
from blackstart.shell.library.gallery import Gallery
from blackstart.shell.library.run_deeds import RunDeeds
from blackstart.shell.library.runs_model import RecentRun
from blackstart.shell.library.runs_table import RunsTable
from blackstart.shell.library.thumbnails import Thumbnails
from blackstart.shell.library.volume import Volume
from blackstart.shell.library.volume_card import VolumeCard
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.search_button import SearchButton

translate = QCoreApplication.translate

BAR_PX = 52
SIDE_FROM_PX = 1216  # of the page, which is as wide as the window but for the rail; less has no room for the detail


def library_actions() -> tuple[ActionSpec, ...]:
    return (
        ActionSpec("library.continue", translate("LibraryActions", "Continue the chosen run"), ("C",)),
        ActionSpec("library.review", translate("LibraryActions", "Look back at the chosen run"), ("R",)),
    )


class LibraryWorkspace(QWidget):
    """Emits wishes; knows neither files nor the store."""

    open_wished = Signal()
    new_wished = Signal()  # a map of one's own, from nothing
    palette_wished = Signal()
    drill_wished = Signal(object)  # Path
    setup_wished = Signal(object)  # Path: a run of it is to be set up
    rehearsal_wished = Signal(object)  # Path
    drop_wished = Signal(object)  # Path: to be taken off the shelf
    continue_wished = Signal(object)  # RunRow
    review_wished = Signal(object)  # RunRow

    def __init__(self, open_key: str, look: Look, palette_key: str = "", new_key: str = "") -> None:
        super().__init__()
        self._look = look
        self._runs: tuple[RecentRun, ...] = ()
        self._is_sheet = False
        thumbnails = Thumbnails(look, self)
        self.gallery = Gallery(thumbnails, look)
        self.detail = DetailPanel(thumbnails, look)
        self.runs = RunsTable(look)
        self.run_deeds = RunDeeds(self.runs, self, look)
        self.search = SearchButton(translate("Library", "Find an exercise or a command"), palette_key, look)
        self.open = Button(translate("Library", "Open a drill file…"), look, "imp")
        self.open.setToolTip(open_key)
        self.new = Button(translate("Library", "Draw a new map"), look, "draw")
        self.new.setToolTip(new_key)
        self.no_runs = Label(translate("Library", "No runs yet. Open an exercise and begin one."), role="hint")
        self.first = Button(translate("Library", "Open the chosen exercise"), look)
        self._beside = QHBoxLayout()
        self._lay_out(has_palette=bool(palette_key))
        self._connect()
        self._order_stops()

    @property
    def cards(self) -> list[VolumeCard]:
        return self.gallery.cards

    @property
    def choice(self) -> Path | None:
        """The drill that is chosen."""
        chosen = self.gallery.choice
        return chosen.path if chosen is not None else None

    def choose(self, path: Path | None) -> None:
        """Choose a drill, if it lies on the shelf."""
        if path is not None and path in {card.volume.path for card in self.cards}:
            self.gallery.choose(path)

    def show_volumes(self, volumes: Sequence[Volume]) -> None:
        self.gallery.show_volumes(volumes)
        if self.window().focusWidget() in (None, self):
            self.setFocus()

    def show_runs(self, runs: tuple[RecentRun, ...]) -> None:
        self._runs = runs
        self.runs.show_runs(runs)
        self.runs.setVisible(bool(runs))
        self.no_runs.setVisible(not runs)
        self.first.setVisible(not runs)
        self._offer_unfinished()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Put the detail beside the gallery where both have room, else over it."""
        is_sheet = self.width() < self._look.px(SIDE_FROM_PX)
        if is_sheet != self._is_sheet:
            self._is_sheet = is_sheet
            self.detail.show_as_sheet(is_sheet=is_sheet)
            self.detail.setVisible(not is_sheet)
            if is_sheet:
                self._beside.removeWidget(self.detail)
            else:
                self._beside.addWidget(self.detail)
        width = min(self._look.px(WIDTH_PX), self.width() - SPACE_20)
        self.detail.setFixedWidth(width)
        if is_sheet:
            top = self._look.px(BAR_PX)
            self.detail.setGeometry(self.width() - width, top, width, self.height() - top)
        self.gallery.fit(self.width() - 2 * SPACE_20 - (0 if is_sheet else width))

    def _show_sheet(self) -> None:
        if self._is_sheet:
            self.detail.show()
            self.detail.raise_()
            self.detail.open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hide_sheet(self) -> None:
        self.detail.hide()
        self.setFocus()

    def _show_choice(self, volume: Volume) -> None:
        if self.gallery.card is not None:
            self.setFocusProxy(self.gallery.card)  # the keys of the page are the chosen card's
        self.detail.show_volume(volume)
        self._offer_unfinished()

    def _offer_unfinished(self) -> None:
        """Offer the run of the chosen drill that was begun last and has not ended."""
        choice = self.gallery.choice
        drill = choice.drill_id if choice is not None else ""
        rows = (run.row for run in self._runs if drill and run.row.drill_id == drill and not run.row.ended)
        self.detail.show_unfinished(next(rows, None))

    def _open(self, volume: Volume) -> None:
        self.drill_wished.emit(volume.path)

    def _open_choice(self) -> None:
        if self.gallery.choice is not None:
            self.drill_wished.emit(self.gallery.choice.path)

    def _set_up_choice(self) -> None:
        if self.gallery.choice is not None:
            self.setup_wished.emit(self.gallery.choice.path)

    def _rehearse_choice(self) -> None:
        if self.gallery.choice is not None:
            self.rehearsal_wished.emit(self.gallery.choice.path)

    def _activate(self, row: RunRow) -> None:
        (self.review_wished if row.ended else self.continue_wished).emit(row)

    def _no_run(self) -> str:
        return translate("LibraryActions", "No recorded run is chosen.") if self.runs.chosen is None else ""

    def _nothing_to_continue(self) -> str:
        row = self.runs.chosen
        is_ended = row is not None and row.ended
        return translate("LibraryActions", "The chosen run has ended.") if is_ended else self._no_run()

    def _continue(self) -> None:
        row = self.runs.chosen
        if row is not None and not row.ended:
            self.continue_wished.emit(row)

    def _look_back(self) -> None:
        row = self.runs.chosen
        if row is not None:
            self.review_wished.emit(row)

    def _connect(self) -> None:
        self.gallery.chosen.connect(self._show_choice)
        self.gallery.clicked.connect(self._show_sheet)
        self.gallery.opened.connect(self._open)
        self.detail.open_wished.connect(self._open_choice)
        self.detail.setup_wished.connect(self._set_up_choice)
        self.detail.rehearsal_wished.connect(self._rehearse_choice)
        self.detail.continue_wished.connect(self.continue_wished)
        self.detail.drop_wished.connect(self.drop_wished)
        self.detail.close_wished.connect(self._hide_sheet)
        self.runs.opened.connect(self._activate)
        self.open.clicked.connect(self.open_wished)
        self.new.clicked.connect(self.new_wished)
        self.first.clicked.connect(self._open_choice)
        self.search.clicked.connect(self.palette_wished)
        deeds = {"library.continue": self._continue, "library.review": self._look_back}
        hindrances = {"library.continue": self._nothing_to_continue, "library.review": self._no_run}
        made = add_actions(self, library_actions(), deeds, hindrances)
        self.runs.view.addActions([*made.values(), *self.run_deeds.actions.values()])
        self.runs.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _order_stops(self) -> None:
        """Let Tab go as the eye does: bar, gallery, runs, detail."""
        gallery, detail = self.gallery, self.detail
        stops = [self.search, self.new, self.open, *gallery.stops, self.runs.view, self.first]
        stops += [detail.body, detail.open, detail.go_on, detail.close_sheet, detail.setup, detail.rehearse]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def _lay_out(self, *, has_palette: bool) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_12)
        column.addWidget(self.gallery)
        column.addSpacing(SPACE_8)
        column.addWidget(Label(translate("Library", "Recent runs"), role="strong"))
        column.addWidget(self.runs, 1000)  # before the stretch below, up to the height of its rows
        column.addWidget(self.no_runs)
        column.addWidget(self.first, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        self._beside.setSpacing(0)
        self._beside.addWidget(scroll, 1)
        self._beside.addWidget(self.detail)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar(has_palette=has_palette))
        whole.addLayout(self._beside, 1)

    def _bar(self, *, has_palette: bool) -> QWidget:
        bar = QWidget()
        bar.setProperty("role", "bar")
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        bar.setFixedHeight(self._look.px(BAR_PX))
        row = QHBoxLayout(bar)
        row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(Label(translate("Library", "Library"), role="title"))
        row.addStretch(1)
        row.addWidget(self.search, 4)
        row.addStretch(1)
        row.addWidget(self.new)
        row.addWidget(self.open)
        self.search.setVisible(has_palette)
        return bar
