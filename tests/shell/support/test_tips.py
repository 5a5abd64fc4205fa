"""What people typed is told as they typed it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt as Core
from PySide6.QtGui import Qt, QTextDocument
from pytestqt.qtbot import QtBot

from blackstart.shell.support.tips import tip
from blackstart.shell.widgets.labels import OneLine
from blackstart.shell.widgets.rows_model import RowsModel

HOSTILE = '<img src="file:///etc/passwd"><b>Team</b> & sons\nsecond line'


class Names(RowsModel[str]):
    """One column of names, each with itself as its tip."""

    def headings(self) -> tuple[str, ...]:
        return ("Name",)

    def cell(self, row: str, column: int, role: int) -> Any:
        return row if role in (Core.ItemDataRole.DisplayRole, Core.ItemDataRole.ToolTipRole) else None


def read(words: str) -> str:
    """What is read in a tool tip of Qt."""
    if not Qt.mightBeRichText(words):
        return words
    page = QTextDocument()
    page.setHtml(words)
    return page.toPlainText()


@pytest.mark.parametrize("words", ["", "Plain & simple", "a < b", HOSTILE])
def test_a_tip_reads_as_it_was_typed(words: str) -> None:
    assert read(tip(words)) == words


def test_what_is_cut_and_what_stands_in_tables_is_told_as_it_was_typed(qtbot: QtBot) -> None:
    line = OneLine()
    qtbot.addWidget(line)
    line.resize(20, 20)
    line.say(HOSTILE)
    assert read(line.toolTip()) == HOSTILE
    names = Names()
    names.show_rows((HOSTILE,))
    place = names.index(0, 0)
    assert read(place.data(Core.ItemDataRole.ToolTipRole)) == HOSTILE
    assert place.data() == HOSTILE
