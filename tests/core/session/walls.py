"""Real time driven by hand, and a run that is played with it."""

from pathlib import Path

from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin
from blackstart.core.play.events import Event
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from tests.core.play.scripts import script_events
from tests.core.record.texts import loaded


class Wall:
    """A clock on the wall that goes when it is told to."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        return self.seconds


def clock(wall: Wall) -> ExerciseClock:
    return ExerciseClock(wall, lambda: "2026-11-22T12:00:00.000+00:00")


class Table:
    """A library, a wall clock, and the run that is on the table; `told` is every event of it so far."""

    def __init__(self, path: Path) -> None:
        self.wall = Wall()
        self.library = Library(path)
        self.told: list[Event] = []
        self.run: Run

    def begin(self, settings: Begin | None = None, drill: LoadedDrill | None = None) -> Run:
        self.run = Run.begin(self.library, drill or loaded(), settings or Begin(), clock(self.wall))
        return self.run

    def reopen(self) -> Run:
        self.run = Run.reopen(self.library, self.run.run_id, clock(self.wall))
        return self.run

    def pass_(self, seconds: float, tick: float = 0.25) -> list[Event]:
        """Let real time pass with a tick every so often; returns what the script brought meanwhile."""
        events: list[Event] = []
        passed = 0.0
        while passed < seconds:
            self.wall.seconds += tick
            passed += tick
            events += self.run.advance()
        self.told += events
        return script_events(events)
