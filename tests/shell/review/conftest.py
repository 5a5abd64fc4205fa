"""A library with room for recorded runs, and a presenter that reads from it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from blackstart.core.base.ids import RunId
from blackstart.core.base.words import words
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.lanes.marks import LaneMark, lane_marks
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.support.look import Look
from blackstart.shell.support.workers import Worker
from blackstart.shell.widgets.entry_lines import LogLine, log_lines
from tests.shell.drills import HandClock
from tests.shell.recorded_runs import record
from tests.shell.review.eventful import record_eventful


@pytest.fixture
def library(tmp_path: Path) -> Path:
    return tmp_path / "library.db"


@pytest.fixture
def recorded(library: Path) -> Recorded:
    return read_recorded(library, RunId(record(library)), Opener())


@pytest.fixture
def hand() -> HandClock:
    return HandClock()


@pytest.fixture
def presenter(library: Path, look: Look, hand: HandClock) -> Iterator[ReviewPresenter]:
    worker = Worker()
    yield ReviewPresenter(library, worker, Opener(), look, clock=lambda: ExerciseClock(hand))
    worker.stop()


@pytest.fixture
def eventful(library: Path) -> Recorded:
    return read_recorded(library, record_eventful(library), Opener())


@pytest.fixture
def lines(eventful: Recorded) -> tuple[LogLine, ...]:
    return log_lines(eventful.entries, eventful.story.director, words("en"))


@pytest.fixture
def marks(eventful: Recorded, lines: tuple[LogLine, ...]) -> tuple[LaneMark, ...]:
    return lane_marks(eventful, lines, words("en"))
