from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from blackstart.core.base.errors import UserError
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin, End, Note, Pace, Play
from blackstart.core.play.events import Decided
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.spread import Flow
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.stand import RunStand
from blackstart.shell.support.look import Look
from tests.shell.drills import HandClock, lights
from tests.shell.run.table import LIGHT, AtOnce, Ear, Later, Table, grounded


@pytest.fixture
def table(look: Look) -> Iterator[Table]:
    made = Table(look)
    yield made
    made.presenter.leave()


def test_an_opened_drill_is_shown_and_nothing_is_recorded(table: Table) -> None:
    table.presenter.open(table.loaded, table.groundwork)
    assert table.runs == []
    assert table.ear.drill_shown.title == "Lights"
    assert not table.ear.clock_shown.is_begun
    assert table.ear.map_shown.faces["power"].shown is Shown.OPERATIONAL


def test_beginning_records_the_team_and_lets_the_clock_go(table: Table) -> None:
    table.begun()
    assert table.run.submitted == [Play()]
    assert table.run.director.begin.team == "night shift"
    assert table.ear.clock_shown.is_running
    assert table.ear.drill_shown.team == "night shift"


def test_the_way_of_a_decision(table: Table) -> None:
    table.begun().at(7)
    (question,) = table.ear.asked
    assert (question.number, question.text, question.left_s, question.asks) == (1, "Candles or the grid?", 8, "lead")
    assert table.ear.map_shown.faces["power"].shown is Shown.DOWN
    assert table.ear.map_shown.faces["lock"].share_left is not None
    assert table.presenter.submit(LIGHT)
    assert table.run.submitted[-1] == LIGHT
    assert [event for event in table.ear.spread if isinstance(event, Decided)]
    assert table.ear.asked == ()


def test_a_decision_is_stamped_with_the_second_that_the_clock_shows(table: Table) -> None:
    table.begun().at(7)
    table.run.clock.second = 9
    table.presenter.submit(LIGHT)
    (decided,) = (event for event in table.ear.spread if isinstance(event, Decided))
    assert decided.at == 9


def test_what_is_refused_goes_to_the_bar_and_changes_nothing(qtbot: QtBot, table: Table) -> None:
    table.begun().at(7)
    table.run.fault = UserError("the decision 'candles' is not open")
    with qtbot.assertNotEmitted(table.presenter.spread):
        assert not table.presenter.submit(LIGHT)
    assert table.ear.sentences == ["the decision 'candles' is not open"]
    assert len(table.ear.asked) == 1


def test_nothing_can_be_decided_before_the_run_has_begun(table: Table) -> None:
    table.presenter.open(table.loaded, table.groundwork)
    assert not table.presenter.submit(LIGHT)
    assert table.ear.sentences == ["The run has not begun."]


def test_the_way_of_the_last_change_is_lit_and_goes_out_while_the_clock_runs(table: Table) -> None:
    table.begun().at(5)
    lit = [light for light in table.ear.map_shown.lights.values() if light.is_live]
    assert lit
    for _ in range(30):
        table.presenter.tick()
    live = [light for light in table.ear.map_shown.lights.values() if light.is_live]
    assert len(live) < len(lit)


def test_along_which_lines_a_change_came_is_told_once_after_the_map_that_shows_it(table: Table) -> None:
    told: list[tuple[str, tuple[Flow, ...]]] = []
    table.presenter.map.map_shown.connect(lambda picture: told.append(("map", ())))
    table.presenter.map.spread_shown.connect(lambda flows: told.append(("spread", flows)))
    table.begun().at(5)
    (spread,) = (place for place, (what, _) in enumerate(told) if what == "spread")
    assert told[spread - 1][0] == "map"
    lines = table.groundwork.drawing.lines
    travelled = {(lines[flow.lines[0]].supplier, lines[flow.lines[-1]].component) for flow in told[spread][1]}
    assert travelled == {("power", "lamp")}
    table.at(6)
    table.at(7)
    assert [what for what, _ in told].count("spread") == 1


def test_by_which_lines_nothing_comes_to_what_is_on_reserve_is_told_with_each_map(table: Table) -> None:
    told: list[tuple[Flow, ...]] = []
    table.presenter.map.reserves_shown.connect(told.append)
    table.begun().at(4)
    assert not told[-1]
    table.at(5)
    standings = table.ear.map_shown.moment.standings
    on_reserve = {id_ for id_, standing in standings.items() if standing.on_reserve_s is not None}
    assert on_reserve
    assert {table.groundwork.drawing.lines[flow.lines[-1]].component for flow in told[-1]} == on_reserve


def test_a_tick_in_which_nothing_changes_shows_nothing(qtbot: QtBot, table: Table) -> None:
    table.begun().at(2)
    with qtbot.assertNotEmitted(table.presenter.map.map_shown), qtbot.assertNotEmitted(table.presenter.clock_shown):
        table.presenter.tick()


def test_time_that_runs_out_is_told(table: Table) -> None:
    table.begun().at(16)
    assert any("time has run out" in sentence for sentence in table.ear.sentences)
    assert table.ear.asked[0].is_overdue


def test_after_the_end_nothing_is_asked(qtbot: QtBot, table: Table) -> None:
    table.begun().at(7)
    with qtbot.waitSignal(table.presenter.ended):
        table.presenter.submit(End())
    assert table.ear.clock_shown.is_ended
    assert table.ear.asked == ()
    assert not table.presenter.is_under_way


def test_opening_another_drill_leaves_the_run(table: Table) -> None:
    table.begun()
    left = table.run
    table.presenter.open(table.loaded, table.groundwork)
    assert left.is_left
    assert table.presenter.run_id is None


def test_another_language_shows_everything_anew(table: Table, look: Look) -> None:
    table.begun().at(7)
    look.set_language("ko")
    assert table.ear.map_shown.faces["power"].name == "전력"
    assert table.ear.drill_shown.roles[0] == ("lead", "지휘자")


def test_what_is_known_of_a_chosen_card_is_told(table: Table) -> None:
    told: list[Facts | None] = []
    table.presenter.map.facts_shown.connect(told.append)
    table.begun().at(7)
    table.presenter.map.choose(table.loaded.drill.topology.components[0].id)
    assert table.ear.map_shown.chosen == "power"
    table.presenter.map.choose(None)
    before, chosen, after = told[-3:]
    assert (before, after) == (None, None)
    assert chosen is not None
    assert (chosen.name, chosen.state) == ("Power", "down 00:02")


def test_the_map_is_told_how_time_goes_where_that_is_news(table: Table) -> None:
    told: list[tuple[bool, int]] = []
    table.presenter.map.tempo_shown.connect(lambda is_running, pace: told.append((is_running, pace)))
    table.begun().at(3).at(4)
    table.run.clock.pace = 20
    table.at(5)
    table.presenter.hold()
    first_pace = told[0][1]
    assert told == [(False, first_pace), (True, 1), (True, 20), (False, 20)]


def test_a_run_that_is_left_leaves_no_map(table: Table) -> None:
    table.begun().at(3)
    table.presenter.leave()
    assert table.ear.map_shown is None


def test_what_followed_from_a_run_is_worked_out_beside_the_window_when_it_has_ended(look: Look) -> None:
    worker = Later()
    table = Table(look, worker).begun()
    worker.settle()
    assert table.run.scribe.sums == []
    table.presenter.submit(End())
    assert table.run.scribe.sums == []
    worker.settle()
    table.presenter.tick()
    worker.settle()
    assert [each.entries for each in table.run.scribe.sums] == [len(table.run.entries)]
    table.presenter.submit(Note("late", "lead"))
    worker.settle()
    assert [each.entries for each in table.run.scribe.sums][1:] == [len(table.run.entries)]
    table.presenter.leave()


def test_a_real_run_goes_the_same_way_and_is_recorded(look: Look, tmp_path: Path) -> None:
    library, hand = Library(tmp_path / "library.db"), HandClock()

    def begin(loaded: LoadedDrill, settings: Begin, opening: Opening) -> Run:
        return Run.begin(library, loaded, settings, ExerciseClock(hand), opening=opening)

    presenter = RunPresenter(begin, look, AtOnce())
    ear, stands = Ear(presenter), list[RunStand]()
    presenter.stood.connect(stands.append)
    presenter.open(lights(), grounded(lights()))
    presenter.begin("night shift")
    for _ in range(4):
        hand.pass_by(2)
        presenter.tick()
    assert presenter.submit(LIGHT)
    assert presenter.submit(Pace(20))
    assert ear.clock_shown.pace == 20
    hand.pass_by(4)
    presenter.tick()  # to the end of the first phase, where the clock holds
    assert not ear.clock_shown.is_running
    assert ear.clock_shown.now == 29  # the second that map, notes and decisions tell
    words = "“Phase 1” has ended. “Phase 2” comes next, at 2×. The clock is held."
    assert ear.clock_shown.pause == words
    presenter.submit(Note("a note", "facilitator"))
    assert stands[-1].entries[-1].at == ear.clock_shown.now == ear.map_shown.moment.now
    presenter.submit(Play())
    hand.pass_by(1)
    presenter.tick()
    assert not ear.clock_shown.pause
    assert ear.clock_shown.now == 32
    presenter.leave()
    (row,) = library.runs()
    journal = library.open_journal(row.run)
    commands = [entry.command for entry in journal.entries(lights().drill.topology)]
    journal.release()
    library.close()
    assert (row.team, row.reached_s) == ("night shift", 32)
    assert LIGHT in commands


def test_a_tick_that_changes_only_the_time_tells_only_the_time(table: Table) -> None:
    table.begun().at(7)
    told: list[str] = []
    for name in ("strip_shown", "clock_shown", "asked"):
        getattr(table.presenter, name).connect(lambda _, name=name: told.append(name))
    table.at(8)
    assert told == ["asked", "clock_shown"]  # of what is asked the time left


def test_pages_that_are_new_are_told_everything(table: Table) -> None:
    table.begun().at(7)
    told: list[str] = []
    for name in ("strip_shown", "clock_shown", "asked", "drill_shown"):
        getattr(table.presenter, name).connect(lambda _, name=name: told.append(name))
    table.presenter.show_all()
    assert len(set(told)) == 4


def test_what_was_asked_in_one_run_is_not_asked_on_in_the_next(table: Table) -> None:
    table.begun().at(7)
    told: list[object] = []
    table.presenter.asked.connect(told.append)
    table.presenter.open(table.loaded, table.groundwork)
    assert told[0] == ()
