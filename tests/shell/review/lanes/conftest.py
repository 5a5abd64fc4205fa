from pathlib import Path

import pytest

from blackstart.core.base.words import words
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.lanes.marks import LaneMark, lane_marks
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.widgets.entry_lines import log_lines
from tests.shell.review.lanes.eventful import record_eventful


@pytest.fixture
def eventful(library: Path) -> Recorded:
    return read_recorded(library, record_eventful(library), Opener())


@pytest.fixture
def marks(eventful: Recorded) -> tuple[LaneMark, ...]:
    return lane_marks(eventful, log_lines(eventful.entries, eventful.story.director, words("en")), words("en"))
