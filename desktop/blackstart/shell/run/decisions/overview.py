"""The sheet of all decisions: go to an open one, open another before its time, read again what was decided."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import DecisionId
from blackstart.shell.run.dashed_frame import DashedFrame
from blackstart.shell.run.decisions.rows import DecisionRow, DecisionRows
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.icon_mark import IconMark
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX = 640


class DecisionsSheet(TitledSheet):
    """What is still to come lies in a dashed frame: it is the facilitator's alone."""

    go_wished = Signal(str)  # DecisionId of an open one
    open_wished = Signal(str)  # DecisionId of one that is to come
    record_wished = Signal()

    def __init__(self, rows: DecisionRows, look: Look, *, is_begun: bool = True) -> None:
        super().__init__(look, WIDTH_PX)
        self.buttons: dict[DecisionId, Button] = {}
        self._is_begun = is_begun  # before that they can only be read
        self._questions: dict[DecisionId, Label] = {}
        self.record = Button(translate("RunDecisions", "Record another decision…"), look, "plus")
        self.record.clicked.connect(self.record_wished)
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_16)
        if rows.open:
            self._add(
                column, translate("RunDecisions", "Open"), rows.open, self._go, translate("RunDecisions", "Decide")
            )
        if rows.coming:
            column.addWidget(self._coming(rows.coming))
        if is_begun:
            self._add(column, translate("RunDecisions", "Decided"), rows.taken)
        if is_begun and not rows.taken:
            column.addWidget(Label(translate("RunDecisions", "Nothing was decided yet."), role="hint", wraps=True))
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_12)
        row.addStretch(1)
        row.addWidget(self.record)
        self._area = self.fill(translate("RunDecisions", "Decisions"), held, foot if is_begun else None)

    def first_stop(self) -> QWidget | None:
        return next(iter(self.buttons.values()), self.record if self._is_begun else None)

    def show_decision(self, decision: DecisionId) -> None:
        """Let one of them be seen at a glance."""
        question = self._questions.get(decision)
        if question is not None:
            question.setProperty("role", "strong")
            question.style().polish(question)
            self._area.ensureWidgetVisible(question)

    def _coming(self, rows: tuple[DecisionRow, ...]) -> QWidget:
        frame = DashedFrame(self._look)
        column = QVBoxLayout(frame)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_12)
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(Label(translate("RunDecisions", "Still to come"), role="strong"), 1)
        head.addWidget(IconMark("eyeoff", self._look))
        head.addWidget(Label(translate("RunDecisions", "facilitator only"), role="hint"))
        column.addLayout(head)
        self._add_rows(column, rows, self._open if self._is_begun else None, translate("RunDecisions", "Open now"))
        return frame

    def _add(
        self,
        column: QVBoxLayout,
        heading: str,
        rows: tuple[DecisionRow, ...],
        deed: Callable[[], None] | None = None,
        word: str = "",
    ) -> None:
        column.addWidget(Label(heading, role="strong"))
        self._add_rows(column, rows, deed, word)

    def _add_rows(
        self, column: QVBoxLayout, rows: tuple[DecisionRow, ...], deed: Callable[[], None] | None, word: str
    ) -> None:
        for number, row in enumerate(rows):
            if number:
                column.addWidget(rule())
            column.addLayout(self._row(row, deed, word))

    def _row(self, row: DecisionRow, deed: Callable[[], None] | None, word: str) -> QHBoxLayout:
        said = QVBoxLayout()
        said.setSpacing(SPACE_4)
        question = Label(row.question, role="soft" if deed is None else "", wraps=True)
        said.addWidget(question)
        if row.id is not None:
            self._questions[row.id] = question
        for number, words in enumerate(row.lines):
            role = "" if deed is None and number == 0 else "secondary"
            said.addWidget(Label(words, role=role, wraps=True))
        line = QHBoxLayout()
        line.setSpacing(SPACE_12)
        line.addLayout(said, 1)
        if deed is not None and row.id is not None:
            button = Button(word, self._look)
            button.setAccessibleName(f"{word}: {row.question}")
            button.clicked.connect(deed)
            self.buttons[row.id] = button
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return line

    def _pressed(self) -> DecisionId:
        return next(id_ for id_, button in self.buttons.items() if button is self.sender())

    def _go(self) -> None:
        self.go_wished.emit(self._pressed())

    def _open(self) -> None:
        self.open_wished.emit(self._pressed())
