"""Writing to the journal of a run that is over: ratings, findings, improvements, corrections."""

from collections.abc import Callable
from pathlib import Path

from blackstart.core.base.ids import RunId
from blackstart.core.play.commands import Command
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run

# Writes a command where the run is on the console and its journal open: whether it was written, and if not, that was
# told; None = it is not there.
OnConsole = Callable[[RunId, Command], bool | None]


def write_after(library: Path, run: RunId, command: Command) -> None:
    """Append to the journal of a run; opens the library anew, so that a worker can do it.

    Raises
    ------
    UserError
        If it does not apply, another process plays the run, or it cannot be written.
    """
    store = Library(library)
    try:
        played = Run.reopen(store, run, ExerciseClock())
        try:
            played.submit(command)
        finally:
            played.leave()
    finally:
        store.close()
