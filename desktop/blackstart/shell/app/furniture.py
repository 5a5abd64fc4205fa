"""The second step of start-up: everything that takes long to import, put into the frame."""

from collections.abc import Callable

from blackstart.core.record.library import Library
from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.app.application import Wanted
from blackstart.shell.support.look import Look
from blackstart.shell.window.desk import Desk
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.rooms import Rooms


def furnish(frame: Frame, look: Look, wanted: Wanted, clock: Callable[[], ExerciseClock] = ExerciseClock) -> Rooms:
    """Open the library, build the rooms and show what the program was started for.

    Raises
    ------
    UserError
        If the library cannot be opened.
    """
    desk = Desk(Library(wanted.library), clock, look, wanted.drawings)
    rooms = Rooms(frame, desk, look)
    desk.start(wanted.file)
    return rooms
