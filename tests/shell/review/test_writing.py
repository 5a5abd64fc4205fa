"""What is said after the end goes into the journal of a run that lies in the library."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.play.commands import Rate
from blackstart.core.record.faults import LibraryFault, Why
from blackstart.core.record.journal import Journal
from blackstart.core.record.library import Library
from blackstart.shell.review.presenter import ReviewPresenter
from tests.shell.review.rated_runs import commands_of, record_rated

RATING = Rate(ObjectiveId("light"), "M", "late", "Mina")


def test_a_rating_of_a_run_in_the_library_stands_in_its_journal(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = record_rated(library)
    with qtbot.waitSignal(presenter.stood):
        presenter.open(run)
    with monkeypatch.context() as patch, qtbot.waitSignals([presenter.written, presenter.rewritten]):
        patch.delattr(Library, "drill_of")  # whose text was read when it was opened
        presenter.write(RATING)
    assert commands_of(library, run)[-1] == RATING
    assert presenter.recorded is not None
    assert presenter.recorded.entries[-1].command == RATING


def test_a_run_that_another_process_plays_is_not_written_to(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path
) -> None:
    run = record_rated(library)
    with qtbot.waitSignal(presenter.stood):
        presenter.open(run)
    other = Library(library)
    journal = other.open_journal(run)
    with qtbot.waitSignal(presenter.refused) as told:
        presenter.write(RATING)
    journal.release()
    other.close()
    assert told.args is not None
    assert "open" in told.args[0]
    assert RATING not in commands_of(library, run)


def test_what_a_library_cannot_take_is_not_told_as_written(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise LibraryFault(Why.FULL, "the disk is full")

    run = record_rated(library)
    with qtbot.waitSignal(presenter.stood):
        presenter.open(run)
    for name in ("append", "catch_up", "reach"):
        monkeypatch.setattr(Journal, name, full)
    with qtbot.assertNotEmitted(presenter.written), qtbot.waitSignal(presenter.refused) as told:
        presenter.write(RATING)
    assert told.args == ["the disk is full"]
