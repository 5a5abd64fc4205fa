"""All keys on one sheet: what every action is called and how it is reached."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.actions.spec import ActionSpec, key_text
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_20, SPACE_28
from blackstart.shell.widgets.labels import Label
from blackstart.shell.window.sheet import Sheet

translate = QCoreApplication.translate

WIDTH_PX = 1120


class KeySheet(Sheet):
    """One column for each room; Escape closes it."""

    def __init__(self, sheets: Sequence[tuple[str, Sequence[ActionSpec]]], look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        row.setSpacing(SPACE_28)
        for heading, specs in sheets:
            row.addLayout(_column(heading, specs))
        self.fill(translate("KeySheet", "Keys"), held)


def _column(heading: str, specs: Sequence[ActionSpec]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_12)
    column.addWidget(Label(heading, role="title"))
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_20)
    grid.setVerticalSpacing(SPACE_8)
    for number, spec in enumerate(specs):
        grid.addWidget(Label(spec.text), number, 0)
        grid.addWidget(Label(key_text(spec), role="key"), number, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return column
