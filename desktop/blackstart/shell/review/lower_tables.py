"""Below the strips: the table of decisions, or the log, under one line that says which."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.shell.review.decision_table import DecisionTable
from blackstart.shell.review.journal.table import JournalTable
from blackstart.shell.review.run_table import CELL_PX
from blackstart.shell.review.table_head import DECISIONS, LOG, TableHead
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_16


class LowerTables(QWidget):
    """Shows one of two."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.head = TableHead(look)
        self.decisions = DecisionTable(look)
        self.journal = JournalTable(look)
        self._lay_out()
        self.head.which_picked.connect(self.show_table)
        self.head.notes_wished.connect(self.decisions.show_notes)
        self.head.find_wished.connect(self.journal.show_found)
        self.show_table(DECISIONS)

    @property
    def which(self) -> str:
        """Which is shown: DECISIONS or LOG."""
        return DECISIONS if self.journal.isHidden() else LOG

    def show_table(self, which: str) -> None:
        """Show one of the two."""
        has_keys = self.decisions.hasFocus() or self.journal.hasFocus()
        self.head.show_which(which)
        self.decisions.setVisible(which == DECISIONS)
        self.journal.setVisible(which == LOG)
        if has_keys:
            (self.journal if which == LOG else self.decisions).setFocus()

    def to_decisions(self) -> None:
        """Show the decisions, and give them the keys."""
        self.show_table(DECISIONS)
        self.decisions.setFocus()

    def to_journal(self) -> None:
        """Show the log, and give it the keys."""
        self.show_table(LOG)
        self.journal.setFocus()

    def fit_rows(self, most: int) -> None:
        """Take the room of so many rows at most."""
        self.decisions.fit_rows(most)
        self.journal.fit_rows(most)

    def _lay_out(self) -> None:
        tables = QVBoxLayout()
        tables.setContentsMargins(SPACE_16 - CELL_PX, 0, 0, 0)
        tables.addWidget(self.decisions)
        tables.addWidget(self.journal)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(tables)
