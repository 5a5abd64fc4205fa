"""What is wished in the library of a drill that is not at the console yet: it is opened there first."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from blackstart.shell.window.actions import RUN
from blackstart.shell.window.desk import Desk


class BeforeRun(QObject):
    """Opens a drill, and says what is to be done at the console once it is there."""

    opened = Signal(str)  # id of an action of the console

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wished: tuple[Path, str] | None = None

    def set_up(self, path: Path) -> None:
        """Set up a run of the drill in a file."""
        self._open(path, "run.setup")

    def rehearse(self, path: Path) -> None:
        """Rehearse the drill in a file."""
        self._open(path, "run.rehearse")

    def look(self, mode: str) -> None:
        """Take in that a page comes to the front; what was wished is done, or is no longer."""
        wished, self._wished = self._wished, None
        if wished is not None and mode == RUN and self._desk.draw.document.path == wished[0]:
            self.opened.emit(wished[1])

    def _open(self, path: Path, deed: str) -> None:
        self._wished = path, deed
        self._desk.papers.guard(lambda: self._desk.open_drill(path))
