import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.play.commands import Begin, End, Note, Play
from blackstart.core.record.derived import Derived, derived
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.actions.offer import Offer
from blackstart.shell.document.opening import Opener
from blackstart.shell.library.volume import Volume
from blackstart.shell.support.look import Look
from blackstart.shell.window.desk import Desk
from tests.shell.drills import HandClock, lights, lights_file
from tests.shell.recorded_runs import record
from tests.shell.run.table import grounded


@pytest.fixture
def desk(qtbot: QtBot, look: Look, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(Library(tmp_path / "library.db"), lambda: ExerciseClock(HandClock()), look)
    yield made
    made.close()


def test_review_opens_the_run_that_has_just_ended_once(qtbot: QtBot, desk: Desk) -> None:
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("night shift")
    desk.run.submit(End())
    opened: list[object] = []
    desk.review.opened.connect(opened.append)
    for _ in range(2):
        desk.look_in()
        qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert desk.review.run_id == desk.run.run_id
    assert len(opened) == 1


def test_the_library_does_not_move_while_a_run_is_under_way(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("night shift")
    with pytest.raises(UserError, match="under way"):
        desk.move_library(tmp_path / "other.db")
    assert not (tmp_path / "other.db").exists()


def test_another_library_shows_its_own_runs_and_keeps_the_next_ones(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("night shift")
    desk.run.submit(End())
    listed: list[tuple[object, ...]] = []
    desk.shelf.runs_shown.connect(listed.append)
    desk.move_library(tmp_path / "other.db")
    assert listed[-1] == ()
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("day shift")
    desk.look_back_at_last()
    qtbot.waitUntil(lambda: desk.review.run_id is not None)
    assert desk.review.run_id == desk.run.run_id
    assert len(listed[-1]) == 1


def test_opening_is_told_once_it_takes_long_and_can_be_called_off(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    offers: list[Offer] = []
    desk.offered.connect(offers.append)
    path = lights_file(tmp_path)
    desk.open_drill(path)
    desk.wait.tell()
    assert [(offer.sentence, offer.word) for offer in offers] == [("Opening lights.drill…", "Cancel")]
    with qtbot.assertNotEmitted(desk.mode_wished, wait=200):
        offers[0].deed()
    desk.open_drill(path)
    with qtbot.waitSignal(desk.mode_wished):
        pass
    assert not desk.wait.is_on


def test_what_is_opened_next_does_not_wait_for_what_was_opened_before(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given_up: list[str] = []
    monkeypatch.setattr(Opener, "stop", lambda opener: given_up.append("stopped"))
    path = lights_file(tmp_path)
    desk.open_drill(path)
    assert given_up == []
    desk.open_drill(path)
    assert given_up == ["stopped"]
    with qtbot.waitSignal(desk.mode_wished):
        pass
    assert not desk.worker.has("open")


def test_a_file_that_never_could_be_opened_is_told_and_does_not_go_on_the_shelf(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "broken.drill"
    path.write_text("blackstart: 1\n", encoding="utf-8")
    desk.list_drills()
    qtbot.waitUntil(lambda: bool(desk.shelf.books))
    with qtbot.waitSignal(desk.faults_shown):
        desk.open_drill(path)
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert not desk.wait.is_on
    assert path not in {book.place.path for book in desk.shelf.books}


def test_a_file_of_the_shelf_that_cannot_be_opened_any_more_says_so_there(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    path = lights_file(tmp_path)
    desk.list_drills()
    with qtbot.waitSignal(desk.mode_wished):
        desk.open_drill(path)
    qtbot.waitUntil(lambda: desk.shelf.has(path))
    path.write_text("blackstart: 1\n", encoding="utf-8")
    with qtbot.waitSignal(desk.faults_shown):
        desk.open_drill(path)
    shown: list[tuple[Volume, ...]] = []
    desk.shelf.volumes_shown.connect(shown.append)
    qtbot.waitUntil(lambda: bool(shown) and shown[-1][-1].path == path and bool(shown[-1][-1].fault))


@pytest.mark.parametrize("instead", ["another run", "a drill"])
def test_the_way_back_to_a_run_that_is_put_away_is_offered(
    qtbot: QtBot, desk: Desk, tmp_path: Path, instead: str
) -> None:
    record(tmp_path / "library.db", is_ended=False)
    (other,) = desk.runs()
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("day shift")
    played = desk.run.run_id
    offers: list[Offer] = []
    desk.offered.connect(offers.append)
    with qtbot.waitSignal(desk.offered):
        desk.continue_run(other) if instead == "another run" else desk.open_drill(lights_file(tmp_path))
    assert desk.run.run_id == (other.run if instead == "another run" else None)
    with qtbot.waitSignal(desk.mode_wished):
        offers[0].deed()
    assert desk.run.run_id == played


def test_the_console_plays_the_map_as_it_is_drawn_until_a_run_has_begun(
    qtbot: QtBot, desk: Desk, tmp_path: Path
) -> None:
    with qtbot.waitSignal(desk.mode_wished):
        desk.open_drill(lights_file(tmp_path))
    desk.draw.do(lambda hand: hand.add("hall", "New hall"))
    desk.play_what_is_drawn()
    qtbot.waitUntil(lambda: "new-hall" in (desk.run.map.topology or ()))
    desk.run.begin("night shift")
    desk.draw.do(lambda hand: hand.add("hall", "Later hall"))
    desk.play_what_is_drawn()
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    topology = desk.run.map.topology
    assert topology is not None
    assert "later-hall" not in topology


def test_what_followed_from_a_run_that_is_left_is_worked_out_beside_the_window(
    qtbot: QtBot, desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []

    def noting(*given: object) -> Derived:
        threads.append(threading.get_ident())
        return derived(*given)  # type: ignore[arg-type]  # handed on as it came

    monkeypatch.setattr("blackstart.core.session.scribe.derived", noting)
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("night shift")
    desk.run.step()
    left = desk.run.run_id
    desk.open_drill(lights_file(tmp_path))
    qtbot.waitUntil(lambda: desk.run.run_id is None)
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()
    with sqlite3.connect(desk.libraries.path) as db:
        assert db.execute("SELECT count(*) FROM events WHERE run = ?", [left]).fetchone()[0] > 0


def unsafe_run(desk: Desk, folder: Path) -> Path:
    """Begin a run and take its library away; returns where that is."""
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("night shift")
    away = folder.with_name("away")
    folder.rename(away)
    desk.run.submit(Note("x", "eva"))
    return away


def test_a_run_that_is_not_yet_safe_goes_on_in_another_library(
    qtbot: QtBot, look: Look, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    desk = Desk(Library(tmp_path / "drive" / "library.db"), lambda: ExerciseClock(HandClock()), look)
    request.addfinalizer(desk.close)
    unsafe_run(desk, tmp_path / "drive")
    with pytest.raises(UserError, match="This library cannot be written"):
        desk.move_library(tmp_path / "drive" / "library.db")
    desk.move_library(tmp_path / "other.db")
    assert desk.run.safety.unsafe is None
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    other = Library(tmp_path / "other.db")
    assert [type(entry.command) for entry in other.recorded("last").entries] == [Begin, Play, Note]
    other.close()


def test_a_drill_is_opened_in_place_of_a_run_that_is_not_yet_safe_only_after_a_question(
    qtbot: QtBot, look: Look, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    desk = Desk(Library(tmp_path / "drive" / "library.db"), lambda: ExerciseClock(HandClock()), look)
    request.addfinalizer(desk.close)
    away = unsafe_run(desk, tmp_path / "drive")
    run = desk.run.run_id
    with qtbot.waitSignal(desk.run.safety.doubted):
        desk.open_drill(lights_file(tmp_path))
    assert desk.run.run_id == run
    away.rename(tmp_path / "drive")
    desk.run.safety.try_now()
    qtbot.waitUntil(lambda: desk.run.run_id is None)  # what waited has been done


def test_a_run_under_way_is_not_deleted_and_one_that_has_ended_is(qtbot: QtBot, desk: Desk) -> None:
    desk.run.open(lights(), grounded(lights()))
    desk.run.begin("night shift")
    said: list[str] = []
    desk.told.connect(said.append)
    (row,) = desk.runs()
    desk.delete_run(row)
    assert (said, len(desk.runs())) == (["This run is under way. End it before it is deleted."], 1)
    desk.run.submit(End())
    desk.look_in()
    qtbot.waitUntil(lambda: desk.review.run_id == row.run)
    desk.delete_run(row)
    assert (said[-1], desk.runs(), desk.run.run_id) == ("The run is deleted.", (), None)
    desk.look_in()
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert said[-1] == "The run is deleted."


def test_a_run_that_is_not_yet_safe_is_looked_at_only_once_it_is(
    qtbot: QtBot, look: Look, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    desk = Desk(Library(tmp_path / "drive" / "library.db"), lambda: ExerciseClock(HandClock()), look)
    request.addfinalizer(desk.close)
    away = unsafe_run(desk, tmp_path / "drive")
    with qtbot.assertNotEmitted(desk.mode_wished), qtbot.waitSignal(desk.told) as told:
        desk.look_back_at_last()
    assert told.args == ["This run is not yet safe. It can be looked at once it is in the library."]
    away.rename(tmp_path / "drive")
    desk.run.safety.try_now()
    with qtbot.waitSignal(desk.mode_wished):
        desk.look_back_at_last()


def test_nothing_makes_a_new_library_where_the_one_of_a_run_is_gone(
    qtbot: QtBot, look: Look, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    desk = Desk(Library(tmp_path / "drive" / "library.db"), lambda: ExerciseClock(HandClock()), look)
    request.addfinalizer(desk.close)
    away = unsafe_run(desk, tmp_path / "drive")
    (row,) = desk.runs()
    desk.review.open(row.run)
    desk.recorded.export(row, tmp_path / "run.json", with_names=True)
    desk.continue_run(replace(row, run=RunId("other")))
    desk.shelf.list_runs((), tmp_path / "drive" / "library.db")
    qtbot.waitUntil(lambda: not desk.worker.is_busy)
    assert not (tmp_path / "drive").exists()
    away.rename(tmp_path / "drive")
    desk.run.safety.try_now()
    assert desk.run.safety.unsafe is None


def test_a_drill_is_put_back_on_the_console_once_its_run_has_ended(
    qtbot: QtBot, desk: Desk, tmp_path: Path, look: Look
) -> None:
    with qtbot.waitSignal(desk.mode_wished):
        desk.open_drill(lights_file(tmp_path))
    desk.run.begin("night shift")
    first = desk.run.run_id
    desk.again.put_back()
    assert desk.run.run_id == first
    desk.run.submit(End())
    desk.again.put_back()
    assert desk.run.run_id is None
    desk.run.begin("day shift")
    assert desk.run.run_id not in (None, first)
    assert [row.team for row in desk.runs()] == ["day shift", "night shift"]
