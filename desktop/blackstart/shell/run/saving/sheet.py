"""The ways out for a run that is not yet safe; also asked before it is left."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.run.safety.words import SafetyWords
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate

WIDTH_PX, BORDERS_PX = 520, 2


class SafetySheet(Sheet):
    """Goes away by itself once the run is safe; the clock goes on meanwhile, and Escape goes on playing."""

    folder_wished = Signal()  # another library, where the run goes on
    file_wished = Signal()  # a file that keeps it until the library can be written
    again_wished = Signal()
    left = Signal()  # without what is not safe

    def __init__(self, words: SafetyWords, look: Look, *, is_leaving: bool) -> None:
        super().__init__(look, WIDTH_PX)
        title = translate("Safety", "Leave before it is safe?") if is_leaving else translate("Safety", "Not yet safe")
        self.setAccessibleName(title)
        self.remedy, self.standing = (Label(role="body", wraps=True) for _ in range(2))
        self.refusal = Label(role="strong", wraps=True)
        self.refusal.hide()
        self.folder = Button(translate("Safety", "Go on in another library folder…"), look, "library")
        self.file = Button(translate("Safety", "Keep it in a file…"), look, "exp")
        self.again = Button(translate("Safety", "Try again now"), look, "redo")
        self.leave = Button(translate("Safety", "Leave without these entries"), look)
        self.go_on = Button(translate("Safety", "Go on playing"), look, role="primary")
        self.leave.setVisible(is_leaving)
        self._join()
        self._lay_out(title)
        self.show_words(words)

    def show_words(self, words: SafetyWords | None) -> None:
        """Say how it stands; None = all is safe, and there is nothing to ask any more."""
        if words is None:
            self.close_sheet()
            return
        self.remedy.setText(words.remedy)
        self.standing.setText(words.standing)
        self.place()

    def refuse(self, sentence: str) -> None:
        """Say why the place that was chosen will not do."""
        self.refusal.setText(sentence)
        self.refusal.show()
        self.place()

    def wanted_height(self, width: int) -> int:
        return self.column.totalHeightForWidth(width - BORDERS_PX) + BORDERS_PX

    def first_stop(self) -> QWidget | None:
        return self.folder

    def _join(self) -> None:
        self.folder.clicked.connect(self.folder_wished)
        self.file.clicked.connect(self.file_wished)
        self.again.clicked.connect(self.again_wished)
        self.leave.clicked.connect(self.left)
        self.go_on.clicked.connect(self.close_sheet)

    def _lay_out(self, title: str) -> None:
        ways = QVBoxLayout()
        ways.setSpacing(SPACE_8)
        for way in (self.folder, self.file, self.again):
            ways.addWidget(way)
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE_8)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.go_on)
        self.column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        self.column.setSpacing(SPACE_12)
        self.column.addWidget(Label(title, role="panel-title"))
        for words in (self.standing, self.remedy, self.refusal):
            self.column.addWidget(words)
        self.column.addLayout(ways)
        self.column.addLayout(buttons)
