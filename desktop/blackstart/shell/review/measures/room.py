"""The room of the measures: a key and a sheet, whose rows lead to their second."""

from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.core.base.errors import UserError
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.measures.rows import Group, groups_of
from blackstart.shell.review.measures.table import MeasuresTable
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX, TABLE_PX, LEAST_TABLE_PX = 960, 640, 130


class MeasuresSheet(TitledSheet):
    """Closes where a row is taken, so that its second is seen."""

    sought = Signal(int)  # exercise seconds

    def __init__(self, groups: tuple[Group, ...], look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self.table = MeasuresTable(groups, look)
        self.table.setMinimumHeight(look.px(LEAST_TABLE_PX))
        self.table.sought.connect(self._seek)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_12)
        column.addWidget(self.table, 1)
        note = translate("Measures", "States and outages are those of the model, not measurements.")
        column.addWidget(Label(note, role="hint", wraps=True))
        self.fill(translate("Measures", "Measures of the run"), held)

    def wanted_height(self, width: int) -> int:
        """Ask for more than the table can do with: where there is less room, it scrolls and not the sheet."""
        return super().wanted_height(width) + max(self._look.px(TABLE_PX) - self.table.sizeHint().height(), 0)

    def first_stop(self) -> QWidget | None:
        return self.table

    def _seek(self, at: int) -> None:
        self.close_sheet()
        self.sought.emit(at)


class MeasuresRoom(RunRoom):
    """Opens the sheet."""

    name = "measures"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self.sheet: MeasuresSheet | None = None

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        spec = ActionSpec("review.measures", translate("Measures", "Show the measures of the run"), ("T",))
        return RoomDeeds((spec,), {spec.id: self.open}, {spec.id: self._no_run})

    def open(self) -> None:
        """Show what can be measured of the run."""
        recorded = self._review.recorded
        if recorded is not None:
            work = partial(groups_of, recorded.known, self._look.words)
            self._review.worker.do("review.measures", work, self._show, self._refuse)

    def _show(self, groups: tuple[Group, ...]) -> None:
        if self.sheet is not None:
            return
        sheet = self.sheet = MeasuresSheet(groups, self._look)
        sheet.sought.connect(self._review.seek)
        sheet.closed.connect(self._leave)
        sheet.open_over(self._places.page.window())

    def _refuse(self, fault: UserError) -> None:
        self._review.refused.emit(sentence_of(fault))

    def _leave(self) -> None:
        self.sheet = None
