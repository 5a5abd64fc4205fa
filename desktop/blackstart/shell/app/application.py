"""Start-up in steps: the frame can be seen at once, what is heavy to load comes after."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_log_path
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QToolTip

from blackstart.core.base.errors import UserError
from blackstart.shell.support.faults import Faults
from blackstart.shell.support.fonts import BODY, font
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import Settings, user_settings
from blackstart.shell.support.translation import Speech
from blackstart.shell.window.frame import Frame

# How long a worker may keep the interpreter once the window wants it; Python's 5 ms add up within one repaint.
WORKER_SHARE_S = 0.001


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words of the command line ask of the window; None = nothing, and the user's own library."""

    file: Path | None = None
    library: Path | None = None


# Fills the frame with its rooms; returns whatever must be kept as long as the window lives.
Furnish = Callable[[Frame, Look, Wanted], object]


class Program(QObject):
    """The running program: holds what Qt does not hold by itself."""

    def __init__(self, app: QApplication, settings: Settings, furnish: Furnish, wanted: Wanted) -> None:
        super().__init__()
        self._app = app
        self._furnish = furnish
        self._wanted = wanted
        self.rooms: object = None
        self.look = Look(settings)
        self._speech = Speech(app)
        self.look.changed.connect(self._dress)
        self._dress()
        self.frame = Frame(self.look, settings)

    def show(self) -> None:
        """Show the frame; the rooms are loaded as soon as it has been painted."""
        self.frame.seen.connect(self.load, Qt.ConnectionType.QueuedConnection)
        self.frame.show()

    def load(self) -> None:
        """Load the rooms, or say why that cannot be."""
        self.frame.activateWindow()  # where no window manager does it, keys would go nowhere
        try:
            self.rooms = self._furnish(self.frame, self.look, self._wanted)
        except UserError as fault:
            self.frame.messages.offer(str(fault), "", lambda: None)

    def _dress(self) -> None:
        self._speech.speak(self.look.language)
        palette = self.look.theme.palette()
        self._app.setPalette(palette)
        QToolTip.setPalette(palette)


def open_window(wanted: Wanted, furnish: Furnish) -> int:
    """Open the window and play until it is closed; returns the exit status."""
    app = QApplication(["blackstart"])
    app.setApplicationName("Blackstart")
    app.setDesktopFileName("blackstart")
    app.setStyle("Fusion")
    sys.setswitchinterval(WORKER_SHARE_S)
    app.setFont(font(BODY))
    faults = Faults(user_log_path("blackstart", appauthor=False) / "blackstart.log")
    faults.install()
    program = Program(app, user_settings(), furnish, wanted)
    faults.show_over(program.frame)
    program.show()
    return app.exec()
