from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.play.playback import fold
from blackstart.core.record.library import Library
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.decisions_model import DecisionsModel, who
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from blackstart.shell.widgets.time_strip import MarkKind
from tests.shell.drills import lights
from tests.shell.recorded_runs import played, record

TESTED = QAbstractItemModelTester.FailureReportingMode.Fatal


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def recorded(library: Path) -> Recorded:
    return read_recorded(library, RunId(record(library)), Opener())


@pytest.fixture
def presenter(library: Path, look: Look) -> Iterator[ReviewPresenter]:
    worker = Worker()
    yield ReviewPresenter(library, worker, Opener(), look)
    worker.stop()


def test_a_run_is_read_with_all_that_was_decided(recorded: Recorded) -> None:
    assert recorded.reached == 26
    assert [(each.number, each.at, each.by, str(each.what), each.why, each.took_s) for each in recorded.verdicts] == [
        (1, 8, "lead", "Mend the fuse", "light is life", 3),
        (0, 12, "facilitator", "Lead is calm", "", None),
        (2, 20, None, "None", "", None),
        (0, 26, "Ada", "Stay", "It is cold outside", None),
    ]
    assert [each.is_note for each in recorded.verdicts] == [False, True, False, False]
    assert [mark.kind for mark in recorded.marks].count(MarkKind.DECISION) == 2
    assert MarkKind.COMING not in {mark.kind for mark in recorded.marks}


@pytest.mark.parametrize(("second", "shown"), [(4, Shown.OPERATIONAL), (7, Shown.DOWN), (8, Shown.OPERATIONAL)])
def test_any_moment_is_the_fold_of_the_journal_to_it(recorded: Recorded, second: int, shown: Shown) -> None:
    moment = recorded.moment_at(Seconds(second))
    director = fold(recorded.drill, recorded.entries, Seconds(second))
    assert moment.standings == {id_: director.simulation.standing(id_) for id_ in moment.standings}
    assert next(iter(moment.standings.values())).shown is shown


def test_reading_leaves_the_run_to_whoever_plays_it(library: Path) -> None:
    run = RunId(record(library, is_ended=False))
    read_recorded(library, run, Opener())
    store = Library(library)
    journal = store.open_journal(run)
    assert not journal.is_read_only
    journal.release()
    store.close()


def test_the_table_of_decisions_keeps_qts_rules(look: Look, recorded: Recorded) -> None:
    model = DecisionsModel(look)
    tester = QAbstractItemModelTester(model, TESTED)
    assert model.rowCount() == 0
    model.show_run(recorded)
    assert [model.data(model.index(0, column)) for column in range(7)] == [
        "1",
        "0:00:08",
        "Lead",
        "Mend the fuse",
        "light is life",
        "medium",
        "00:03",
    ]
    assert [model.data(model.index(1, column)) for column in (0, 3, 5, 6)] == ["note", "Lead is calm", "", ""]
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


def test_opening_a_run_shows_how_it_stood_at_its_end(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    run = RunId(record(library))
    with qtbot.waitSignals([presenter.opened, presenter.map_shown, presenter.moved]) as _:
        presenter.open(run)
    assert presenter.run_id == run


def test_a_run_that_is_not_there_is_told(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    record(library)
    with qtbot.waitSignal(presenter.refused) as told:
        presenter.open(RunId("nobody"))
    assert told.args is not None
    assert "there is no run 'nobody'" in told.args[0]


def test_the_playhead_takes_the_map_to_its_moment(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, look: Look
) -> None:
    page = ReviewWorkspace(presenter, look)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    with qtbot.waitSignal(presenter.moved):
        presenter.open(RunId(record(library)))
    assert page.strip.value() == 26
    assert page.time.text() == "00:00:26"
    with qtbot.waitSignal(presenter.moved, check_params_cb=lambda at: at == 6):
        page.strip.setSingleStep(20)
        QTest.keyClick(page.strip, Qt.Key.Key_Left)
    picture = page.map.picture
    assert picture is not None
    assert picture.faces[lights().drill.topology.components[0].id].shown is Shown.DOWN


def test_a_click_on_a_decision_goes_to_when_it_was_taken(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, look: Look
) -> None:
    page = ReviewWorkspace(presenter, look)
    qtbot.addWidget(page)
    with qtbot.waitSignal(presenter.moved):
        presenter.open(RunId(record(library)))
    with qtbot.waitSignal(presenter.moved, check_params_cb=lambda at: at == 8):
        page.table.clicked.emit(page.decisions.index(0, 3))
    assert page.strip.value() == 8


def test_the_picker_opens_the_run_that_is_chosen(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, look: Look
) -> None:
    first, second = record(library, team="a"), record(library, team="b")
    page = ReviewWorkspace(presenter, look)
    qtbot.addWidget(page)
    store = Library(library)
    page.show_runs(store.runs())
    store.close()
    assert [page.picker.itemData(each) for each in range(2)] == [second, first]
    with qtbot.waitSignal(presenter.opened):
        page.picker.activated.emit(1)
    assert presenter.run_id == first


def test_a_run_without_a_team_is_listed_without_one(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, look: Look
) -> None:
    record(library, team="")
    page = ReviewWorkspace(presenter, look)
    qtbot.addWidget(page)
    store = Library(library)
    page.show_runs(store.runs())
    store.close()
    assert page.picker.itemText(0) == "Run 1, Lights"


def test_a_moment_that_was_seen_is_not_folded_again(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    folded: list[int] = []
    moment_at = Recorded.moment_at

    def counted(recorded: Recorded, at: Seconds) -> Moment:
        folded.append(at)
        return moment_at(recorded, at)

    monkeypatch.setattr(Recorded, "moment_at", counted)
    with qtbot.waitSignal(presenter.moved):
        presenter.open(RunId(record(library)))
    for second in (6, 26, 6):
        with qtbot.waitSignal(presenter.moved, check_params_cb=lambda at, second=second: at == second):
            presenter.seek(second)
    assert folded == [26, 6]


def test_a_run_that_was_just_played_is_not_read_from_its_text_again(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, opener = RunId(record(library)), Opener()
    first = read_recorded(library, run, opener)
    monkeypatch.setattr("blackstart.shell.document.opening.open_recorded", None)
    assert read_recorded(library, run, opener).drawing is first.drawing


def test_a_card_can_be_chosen_in_the_review_too(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, look: Look
) -> None:
    page = ReviewWorkspace(presenter, look)
    qtbot.addWidget(page)
    with qtbot.waitSignal(presenter.moved):
        presenter.open(RunId(record(library)))
    page.map.chosen.emit(lights().drill.topology.components[0].id)
    assert not page.facts.isHidden()
    assert page.facts.name.text() == "Power"
