"""A part of the column beside the strips: a heading that folds it, how much is in it, and what adds to it."""

from collections.abc import Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.review.pressable import Pressable
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.fold_heading import FoldHeading
from blackstart.shell.widgets.labels import Label, rule


class Section(QWidget):
    """Holds `body`, which goes away where it is folded."""

    def __init__(self, title: str, look: Look) -> None:
        super().__init__()
        self.heading = FoldHeading(title, look)
        self.count = Label(role="hint")
        self._held = QWidget()
        self.body = QVBoxLayout(self._held)
        self.body.setContentsMargins(0, SPACE_8, 0, 0)
        self.body.setSpacing(SPACE_8)
        self.heading.toggled.connect(self._held.setVisible)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_8)
        self._row.addWidget(self.heading)
        self._row.addStretch(1)
        self._row.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._row)
        column.addWidget(rule())
        column.addWidget(self._held)

    @property
    def is_folded(self) -> bool:
        return not self.heading.isChecked()

    def fold(self, *, is_folded: bool) -> None:
        """Show the heading alone, or all of it."""
        self.heading.setChecked(not is_folded)

    def take(self, button: Button) -> None:
        """Hold a button at the end of the heading."""
        self._row.addWidget(button)

    def show_count(self, count: int) -> None:
        """Say how many are in it; none is told by its body."""
        self.count.setText(str(count) if count else "")


def focused_key(part: QWidget) -> str:
    """Return the key of its row that has the focus; empty = none has."""
    return next((row.key for row in part.findChildren(Pressable) if row.hasFocus()), "")


def give_focus(key: str, rows: Iterable[Pressable]) -> None:
    """Let the row of a key have the focus, if there is one: it is new in place of one that had it."""
    for row in rows:
        if row.key == key:
            row.show()  # Qt shows it later, and it cannot have the focus before that
            row.setFocus()


def cleared(layout: QVBoxLayout) -> QVBoxLayout:
    """Take everything out of a column; returns the column."""
    while (item := layout.takeAt(0)) is not None:
        before = item.widget()
        if before is not None:
            before.hide()
            before.deleteLater()
    return layout
