from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.record.library import Library
from blackstart.shell.review.page_room import Part
from blackstart.shell.review.playback import PACES
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.run_page import RunPage
from blackstart.shell.review.top_bar import TopBar
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.drills import HandClock
from tests.shell.recorded_runs import record

POWER, LAMP = ComponentId("power"), ComponentId("lamp")


@pytest.fixture
def workspace(qtbot: QtBot, presenter: ReviewPresenter, look: Look) -> ReviewWorkspace:
    made = ReviewWorkspace(presenter, look)
    qtbot.addWidget(made)
    made.resize(1216, 720)
    made.show()
    qtbot.waitExposed(made)
    return made


def open_run(qtbot: QtBot, presenter: ReviewPresenter, library: Path) -> RunId:
    run = RunId(record(library))
    with qtbot.waitSignal(presenter.stood):
        presenter.open(run)
    return run


def list_runs(presenter: ReviewPresenter, library: Path, titles: dict[RunId, str] | None = None) -> None:
    store = Library(library)
    presenter.list_runs(store.runs(), titles or {})
    store.close()


def test_without_any_run_the_page_says_how_one_comes_about(workspace: ReviewWorkspace) -> None:
    assert workspace.plain.isVisible()
    assert workspace.plain.sentence.text().startswith("No runs yet.")
    assert workspace.plain.button.isHidden()
    assert not workspace.bar.play.isEnabled()


def test_where_no_run_is_chosen_the_last_one_is_offered(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    run = record(library)
    list_runs(presenter, library)
    assert workspace.plain.sentence.text() == "No run is chosen."
    with qtbot.waitSignal(presenter.opened):
        QTest.mouseClick(workspace.plain.button, Qt.MouseButton.LeftButton)
    assert presenter.run_id == run
    assert workspace.page.isVisible()


def test_the_keys_are_those_of_what_can_be_done_first(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    record(library)
    list_runs(presenter, library)
    workspace.activateWindow()
    workspace.setFocus()
    assert workspace.plain.button.hasFocus()
    with qtbot.waitSignal(presenter.opened):
        QTest.keyClick(workspace.plain.button, Qt.Key.Key_Return)
    assert workspace.page.ruler.hasFocus()


def test_a_run_that_is_being_read_is_announced(
    workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    presenter.open(RunId(record(library)))
    assert workspace.plain.sentence.text() == "The run is being read."


def test_a_run_that_cannot_be_shown_leaves_its_reason_on_the_page(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    record(library)
    with qtbot.waitSignal(presenter.unread):
        presenter.open(RunId("nobody"))
    assert "there is no run 'nobody'" in workspace.plain.sentence.text()


def test_another_run_that_cannot_be_shown_leaves_the_open_one_there(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    run = open_run(qtbot, presenter, library)
    with qtbot.waitSignal(presenter.refused):
        presenter.open(RunId("nobody"))
        assert workspace.bar.facts.accessibleName() == "The run is being read."
    assert workspace.bar.facts.accessibleName().startswith("Run 1, night shift")
    assert workspace.page.isVisible()
    assert presenter.run_id == run


def test_arrows_on_the_ruler_take_the_map_to_their_moment(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    assert (workspace.page.axis.now, workspace.page.side.time.text()) == (26, "Map at 0:00:26")
    with qtbot.waitSignal(presenter.stood, check_params_cb=lambda stood: stood.now == 6):
        for _ in range(20):
            QTest.keyClick(workspace.page.ruler, Qt.Key.Key_Left)
    picture = workspace.map.picture
    assert picture is not None
    assert picture.faces[POWER].shown is Shown.DOWN
    assert workspace.page.side.time.text() == "Map at 0:00:06"
    assert workspace.page.head.now.text() == "3 at 0:00:06"
    assert workspace.page.side.tally.accessibleName() == "1 on reserve, 2 down"


def test_a_component_is_chosen_on_the_map_as_in_the_strips(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    strips, facts = workspace.page.panel.strips, workspace.page.side.facts
    workspace.map.chosen.emit(POWER)
    assert strips.currentIndex().data() == "Power"
    assert facts.name.text() == "Power"
    strips.setCurrentIndex(strips.strips.index_of(LAMP))
    assert facts.name.text() == "Lamp"
    picture = workspace.map.picture
    assert picture is not None
    assert picture.chosen == LAMP


def test_the_facts_tell_the_course_of_the_whole_run(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    workspace.map.chosen.emit(LAMP)
    shown = [label.text() for pair in workspace.page.side.facts._lines for label in pair if not label.isHidden()]
    assert "down from 0:00:05 to 0:00:08" in shown


@pytest.mark.parametrize(
    ("key", "second"),
    [(Qt.Key.Key_Home, 0), (Qt.Key.Key_Period, 12), (Qt.Key.Key_Comma, 6), (Qt.Key.Key_End, 26)],
)
def test_keys_move_the_playhead_wherever_the_focus_is(
    qtbot: QtBot,
    workspace: ReviewWorkspace,
    presenter: ReviewPresenter,
    library: Path,
    key: Qt.Key,
    second: int,
) -> None:
    open_run(qtbot, presenter, library)
    presenter.seek(8)
    workspace.activateWindow()
    workspace.setFocus()
    QTest.keyClick(workspace, key)
    assert workspace.page.axis.now == second


def test_space_plays_back_and_holds(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path, hand: HandClock
) -> None:
    open_run(qtbot, presenter, library)
    presenter.seek(0)
    workspace.activateWindow()
    QTest.keyClick(workspace, Qt.Key.Key_Space)
    assert workspace.bar.play.accessibleName() == "Hold"
    hand.pass_by(0.1)
    presenter.playback.tick()
    assert workspace.page.axis.now == 6
    QTest.keyClick(workspace, Qt.Key.Key_Space)
    assert workspace.bar.play.accessibleName() == "Play back"
    assert not presenter.playback.is_playing


def test_nothing_is_played_back_that_nobody_sees(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    presenter.playback.toggle()
    workspace.hide()
    assert not presenter.playback.is_playing


def test_number_keys_choose_the_pace(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    for key, pace in zip("1234567", PACES, strict=True):
        QTest.keyClick(workspace, Qt.Key(ord(key)))
        assert presenter.playback.pace == workspace.bar.pace.currentData() == pace


def test_m_puts_the_map_where_the_strips_are_and_back(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    small = workspace.map.width()
    QTest.keyClick(workspace, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: workspace.map.width() > 1.5 * small)
    assert workspace.page.is_map_large
    assert not workspace.page.panel.isVisible()
    QTest.keyClick(workspace, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: workspace.map.width() == small)
    assert workspace.page.panel.isVisible()


def test_a_press_on_the_curve_seeks(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    page = workspace.page
    x = round(page.axis.scale.x_of(13, page.curve.width()))
    QTest.mouseClick(page.curve, Qt.MouseButton.LeftButton, pos=QPoint(x, 40))
    assert page.axis.now == 13


def test_the_picker_opens_the_run_that_is_chosen(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    first, second = record(library, team="a"), record(library, team="")
    list_runs(presenter, library)
    picker = workspace.bar.picker
    assert [(picker.itemData(each), picker.itemText(each)) for each in range(2)] == [
        (second, "Run 2, Lights"),
        (first, "Run 1 a, Lights"),
    ]
    with qtbot.waitSignal(presenter.opened):
        picker.activated.emit(1)
    assert presenter.run_id == first
    assert picker.currentData() == first


def test_the_picker_says_a_title_that_is_too_long_up_to_its_colon(
    workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    run = RunId(record(library, team=""))
    title = "Pangyo, October: one fire takes down the nation's messenger and all that hangs on it"
    list_runs(presenter, library, {run: title})
    picker = workspace.bar.picker
    assert picker.itemText(0) == "Run 1, Pangyo, October"
    assert picker.itemData(0, Qt.ItemDataRole.ToolTipRole) == f"Run 1, {title}"


def test_a_list_of_runs_that_is_open_stays_while_the_runs_stay_the_same(
    workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    record(library)
    list_runs(presenter, library)
    workspace.bar.picker.setItemText(0, "looked at")
    list_runs(presenter, library)
    assert workspace.bar.picker.itemText(0) == "looked at"


def test_a_run_of_an_earlier_model_says_so(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    page = RunPage(look)
    qtbot.addWidget(page)
    page.show_run(recorded)
    assert page.earlier.isHidden()
    page.show_run(replace(recorded, is_as_played=False))
    assert not page.earlier.isHidden()


def test_the_part_that_is_shown_stays_when_the_page_is_told_again(qtbot: QtBot, look: Look, recorded: Recorded) -> None:
    page = RunPage(look)
    qtbot.addWidget(page)
    page.show_run(replace(recorded, reached=Seconds(1000)))
    page.axis.zoom(2)
    shown = (page.axis.scale.start, page.axis.scale.until)
    page.show_run(replace(recorded, reached=Seconds(1000)))
    assert (page.axis.scale.start, page.axis.scale.until) == shown
    page.show_run(replace(recorded, reached=Seconds(2000)))  # it was played on
    assert (page.axis.scale.start, page.axis.scale.until) == (0, 2000)


@pytest.mark.parametrize("text_size", [100, 200])
def test_in_the_smallest_window_every_part_has_room(
    qtbot: QtBot, look: Look, recorded: Recorded, text_size: int
) -> None:
    look.set_text_size(text_size)
    page = RunPage(look)
    qtbot.addWidget(page)
    page.show_run(recorded)
    page.resize(1216, 720 - look.px(52))
    page.show()
    strips = page.panel.strips
    page.show_part(Part.STRIPS)
    assert page.size().height() == 720 - look.px(52)  # nothing asks for more
    assert strips.viewport().height() >= strips.sizeHintForRow(0) * 3
    page.show_part(Part.TABLE)
    assert page.table.viewport().height() >= page.table.rowHeight(0)
    assert page.side.place.height() >= 100


def test_the_title_of_a_run_is_to_be_read_in_a_narrow_window(qtbot: QtBot, look: Look) -> None:
    look.set_text_size(200)
    bar = TopBar(look)
    qtbot.addWidget(bar)
    bar.say("Review: Lights", "Run 1")
    bar.resize(1216, look.px(52))
    bar.show()
    qtbot.waitUntil(lambda: bar.title.width() >= 400)
    assert bar.pace.currentText() == "64×"


def test_every_button_can_be_told_by_a_screen_reader(
    qtbot: QtBot, workspace: ReviewWorkspace, presenter: ReviewPresenter, library: Path
) -> None:
    open_run(qtbot, presenter, library)
    buttons = workspace.findChildren(QAbstractButton)
    named = [button.accessibleName() or button.text() for button in buttons if button.isVisibleTo(workspace)]
    assert all(len(name) > 1 for name in named)
    assert workspace.page.ruler.accessibleName() == "Playhead"
    assert workspace.page.panel.strips.accessibleName().startswith("Every component")
