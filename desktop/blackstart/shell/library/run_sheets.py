"""What is asked before something is done to a recorded run: its name, whether it is to go, how it goes out."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button, Segments
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate

WIDTH_PX, BORDERS_PX, MOST_NAME = 480, 2, 200
WITH_NAMES, NAMELESS = "with", "without"  # keys of what is chosen


class RunSheet(Sheet):
    """A title, what is asked, and two buttons; Escape does nothing of it."""

    def __init__(self, title: str, parts: tuple[QWidget, ...], deed: Button, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self.setAccessibleName(title)
        self.deed = deed
        self.back = Button(translate("RunSheets", "Cancel"), look)
        self.back.clicked.connect(self.close_sheet)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.deed)
        self.column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        self.column.setSpacing(SPACE_12)
        self.column.addWidget(Label(title, role="panel-title", wraps=True))
        for part in parts:
            self.column.addWidget(part)
        self.column.addLayout(buttons)

    def wanted_height(self, width: int) -> int:
        return self.column.totalHeightForWidth(width - BORDERS_PX) + BORDERS_PX


class DeleteQuestion(RunSheet):
    """Asks whether a run is to be deleted for good."""

    agreed = Signal()

    def __init__(self, run: str, look: Look) -> None:
        words = Label(translate("RunSheets", "Delete {run}?").format(run=run), role="body", wraps=True)
        loss = translate("RunSheets", "Its decisions, notes and ratings go with it. This cannot be taken back.")
        deed = Button(translate("RunSheets", "Delete it"), look)
        parts = (words, Label(loss, role="soft", wraps=True))
        super().__init__(translate("RunSheets", "Delete the run"), parts, deed, look)
        self.words = words
        deed.clicked.connect(self._agree)

    def first_stop(self) -> QWidget | None:
        return self.back  # the end of a run is not one careless key away

    def _agree(self) -> None:
        self.close_sheet()
        self.agreed.emit()


class NameSheet(RunSheet):
    """Asks for a name; without one a run is called like its exercise."""

    named = Signal(str)

    def __init__(self, name: str, usual: str, look: Look) -> None:
        self.line = QLineEdit(name)
        self.line.setMaxLength(MOST_NAME)
        self.line.setPlaceholderText(usual)
        self.line.setAccessibleName(translate("RunSheets", "Name of the run"))
        deed = Button(translate("RunSheets", "Rename"), look, role="primary")
        hint = translate("RunSheets", "Without a name it is called like its exercise.")
        parts = (self.line, Label(hint, role="soft", wraps=True))
        super().__init__(translate("RunSheets", "Name of the run"), parts, deed, look)
        self.line.selectAll()
        self.line.returnPressed.connect(self._name)
        deed.clicked.connect(self._name)

    def _name(self) -> None:
        self.close_sheet()
        self.named.emit(self.line.text().strip())


class ExportSheet(RunSheet):
    """Asks how a run goes out; where to is asked next."""

    wished = Signal(bool)  # with people's names

    def __init__(self, run: str, look: Look) -> None:
        with_names = (WITH_NAMES, translate("RunSheets", "With people's names"))
        self.names = Segments([with_names, (NAMELESS, translate("RunSheets", "Without people's names"))])
        self.names.setAccessibleName(translate("RunSheets", "People's names"))
        self.names.choose(WITH_NAMES)
        deed = Button(translate("RunSheets", "Choose a file…"), look, role="primary")
        hint = translate("RunSheets", "Without them, people become Person 1, Person 2; roles keep their names.")
        what = translate("RunSheets", "{run} goes into one file, with the exercise that was played.").format(run=run)
        parts = (Label(what, role="body", wraps=True), self.names, Label(hint, role="soft", wraps=True))
        super().__init__(translate("RunSheets", "Export the run"), parts, deed, look)
        deed.clicked.connect(self._wish)

    def _wish(self) -> None:
        self.close_sheet()
        self.wished.emit(self.names.key == WITH_NAMES)
