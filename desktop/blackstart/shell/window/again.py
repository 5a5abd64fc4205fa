"""Playing once more what was played last."""

from PySide6.QtCore import QObject

from blackstart.shell.run.groundwork import ReadyDrill
from blackstart.shell.run.presenter import RunPresenter


class Again(QObject):
    """Keeps the drill that stands on the console, as it was before its run began."""

    def __init__(self, run: RunPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._ready: ReadyDrill | None = None

    def keep(self, drill: ReadyDrill) -> None:
        """Take in which drill comes to the console."""
        self._ready = drill

    def put_back(self) -> None:
        """Put the drill of a run that has ended on the console again, held before its first second."""
        has_ended = self._run.run_id is not None and not self._run.is_under_way
        if has_ended and self._ready is not None:
            self._run.safety.guard(self._open)

    def _open(self) -> None:
        if self._ready is not None:
            self._run.open(self._ready.opened.loaded, self._ready.groundwork)
