"""A display on which a director is shown, without a console."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent

from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.play.director import Director
from blackstart.core.play.visible import visible
from blackstart.shell.display.ground import DisplayGround, display_ground
from blackstart.shell.display.presenter import DisplayPresenter, Seen
from blackstart.shell.display.window import DisplayWindow
from blackstart.shell.support.look import Look


def ground_of(director: Director) -> DisplayGround:
    topology = director.drill.topology
    return display_ground(director.drill, route(topology, arrange(topology)))


def seen(director: Director, *, is_running: bool = True, pace: int = 1) -> Seen:
    return Seen(visible(director), Seconds(max(director.now, 0)), is_running, pace)


class Stand:
    """Window and presenter, with what is shown at once."""

    def __init__(self, director: Director, look: Look) -> None:
        self.director = director
        self.presenter = DisplayPresenter(look)
        self.window = DisplayWindow(self.presenter, look)
        self.window.resize(1600, 900)
        self.presenter.open(ground_of(director))
        self.show()

    def show(self, *, is_running: bool = True) -> None:
        self.presenter.take(seen(self.director, is_running=is_running))

    def play(self, until: int) -> None:
        """Go on second by second, so that what changes is seen to change."""
        for second in range(self.director.now + 1, until + 1):
            self.director.advance(Seconds(second))
            self.show()

    def close(self) -> None:
        self.window.close()
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(self.window, QEvent.Type.DeferredDelete)  # while Python still knows it


@contextmanager
def standing(director: Director, look: Look) -> Iterator[Stand]:
    made = Stand(director, look)
    made.window.show()
    yield made
    made.close()
