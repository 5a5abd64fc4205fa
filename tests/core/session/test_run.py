"""A run at the table: holds, hands, sleep, the end; nothing early, late, twice or lost."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from blackstart.core.base.errors import DrillError, UserError
from blackstart.core.base.ids import DecisionId, InjectId, ObjectiveId, OptionId, PhaseId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.play.commands import (
    Begin,
    Command,
    Correct,
    Decide,
    Deliver,
    End,
    Hold,
    Hotwash,
    Improvise,
    Jump,
    Move,
    Note,
    Pace,
    Play,
    Rate,
    Skip,
)
from blackstart.core.play.events import Delivered, Ended, Opened, PhaseEnded, TimedOut
from blackstart.core.play.playback import tell
from blackstart.core.record.derived import is_as_played
from blackstart.core.record.library import Library
from blackstart.core.session.clock import LONGEST_GAP_S
from blackstart.core.session.run import Run
from tests.core.record.texts import TEXT, loaded
from tests.core.session.walls import Table, clock

S = Seconds
Step = float | str | Command  # so many real seconds pass, a step is made, or a command given
HELLO = Delivered(S(0), InjectId("hello"), "timed")
SMOKE = [Delivered(S(30), InjectId("smoke"), "timed"), Opened(S(30), DecisionId("cut"), S(70))]
WAITED = TimedOut(S(70), DecisionId("cut"), OptionId("wait"))
AGREE = Decide(DecisionId("cut"), OptionId("agree"), "lead")


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    laid = Table(tmp_path / "library.db")
    yield laid
    laid.library.close()


def at_pace_one(**more: object) -> Begin:
    return Begin(pace=1, **more)  # type: ignore[arg-type]  # settings by name, as the tests need them


def holds(run: Run) -> list[tuple[int, str]]:
    return [(entry.at, entry.command.why) for entry in run.entries if isinstance(entry.command, Hold)]


def test_a_run_begins_held_before_its_first_second(table: Table) -> None:
    run = table.begin()
    assert table.pass_(20) == []
    assert (run.director.now, run.clock.now(), run.clock.is_held) == (START, 0, True)


def test_the_first_second_comes_when_the_clock_is_let_run(table: Table) -> None:
    table.begin().play()
    assert table.pass_(0.25) == [HELLO]


def test_things_come_in_their_second_at_the_pace_of_the_phase(table: Table) -> None:
    run = table.begin()
    run.play()
    table.pass_(2.75)
    assert run.clock.now() == 27
    assert table.pass_(0.25) == SMOKE
    assert table.pass_(4) == [WAITED]


def test_a_long_hold_makes_nothing_come_late_twice_or_all_at_once(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(29.75)
    run.hold("lunch")
    assert table.pass_(3600, tick=3) == []
    run.play()
    assert table.pass_(0.25) == SMOKE
    assert table.pass_(39.75) == []
    assert table.pass_(0.25) == [WAITED]


def test_the_first_inject_after_a_hold_comes(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(10)
    run.hold()
    run.play()
    assert table.pass_(20) == SMOKE


def test_delivering_now_happens_now_while_the_clock_runs_and_while_it_is_held(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(10)
    assert run.submit(Deliver(InjectId("by-hand"))) == (Delivered(S(10), InjectId("by-hand"), "hand"),)
    run.hold()
    table.pass_(600, tick=4)
    events = run.submit(Deliver(InjectId("smoke")))
    assert events[:2] == (Delivered(S(10), InjectId("smoke"), "hand"), Opened(S(10), DecisionId("cut"), S(50)))
    run.play()
    assert table.pass_(40) == [TimedOut(S(50), DecisionId("cut"), OptionId("wait"))]


def test_a_decision_can_be_taken_while_the_clock_is_held(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(30)
    run.hold()
    table.pass_(60)
    run.submit(AGREE)
    run.play()
    table.pass_(50)
    assert [event for event in table.told if isinstance(event, TimedOut)] == []
    assert run.director.decided()[0].at == 30


def test_what_is_improvised_during_a_hold_comes_in_its_time(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(10)
    run.hold()
    assert run.submit(Improvise("Now", "phone"))[0] == Delivered(S(10), InjectId("i4"), "hand")
    run.submit(Improvise("Soon", "phone", at_s=S(15)))
    table.pass_(1000, tick=4)
    run.play()
    assert table.pass_(5) == [Delivered(S(15), InjectId("i5"), "timed")]


def test_the_plan_can_be_changed_by_hand_before_the_start_and_during_a_hold(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.submit(Skip(InjectId("hello"), "they have met"))
    run.submit(Move(InjectId("press"), S(12)))
    run.play()
    table.pass_(10)
    run.hold()
    run.submit(Move(InjectId("smoke"), S(20)))
    run.play()
    assert [event.inject for event in table.pass_(50) if isinstance(event, Delivered)] == ["press", "smoke"]


def test_a_second_run_of_the_same_drill_begins_clean(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(35)
    run.submit(AGREE)
    run.leave()
    again = table.begin(at_pace_one())
    assert (again.row.number, again.director.now, again.director.delivered()) == (2, START, ())
    again.play()
    assert table.pass_(35) == [HELLO, *SMOKE]


def test_the_clock_holds_at_the_end_of_a_phase_before_what_the_next_one_brings(table: Table) -> None:
    run = table.begin()
    run.play()
    assert table.pass_(20)[-1] == PhaseEnded(S(100), PhaseId("one"))
    assert (run.clock.now(), run.clock.why_held, holds(run)) == (100, "phase", [(99, "phase")])
    assert run.clock.pace == 1  # of the phase that is to begin
    run.play()
    assert table.pass_(0.25) == [Delivered(S(100), InjectId("press"), "timed")]


def test_a_pace_that_somebody_sets_at_the_beginning_of_a_phase_stays(table: Table) -> None:
    run = table.begin()
    run.play()
    table.pass_(20)
    run.submit(Pace(60))
    run.play()
    table.pass_(1)
    assert (run.clock.pace, run.clock.now()) == (60, 160)


def test_the_clock_takes_the_pace_of_a_phase_that_it_runs_into(table: Table) -> None:
    run = table.begin(
        drill=loaded(TEXT.replace("{id: two, name: Two, from: 100 s", "{id: two, name: Two, from: 120 s"))
    )
    run.play()
    table.pass_(20)
    assert (run.clock.now(), run.clock.pace) == (100, 10)
    run.play()
    table.pass_(3)
    assert run.clock.pace == 1


@pytest.mark.parametrize(
    ("setting", "stops"),
    [
        ("never", [(99, "phase")]),
        ("decisions", [(30, "decision"), (99, "phase")]),
        ("injects", [(0, "inject"), (30, "inject"), (99, "phase"), (100, "inject")]),
        ("both", [(0, "inject"), (30, "decision"), (99, "phase"), (100, "inject")]),
    ],
)
def test_the_clock_holds_where_the_settings_say_so(table: Table, setting: str, stops: list[tuple[int, str]]) -> None:
    run = table.begin(at_pace_one(holds=setting))
    while run.director.now < 150:
        run.play()
        table.pass_(60, tick=0.5)
    assert holds(run) == stops


def test_at_a_high_pace_the_clock_still_holds_in_the_very_second(table: Table) -> None:
    run = table.begin(Begin(pace=600, holds="decisions"))
    run.play()
    table.pass_(1)
    assert (run.director.now, run.clock.now(), run.clock.why_held) == (30, 30, "decision")


def test_sleep_holds_the_clock_where_it_stood_and_says_so(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(20)
    table.wall.seconds += LONGEST_GAP_S + 3600
    assert run.advance() == ()
    assert (run.clock.now(), run.clock.why_held, holds(run)) == (20, "sleep", [(20, "sleep")])
    run.play()
    assert table.pass_(10) == SMOKE


def test_what_is_done_first_after_sleep_finds_the_clock_held(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(20)
    table.wall.seconds += 3600
    run.submit(Note("good morning", "eva"))
    assert (run.clock.now(), run.clock.why_held) == (20, "sleep")
    assert [type(entry.command) for entry in run.entries[-2:]] == [Hold, Note]


def test_a_jump_plays_everything_on_its_way_in_its_own_time(table: Table) -> None:
    run = table.begin()
    run.play()
    table.pass_(1)
    events = run.submit(Jump(S(120)))
    assert [event.at for event in events if isinstance(event, Delivered | TimedOut | PhaseEnded)] == [30, 70, 100, 100]
    assert (run.director.now, run.clock.now(), run.clock.is_held) == (120, 120, False)


def test_a_step_goes_from_event_to_event(table: Table) -> None:
    run = table.begin()
    seconds = []
    while not run.director.is_ended:
        run.step()
        seconds.append(int(run.director.now))
    assert seconds == [0, 30, 70, 99, 100, 300]
    jumps = [(entry.at, entry.command.to_s) for entry in run.entries if isinstance(entry.command, Jump)]
    assert jumps == [(-1, 0), (0, 30), (30, 70), (70, 99), (99, 100), (100, 300)]
    with pytest.raises(UserError, match="ended at"):
        run.step()


def test_a_step_holds_a_running_clock_where_the_settings_say_so(table: Table) -> None:
    for setting, stops in (("never", [99]), ("decisions", [30, 99]), ("injects", [0, 30, 99, 100])):
        run = table.begin(Begin(holds=setting))
        found = []
        for _ in range(5):
            run.play()
            run.step()
            found += [int(run.director.now)] if run.clock.is_held else []
        assert found == stops, setting


def test_a_step_of_a_held_clock_writes_no_second_hold(table: Table) -> None:
    run = table.begin(Begin(holds="both"))
    run.step()
    run.step()
    assert holds(run) == []


def test_a_step_leaves_the_second_open_for_what_is_decided_in_it(table: Table) -> None:
    run = table.begin()
    run.step()
    run.step()
    run.submit(AGREE)
    run.step()
    assert (run.director.now, run.director.decided()[0].at) == (70, 30)


def test_the_end_comes_by_itself_at_the_last_second(table: Table) -> None:
    run = table.begin(Begin(pace=600))
    while not run.director.is_ended:
        run.play()
        table.pass_(1)
    assert table.told[-1] == Ended(S(300))
    assert (run.clock.now(), run.clock.why_held, table.library.find(run.run_id).ended) == (300, "end", True)
    assert isinstance(run.entries[-1].command, End)


def test_after_the_end_the_record_goes_on_in_the_second_of_the_end(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(50)
    assert run.submit(End())[-1] == Ended(S(50))
    run.submit(Hotwash("lead", well="calm"))
    run.submit(Rate(ObjectiveId("declare"), "S", "late", "eva"))
    run.submit(Note("x", "eva"))
    assert [entry.at for entry in run.entries[-3:]] == [50] * 3
    for late in (AGREE, Play(), End(), Jump(S(100))):
        with pytest.raises(UserError, match="ended at 0:00:50"):
            run.submit(late)
    assert table.pass_(10) == []


def test_a_correction_names_an_entry_that_there_is(table: Table) -> None:
    run = table.begin()
    run.submit(Note("typo", "eva"))
    run.submit(Correct(2, (("text", "no typo"),)))
    with pytest.raises(UserError, match="there is no entry 9; the last one is 3"):
        run.submit(Correct(9, ()))


def test_what_is_refused_is_not_written_down(table: Table) -> None:
    run = table.begin()
    run.play()
    table.pass_(1)
    with pytest.raises(UserError, match="no decision cu"):
        run.submit(Decide(DecisionId("cu"), OptionId("agree"), "lead"))
    assert len(run.entries) == 2


UNREADABLE: list[Command] = [
    Note("pasted\x0b", "eva"),
    Note("half a pair \ud800", "eva"),
    Hold("\x00"),
    Jump(S(10**12)),
    Correct(1, (("option", "wait"),)),
]


@pytest.mark.parametrize("command", UNREADABLE, ids=str)
def test_what_could_not_be_read_again_is_refused(table: Table, command: Command) -> None:
    run = table.begin()
    with pytest.raises(UserError):
        run.submit(command)
    run.leave()
    assert len(table.reopen().entries) == 1


def test_the_reason_of_a_rating_may_have_several_lines_and_may_not_be_empty(table: Table) -> None:
    run = table.begin()
    run.submit(End())
    with pytest.raises(UserError, match="rate: why: is empty; wanted the reason"):
        run.submit(Rate(ObjectiveId("declare"), "P", " ", "eva"))
    run.submit(Rate(ObjectiveId("declare"), "P", "Said early\nand clearly", "eva"))
    run.leave()
    assert table.reopen().entries[-1] == run.entries[-1]


def test_settings_are_held_against_the_drill(table: Table) -> None:
    with pytest.raises(UserError, match=r"left_out: there is no inject 'smok'; did you mean smoke\?"):
        table.begin(Begin(left_out=(InjectId("smok"),)))
    with pytest.raises(UserError, match="0:05:01 lies beyond the end of the exercise at 0:05:00"):
        table.begin(Begin(from_s=S(301)))
    with pytest.raises(UserError, match=r"begin: team: holds the character U\+DCFF"):
        table.begin(Begin(team="\udcff"))
    with pytest.raises((UserError, DrillError), match="exercise"):
        table.begin(drill=loaded(TEXT.split("exercise:")[0]))
    assert table.library.runs() == ()


def test_a_team_that_comes_in_later_is_not_told_what_lay_before(table: Table) -> None:
    run = table.begin(at_pace_one(from_s=S(30)))
    assert (run.director.now, run.clock.now()) == (29, 30)
    run.play()
    assert table.pass_(0.25) == SMOKE
    assert [each.inject.id for each in run.director.delivered()] == ["hello", "smoke"]


def test_a_run_that_is_opened_again_stands_where_it_was_held(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(35)
    run.submit(AGREE)
    run.leave()
    again = table.reopen()
    assert (again.director.now, again.clock.now(), again.clock.is_held) == (35, 35, True)
    assert [each.option for each in again.director.decided()] == ["agree"]
    again.play()
    assert table.pass_(40) == []
    table.run.leave()


def test_leaving_holds_a_running_clock_so_that_holds_can_be_measured(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(5)
    run.leave()
    assert holds(run) == [(5, "left")]
    assert table.library.find(run.run_id).digest is not None
    with pytest.raises(UserError, match="can only be read"):
        run.submit(Note("x", "eva"))


def test_an_ended_run_that_is_opened_again_keeps_its_digest(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.submit(End())
    run.leave()
    table.library._db.execute("UPDATE runs SET digest = 'of an earlier program'")
    again = table.reopen()
    again.submit(Note("x", "eva"))
    again.leave()
    assert table.library.find(run.run_id).digest == "of an earlier program"


def events_of(table: Table) -> int:
    """How much of what followed other readers find in the library."""
    return table.library._db["events"].count


def test_what_followed_can_be_worked_out_before_a_run_is_left(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play_to(S(40))
    run.submit(End())
    assert events_of(table) == 0  # nobody who ends a run waits for that
    run.scribe.sum_up(run.scribe.summing()())
    found = events_of(table)
    assert found > 0
    assert is_as_played(table.library.recorded(run.run_id))
    table.library._db.execute("DELETE FROM events")
    run.leave()
    assert events_of(table) == 0  # it was not done a second time
    assert table.library.find(run.run_id).digest is not None


def test_what_followed_is_worked_out_anew_where_more_was_done_since(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play_to(S(40))
    run.submit(End())
    early = run.scribe.summing()()
    run.submit(Note("x", "eva"))
    run.scribe.sum_up(early)
    assert events_of(table) == 0
    run.leave()
    assert events_of(table) > 0


def test_what_followed_is_not_written_into_a_run_that_was_left(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play_to(S(40))
    late = run.scribe.summing()()
    run.leave()
    found = events_of(table)
    table.library._db.execute("DELETE FROM events")
    run.scribe.sum_up(late)
    assert found > 0
    assert events_of(table) == 0


@pytest.mark.parametrize("act", [lambda run: run.play_to(S(70)), lambda run: run.submit(AGREE)], ids=["on", "decided"])
def test_a_run_that_was_killed_has_no_digest_of_what_it_was_before(table: Table, act: Callable[[Run], object]) -> None:
    run = table.begin(at_pace_one())
    run.play_to(S(40))
    run.leave()
    assert is_as_played(table.library.recorded(run.run_id))
    act(table.reopen())
    assert table.library.find(run.run_id).digest is None
    assert is_as_played(table.library.recorded(run.run_id))


def test_a_run_of_an_earlier_model_is_known_by_its_digest(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.submit(End())
    run.leave()
    assert is_as_played(table.library.recorded(run.run_id))
    table.library._db.execute("UPDATE runs SET digest = 'of an earlier program'")
    assert not is_as_played(table.library.recorded(run.run_id))


def test_a_run_that_is_open_elsewhere_can_only_be_watched(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    table.pass_(35)
    other = Library(table.library.path)
    watching = Run.reopen(other, run.run_id, clock(table.wall))
    assert (watching.is_read_only, watching.director.now) == (True, 35)
    assert watching.advance() == ()
    with pytest.raises(UserError, match="open in this Blackstart"):
        watching.submit(AGREE)
    with pytest.raises(UserError, match="open in this Blackstart"):
        watching.play_to(S(50))
    watching.leave()
    run.submit(AGREE)
    other.close()


def test_what_happened_is_durable_before_it_is_told(table: Table) -> None:
    run = table.begin(at_pace_one())
    run.play()
    for _ in range(200):
        table.wall.seconds += 0.25
        if run.advance():
            assert table.library.find(run.run_id).reached_s == run.director.now


def test_without_events_what_was_reached_is_durable_every_second(table: Table) -> None:
    run = table.begin(Begin(pace=4))
    run.play()
    table.pass_(6)
    assert table.library.find(run.run_id).reached_s >= run.director.now - 4


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.one_of(
            st.floats(0.01, 4.9).map(lambda seconds: round(seconds, 3)),
            st.sampled_from(
                [
                    Play(),
                    Hold(),
                    Pace(7),
                    Pace(40),
                    AGREE,
                    Deliver(InjectId("smoke")),
                    Deliver(InjectId("by-hand")),
                    Move(InjectId("press"), S(60)),
                    Jump(S(110)),
                    "step",
                    Note("x", "eva"),
                ]
            ),
        ),
        max_size=30,
    )
)
def test_what_was_told_at_the_table_is_what_the_record_tells(
    tmp_path: Path, steps: list[float | str | Command]
) -> None:
    table = Table(tmp_path / f"{len(list(tmp_path.iterdir()))}.db")
    run = table.begin()
    run.play()
    for step in steps:
        if isinstance(step, float):
            table.pass_(step, tick=step)
        elif isinstance(step, str):
            table.told += () if run.director.is_ended else run.step()
        elif run.refusal(step) is None:
            table.told += run.submit(step)
    kept = table.library.recorded(run.run_id)
    told = tell(kept.loaded.drill, kept.entries, run.director.now)
    assert list(told.events) == table.told
    assert kept.entries == tuple(run.entries)
    table.library.close()
