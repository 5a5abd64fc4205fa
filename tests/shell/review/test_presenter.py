from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.record.library import Library
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.moments import Moments
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import read_recorded
from blackstart.shell.support.look import Look
from tests.shell.drills import HandClock
from tests.shell.recorded_runs import record

LAMP = ComponentId("lamp")


def opened(qtbot: QtBot, presenter: ReviewPresenter, library: Path) -> RunId:
    run = RunId(record(library))
    with qtbot.waitSignal(presenter.stood):
        presenter.open(run)
    return run


def test_opening_a_run_shows_how_it_stood_at_its_end(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    run = RunId(record(library))
    with qtbot.waitSignals([presenter.reading, presenter.opened, presenter.map_shown, presenter.moved]):
        presenter.open(run)
    assert presenter.run_id == run


def test_a_run_that_is_not_there_is_told(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    record(library)
    with qtbot.waitSignal(presenter.unread) as told:
        presenter.open(RunId("nobody"))
    assert told.args is not None
    assert "there is no run 'nobody'" in told.args[0]


def test_the_last_run_is_the_one_begun_last(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    record(library, team="a")
    last = record(library, team="b")
    store = Library(library)
    presenter.list_runs(store.runs(), {})
    store.close()
    with qtbot.waitSignal(presenter.opened):
        presenter.open_last()
    assert presenter.run_id == last


def test_a_moment_that_was_seen_is_not_folded_again(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    folded: list[int] = []
    moment_at = Moments.at

    def counted(moments: Moments, at: Seconds, since: int | None = None) -> Moment:
        folded.append(at)
        return moment_at(moments, at, since)

    monkeypatch.setattr(Moments, "at", counted)
    opened(qtbot, presenter, library)
    for second in (6, 26, 6):
        with qtbot.waitSignal(presenter.stood, check_params_cb=lambda stood, second=second: stood.now == second):
            presenter.seek(second)
    assert folded == [26, 6]


def test_the_playhead_moves_at_once_and_the_map_follows_to_the_last_wish(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter
) -> None:
    opened(qtbot, presenter, library)
    moved: list[int] = []
    stood: list[int] = []
    presenter.moved.connect(moved.append)
    presenter.stood.connect(lambda moment: stood.append(moment.now))
    for second in range(1, 21):
        presenter.seek(second)
    assert moved == list(range(1, 21))
    qtbot.waitUntil(lambda: 20 in stood)
    assert stood[0] == 1  # what was asked for first is shown as soon as it is there, so that a drag is seen
    assert len(stood) < 20


def test_no_second_outside_the_run_can_be_sought(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    opened(qtbot, presenter, library)
    moved: list[int] = []
    presenter.moved.connect(moved.append)
    for second in (-5, 400):
        presenter.seek(second)
    assert moved == [0, 26]


def test_events_are_walked_one_by_one(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    opened(qtbot, presenter, library)
    moved: list[int] = []
    presenter.seek(0)
    presenter.moved.connect(moved.append)
    for _ in range(7):
        presenter.seek_next()
    assert moved == [5, 6, 8, 12, 20, 26, 26]
    moved.clear()
    for _ in range(6):
        presenter.seek_before()
    assert moved == [20, 12, 8, 6, 5, 0]


def test_what_is_chosen_stays_so_while_time_moves(qtbot: QtBot, library: Path, presenter: ReviewPresenter) -> None:
    opened(qtbot, presenter, library)
    with qtbot.waitSignal(presenter.facts_shown, check_params_cb=lambda facts: facts.name == "Lamp"):
        presenter.choose(LAMP)
    with qtbot.waitSignals([presenter.stood, presenter.chosen_shown]):
        presenter.seek(6)
    with qtbot.waitSignal(presenter.facts_shown, check_params_cb=lambda facts: facts is None):
        presenter.choose(None)


def test_titles_are_said_in_the_language_of_the_moment_once_the_drill_was_read(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, look: Look
) -> None:
    opened(qtbot, presenter, library)
    store = Library(library)
    (row,) = store.runs()
    store.close()
    assert presenter.title_of(row) == "Lights"
    look.set_language("ko")
    assert presenter.title_of(row) == "등불"


def test_a_run_that_was_just_played_is_not_read_from_its_text_again(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, opener = RunId(record(library)), Opener()
    first = read_recorded(library, run, opener)
    monkeypatch.setattr("blackstart.shell.document.opening.open_text", None)
    assert read_recorded(library, run, opener).drawing is first.drawing


def test_what_is_pointed_at_is_lit_and_then_what_is_chosen_again(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter
) -> None:
    opened(qtbot, presenter, library)
    presenter.choose(LAMP)
    lit: list[object] = []
    presenter.map_shown.connect(lambda picture: lit.append(picture.chosen))
    presenter.point_at(ComponentId("lock"))
    presenter.point_at(None)
    assert lit == ["lock", LAMP]


def test_while_it_plays_back_the_way_of_a_change_stays_lit_for_a_moment(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, hand: HandClock
) -> None:
    opened(qtbot, presenter, library)
    presenter.seek(0)
    presenter.playback.toggle()
    hand.pass_by(0.1)
    with qtbot.waitSignal(presenter.stood, check_params_cb=lambda stood: stood.now == 6) as played:
        presenter.playback.tick()
    presenter.playback.toggle()
    with qtbot.waitSignal(presenter.stood, check_params_cb=lambda stood: stood.now == 6) as sought:
        presenter.seek(6)
    way = (ComponentId("power"), LAMP, "power")
    assert [way in told.args[0].travelled for told in (played, sought) if told.args] == [True, False]
