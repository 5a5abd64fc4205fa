"""Looking back: the fold is one function of drill, journal and time, however the run was cut into steps."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.play.commands import Begin, Command, End, Entry
from blackstart.core.play.director import Director
from blackstart.core.play.events import Ended, Event
from blackstart.core.play.playback import fold, look_back, tell
from tests.core.play.acts import LASTS, any_command, busy_drill
from tests.core.play.scripts import component, decide, decision, drill, fail, inject, journal, repair

DRILL = busy_drill()
STEPS = st.lists(st.integers(0, 15) | any_command(), min_size=1, max_size=25)  # so many seconds on, or a command


def live(steps: list[int | Command]) -> tuple[list[Entry], list[Event], Director]:
    """Play step by step, refusing as a session does; returns journal, events and the director."""
    director = Director(DRILL, Begin())
    entries = [Entry(1, director.now, Begin())]
    events: list[Event] = []
    for step in steps:
        if isinstance(step, int):
            events += director.advance(Seconds(director.now + step))
        elif director.refusal(step) is None:
            entry = Entry(len(entries) + 1, director.now, step)
            entries.append(entry)
            events += director.apply(entry)
    return entries, events, director


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_a_run_replays_as_it_was_seen_however_it_was_cut_into_steps(steps: list[int | Command]) -> None:
    entries, events, director = live(steps)
    told = tell(DRILL, entries, director.now)
    assert list(told.events) == events
    assert told.director.open_decisions() == director.open_decisions()
    assert told.director.delivered() == director.delivered()
    assert told.director.upcoming() == director.upcoming()
    assert told.director.actions() == director.actions()


@settings(max_examples=60, deadline=None)
@given(STEPS, st.integers(2, 30))
def test_the_same_run_without_any_one_command_is_a_valid_run(steps: list[int | Command], seq: int) -> None:
    entries, _, _ = live(steps)
    told = tell(DRILL, [entry for entry in entries if entry.seq != seq], Seconds(LASTS))
    assert told.director.now == LASTS


@settings(max_examples=30, deadline=None)
@given(STEPS, st.integers(0, LASTS))
def test_a_fold_to_an_earlier_time_is_the_beginning_of_the_fold_to_a_later_one(
    steps: list[int | Command], until: int
) -> None:
    entries, _, director = live(steps)
    short, long = (tell(DRILL, entries, Seconds(time)).events for time in (until, LASTS))
    assert long[: len(short)] == short
    assert director.now <= LASTS


def test_the_order_of_a_journal_is_time_then_seq() -> None:
    asked = drill(decisions=[decision("cut", {"yes": [fail("a")], "no": ()}, at=0)])
    shuffled = journal((9, decide("cut", "yes")), (3, decide("cut", "no")))
    (settled,) = fold(asked, reversed(shuffled), Seconds(20)).decided()
    assert (settled.option, settled.at) == ("no", 3)


def test_commands_of_the_last_second_are_part_of_the_fold() -> None:
    asked = drill(decisions=[decision("cut", {"yes": ()}, at=0)])
    entries = journal((9, decide("cut", "yes")))
    assert fold(asked, entries, Seconds(8)).decided() == ()
    assert len(fold(asked, entries, Seconds(9)).decided()) == 1


def test_the_end_ends_the_clock_of_a_fold() -> None:
    told = tell(drill(), journal((9, End())), Seconds(100))
    assert told.events == (Ended(Seconds(9)),)
    assert told.director.now == 9


def test_a_journal_holds_one_begin() -> None:
    with pytest.raises(ValueError, match="this one 0"):
        fold(drill(), (), Seconds(0))


def test_looking_back_shows_a_second_as_it_ended() -> None:
    mended = drill(
        component("a", repair=5, crew="ops"), injects=[inject("fire", fail("a"), repair("a"), at=3)], crews={"ops": 1}
    )
    states = [
        look_back(mended, journal(), Seconds(at)).simulation.standing(ComponentId("a")).shown for at in (2, 3, 7, 8)
    ]
    assert states == [
        Shown.OPERATIONAL,
        Shown.RECOVERING,
        Shown.RECOVERING,
        Shown.OPERATIONAL,
    ]  # hands are given at once


def test_nothing_can_be_done_in_a_second_that_has_ended() -> None:
    director = look_back(DRILL, journal(), Seconds(10))
    with pytest.raises(ValueError, match="stamped 10"):
        director.apply(Entry(2, Seconds(10), End()))
