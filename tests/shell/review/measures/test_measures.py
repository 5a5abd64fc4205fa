"""What can be measured of a run stands in one sheet, and each row leads to its second."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from blackstart.core.base.words import words
from blackstart.shell.review.measures.room import MeasuresRoom
from blackstart.shell.review.measures.rows import groups_of
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.press_row import PressRow
from blackstart.shell.support.look import Look
from tests.core.play.scripts import decide
from tests.core.review.stories import LASTS, told
from tests.shell.review.rated_runs import page_of, record_rated


def rows_of(group: int) -> list[tuple[int | None, str]]:
    """The rows of a run in which power fails at 10 and is repaired by a decision at 40."""
    groups = groups_of(told((40, decide("call", "all", "now")), until=LASTS - 1), words("en"))
    return [(row.at, row.result) for row in groups[group].rows]


def test_first_times_lead_to_their_entries_and_what_never_came_about_leads_nowhere() -> None:
    assert rows_of(0) == [
        (40, "entry 2"),
        (None, "did not come about"),
        (40, "entry 2"),
        (None, "did not come about"),
    ]


def test_a_decision_tells_how_long_it_took_from_being_put() -> None:
    assert rows_of(1) == [(20, "decided after 20 s")]


def test_an_outage_is_held_against_its_target() -> None:
    rows = rows_of(2)
    assert rows[0] == (10, "back 0:02:20, after 2 min 10 s; target 2 min 30 s: met")
    assert "target" not in rows[1][1]


def test_a_row_leads_to_its_second_and_the_sheet_goes(
    qtbot: QtBot, presenter: ReviewPresenter, library: Path, look: Look
) -> None:
    page = page_of(qtbot, presenter, look, record_rated(library))
    (room,) = (each for each in page.rooms if isinstance(each, MeasuresRoom))
    room.open()
    assert room.sheet is not None
    first = room.sheet.findChildren(PressRow)[0]
    with qtbot.waitSignal(presenter.moved) as moved:
        first.pressed.emit("8")
    assert moved.args == [8]
    assert room.sheet is None
