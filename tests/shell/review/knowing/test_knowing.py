"""What the team knew stands beside what was true, wherever the playhead is."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.review.known import Parted
from blackstart.shell.review.knowing.line_row import LineRow, least_width
from blackstart.shell.review.knowing.room import KnowingRoom
from blackstart.shell.review.knowing.sheet import DELIVERED, MISTAKEN, SAID, KnowingSheet
from blackstart.shell.review.knowing.tables import PartedModel
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.review.knowing.runs import record_known
from tests.shell.review.rated_runs import page_of

LAMP = ComponentId("lamp")


class Seat:
    """Somebody who looks at the page of one run."""

    def __init__(self, qtbot: QtBot, presenter: ReviewPresenter, look: Look, run: RunId) -> None:
        self._qtbot, self.presenter = qtbot, presenter
        self.page: ReviewWorkspace = page_of(qtbot, presenter, look, run)
        self.room = next(each for each in self.page.rooms if isinstance(each, KnowingRoom))

    def go_to(self, second: int) -> None:
        with self._qtbot.waitSignal(self.room.presenter.marked):
            self.presenter.seek(second)

    @property
    def rows(self) -> list[str]:
        return [each.accessibleName() for each in self.room.panel.lines if not each.isHidden()]

    @property
    def news(self) -> list[str]:
        rows = (*self.room.panel.messages, *self.room.panel.words)
        return [each.accessibleName() for each in rows if not each.isHidden()]

    def sheet(self) -> KnowingSheet:
        self.room.open()
        assert self.room.sheet is not None
        return self.room.sheet


@pytest.fixture
def seat(qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path) -> Seat:
    return Seat(qtbot, presenter, look, record_known(library))


def test_each_mistake_tells_what_was_believed_shown_and_true_with_its_second(seat: Seat) -> None:
    seat.go_to(7)
    assert seat.rows == [
        "Lamp. Believed better than it was. Believed: operational, since 0:00:02. Shown: operational. "
        "True: down, since 0:00:05",
        "Power. Nobody had told the team. Believed: nothing said. Shown: operational. True: down, since 0:00:05",
    ]
    assert seat.room.panel.count.text() == "2 mistaken"


def test_where_nothing_parts_any_more_that_is_said(seat: Seat) -> None:
    seat.go_to(9)
    assert seat.rows == []
    assert seat.room.panel.said.text() == (
        "By then it was written down what the team believed of one component. It was mistaken of nothing."
    )
    assert seat.room.panel.heads.isHidden()


def test_news_stand_the_last_one_first_and_lead_to_their_second(qtbot: QtBot, seat: Seat) -> None:
    seat.go_to(25)
    assert seat.news == [
        "0:00:20, Phone. Is it dark at yours too?",
        "0:00:05, Neighbour. A bang in the street.",
        "0:00:12, Lead to the street. We are <b>here</b>",
    ]
    with qtbot.waitSignal(seat.presenter.moved) as moved:
        QTest.mouseClick(seat.room.panel.messages[1], Qt.MouseButton.LeftButton)
    assert moved.args == [5]


def test_a_row_chooses_its_component_and_stays_in_sight(qtbot: QtBot, seat: Seat) -> None:
    seat.go_to(7)
    with qtbot.waitSignal(seat.presenter.chosen_shown) as chosen:
        QTest.keyClick(seat.room.panel.lines[0], Qt.Key.Key_Return)
    assert chosen.args == [LAMP]
    row = seat.room.panel.lines[0]
    qtbot.waitUntil(lambda: not row.visibleRegion().isEmpty() and row.visibleRegion().boundingRect() == row.rect())


def test_the_map_is_marked_as_the_console_marked_it(qtbot: QtBot, seat: Seat) -> None:
    with qtbot.waitSignal(seat.room.presenter.marked, check_params_cb=lambda wrong, unseen: bool(wrong)) as marked:
        seat.presenter.seek(7)
    # Its display showed what it believes: there, what nobody spoke of is believed to be as it should.
    assert marked.args == [{LAMP, ComponentId("power")}, frozenset()]


@pytest.mark.parametrize(
    ("display", "end"),
    [
        ("all", "Its display was set to show everything as it was."),
        ("visible", "Here is what its display could not show as it was."),
        ("believed", "so its display was set to show all as it should be."),
    ],
)
def test_a_run_in_which_nobody_wrote_down_a_belief_says_so(
    qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path, display: str, end: str
) -> None:
    seat = Seat(qtbot, presenter, look, record_known(library, display, ()))
    seat.go_to(6)
    said = seat.room.panel.said.text()
    assert said.startswith("Nobody wrote down in this run what the team believed")
    assert said.endswith(end)


def test_before_anything_was_said_or_came_that_is_said(seat: Seat) -> None:
    seat.go_to(1)
    panel = seat.room.panel
    assert panel.said.text() == ("By then nobody had written down what the team believed. It was mistaken of nothing.")
    assert panel.came.text() == "Nothing had been delivered by then"
    assert panel.spoken.text() == "Nothing had been said in public by then"
    assert not panel.all.isVisible()


def test_a_key_leads_to_the_first_row_and_another_shows_all(qtbot: QtBot, seat: Seat) -> None:
    seat.go_to(7)
    QTest.keyClick(seat.page, Qt.Key.Key_K)
    assert seat.room.panel.lines[0].hasFocus()
    QTest.keyClick(seat.page, Qt.Key.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert seat.room.sheet is not None


def test_the_focus_stays_in_the_part_when_its_row_goes(qtbot: QtBot, seat: Seat) -> None:
    seat.go_to(7)
    seat.room.panel.lines[1].setFocus()
    seat.go_to(9)
    assert seat.room.panel.heading.hasFocus()


def test_the_sheet_has_all_of_it_in_three_tables(seat: Seat) -> None:
    seat.go_to(7)
    sheet = seat.sheet()
    assert [sheet.tables[key].model().rowCount() for key in (MISTAKEN, DELIVERED, SAID)] == [2, 1, 0]
    for table in sheet.tables.values():
        QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    model = sheet.tables[MISTAKEN].model()
    assert [model.index(0, column).data() for column in range(6)] == [
        "Lamp",
        "operational, since 0:00:02",
        "operational",
        "down, since 0:00:05",
        "0:00:05",
        "better than it was",
    ]
    sheet.show_table(SAID)
    assert sheet.none.isVisible()
    assert sheet.none.text() == "Nothing had been said in public by then"


def test_a_row_of_the_sheet_chooses_and_the_sheet_goes(qtbot: QtBot, seat: Seat) -> None:
    seat.go_to(7)
    table = seat.sheet().tables[MISTAKEN]
    with qtbot.waitSignal(seat.presenter.chosen_shown) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [LAMP]
    assert seat.room.sheet is None


def test_hostile_names_stay_words_in_one_line(
    qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path
) -> None:
    seat = Seat(qtbot, presenter, look, record_known(library, is_hostile=True))
    seat.go_to(7)
    assert seat.rows[0].startswith("<b>Lamp</b>\ufffd =1+1. ")
    seat.go_to(15)
    assert seat.room.panel.words[0].toolTip() == "<p>We are &lt;b&gt;here&lt;/b&gt;</p>"


def test_nothing_is_told_again_where_nothing_is_other(qtbot: QtBot, seat: Seat) -> None:
    seat.go_to(6)
    with qtbot.assertNotEmitted(seat.room.presenter.shown):
        seat.go_to(7)


def test_a_drag_over_many_seconds_is_shown_once(qtbot: QtBot, seat: Seat) -> None:
    seat.go_to(1)
    told: list[object] = []
    seat.room.presenter.shown.connect(told.append)
    for second in (5, 9, 5, 9, 20, 6):
        seat.presenter.seek(second)
    qtbot.waitUntil(lambda: len(seat.rows) == 2)
    assert len(told) == 1


def test_the_three_stand_below_one_another_where_there_is_no_room(qtbot: QtBot, look: Look) -> None:
    row = LineRow(look)
    qtbot.addWidget(row)
    beside = row.sizeHint().height()
    row.stand_wide(is_wide=False)
    assert row.sizeHint().height() > beside
    look.set_text_size(200)
    assert least_width(look) > 500


def test_a_fold_outlives_the_page(seat: Seat) -> None:
    seat.room.panel.fold(is_folded=True)
    kept = seat.room.draft()
    seat.room.panel.fold(is_folded=False)
    seat.room.take_draft(kept)
    assert seat.room.panel.is_folded


def test_of_many_rows_only_those_that_are_seen_are_asked_for(
    qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seat = Seat(qtbot, presenter, look, record_known(library))
    seat.go_to(7)
    asked: set[int] = set()
    words = PartedModel.cell

    def counted(model: PartedModel, row: Parted, column: int, role: int) -> object:
        asked.add(row.start)
        return words(model, row, column, role)

    monkeypatch.setattr(PartedModel, "cell", counted)
    recorded = seat.room.presenter.recorded
    assert recorded is not None
    (first, *_) = seat.room.presenter.all_parted()
    many = tuple(replace(first, start=Seconds(number)) for number in range(5000))
    sheet = KnowingSheet(recorded, many, Seconds(7), look)
    sheet.open_over(seat.page)
    table = sheet.tables[MISTAKEN]
    qtbot.waitUntil(lambda: table.columnWidth(1) > table.columnWidth(4))
    assert 5 < len(asked) < 100
    sheet.close_sheet()
