"""Lists that grow at their head: what is being read stays where it is, and only what changed is told."""

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from blackstart.shell.widgets.lines_model import LINE, LinesModel

OLD, NEW = (1, "old"), (2, "new")


class Words(LinesModel[tuple[int, str]]):
    """Lines with a number by which they are known."""

    def known_by(self, line: tuple[int, str]) -> object:
        return line[0]

    def words(self, line: tuple[int, str]) -> str:
        return line[1]

    def aloud(self, line: tuple[int, str]) -> str:
        return f"say {line[1]}"


@pytest.fixture
def model(qtbot: QtBot) -> Words:
    made = Words()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_lines((OLD,))
    return made


def test_what_is_new_at_the_head_moves_what_stands_below_it(qtbot: QtBot, model: Words) -> None:
    read = QPersistentModelIndex(model.index(0))
    with qtbot.assertNotEmitted(model.modelReset), qtbot.assertNotEmitted(model.dataChanged):
        model.show_lines((NEW, OLD))
    assert read.row() == 1
    assert model.line(read) == OLD


def test_what_reads_otherwise_is_told_below_what_is_new(qtbot: QtBot, model: Words) -> None:
    with qtbot.waitSignal(model.dataChanged) as told:
        model.show_lines((NEW, (1, "other")))
    assert [index.row() for index in told.args[:2]] == [1, 1]
    assert model.data(model.index(1)) == "other"


@pytest.mark.parametrize("lines", [(), (NEW,), (OLD, NEW)])
def test_other_lines_stand_in_place_of_all(qtbot: QtBot, model: Words, lines: tuple[tuple[int, str], ...]) -> None:
    with qtbot.waitSignal(model.modelReset):
        model.show_lines(lines)
    assert model.lines == lines


def test_the_same_lines_say_nothing(qtbot: QtBot, model: Words) -> None:
    with qtbot.assertNotEmitted(model.dataChanged), qtbot.assertNotEmitted(model.modelReset):
        model.show_lines((OLD,))


def test_a_line_is_read_seen_and_found(model: Words) -> None:
    index = model.index_of(1)
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, LINE)
    assert [model.data(index, role) for role in roles] == ["old", "say old", OLD]
    assert not model.index_of(9).isValid()
    assert model.data(QModelIndex()) is None
