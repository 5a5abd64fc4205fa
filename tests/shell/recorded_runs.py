"""Runs of the small drill, recorded for tests of what looks back on them."""

from pathlib import Path

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Begin, Decide, DecideUnscripted, End, Note
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from tests.shell.drills import HandClock, lights


def record(path: Path, *, is_ended: bool = True, team: str = "night shift") -> str:
    """Play the drill to second 26 with two decisions; returns the run's id."""
    library = Library(path)
    run = Run.begin(library, lights(), Begin(team=team), ExerciseClock(HandClock()))
    run.play_to(Seconds(8))
    run.submit(Decide(DecisionId("candles"), OptionId("mend"), "lead", "light is life"))
    run.play_to(Seconds(12))
    run.submit(Note("Lead is calm", by="facilitator"))
    run.play_to(Seconds(26))
    run.submit(DecideUnscripted("Leave the house?", "Stay", "Ada", "It is cold outside"))
    if is_ended:
        run.submit(End())
    run.leave()
    library.close()
    return run.run_id


def played(path: Path, second: int) -> str:
    """Play the drill to a second without a word from anybody; returns the run's id."""
    library = Library(path)
    run = Run.begin(library, lights(), Begin(), ExerciseClock(HandClock()))
    run.play_to(Seconds(second))
    run.leave()
    library.close()
    return run.run_id
