"""What is told after a decision to whoever learns alone."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import plain
from blackstart.core.base.words import words
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Begin, Decide
from blackstart.core.play.decisions import SettledDecision
from blackstart.shell.run.setup.explained import Explained, explained
from blackstart.shell.run.setup.explanation_sheet import ExplanationSheet
from blackstart.shell.run.setup.study_room import StudyRoom
from tests.shell.drills import lights
from tests.shell.run.setup.test_setup_room import Console, console, words_on
from tests.shell.run.table import LIGHT

__all__ = ["console"]
ALONE = Begin(mode="self_study", holds="decisions", language="en")
US = Decide(DecisionId("shout"), OptionId("us"), "guest")


def room(console: Console) -> StudyRoom:
    found = console.page.rooms["study"]
    assert isinstance(found, StudyRoom)
    return found


def sheet(console: Console) -> ExplanationSheet:
    found = room(console).sheet
    assert found is not None
    return found


def begun(console: Console, begin: Begin) -> None:
    console.table.presenter.begin_as(begin)
    console.table.at(5)
    console.table.run.clock.is_held = True  # as a run is at a decision


def at(drill: Drill, second: int, lasts: int = 60, really: str = "") -> Explained:
    assert drill.exercise is not None
    decision = replace(drill.exercise.decisions[0], really=plain(really) if really else None)
    settled = SettledDecision(decision, OptionId("light"), Seconds(5), Seconds(second), "lead", 3)
    return explained(drill, settled, 3, Seconds(lasts), words("en"))


def test_what_is_foreseen_is_told_after_the_decision(console: Console) -> None:
    begun(console, ALONE)
    console.table.presenter.submit(LIGHT)
    told = words_on(sheet(console))
    for sentence in ("Candles or the grid?", "Light candles (your choice)", "It is warm.", "Mend the fuse"):
        assert sentence in told


def test_the_model_reckons_every_option(console: Console, qtbot: QtBot) -> None:
    begun(console, ALONE)
    console.table.presenter.submit(LIGHT)
    presenter = room(console).presenter
    with qtbot.waitSignal(presenter.reckoning.done, timeout=30_000) as done:
        pass
    (alternatives,) = done.args
    assert [(each.option, each.users) for each in alternatives] == [("light", (3,)), ("mend", (0,))]
    figures = sheet(console)._figures
    assert {option: [label.text() for label in labels] for option, labels in figures.items()} == {
        "light": ["3"],
        "mend": ["0"],
    }
    assert "do not differ" not in words_on(sheet(console))


def test_that_the_options_do_not_differ_is_said(console: Console, qtbot: QtBot) -> None:
    console.table.presenter.begin_as(ALONE)
    console.table.at(20)
    console.table.presenter.submit(US)
    with qtbot.waitSignal(room(console).presenter.reckoning.done, timeout=30_000):
        pass
    assert "the options do not differ" in words_on(sheet(console))


def test_a_facilitated_run_explains_nothing(console: Console) -> None:
    begun(console, Begin())
    console.table.presenter.submit(LIGHT)
    assert room(console).sheet is None
    room(console).explain_last()
    assert console.table.ear.sentences[-1] == "Decisions are explained in self-study only."


def test_going_on_lets_the_clock_run(console: Console) -> None:
    begun(console, ALONE)
    console.table.presenter.submit(LIGHT)
    sheet(console).go_on.click()
    assert room(console).sheet is None
    assert not console.table.run.clock.is_held


def test_the_clock_is_held_while_a_learner_reads(console: Console) -> None:
    begun(console, ALONE)
    console.table.run.clock.is_held = False
    console.table.presenter.submit(LIGHT)
    assert room(console).sheet is not None
    assert console.table.run.clock.is_held


def test_escape_leaves_the_clock_held_and_the_key_shows_it_again(console: Console) -> None:
    begun(console, ALONE)
    console.table.presenter.submit(LIGHT)
    sheet(console).close_sheet()
    assert console.table.run.clock.is_held
    room(console).explain_last()
    assert "Light candles (your choice)" in words_on(sheet(console))


def test_another_open_decision_comes_before_the_clock(console: Console) -> None:
    console.table.presenter.begin_as(ALONE)
    console.table.at(20)
    console.table.run.clock.is_held = True
    console.table.presenter.submit(US)
    assert sheet(console).go_on.text().strip() == "To the next decision"
    QTest.qWait(0)  # nobody presses before they have seen
    sheet(console).go_on.click()
    assert console.table.run.clock.is_held
    assert console.page.side.form.isAncestorOf(console.focus)


def test_decisions_of_a_run_that_is_gone_on_with_are_not_told_again(console: Console) -> None:
    begun(console, ALONE)
    console.table.presenter.submit(LIGHT)
    sheet(console).close_sheet()
    run = console.table.run
    run.run_id = "again"
    console.table.presenter.take_over(run, console.table.groundwork)
    assert room(console).sheet is None


@pytest.mark.parametrize(("lasts", "after"), [(60, (50,)), (7200, (3600, 7190)), (90_000, (3600, 43_200))])
def test_the_model_looks_an_hour_and_half_a_day_ahead_within_the_exercise(lasts: int, after: tuple[int, ...]) -> None:
    assert at(lights().drill, 10, lasts).after == after


def test_the_sources_are_those_that_the_text_refers_to() -> None:
    drill = replace(lights().drill, sources=("S1 the ministry", "S12 a paper", "S2 the host"))
    assert at(drill, 10, really="It took hours [S2, S12].").sources == ("S12 a paper", "S2 the host")
    assert at(drill, 10).really == ""
    assert at(drill, 10).sources == ()


def test_nothing_is_told_before_anything_was_decided(console: Console) -> None:
    begun(console, ALONE)
    room(console).explain_last()
    assert console.table.ear.sentences[-1] == "Nothing has been decided yet."
