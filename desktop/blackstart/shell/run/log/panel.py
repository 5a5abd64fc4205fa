"""The list behind the word Log: a filter, the entries, and what can be done about the chosen one."""

from PySide6.QtCore import QCoreApplication, QModelIndex, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.run.log.list import LogModel, LogView
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.entry_lines import LogLine
from blackstart.shell.widgets.entry_telling import kind_names
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate


class LogPanel(QWidget):
    """Emits what is wanted of an entry; nothing is ever erased."""

    take_back_wished = Signal(object)  # LogLine
    correct_wished = Signal(object)  # LogLine
    before_wished = Signal(object)  # LogLine: as it was first said

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._lines: tuple[LogLine, ...] = ()
        self.filter = Picker(look)
        self.model = LogModel(self)
        self.view = LogView(self.model, look)
        self.empty = Label(translate("Log", "Nothing of this kind was done yet."), role="hint", wraps=True)
        self.take_back = Button(translate("Log", "Take back…"), look, "undo")
        self.correct = Button(translate("Log", "Correct…"), look, "note")
        self.before = Button(translate("Log", "As first said"), look)
        self._foot = QWidget()
        for key, words in kind_names():
            self.filter.addItem(words, key)
        self.filter.setAccessibleName(translate("Log", "What is shown"))
        self.setFocusProxy(self.view)
        self.filter.currentIndexChanged.connect(self._show)
        self.view.picked.connect(self._offer)
        self.view.opened.connect(self._open)
        self.take_back.clicked.connect(self._wish_back)
        self.correct.clicked.connect(self._wish_correct)
        self.before.clicked.connect(self._wish_before)
        self._lay_out()
        self._show()

    def show_lines(self, lines: tuple[LogLine, ...]) -> None:
        """Show the entries, the latest first."""
        self._lines = lines
        self._show()

    def begin(self) -> None:
        """Choose the latest entry where none is, for keys to begin at."""
        if not self.view.currentIndex().isValid() and self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(0, 0))
        self.view.setFocus()

    def _show(self) -> None:
        kind, chosen = self.filter.currentData(), self.view.line
        shown = tuple(line for line in self._lines if not kind or line.kind == kind)
        self.model.show_lines(shown)
        index = self.model.index_of(chosen.seq) if chosen is not None else QModelIndex()
        if index.isValid():
            self.view.setCurrentIndex(index)
        self.empty.setVisible(not shown)
        self.view.setVisible(bool(shown))
        self._offer(self.view.line)

    def _offer(self, line: LogLine | None) -> None:
        """Offer what can be done about an entry."""
        self.take_back.setVisible(line is not None and line.can_be_taken_back)
        self.correct.setVisible(line is not None and bool(line.fields))
        self.before.setVisible(line is not None and bool(line.before))
        self._foot.setVisible(not all(each.isHidden() for each in (self.take_back, self.correct, self.before)))

    def _open(self) -> None:
        """Put the focus on what can be done about the chosen entry."""
        able = [each for each in (self.take_back, self.correct, self.before) if not each.isHidden()]
        if able:
            able[0].setFocus()

    def _wish_back(self) -> None:
        self.take_back_wished.emit(self.view.line)

    def _wish_correct(self) -> None:
        self.correct_wished.emit(self.view.line)

    def _wish_before(self) -> None:
        self.before_wished.emit(self.view.line)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_8)
        head.addWidget(self.filter)
        head.addStretch(1)
        foot = QVBoxLayout(self._foot)
        foot.setContentsMargins(0, 0, 0, 0)
        foot.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        row.setSpacing(SPACE_8)
        for button in (self.take_back, self.correct, self.before):
            row.addWidget(button)
        row.addStretch(1)
        foot.addWidget(rule())
        foot.addLayout(row)
        self.empty.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_12)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.empty)
        whole.addWidget(self.view, 1)
        whole.addWidget(self._foot)
        whole.addStretch(0)
