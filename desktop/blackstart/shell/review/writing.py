"""Writing to the journal of a run that is over: ratings, findings, improvements, corrections."""

from collections.abc import Callable
from pathlib import Path

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.play.commands import Command
from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.core.session.run import Run
from blackstart.shell.document.opening import Opener

# Writes a command where the run is on the console and its journal open: whether it was written, and if not, that was
# told; None = it is not there.
OnConsole = Callable[[RunId, Command], bool | None]


def write_after(library: Path, run: RunId, command: Command, opener: Opener) -> None:
    """Append to the journal of a run; opens the library anew, so that a worker can do it.

    The drill is the opener's: reading its text takes longer than all else.

    Raises
    ------
    UserError
        If it does not apply, another process plays the run, or it cannot be written.
    """
    store = Library(library, is_there=True)
    try:
        loaded = opener.recorded(library, store.find(run)).loaded
        played = Run.reopen(store, run, ExerciseClock(), loaded)
        try:
            played.submit(command)
        finally:
            played.leave()
        unsafe = played.unsafe
        if unsafe is not None:  # a console would keep it in memory; here nothing is left that could
            raise UserError(unsafe.sentence)
    finally:
        store.close()
