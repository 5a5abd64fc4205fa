"""The facts of the chosen component, in the column beside the strips."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from blackstart.shell.canvas.facts import Facts
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

HEADING_PX, MOST_LINES = 72, 9


class FactsView(QWidget):
    """What is known at the playhead, then what it went through over the whole run."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.none = Label(
            translate("Review", "Choose a component in the strips or on the map to see its facts."),
            role="hint",
            wraps=True,
        )
        self.name = Label(role="title", wraps=True)
        self.state = Label(role="strong", wraps=True)
        self.about = Label(role="hint", wraps=True)
        self._lines = [(Label(role="hint", wraps=True), Label(role="secondary", wraps=True)) for _ in range(MOST_LINES)]
        self._lay_out(look)
        self.show_facts(None, "")

    def show_facts(self, facts: Facts | None, course: str) -> None:
        """Show a component and what it went through, or that none is chosen."""
        self.none.setVisible(facts is None)
        for label in (self.name, self.state, self.about):
            label.setVisible(facts is not None)
        lines: tuple[tuple[str, str], ...] = ()
        if facts is not None:
            self.name.setText(facts.name)
            self.state.setText(facts.state)
            self.about.setText(facts.about)
            lines = (*facts.lines, (translate("Review", "In this run"), course))[:MOST_LINES]
        for number, (heading, words) in enumerate(self._lines):
            texts = lines[number] if number < len(lines) else ("", "")
            for label, text in zip((heading, words), texts, strict=True):
                label.setText(text)
                label.setVisible(bool(text))

    def _lay_out(self, look: Look) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, SPACE_4, 0, 0)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnMinimumWidth(0, look.px(HEADING_PX))
        grid.setColumnStretch(1, 1)
        for number, (heading, words) in enumerate(self._lines):
            grid.addWidget(heading, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words, number, 1, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_4)
        for label in (self.none, self.name, self.state, self.about):
            column.addWidget(label)
        column.addLayout(grid)
        column.addStretch(1)
