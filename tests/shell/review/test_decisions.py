from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.base.text import Text, plain
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.decision_table import DecisionTable, shared
from blackstart.shell.review.decisions_model import SAVED, SURE, WHAT, WHY, DecisionsModel, who
from blackstart.shell.review.one_line import one_line
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.review.run_table import MOST_ROWS
from blackstart.shell.support.look import Look
from tests.shell.drills import lights
from tests.shell.recorded_runs import played

TESTED = QAbstractItemModelTester.FailureReportingMode.Fatal


def test_the_table_of_decisions_keeps_qts_rules(look: Look, recorded: Recorded) -> None:
    model = DecisionsModel(look)
    tester = QAbstractItemModelTester(model, TESTED)
    assert model.rowCount() == 0
    model.show_run(recorded)
    assert [model.data(model.index(0, column)) for column in range(8)] == [
        "1",
        "0:00:08",
        "Lead",
        "Mend the fuse",
        "light is life",
        "medium",
        "00:03",
        "…",
    ]
    assert [model.data(model.index(1, column)) for column in (0, 3, 5, 6, 7)] == [
        "note",
        "Lead is calm",
        "",
        "",
        "",
    ]
    assert tester.model() is model


def test_another_language_renames_the_roles_in_the_table(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    model = DecisionsModel(look)
    model.show_run(recorded)
    with qtbot.waitSignal(model.dataChanged):
        look.set_language("ko")
    assert model.data(model.index(0, 2)) == "지휘자"


def test_a_decision_that_nobody_took_in_time_says_so() -> None:
    assert who(lights().drill, "", "en") == "nobody in time"
    assert who(lights().drill, "Ada", "en") == "Ada"


def test_a_decision_that_was_left_open_has_its_row(look: Look, library: Path) -> None:
    run = played(library, 18)
    model = DecisionsModel(look)
    model.show_run(read_recorded(library, RunId(run), Opener()))
    assert [model.data(model.index(0, column)) for column in range(4)] == [
        "1",
        "0:00:15",
        "nobody in time",
        "left open",
    ]


@pytest.mark.parametrize(
    ("pasted", "shown"),
    [
        ("two\nlines\tand\r\nmore", "two lines and more"),
        ("\x1b[31mred\x07", "\ufffd[31mred\ufffd"),
        ("turned \u202eround", "turned \ufffdround"),
        ("  등불  ", "등불"),
    ],
)
def test_pasted_words_stay_in_their_row(pasted: str, shown: str) -> None:
    assert one_line(pasted) == shown


def test_what_people_wrote_is_never_read_as_markup(look: Look, recorded: Recorded) -> None:
    model = DecisionsModel(look)
    model.show_run(replace(recorded, deeds=(replace(recorded.deeds[0], why="<b>now</b>", confidence=""),)))
    assert model.data(model.index(0, 4)) == "<b>now</b>"
    assert model.data(model.index(0, 4), Qt.ItemDataRole.ToolTipRole) == "<p>&lt;b&gt;now&lt;/b&gt;</p>"


def test_the_table_is_as_high_as_its_rows_up_to_a_few(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    table = DecisionTable(look)
    qtbot.addWidget(table)
    heights = []
    for rows, most in ((1, MOST_ROWS), (4, MOST_ROWS), (4, 3), (40, MOST_ROWS)):
        table.show_run(replace(recorded, deeds=(recorded.deeds * 10)[:rows]))
        table.fit_rows(most)
        heights.append((table.height() - table.horizontalHeader().sizeHint().height()) // 28)
    assert heights == [1, 4, 3, MOST_ROWS]


def test_a_row_seeks_to_when_it_was_decided(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    table = DecisionTable(look)
    qtbot.addWidget(table)
    table.show_run(recorded)
    with qtbot.waitSignal(table.sought) as sought:
        table.activated.emit(table.decisions.index(0, 3))
    assert sought.args == [8]


def test_what_was_decided_and_why_share_the_room_so_that_as_little_as_can_be_is_cut() -> None:
    assert shared(400, (300, 20), least=50) == 300 + 25  # both fit: what is left is halved
    assert shared(400, (390, 20), least=50) == 350  # the longer has what the shorter leaves
    assert shared(400, (60, 900), least=50) == 60
    assert shared(400, (900, 900), least=50) == 200


def test_a_long_decision_is_not_cut_while_nobody_said_why(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    words = Text((("", "Object, and keep everything running to the last cell of the last battery there is"),))
    deed = replace(recorded.deeds[0], what=words, why="")
    table = DecisionTable(look)
    qtbot.addWidget(table)
    table.resize(1200, 200)
    table.show_run(replace(recorded, deeds=(deed,)))
    table.show()
    assert table.columnWidth(WHAT) >= table.sizeHintForColumn(WHAT)
    assert table.columnWidth(WHAT) > table.columnWidth(WHY)
    assert not table.horizontalScrollBar().isVisible()


def test_a_row_tells_what_it_saved_once_that_is_reckoned(look: Look, recorded: Recorded) -> None:
    model = DecisionsModel(look)
    model.show_run(recorded)
    seqs = [each.seq for each in recorded.deeds]
    told = []
    for seconds in (24_400_000 * 3600, -1800, 1799, 0):
        model.show_savings({seqs[0] or 0: seconds})
        told.append(model.data(model.index(0, SAVED)))
    assert told == ["24.4 M saved", "1 lost", "no difference", "no difference"]
    assert [model.data(model.index(row, SAVED)) for row in (1, 2, 3)] == ["", "", "…"]  # a note, nobody, not yet
    assert "Model estimate" in model.data(model.index(0, SAVED), Qt.ItemDataRole.ToolTipRole)


def test_what_was_taken_back_says_so_in_place_of_a_figure(look: Look, recorded: Recorded) -> None:
    model = DecisionsModel(look)
    model.show_run(replace(recorded, deeds=(replace(recorded.deeds[0], is_taken_back=True),)))
    model.show_savings({recorded.deeds[0].seq or 0: 7200})
    assert model.data(model.index(0, SAVED)) == "taken back"
    assert model.data(model.index(0, WHAT), Qt.ItemDataRole.FontRole).strikeOut()


def test_notes_are_left_out_on_wish_and_what_is_chosen_stays_so(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    table = DecisionTable(look)
    qtbot.addWidget(table)
    table.show_run(recorded)
    table.selectRow(3)
    with qtbot.assertNotEmitted(table.picked):
        table.show_notes(False)
    assert table.decisions.rowCount() == 3
    assert table.currentIndex().row() == 2


def test_a_row_that_is_chosen_by_key_is_told_and_one_that_is_marked_is_not(
    qtbot: QtBot, look: Look, recorded: Recorded
) -> None:
    table = DecisionTable(look)
    qtbot.addWidget(table)
    table.show_run(recorded)
    with qtbot.assertNotEmitted(table.picked):
        table.show_chosen(recorded.deeds[0].seq)
    with qtbot.waitSignals([table.sought, table.picked]):
        QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().row() == 1


def test_what_needs_room_is_given_it_by_what_is_said_elsewhere(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    table = DecisionTable(look)
    qtbot.addWidget(table)
    table.show_run(recorded)
    hidden = []
    for width in (1400, 560):
        table.resize(width, 200)
        table.show()
        hidden.append(table.isColumnHidden(SURE))
    assert hidden == [False, True]


def test_where_there_is_little_room_who_gives_way_before_the_service_hours(
    qtbot: QtBot, look: Look, recorded: Recorded
) -> None:
    table = DecisionTable(look)
    qtbot.addWidget(table)
    named = replace(recorded.deeds[0], by="The one who leads the incident at night", what=plain("word " * 20))
    table.show_run(replace(recorded, deeds=(named,)))
    for width in (1200, 760):
        table.resize(width, 200)
        table.show()
        right = table.columnViewportPosition(SAVED) + table.columnWidth(SAVED)
        assert right <= table.viewport().width()
