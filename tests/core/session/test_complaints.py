"""What users of exercise tools complain of most: a clock that a pause, an edit or a restart puts out of step.

Holds, hands, sleep and the end have their tests in `test_run`; here they meet one another.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DecisionId, InjectId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin, Deliver, End, Improvise, Jump, Move, Note, Open, Pace, Skip
from blackstart.core.play.events import Delivered, Event, Opened, PhaseEnded, TimedOut
from blackstart.core.record.library import Library
from blackstart.core.session.clock import LONGEST_GAP_S, ExerciseClock
from blackstart.core.session.run import Run
from tests.core.record.texts import loaded
from tests.core.session.walls import Table, Wall

S = Seconds
SMOKE, PRESS, BY_HAND = InjectId("smoke"), InjectId("press"), InjectId("by-hand")


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    laid = Table(tmp_path / "library.db")
    yield laid
    laid.library.close()


def at_second(table: Table, second: int) -> Run:
    """A run at pace 1 whose clock has come to a second."""
    run = table.begin(Begin(pace=1))
    run.play()
    table.pass_(second)
    return run


def deliveries(table: Table, inject: InjectId) -> list[int]:
    return [event.at for event in table.told if isinstance(event, Delivered) and event.inject == inject]


def test_what_was_delivered_by_hand_does_not_come_again_in_its_time(table: Table) -> None:
    run = at_second(table, 10)
    table.told += run.submit(Deliver(SMOKE))
    table.pass_(60)
    assert deliveries(table, SMOKE) == [10]
    with pytest.raises(UserError):
        run.submit(Deliver(SMOKE))


def test_by_hand_after_a_long_hold_is_now_and_nothing_else_comes_with_it(table: Table) -> None:
    run = at_second(table, 10)
    run.hold("lunch")
    table.pass_(7200, tick=4)
    run.play()
    assert [type(event) for event in run.submit(Deliver(BY_HAND))] == [Delivered]
    assert run.director.delivered()[-1].at == 10


def test_an_inject_that_is_moved_to_and_fro_comes_once_where_it_was_put_last(table: Table) -> None:
    run = at_second(table, 10)
    for second in (80, 15, 60, 40):
        run.submit(Move(SMOKE, S(second)))
    table.pass_(80)
    assert deliveries(table, SMOKE) == [40]


def test_what_is_held_back_comes_by_no_clock_and_at_once_by_hand(table: Table) -> None:
    run = at_second(table, 10)
    run.submit(Move(SMOKE, None))
    table.pass_(50)
    assert deliveries(table, SMOKE) == []
    table.told += run.submit(Deliver(SMOKE))
    assert deliveries(table, SMOKE) == [60]


def test_an_edit_during_a_hold_counts_from_the_exercise_and_not_from_the_wall(table: Table) -> None:
    run = at_second(table, 10)
    run.hold()
    table.pass_(900, tick=4)
    run.submit(Move(SMOKE, S(20)))
    table.pass_(900, tick=4)
    run.submit(Improvise("Copied", "phone", at_s=S(20)))
    run.play()
    before = table.wall.seconds
    while not deliveries(table, SMOKE):
        table.pass_(0.25)
    assert table.wall.seconds - before == 10
    assert deliveries(table, InjectId(f"i{run.entries[-2].seq}")) == [20]  # in the same second, and not too old


def test_what_lies_behind_cannot_be_moved_to_and_says_so(table: Table) -> None:
    run = at_second(table, 10)
    with pytest.raises(UserError):
        run.submit(Move(SMOKE, S(5)))
    table.pass_(25)
    with pytest.raises(UserError):
        run.submit(Move(SMOKE, S(90)))  # it has come


def test_the_time_of_a_decision_stops_with_the_clock_asleep_or_held(table: Table) -> None:
    run = at_second(table, 40)
    run.hold("a question")
    table.pass_(600, tick=4)
    run.play()
    table.pass_(10)
    table.wall.seconds += LONGEST_GAP_S + 3600
    run.advance()
    assert run.clock.why_held == "sleep"
    run.play()
    table.pass_(19.75)
    assert not [event for event in table.told if isinstance(event, TimedOut)]
    table.pass_(0.25)
    assert [event.at for event in table.told if isinstance(event, TimedOut)] == [70]


def test_sleep_over_the_end_of_a_phase_and_of_the_drill_brings_neither(table: Table) -> None:
    run = at_second(table, 90)
    table.wall.seconds += 100_000
    assert run.advance() == ()
    assert (run.clock.now(), run.director.is_ended) == (90, False)
    run.play()
    assert table.pass_(10)[-1] == PhaseEnded(S(100), run.drill.exercise.phases[0].id)  # type: ignore[union-attr]  # it has one


def test_sleep_while_the_clock_is_held_leaves_the_reason_it_was_held_for(table: Table) -> None:
    run = at_second(table, 10)
    run.hold("lunch")
    table.wall.seconds += 100_000
    run.advance()
    assert run.clock.why_held == "lunch"
    run.play()
    table.pass_(1)
    assert run.clock.now() == 11


def test_ten_sleeps_lose_no_second_and_gain_none(table: Table) -> None:
    run = at_second(table, 10)
    for _ in range(10):
        table.wall.seconds += 1000
        run.advance()
        run.play()
        table.pass_(2)
    assert (run.clock.now(), deliveries(table, SMOKE)) == (30, [30])


@pytest.mark.parametrize("jump", ["1970-01-01T00:00:00+00:00", "2038-01-19T03:14:08+00:00"])
def test_a_change_of_the_system_clock_moves_nothing(tmp_path: Path, jump: str) -> None:
    wall, says = Wall(), ["2026-11-22T12:00:00+00:00"]
    library = Library(tmp_path / "library.db")
    run = Run.begin(library, loaded(), Begin(pace=1), ExerciseClock(wall, lambda: says[-1]))
    run.play()
    told: list[Event] = []
    for second in range(60):
        if second == 20:
            says.append(jump)
            run.submit(Note("the clock was set", "eva"))
        wall.seconds += 1
        told += run.advance()
    assert [event.at for event in told if isinstance(event, Delivered | Opened)] == [0, 30, 30]
    assert (run.clock.now(), run.clock.is_held) == (60, False)
    run.leave()
    again = Run.reopen(library, run.run_id, ExerciseClock(wall, lambda: says[0]))
    assert [entry.seq for entry in again.entries] == list(range(1, len(again.entries) + 1))
    assert (again.director.now, [entry.wall_utc for entry in again.entries][2]) == (60, jump)
    again.leave()
    library.close()


def test_a_run_after_a_run_knows_nothing_of_what_was_skipped_moved_or_written_there(table: Table) -> None:
    run = at_second(table, 10)
    run.submit(Skip(PRESS, "not today"))
    run.submit(Move(SMOKE, S(50)))
    run.submit(Improvise("Only then", "phone", at_s=S(20)))
    run.submit(Open(DecisionId("cut")))
    run.submit(Pace(60))
    run.submit(End())
    run.leave()
    table.told.clear()
    again = table.begin(Begin(pace=1))
    assert (again.clock.now(), again.clock.pace, again.director.open_decisions()) == (0, 1, ())
    again.play()
    table.pass_(100)
    again.play()
    table.pass_(1)
    came = [(event.inject, event.at) for event in table.told if isinstance(event, Delivered)]
    assert came == [("hello", 0), ("smoke", 30), ("press", 100)]


def test_a_run_that_was_left_during_a_hold_goes_on_as_if_nobody_had_left(table: Table) -> None:
    run = at_second(table, 29)
    run.hold("home")
    run.leave()
    table.wall.seconds += 86_400
    again = table.reopen()
    assert again.advance() == ()
    again.play()
    table.pass_(1)
    assert deliveries(table, SMOKE) == [30]
    table.pass_(40)
    assert [event.at for event in table.told if isinstance(event, TimedOut)] == [70]


def test_a_jump_during_a_hold_brings_each_inject_once_and_in_its_own_second(table: Table) -> None:
    run = at_second(table, 10)
    run.hold()
    table.told += run.submit(Jump(S(60)))
    assert deliveries(table, SMOKE) == [30]
    table.pass_(600, tick=4)
    assert (run.clock.now(), run.clock.is_held) == (60, True)
    run.play()
    table.pass_(10)
    assert [event.at for event in table.told if isinstance(event, TimedOut)] == [70]


def test_play_and_hold_pressed_again_and_again_cost_no_time(table: Table) -> None:
    run = at_second(table, 10)
    for _ in range(50):
        run.hold()
        run.hold()
        run.play()
        run.play()
    table.pass_(20)
    assert (run.clock.now(), deliveries(table, SMOKE)) == (30, [30])
