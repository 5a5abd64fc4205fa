"""All keys on one sheet: what every action is called and how it is reached."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.actions.spec import ActionSpec, key_texts
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_20, SPACE_28
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX, MOST_COLUMNS = 1120, 3
HEADING_ROWS = 2  # what a heading takes of a column, in rows


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """The keys of one room."""

    heading: str
    specs: tuple[ActionSpec, ...]


class KeySheet(TitledSheet):
    """The groups side by side, in as many columns as the words leave room for."""

    def __init__(self, groups: Sequence[KeyGroup], look: Look, room_px: int) -> None:
        super().__init__(look, WIDTH_PX)
        columns = max(1, min(MOST_COLUMNS, room_px * MOST_COLUMNS // look.px(WIDTH_PX)))
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(SPACE_20, SPACE_20, SPACE_20, SPACE_20)
        row.setSpacing(SPACE_28)
        for column in shared_out(groups, columns):
            row.addLayout(_column(column), 1)
        title = translate("KeySheet", "Keys")
        scroll = self.fill(title, held)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and page keys scroll it
        scroll.setAccessibleName(title)

    def first_stop(self) -> QWidget | None:
        return self._scroll


def shared_out(groups: Sequence[KeyGroup], columns: int) -> list[list[KeyGroup]]:
    """Put each group into the column that is shortest so far, large ones before small ones.

    The first group stands at the upper left, whatever its size.
    """
    shared: list[list[KeyGroup]] = [[] for _ in range(columns)]
    rows = [0] * columns
    for group in (*groups[:1], *sorted(groups[1:], key=_size, reverse=True)):
        shortest = rows.index(min(rows))
        shared[shortest].append(group)
        rows[shortest] += _size(group) + HEADING_ROWS
    return [column for column in shared if column]


def _size(group: KeyGroup) -> int:
    return len(group.specs)


def _column(groups: Sequence[KeyGroup]) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(SPACE_28)
    for group in groups:
        column.addLayout(_group(group))
    column.addStretch(1)
    return column


def _group(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(SPACE_20)
    grid.setVerticalSpacing(SPACE_8)  # words that go on in a second line stand apart from the next
    grid.setColumnStretch(0, 1)
    grid.addWidget(Label(group.heading, role="title"), 0, 0, 1, 2)
    for number, spec in enumerate(group.specs, start=1):
        keys = QHBoxLayout()
        keys.setSpacing(SPACE_4)
        keys.addStretch(1)
        for text in key_texts(spec):
            keys.addWidget(Label(text, role="key"))
        grid.addWidget(Label(spec.text, wraps=True), number, 0)
        grid.addLayout(keys, number, 1, Qt.AlignmentFlag.AlignVCenter)
    return grid
