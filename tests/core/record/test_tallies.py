"""What a run's journal adds up to: decisions that stand, and the time people spent."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import (
    Begin,
    Command,
    Decide,
    DecideUnscripted,
    End,
    Entry,
    Hold,
    Note,
    Play,
    TakeBack,
)
from blackstart.core.record.library import Library
from blackstart.core.record.tallies import Tally
from tests.core.record.texts import loaded

CUT = Decide(DecisionId("cut"), OptionId("agree"), "lead")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path / "library.db")
    yield opened
    opened.close()


def tally(library: Library, *steps: tuple[str, int, Command]) -> Tally:
    """Tally a run begun at nine with entries at a time of day and an exercise second."""
    entries = [Entry(1, Seconds(0), Begin(), "2026-05-14T09:00:00.000+00:00", "")]
    for clock, at, command in steps:
        entries.append(Entry(len(entries) + 1, Seconds(at), command, f"2026-05-14T{clock}.000+00:00", ""))
    run = library.create(loaded(), entries).run
    return library.tallies()[run]


def test_a_run_that_has_just_begun_adds_up_to_nothing(library: Library) -> None:
    assert tally(library) == Tally(decisions=0, at_table_s=0)


def test_decisions_of_both_kinds_count_and_those_taken_back_do_not(library: Library) -> None:
    unscripted = DecideUnscripted("Leave?", "Stay", "Ada")
    steps: list[tuple[str, int, Command]] = [("09:00:01", 1, CUT), ("09:00:02", 2, unscripted)]
    steps.append(("09:00:03", 3, Note("x", "Ada")))
    assert tally(library, *steps).decisions == 2
    assert tally(library, *steps, ("09:00:04", 4, TakeBack(2, "Too early"))).decisions == 1
    assert tally(library, *steps, ("09:00:04", 4, TakeBack(4, "No decision"))).decisions == 2


def test_time_spent_talking_counts_and_a_break_does_not(library: Library) -> None:
    talk = ("09:10:00", 0, Play()), ("09:20:00", 30, Hold("talk")), ("09:49:59", 30, Play())
    assert tally(library, *talk).at_table_s == 49 * 60 + 59
    lunch = ("09:20:00", 30, Hold("left")), ("11:00:00", 30, Play()), ("11:05:00", 40, Hold())
    assert tally(library, *lunch).at_table_s == (20 + 5) * 60


def test_a_clock_that_ran_long_without_a_word_is_no_break(library: Library) -> None:
    assert tally(library, ("09:00:00", 0, Play()), ("10:00:00", 3600, CUT)).at_table_s == 3600
    assert tally(library, ("09:00:00", 0, Play()), ("10:00:00", 900, CUT)).at_table_s == 0


def test_a_clock_that_was_set_back_takes_nothing_away(library: Library) -> None:
    assert tally(library, ("09:10:00", 0, Play()), ("09:05:00", 5, CUT)).at_table_s == 600


def test_each_run_has_its_own(library: Library) -> None:
    first = library.create(loaded(), [Entry(1, Seconds(0), Begin(), "2026-05-14T09:00:00.000+00:00", "")]).run
    assert tally(library, ("09:10:00", 0, CUT)) == Tally(1, 600)
    assert library.tallies()[first] == Tally()


def test_what_is_added_after_the_end_was_not_at_the_table(library: Library) -> None:
    played = ("09:10:00", 0, Play()), ("09:20:00", 30, End())
    assert tally(library, *played, ("09:25:00", 30, Note("afterwards", "Ada"))).at_table_s == 20 * 60
