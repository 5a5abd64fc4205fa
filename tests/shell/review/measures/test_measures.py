"""What can be measured of a run stands in one sheet, and each row leads to its second."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import words
from blackstart.core.play.commands import Believe
from blackstart.core.review.known import Known
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
    groups = groups_of(Known(told((40, decide("call", "all", "now")), until=LASTS - 1)), words("en"))
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


def test_how_long_the_team_was_mistaken_is_told_with_how_it_ended() -> None:
    login = ComponentId("login")
    said = ((5, Believe(login, "operational", "lead")), (30, Believe(login, "down", "lead")))
    group = groups_of(Known(told(*said, until=LASTS - 1)), words("en"))[3]
    assert [(row.at, row.words, row.result) for row in group.rows] == [
        (10, "login", "believed operational, was down; the team said otherwise after 20 s"),
    ]


def test_without_a_belief_on_record_it_is_said_that_this_is_not_known() -> None:
    group = groups_of(Known(told(until=LASTS - 1)), words("en"))[3]
    assert (group.rows, group.none) == ((), "Not known: nobody wrote down what the team believed.")


def test_of_many_mistakes_the_longest_are_told() -> None:
    said = [
        (20 + 2 * number + step, Believe(ComponentId("shop"), state, "lead"))
        for number in range(25)
        for step, state in enumerate(("down", "operational"))
    ]
    group = groups_of(Known(told(*said, until=LASTS - 1)), words("en"))[3]
    assert group.title == "How long the team was mistaken: the longest 20 of 25"
    assert len(group.rows) == 20


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
