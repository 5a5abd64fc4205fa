"""Runs of a drill with objectives, and the page that looks back on them."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import DecisionId, OptionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import Begin, Command, Decide, End, Entry, Participant, Say
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.drills import LIGHTS, SOURCE, HandClock

OBJECTIVES = """\
  objectives:
    - {id: light, text: Have light again., measure: {decision: candles, within: 10 s}}
    - {id: tell, text: Tell the neighbours., measure: {said_every: 20 s}}
    - {id: calm, text: Stay calm.}
"""


def rated_drill() -> LoadedDrill:
    return read_drill(LIGHTS.replace("  injects:\n", f"{OBJECTIVES}  injects:\n"), SOURCE)


def record_rated(path: Path, *after: Command, is_ended: bool = True) -> RunId:
    """Play to second 40, with a decision at 8 and a public word at 12; then what is said after the end."""
    library = Library(path)
    begin = Begin(facilitator="Ada", evaluators=("Mina", "Jun"), participants=(Participant("Kim"),))
    run = Run.begin(library, rated_drill(), begin, ExerciseClock(HandClock()))
    run.play_to(Seconds(8))
    run.submit(Decide(DecisionId("candles"), OptionId("mend"), "lead", "light is life"))
    run.play_to(Seconds(12))
    run.submit(Say("We are here", "lead"))
    run.play_to(Seconds(40))
    if is_ended:
        run.submit(End())
    for command in after:
        run.submit(command)
    run.leave()
    library.close()
    return RunId(run.run_id)


def commands_of(path: Path, run: RunId) -> list[Command]:
    """What stands in the journal of a run, as a library opened anew tells it."""
    return [entry.command for entry in entries_of(path, run)]


def entries_of(path: Path, run: RunId) -> tuple[Entry, ...]:
    library = Library(path, is_there=True)
    try:
        return library.recorded(run).entries
    finally:
        library.close()


def page_of(qtbot: QtBot, presenter: ReviewPresenter, look: Look, run: RunId) -> ReviewWorkspace:
    """The page on which a run is looked back on."""
    page = ReviewWorkspace(presenter, look)
    qtbot.addWidget(page)
    page.resize(1600, 1000)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitActive(page)
    with qtbot.waitSignal(presenter.stood):
        presenter.open(run)
    return page
