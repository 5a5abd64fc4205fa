"""The room of the measures: a key and a sheet, whose rows lead to their second."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.core.review.known import Known
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.measures.rows import Measured, groups_of
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX = 720


class MeasuresSheet(TitledSheet):
    """Closes where a row is pressed, so that its second is seen."""

    sought = Signal(int)  # exercise seconds

    def __init__(self, known: Known, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_4)
        for group in groups_of(known, look.words):
            column.addSpacing(SPACE_8)
            column.addWidget(Label(group.title, role="strong", wraps=True))
            for row in group.rows:
                column.addWidget(self._row(row))
            if not group.rows:
                column.addWidget(Label(group.none, role="hint"))
        note = translate("Measures", "States and outages are those of the model, not measurements.")
        column.addSpacing(SPACE_8)
        column.addWidget(Label(note, role="hint", wraps=True))
        column.addStretch(1)
        self.fill(translate("Measures", "Measures of the run"), held)

    def _row(self, row: Measured) -> QWidget:
        if row.at is None:
            told = Label(f"{row.words}: {row.result}", role="secondary", wraps=True)
            told.setContentsMargins(SPACE_8, 0, SPACE_8, 0)  # below the words of the rows that are pressed
            return told
        made = PressRow(str(row.at), row.words, f"{clock_face(row.at)}  {row.result}", self._look)
        made.pressed.connect(self._seek)
        return made

    def _seek(self, at: str) -> None:
        self.close_sheet()
        self.sought.emit(int(at))


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
        if recorded is None or self.sheet is not None:
            return
        sheet = self.sheet = MeasuresSheet(recorded.known, self._look)
        sheet.sought.connect(self._review.seek)
        sheet.closed.connect(self._leave)
        sheet.open_over(self._places.page.window())

    def _leave(self) -> None:
        self.sheet = None
