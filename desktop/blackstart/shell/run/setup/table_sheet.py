"""Who is at the table of a run that is under way: who came late, who left, which role went to whom."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from blackstart.core.play.commands import Participant
from blackstart.shell.run.setup.people_field import PeopleField
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

WIDTH_PX = 720


class TableSheet(FormSheet):
    """Asks for the people alone: everything else that was set up stays."""

    agreed = Signal(object)  # tuple[Participant, ...]

    def __init__(self, people: Sequence[Participant], roles: Sequence[tuple[str, str]], look: Look) -> None:
        title, word = translate("RunSetup", "At the table"), translate("RunSetup", "Record who is there")
        super().__init__(title, word, look, WIDTH_PX)
        hint = translate("RunSetup", "The run has begun: what else was set up for it stays.")
        self.people = PeopleField(title, roles, look)
        self.people.show_people(people)
        self.form.addWidget(Label(hint, role="secondary", wraps=True))
        self.form.addWidget(self.people)
        self.handed_on.connect(self._agree)

    def first_stop(self) -> QWidget | None:
        return self.people.line

    def _agree(self) -> None:
        self.people.take_typed()
        if not self.people.line.text():  # else what stands there was refused, and why is said
            self.agreed.emit(self.people.people)
