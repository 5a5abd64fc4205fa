"""Recorded runs in which somebody wrote down what the team believed."""

from collections.abc import Sequence
from pathlib import Path

from blackstart.core.base.ids import ComponentId, DecisionId, OptionId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import read_drill
from blackstart.core.play.commands import Begin, Believe, Command, Decide, End, Say
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from tests.shell.drills import LIGHTS, SOURCE, HandClock

HOSTILE = "<b>Lamp</b>\\u202e\\n=1+1"
SAID: tuple[tuple[int, Command], ...] = (
    (2, Believe(ComponentId("lamp"), "operational", "lead", "it shines")),
    (8, Decide(DecisionId("candles"), OptionId("mend"), "lead", "light is life")),
    (12, Say("We are <b>here</b>", "lead", "the street")),
)


def record_known(
    path: Path, display: str = "believed", said: Sequence[tuple[int, Command]] = SAID, *, is_hostile: bool = False
) -> RunId:
    """Play to second 30: power and lamp are down from 5 to 8."""
    text = LIGHTS.replace("name: Lamp", f'name: "{HOSTILE}"') if is_hostile else LIGHTS
    library = Library(path)
    run = Run.begin(library, read_drill(text, SOURCE), Begin(display=display), ExerciseClock(HandClock()))
    for at, command in said:
        run.play_to(Seconds(at))
        run.submit(command)
    run.play_to(Seconds(30))
    run.submit(End())
    run.leave()
    library.close()
    return RunId(run.run_id)
