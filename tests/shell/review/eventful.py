"""A recorded run in which everything happens that has a lane."""

from pathlib import Path

from blackstart.core.base.ids import ComponentId, DecisionId, OptionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Fail, Target
from blackstart.core.play.commands import (
    ActUnscripted,
    ApplyEffects,
    Begin,
    Correct,
    Decide,
    DecideUnscripted,
    End,
    Improvise,
    Note,
    Say,
    TakeBack,
)
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from tests.shell.drills import HandClock, lights

LAMP = Target((ComponentId("lamp"),))


def record_eventful(path: Path) -> RunId:
    """Play the drill to its end: a decision taken, one of their own, one that nobody took; returns the run's id."""
    library = Library(path)
    run = Run.begin(library, lights(), Begin(facilitator="Ada"), ExerciseClock(HandClock()))
    run.play_to(Seconds(8))
    run.submit(Decide(DecisionId("candles"), OptionId("mend"), "lead", "light is life", "high"))
    run.play_to(Seconds(12))
    run.submit(Note("Lead is calm", by="Ada"))
    run.submit(Note("Guest is not", by="Ada"))
    run.submit(Say("All is well.", "lead"))
    run.play_to(Seconds(16))
    run.submit(ActUnscripted("Sweep", Seconds(0), "guest"))
    run.submit(TakeBack(6, "wrong click"))
    run.submit(ApplyEffects((Fail(LAMP),), "to see"))
    run.play_to(Seconds(30))
    run.submit(Improvise("A rat.", "phone", "Cat"))
    run.submit(DecideUnscripted("Leave the house?", "Stay", "Ada", "It is cold outside"))
    run.submit(Correct(3, (("text", "Lead is <b>very calm</b>"),)))
    run.play_to(Seconds(50))
    run.submit(End())
    run.leave()
    library.close()
    return RunId(run.run_id)
