"""The sheet after a decision of whoever learns alone; from it the exercise goes on."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import OptionId
from blackstart.core.review.alternatives import Alternative
from blackstart.shell.run.setup.explained import Explained, Told
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.icon_mark import IconMark
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX, MARK_PX = 760, 16


class ExplanationSheet(TitledSheet):
    """Tells at once what is known, and the figures of the model as they are reckoned."""

    go_on_wished = Signal()

    def __init__(self, told: Explained, go_on: str, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self._told = told
        self._figures: dict[OptionId, list[Label]] = {}
        self._same = Label(wraps=True)
        self.go_on = Button(go_on, look, "run", "primary")
        self.go_on.clicked.connect(self._wish)
        self.fill(translate("Explanation", "What follows from it"), self._written(), self._buttons())

    def show_alternative(self, alternative: Alternative) -> None:
        """Put the figures of one option in their place."""
        for label, users in zip(self._figures[alternative.option], alternative.users, strict=True):
            label.setText(self._look.words.amount(users))

    def show_all(self, alternatives: Sequence[Alternative]) -> None:
        """Say so where it makes no difference what is chosen."""
        self._same.setVisible(len({each.users for each in alternatives}) == 1)

    def first_stop(self) -> QWidget | None:
        return self.go_on

    def _wish(self) -> None:
        self.close_sheet()
        self.go_on_wished.emit()

    def _written(self) -> QWidget:
        told, held = self._told, QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        column.setSpacing(SPACE_12)
        column.addWidget(Label(told.question, role="title", wraps=True))
        column.addLayout(self._options())
        same = translate("Explanation", "In the users cut off the options do not differ so far ahead.")
        self._same.setText(same)
        self._same.hide()
        column.addWidget(self._same)
        model = translate("Explanation", "As the model reckons it, if nothing else is decided or ordered after it.")
        column.addWidget(Label(model, role="hint", wraps=True))
        if told.really:
            column.addWidget(rule())
            column.addWidget(Label(translate("Explanation", "What really happened"), role="strong"))
            column.addWidget(Label(told.really, wraps=True))
            sources = QVBoxLayout()
            sources.setSpacing(SPACE_4)
            for source in told.sources:
                sources.addWidget(Label(source, role="hint", wraps=True))
            column.addLayout(sources)
        return held

    def _options(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_16)
        grid.setVerticalSpacing(SPACE_12)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, self._look.px(MARK_PX))
        grid.addWidget(Label(translate("Explanation", "Users cut off"), role="secondary"), 0, 1)
        for number, after in enumerate(self._told.after):
            words = translate("Explanation", "after {time}").format(time=self._look.words.duration(after))
            grid.addWidget(_at_the_right(Label(words, role="secondary")), 0, 2 + number)
        for row, option in enumerate(self._told.options):
            self._add_option(grid, 1 + row, option)
        return grid

    def _add_option(self, grid: QGridLayout, row: int, option: Told) -> None:
        is_taken = option.id == self._told.taken
        top = Qt.AlignmentFlag.AlignTop
        if is_taken:
            grid.addWidget(IconMark("check", self._look, MARK_PX), row, 0, top)
        cell = QVBoxLayout()
        cell.setSpacing(SPACE_4)
        chosen = translate("Explanation", "{option} (your choice)").format(option=option.text)
        cell.addWidget(Label(chosen if is_taken else option.text, role="strong" if is_taken else "", wraps=True))
        if option.foresee:
            cell.addWidget(Label(option.foresee, role="secondary", wraps=True))
        grid.addLayout(cell, row, 1)
        self._figures[option.id] = [_at_the_right(Label("…", role="strong")) for _ in self._told.after]
        for number, label in enumerate(self._figures[option.id]):
            grid.addWidget(label, row, 2 + number, top)

    def _buttons(self) -> QWidget:
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        row.addStretch(1)
        row.addWidget(self.go_on)
        return foot


def _at_the_right(label: Label) -> Label:
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return label
