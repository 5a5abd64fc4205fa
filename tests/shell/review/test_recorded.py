from pathlib import Path

import pytest

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.play.playback import fold
from blackstart.core.record.library import Library
from blackstart.core.review.deeds import DeedKind, deeds
from blackstart.core.review.story import story
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.moments import Moments
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.review.run_facts import run_facts
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.time_marks import marks_of
from blackstart.shell.widgets.time_strip import MarkKind
from tests.shell.recorded_runs import record


def test_a_run_is_read_with_all_that_was_decided(recorded: Recorded) -> None:
    assert recorded.reached == 26
    assert [(each.number, each.at, each.by, str(each.what), each.why, each.took_s) for each in recorded.deeds] == [
        (1, 8, "lead", "Mend the fuse", "light is life", 3),
        (0, 12, "facilitator", "Lead is calm", "", None),
        (2, 20, None, "None", "", None),
        (0, 26, "Ada", "Stay", "It is cold outside", None),
    ]
    assert [each.kind is DeedKind.NOTE for each in recorded.deeds] == [False, True, False, False]
    assert [mark.kind for mark in recorded.marks].count(MarkKind.DECISION) == 2
    assert MarkKind.COMING not in {mark.kind for mark in recorded.marks}


def test_a_decision_that_nobody_took_has_row_and_mark_at_the_second_its_time_ran_out(recorded: Recorded) -> None:
    told = story(recorded.drill, recorded.entries[:1], Seconds(1000))
    director = told.director
    overdue = [each for each in director.open_decisions() if each.is_overdue]
    marks = [mark.at for mark in marks_of(director, with_coming=False) if mark.kind is MarkKind.DECISION]
    assert overdue
    assert {each.due_s for each in overdue} <= set(marks)
    assert sorted(marks) == [deed.at for deed in deeds(told)]


@pytest.mark.parametrize(("second", "shown"), [(4, Shown.OPERATIONAL), (7, Shown.DOWN), (8, Shown.OPERATIONAL)])
def test_any_moment_is_the_fold_of_the_journal_to_it(recorded: Recorded, second: int, shown: Shown) -> None:
    moment = Moments(recorded).at(Seconds(second))
    director = fold(recorded.drill, recorded.entries, Seconds(second))
    assert moment.standings == {id_: director.simulation.standing(id_) for id_ in moment.standings}
    assert next(iter(moment.standings.values())).shown is shown


def test_reading_leaves_the_run_to_whoever_plays_it(library: Path) -> None:
    run = RunId(record(library, is_ended=False))
    read_recorded(library, run, Opener())
    store = Library(library)
    journal = store.open_journal(run)
    assert not journal.is_read_only
    journal.release()
    store.close()


def test_strips_and_curve_are_read_with_the_run(recorded: Recorded) -> None:
    assert [strip.component for strip in recorded.timeline.strips] == ["power", "lamp", "lock"]
    power = recorded.timeline.of(ComponentId("power"))
    assert [(span.start, span.shown) for span in power.spans] == [
        (0, Shown.OPERATIONAL),
        (5, Shown.DOWN),
        (8, Shown.OPERATIONAL),
    ]
    assert recorded.users.points == ((-1, 0), (5, 3), (8, 0))


def test_what_happened_is_known_with_its_second(recorded: Recorded) -> None:
    assert recorded.happenings == (5, 6, 8, 12, 20, 26)


def test_the_facts_of_a_run_stand_in_one_line(recorded: Recorded, look: Look) -> None:
    facts = run_facts(recorded, look)
    assert facts.startswith("Run 1, night shift, ")
    assert "at the table" not in facts  # it took no time


def test_a_pasted_team_does_not_break_the_line(library: Path, look: Look) -> None:
    run = RunId(record(library, team="night\nshift"))
    facts = run_facts(read_recorded(library, run, Opener()), look)
    assert facts.startswith("Run 1, night shift, ")


def test_a_run_whose_trace_this_program_tells_otherwise_is_known_as_such(library: Path) -> None:
    run = RunId(record(library))
    assert read_recorded(library, run, Opener()).is_as_played
    store = Library(library)
    store._db.execute("UPDATE runs SET digest = 'of another model'")
    store._db.conn.commit()
    store.close()
    assert not read_recorded(library, run, Opener()).is_as_played


def test_the_way_of_a_change_is_lit_in_its_second_and_for_as_long_as_asked(recorded: Recorded) -> None:
    moments = Moments(recorded)
    way = ("power", "lamp", "power")
    assert [way in moments.at(Seconds(at)).travelled for at in (4, 5, 6)] == [False, True, False]
    assert way in moments.at(Seconds(7), since=2).travelled
    assert way not in moments.at(Seconds(7), since=5).travelled
