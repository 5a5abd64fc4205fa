"""The line above the tables: which of them is shown, and what of it."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from blackstart.core.review.deeds import DeedKind
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16, SPACE_28
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.entry_telling import kind_names
from blackstart.shell.widgets.labels import OneLine
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate

DECISIONS, LOG = "decisions", "log"
LEAST_FIND_PX = 120


class TableHead(QWidget):
    """Says how far the reckoning is while it goes on; above the log, what of it is looked for."""

    notes_wished = Signal(bool)
    which_picked = Signal(str)  # DECISIONS or LOG, by the user
    find_wished = Signal(str, str)  # kind, empty = every; words

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._has_notes = False
        self.which = Picker(look)
        self.hint = OneLine(role="hint")
        self.notes = Button("", look, role="tag")
        self.repairs = Button(translate("Decisions", "Order of repairs…"), look, role="tag")
        self.kind = Picker(look)
        self.search = QLineEdit()
        self._fill()
        self._lay_out()
        self.notes.toggled.connect(self.notes_wished)
        self.which.activated.connect(self._pick)
        self.kind.currentIndexChanged.connect(self._find)
        self.search.textChanged.connect(self._find)
        self.show_which(DECISIONS)

    def show_which(self, which: str) -> None:
        """Show what goes with one of the tables."""
        is_log = which == LOG
        self.which.setCurrentIndex(self.which.findData(which))
        for part in (self.hint, self.repairs):
            part.setHidden(is_log)
        self.notes.setHidden(is_log or not self._has_notes)
        for field in (self.kind, self.search):
            field.setVisible(is_log)

    def show_run(self, recorded: Recorded) -> None:
        count = sum(each.kind is DeedKind.NOTE for each in recorded.deeds)
        self._has_notes = count > 0
        self.notes.setText(translate("Decisions", "Notes: {count}").format(count=count))
        self.notes.setVisible(self._has_notes and self.which.currentData() == DECISIONS)

    def show_progress(self, known: int, whole: int) -> None:
        """Say how many figures are reckoned, until all are."""
        words, short = translate("Decisions", "service-hours by model estimate"), translate("Decisions", "estimate")
        if known < whole:
            words = translate("Decisions", "reckoning {known} of {whole}").format(known=known + 1, whole=whole)
            short = f"{known + 1} / {whole}"
        self.hint.say(words if whole else "", short if whole else "")

    def _pick(self) -> None:
        self.which_picked.emit(self.which.currentData())

    def _find(self) -> None:
        self.find_wished.emit(self.kind.currentData() or "", self.search.text())

    def _fill(self) -> None:
        self.which.addItem(translate("Decisions", "Decisions and actions"), DECISIONS)
        self.which.addItem(translate("Log", "Log"), LOG)
        self.which.setProperty("role", "heading")
        self.which.setAccessibleName(translate("Journal", "Which table is shown"))
        self.which.setToolTip(translate("Journal", "Decisions and actions (D), or the log (L)"))
        for key, words in kind_names():
            self.kind.addItem(words, key)
        self.kind.setAccessibleName(translate("Log", "What is shown"))
        self.search.setPlaceholderText(translate("Journal", "Find in the log"))
        self.search.setAccessibleName(translate("Journal", "Find in the log"))
        self.search.setClearButtonEnabled(True)
        self.notes.setCheckable(True)
        self.notes.setChecked(True)
        self.notes.setToolTip(translate("Decisions", "Show what was noted among the decisions, or not (N)"))
        self.repairs.setToolTip(translate("Decisions", "Look for the best order of the repairs at the playhead (B)"))

    def _lay_out(self) -> None:
        self.search.setMinimumWidth(self._look.px(LEAST_FIND_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16 - SPACE_8, SPACE_4, SPACE_28, SPACE_4)
        row.setSpacing(SPACE_8)
        row.addWidget(self.which)
        row.addWidget(self.hint, 1)
        row.addStretch(0)
        for part in (self.repairs, self.notes, self.kind, self.search):
            row.addWidget(part)
