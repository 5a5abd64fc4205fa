"""Comparing: which runs, their curves and ways, a class as small curves and a table, and the ways from there."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHeaderView
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import DecisionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.record.library import Library
from blackstart.core.review.curves import Curve
from blackstart.shell.review.comparing.class_page import ClassPage
from blackstart.shell.review.comparing.class_table import HOURS, ClassTable
from blackstart.shell.review.comparing.few_page import FewPage
from blackstart.shell.review.comparing.lines import DASHES, line_pen
from blackstart.shell.review.comparing.room import CompareRoom
from blackstart.shell.review.comparing.small_curves import seen
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.stylesheet import stylesheet
from blackstart.shell.widgets.time_strip import Span
from tests.shell.recorded_runs import played, record


def room_of(qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look, run: str) -> CompareRoom:
    """The room with its sheet open over a run."""
    workspace = ReviewWorkspace(presenter, look)
    qtbot.addWidget(workspace)
    workspace.resize(1280, 800)
    workspace.show()
    qtbot.waitExposed(workspace)
    store = Library(library)
    presenter.list_runs(store.runs(), {})
    store.close()
    with qtbot.waitSignal(presenter.stood):
        presenter.open(RunId(run))
    (found,) = (each for each in workspace.rooms if isinstance(each, CompareRoom))
    found.open()
    return found


def compare_all(qtbot: QtBot, room: CompareRoom) -> FewPage | ClassPage:
    """Compare every run there is."""
    assert room.sheet is not None
    assert room.sheet.chooser is not None
    room.sheet.chooser.take_all(is_wished=True)
    with qtbot.waitSignal(room.presenter.shown, timeout=20_000):
        room.sheet.deed.click()
    assert room.sheet.page is not None
    return room.sheet.page


def two(library: Path) -> tuple[str, str]:
    """A run in which the question was answered at second 8, and one in which nobody said a word."""
    return record(library, team="north"), played(library, 26)


def few_of(qtbot: QtBot, room: CompareRoom) -> FewPage:
    page = compare_all(qtbot, room)
    assert isinstance(page, FewPage)
    return page


def class_of(qtbot: QtBot, room: CompareRoom) -> ClassPage:
    page = compare_all(qtbot, room)
    assert isinstance(page, ClassPage)
    return page


def test_the_run_that_is_open_is_chosen_and_one_alone_is_too_few(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    first, _ = two(library)
    sheet = room_of(qtbot, presenter, library, look, first).sheet
    assert sheet is not None
    assert sheet.chooser is not None
    assert [row.run for row in sheet.chooser.chosen] == [first]
    assert not sheet.deed.isEnabled()
    sheet.chooser.selectRow(0)  # the latest: the other one
    QTest.keyClick(sheet.chooser, Qt.Key.Key_Space)
    assert len(sheet.chooser.chosen) == 2
    assert sheet.deed.isEnabled()


def test_two_runs_are_told_apart_by_their_dashes_and_where_they_parted_is_marked(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    first, _ = two(library)
    page = few_of(qtbot, room_of(qtbot, presenter, library, look, first))
    rows = [page.table.ways.index(number, 0) for number in range(page.table.ways.rowCount())]
    shown = [page.table.ways.row(index) for index in rows]
    decisions = [row for row in shown if row is not None and row.decision is not None]
    assert [row.decision for row in decisions] == ["candles"]
    assert decisions[0].parted == "parted here"
    assert "Light" in page.parted.text() or "“" in page.parted.text()
    assert "model estimate" in page.between.text()
    assert Seconds(8) in [mark.at for mark in page.curves.marks]  # chosen from the beginning


def test_a_decision_has_the_number_that_its_own_run_calls_it_by(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    page = few_of(qtbot, room_of(qtbot, presenter, library, look, two(library)[0]))
    row = page.table.ways.row(page.table.ways.index(page.table.ways.row_of(DecisionId("candles")), 0))
    assert row is not None
    said = [cell.splitlines()[1].split(":")[0] for cell in row.cells if "\n" in cell]
    assert said == [str(mark.number) for mark in page.curves.marks] != []


def test_control_and_enter_compare_what_is_chosen(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    room = room_of(qtbot, presenter, library, look, two(library)[0])
    assert room.sheet is not None
    assert room.sheet.chooser is not None
    room.sheet.chooser.take_all(is_wished=True)
    with qtbot.waitSignal(room.presenter.shown, timeout=20_000):
        QTest.keyClick(room.sheet.chooser, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_every_run_to_choose_from_is_seen_whole(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    room = room_of(qtbot, presenter, library, look, two(library)[0])
    assert room.sheet is not None
    room.sheet.close_sheet()
    qtbot.waitUntil(lambda: room.sheet is None)
    (page,) = (
        each for each in QApplication.topLevelWidgets() if isinstance(each, ReviewWorkspace) and each.isVisible()
    )
    page.setStyleSheet(stylesheet(look.theme))
    room.open()
    assert room.sheet is not None
    chooser = room.sheet.chooser
    assert chooser is not None
    QApplication.processEvents()
    last = chooser.visualRect(chooser.runs.index(chooser.runs.rowCount() - 1, 0))
    assert last.bottom() <= chooser.viewport().rect().bottom()


def test_choosing_another_row_takes_the_marks_away(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    page = few_of(qtbot, room_of(qtbot, presenter, library, look, two(library)[0]))
    page.table.setCurrentIndex(page.table.ways.index(0, 0))
    assert page.curves.marks == ()


def test_a_decision_leads_to_when_the_open_run_settled_it(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    room = room_of(qtbot, presenter, library, look, two(library)[0])
    page = few_of(qtbot, room)
    with qtbot.waitSignal(presenter.moved) as moved:
        page.table.activated.emit(page.table.currentIndex())
    assert moved.args == [8]
    assert room.sheet is None


def said_in(table: ClassTable, column: int) -> list[str]:
    return [str(table.runs.index(row, column).data()) for row in range(table.runs.rowCount())]


def headings_of(table: ClassTable) -> list[str]:
    columns = range(table.runs.columnCount())
    return [str(table.runs.headerData(column, Qt.Orientation.Horizontal)) for column in columns]


def test_more_than_four_runs_are_a_class_with_the_least_lost_first(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    runs = [record(library) if number % 2 else played(library, 26) for number in range(5)]  # mended, or not
    page = class_of(qtbot, room_of(qtbot, presenter, library, look, runs[2]))
    model = page.table.runs
    assert headings_of(page.table)[HOURS] == "Service-hours lost"
    lost = [side.run.impact.lost_service_seconds for n in range(5) if (side := model.row(model.index(n, 0)))]
    assert lost == sorted(lost)
    assert lost[0] < lost[-1]
    page.table.sortByColumn(HOURS, Qt.SortOrder.DescendingOrder)
    assert [model.row(model.index(n, 0)) is not None for n in range(5)] == [True] * 5
    falling = [side.run.impact.lost_service_seconds for n in range(5) if (side := model.row(model.index(n, 0)))]
    assert falling == sorted(lost, reverse=True)
    chosen = model.row(page.table.currentIndex())
    assert chosen is not None
    assert chosen.row.run == runs[2]  # the one that is open stays chosen, wherever it stands


def test_runs_that_are_not_equally_long_are_compared_as_far_as_the_shortest(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    runs = [played(library, 10 + 3 * number) for number in range(5)]
    page = class_of(qtbot, room_of(qtbot, presenter, library, look, runs[2]))
    assert headings_of(page.table)[HOURS : HOURS + 3] == ["Lost up to 0:00:10", "In all", "Played up to"]
    assert "The shortest run ends at 0:00:10" in page.caption.text()
    assert len(set(said_in(page.table, HOURS))) == 1  # nobody did anything: up to there they are alike
    assert sorted(said_in(page.table, HOURS + 2)) == [f"0:00:{10 + 3 * number}" for number in range(5)]


@pytest.mark.parametrize(("second", "is_said"), [(26, False), (20, True)])
def test_a_shorter_run_beside_a_longer_one_says_so(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look, second: int, is_said: bool
) -> None:
    run = played(library, 26)
    played(library, second)
    page = few_of(qtbot, room_of(qtbot, presenter, library, look, run))
    assert ("The shortest run ends at 0:00:20" in page.between.text()) is is_said
    assert page.between.text().endswith("Both lost as many service-hours (model estimate).")
    names = [str(page.table.ways.index(row, 0).data()) for row in range(3)]
    assert ("Played up to" in names) is is_said


def test_choosing_a_run_of_the_class_opens_it(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    runs = [played(library, 10 + number) for number in range(5)]
    room = room_of(qtbot, presenter, library, look, runs[0])
    page = class_of(qtbot, room)
    page.resize(900, 600)
    page.curves.chosen.emit(runs[3])
    index = page.table.currentIndex()
    with qtbot.waitSignal(presenter.opened):
        page.table.activated.emit(index)
    assert presenter.run_id == runs[3]
    assert room.sheet is None


def test_a_click_on_a_small_curve_chooses_its_run(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    runs = [played(library, 10 + number) for number in range(6)]
    page = class_of(qtbot, room_of(qtbot, presenter, library, look, runs[0]))
    with qtbot.waitSignal(page.curves.chosen) as clicked:
        QTest.mouseClick(page.curves, Qt.MouseButton.LeftButton, pos=page.curves.tile(4).center().toPoint())
    assert clicked.args == [runs[4]]
    side = page.table.runs.row(page.table.currentIndex())
    assert side is not None
    assert side.row.run == runs[4]


def test_reading_can_be_stopped_and_what_was_read_is_kept(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    runs = [played(library, 10 + number) for number in range(5)]
    room = room_of(qtbot, presenter, library, look, runs[0])
    sheet = room.sheet
    assert sheet is not None
    assert sheet.chooser is not None
    sheet.chooser.take_all(is_wished=True)
    with qtbot.waitSignal(room.presenter.progressed, check_params_cb=lambda known, whole: (known, whole) == (2, 5)):
        sheet.deed.click()
        assert sheet.deed.text() == "Stop"
    sheet.deed.click()
    assert sheet.deed.text() == "Compare"
    assert not presenter.worker.has("review.compare")
    with qtbot.waitSignal(room.presenter.progressed) as again:
        sheet.deed.click()
    assert again.args == [2, 5]


def test_a_text_that_several_runs_played_is_read_once(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = [played(library, 10 + number) for number in range(5)]
    room = room_of(qtbot, presenter, library, look, runs[0])

    def read_again(*_: object) -> None:
        pytest.fail("a text was read again")

    monkeypatch.setattr(presenter.opener, "_open_recorded", read_again)
    monkeypatch.setattr(Library, "drill_of", read_again)
    assert isinstance(compare_all(qtbot, room), ClassPage)


def test_each_line_has_dashes_of_its_own() -> None:
    patterns = [tuple(line_pen(number, QColor()).dashPattern()) for number in range(len(DASHES))]
    assert len(set(patterns)) == len(DASHES)


def test_a_small_curve_keeps_its_peak_whatever_is_left_out() -> None:
    points = tuple((Seconds(at), 900 if at == 777 else at % 7) for at in range(2000))
    kept = seen(Curve(points), Span(Seconds(0), Seconds(2000)), 50)
    assert len(kept.points) <= 150
    assert (kept.peak, kept.last) == (900, points[-1][1])
    assert [at for at, _ in kept.points] == sorted(at for at, _ in kept.points)


def test_small_curves_take_the_height_that_their_rows_need(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    runs = [played(library, 10 + number) for number in range(9)]
    page = class_of(qtbot, room_of(qtbot, presenter, library, look, runs[0]))
    layout = page.layout()
    assert layout is not None
    layout.setGeometry(QRect(0, 0, 420, layout.heightForWidth(420)))
    assert page.curves.tile(8).top() > page.curves.tile(0).top()  # more than one row
    assert page.curves.height() == page.curves.heightForWidth(page.curves.width())


def test_columns_hold_their_words_and_are_measured_once(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    runs = [played(library, 10 + number) for number in range(5)]
    table = class_of(qtbot, room_of(qtbot, presenter, library, look, runs[0])).table
    metrics, header = table.fontMetrics(), table.horizontalHeader()
    for column in range(table.runs.columnCount()):
        assert header.sectionResizeMode(column) is not QHeaderView.ResizeMode.ResizeToContents
        words = [str(table.runs.index(row, column).data()) for row in range(len(runs))]
        assert table.columnWidth(column) > max(map(metrics.horizontalAdvance, words)) + 20  # the padding of a cell
