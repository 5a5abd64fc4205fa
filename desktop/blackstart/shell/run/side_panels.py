"""What stands in the side column before a run, after it, and while no decision is open."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from blackstart.shell.run.decision_head import LARGE
from blackstart.shell.run.ending import EndSheet
from blackstart.shell.run.sheets import DrillSheet
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.key_button import KeyButton
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.panel import Panel
from blackstart.shell.widgets.snug_scroll import SnugScroll

translate = QCoreApplication.translate

MOST_LINES = 5  # of what is said at the end


class BeginPanel(Panel):
    """Purpose and rules, who plays, and the button that begins the run."""

    begin_wished = Signal(str)  # the team's name, may be empty
    setup_wished = Signal()

    def __init__(self, key: str, look: Look) -> None:
        super().__init__(look)
        self.title = Label(role="panel-title", wraps=True)
        self.content_note = Label(role="hint", wraps=True)
        self.brief = Label(role="secondary", wraps=True)
        self.roles = Label(role="hint", wraps=True)
        self.team = QLineEdit()
        self.team.setPlaceholderText(translate("BeginPanel", "Team"))
        self.team.setAccessibleName(translate("BeginPanel", "Team"))
        self.button = KeyButton(translate("BeginPanel", "Begin the run"), key, look, "run", "primary")
        self.setup = Button(translate("BeginPanel", "Set up…"), look)
        self.set_up = Label(role="hint", wraps=True)
        self.button.clicked.connect(self.begin)
        self.setup.clicked.connect(self.setup_wished)
        self.team.returnPressed.connect(self.begin)
        words = QWidget()
        inner = QVBoxLayout(words)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_12)
        for each in (self.title, self.content_note, self.brief, self.roles):
            inner.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_12)
        self.set_up.hide()
        buttons = QVBoxLayout() if look.text_size > LARGE else QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addWidget(self.button, 1)
        buttons.addWidget(self.setup)
        for part in (SnugScroll(words), self.team, self.set_up):
            column.addWidget(part)
        column.addLayout(buttons)

    def show_setup(self, words: str) -> None:
        """Say what is set up for the run; empty = it is as usual."""
        self.set_up.setText(words)
        self.set_up.setVisible(bool(words))

    def show_drill(self, sheet: DrillSheet) -> None:
        self.title.setText(sheet.title)
        self.content_note.setText(sheet.content_note)
        self.content_note.setVisible(bool(sheet.content_note))
        self.brief.setText(sheet.brief)
        self.brief.setVisible(bool(sheet.brief))
        names = ", ".join(name for _, name in sheet.roles)
        self.roles.setText(translate("BeginPanel", "At the table: {roles}").format(roles=names))
        self.roles.setVisible(bool(sheet.roles))

    def step_back(self, *, is_behind: bool) -> None:
        """Let another button be the one to press, or be that again."""
        self.button.show_role("" if is_behind else "primary")

    def begin(self) -> None:
        self.begin_wished.emit(self.team.text().strip())


class EndPanel(Panel):
    """The run is over; the record is not."""

    review_wished = Signal()
    again_wished = Signal()  # to have the drill before its first second once more

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.title = Label(role="secondary", wraps=True)
        self.headings = [Label(role="hint") for _ in range(MOST_LINES)]
        self.words = [Label(wraps=True) for _ in range(MOST_LINES)]
        self.button = Button(translate("EndPanel", "Look back at this run"), look, "review", "primary")
        self.button.clicked.connect(self.review_wished)
        self.again = Button(translate("EndPanel", "Play it again"), look, "run")
        self.again.clicked.connect(self.again_wished)
        facts = QWidget()
        inner = QVBoxLayout(facts)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SPACE_12)
        inner.addWidget(Label(translate("EndPanel", "The exercise has ended"), role="panel-title", wraps=True))
        inner.addWidget(self.title)
        inner.addLayout(self._grid())
        self._first: QWidget = self.button
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_16, SPACE_16, SPACE_16, SPACE_16)
        column.setSpacing(SPACE_16)
        column.addWidget(SnugScroll(facts))
        column.addWidget(self.button)
        column.addWidget(self.again)

    def show_end(self, sheet: EndSheet) -> None:
        """Say what was played and what it cost."""
        self.title.setText(f"{sheet.title}\n{sheet.team}".strip())
        for number in range(MOST_LINES):
            heading, words = sheet.lines[number] if number < len(sheet.lines) else ("", "")
            for label, text in ((self.headings[number], heading), (self.words[number], words)):
                label.setText(text)
                label.setVisible(bool(text))

    def begin(self) -> None:
        """Put the focus on what comes next."""
        self._first.setFocus()

    def put_first(self, button: Button) -> None:
        """Let something come before the run is looked back on."""
        self._first = button
        self._column.insertWidget(self._column.indexOf(self.button), button)
        self.button.show_role("")

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnStretch(1, 1)
        for number in range(MOST_LINES):
            grid.addWidget(self.headings[number], number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.words[number], number, 1)
        return grid


class Waiting(QWidget):
    """One sentence where the open decision would stand."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, SPACE_8, SPACE_4, 0)
        label = Label(translate("Waiting", "No decision is open."), role="hint", wraps=True)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft)
        row.addWidget(label)


class Pause(Label):
    """What is said while the clock is held between two phases; hidden else."""

    def __init__(self) -> None:
        super().__init__(role="strong", wraps=True)
        self.setContentsMargins(SPACE_4, SPACE_8, SPACE_4, SPACE_4)
        self.hide()

    def say(self, words: str) -> None:
        """Say it, or nothing any more; aloud too where somebody listens."""
        if words == self.text():
            return
        self.setText(words)
        self.setVisible(bool(words))
        if words:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
