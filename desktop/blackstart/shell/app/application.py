"""Start-up in steps: the frame can be seen at once, what is heavy to load comes after."""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from platformdirs import user_log_path
from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QToolTip

from blackstart.core.base.errors import UserError
from blackstart.core.record.paths import LIBRARY_NAME, usual_folder
from blackstart.shell.support.faults import Faults
from blackstart.shell.support.fonts import BODY, font
from blackstart.shell.support.garbage import Garbage
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import Settings, user_settings
from blackstart.shell.support.system import System
from blackstart.shell.support.translation import Speech, sentence_of
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.settings_rows import LibraryPlace

translate = QCoreApplication.translate

# How long a worker may keep the interpreter once the window wants it; Python's 5 ms add up within one repaint.
WORKER_SHARE_S = 0.001


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the words of the command line ask of the window.

    Attributes
    ----------
    file, library : Path or None
        None = nothing is opened, and the user's own library.
    drawings : Path or None
        The folder in which drawings are kept; None = none are.
    """

    file: Path | None = None
    library: Path | None = None
    drawings: Path | None = None


class Furnished(Protocol):
    """The rooms, as far as they concern the start; kept as long as the window lives."""

    def move_library(self, path: Path | None) -> None: ...


# Fills the frame with its rooms.
Furnish = Callable[[Frame, Look, Wanted], Furnished]
FOLDER_KEY = "library/folder"


class Program(QObject):
    """The running program: holds what Qt does not hold by itself."""

    loaded = Signal()  # the rooms are there, or it was said why not

    def __init__(self, app: QApplication, settings: Settings, furnish: Furnish, wanted: Wanted) -> None:
        super().__init__()
        self._app = app
        self._settings = settings
        self._furnish = furnish
        self._wanted = wanted
        self.rooms: Furnished | None = None
        self.look = Look(settings, System(app))
        self._speech = Speech(app)
        self.look.changed.connect(self._dress)
        self._dress()
        self.frame = Frame(self.look, settings)
        self.frame.sheets.folder_wished.connect(self.move_library)

    def show(self) -> None:
        """Show the frame; the rooms are loaded as soon as it has been painted."""
        self.frame.seen.connect(self.load, Qt.ConnectionType.QueuedConnection)
        self.frame.show()

    def load(self) -> None:
        """Load the rooms, or say why that cannot be."""
        self.frame.activateWindow()  # where no window manager does it, keys would go nowhere
        kept = self._settings.text(FOLDER_KEY)
        file = self._wanted.library or (Path(kept) / LIBRARY_NAME if kept else None)
        try:
            self._load(file)
        except UserError as fault:
            self._show_library(file)
            word = translate("Program", "Choose another folder…")
            self.frame.messages.offer(sentence_of(fault), word, self.frame.sheets.open_settings)  # loads them after all
        self.loaded.emit()

    def move_library(self, folder: Path | None) -> None:
        """Keep runs in another folder, None = the usual one, from now on and at the next start; or say why not."""
        file = folder / LIBRARY_NAME if folder is not None else None
        try:
            if self.rooms is None:
                self._load(file)
            else:
                self.rooms.move_library(file)
        except UserError as fault:
            self.frame.refuse_library(sentence_of(fault))
            return
        self._settings.choose(FOLDER_KEY, str(folder) if folder is not None else "")
        self._show_library(file)

    def _load(self, file: Path | None) -> None:
        self.rooms = self._furnish(self.frame, self.look, replace(self._wanted, library=file))
        self._show_library(file)

    def _show_library(self, file: Path | None) -> None:
        folder = file.parent if file is not None else usual_folder()
        self.frame.sheets.show_library(LibraryPlace(folder.absolute(), is_usual=folder.absolute() == usual_folder()))

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
    tend(program)
    program.show()
    return app.exec()


def tend(program: Program) -> Garbage:
    """Have garbage looked for between two events alone; Python stops doing it."""
    garbage = Garbage(program)
    program.loaded.connect(garbage.keep)
    program.look.relaid.connect(garbage.owe)  # the pages there were are in circles with what is on them
    garbage.begin()
    return garbage
