"""What each row saved is reckoned one after another, once a run, and is what leaving it out shows."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import RunId
from blackstart.core.play.commands import Decide, Note
from blackstart.core.review.cases import case
from blackstart.core.review.variants import without_entry
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.what_if.book import CaseBook
from blackstart.shell.review.what_if.presenter import WhatIfPresenter
from blackstart.shell.review.what_if.ways import Earlier, NobodyDecides, Otherwise, Without, journal
from tests.shell.recorded_runs import record


@pytest.fixture
def what_if(presenter: ReviewPresenter) -> WhatIfPresenter:
    return WhatIfPresenter(presenter, presenter)


def reckon_all(qtbot: QtBot, presenter: ReviewPresenter, what_if: WhatIfPresenter, library: Path) -> dict[int, int]:
    found: list[dict[int, int]] = []
    what_if.reckoned.connect(found.append)
    with qtbot.waitSignal(what_if.progressed, check_params_cb=lambda known, whole: known == whole > 0):
        presenter.open(RunId(record(library)))
    assert [len(each) for each in found] == [0, 1, 2]  # each as soon as it is known
    return found[-1]


def test_what_a_row_saved_is_the_difference_to_the_run_without_it(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, what_if: WhatIfPresenter
) -> None:
    savings = reckon_all(qtbot, presenter, what_if, library)
    recorded = presenter.recorded
    assert recorded is not None
    mended = next(each.seq for each in recorded.deeds if each.number == 1)
    assert mended is not None
    other = case(recorded.drill, without_entry(recorded.entries, mended), recorded.reached)
    assert savings[mended] == other.impact.lost_service_seconds - recorded.story.impact.lost_service_seconds > 0


def test_what_is_known_of_a_run_is_not_reckoned_again(
    qtbot: QtBot,
    library: Path,
    presenter: ReviewPresenter,
    what_if: WhatIfPresenter,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    savings = reckon_all(qtbot, presenter, what_if, library)
    monkeypatch.setattr(CaseBook, "saved", None)  # would raise
    with qtbot.waitSignal(presenter.rewritten):
        presenter.write(Note("looked at again", "Ada"))
    with qtbot.waitSignal(what_if.reckoned) as told:
        presenter.show_all()
    assert told.args == [savings]


def test_every_other_way_has_its_journal(
    qtbot: QtBot, library: Path, presenter: ReviewPresenter, what_if: WhatIfPresenter
) -> None:
    reckon_all(qtbot, presenter, what_if, library)
    recorded = presenter.recorded
    assert recorded is not None
    seq = next(each.seq for each in recorded.deeds if each.number == 1) or 0
    story = recorded.story
    option = story.exercise.decisions[0].options[-1].id
    assert seq not in [each.seq for each in journal(story, Without(seq))]
    other = next(each.command for each in journal(story, Otherwise(seq, option)) if each.seq == seq)
    assert isinstance(other, Decide)
    assert other.option == option
    assert next(each.at for each in journal(story, Earlier(seq, 2)) if each.seq == seq) == 6
    assert next(each.at for each in journal(story, Earlier(seq, 60)) if each.seq == seq) == 5  # it was put then
    assert len(journal(story, NobodyDecides())) < len(story.entries) - 1
