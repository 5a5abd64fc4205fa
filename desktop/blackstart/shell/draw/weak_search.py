"""Weak points looked for beside the drawing: begun anew with every edit, given up when another one comes."""

from PySide6.QtCore import QObject, QTimer, Signal

from blackstart.core.analysis.sweep import Consequence, sweep
from blackstart.core.analysis.weakness import WeakPoint
from blackstart.core.analysis.weaknesses import weak_points
from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.topology.model import Topology
from blackstart.shell.support.workers import Worker

HORIZON = Seconds(24 * 3600)  # how long each failure is played
PATIENCE_MS = 120  # without another edit before a search begins

Outcome = tuple[tuple[Consequence, ...], tuple[WeakPoint, ...]]


class WeakSearch(QObject):
    """The weak points of one map, of the one that was asked for last."""

    swept = Signal(object)  # tuple[Consequence, ...]: what falls with each component; said before `found`
    found = Signal(object)  # tuple[WeakPoint, ...]
    begun = Signal()  # what was found before is of an older map

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._wanted: _Search | None = None
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(PATIENCE_MS)
        self._delay.timeout.connect(self._begin)

    def look(self, topology: Topology) -> None:
        """Look for the weak points of a map, soon."""
        self.give_up()
        self._wanted = _Search(topology)
        self.begun.emit()
        self._delay.start()

    def give_up(self) -> None:
        """Want no answer any more."""
        self._delay.stop()
        if self._wanted is not None:
            self._wanted.is_wanted = False
            self._wanted = None
        self._worker.forget("weak")

    def stop(self) -> None:
        """Give up for good."""
        self.give_up()
        self._worker.stop()

    def _begin(self) -> None:
        search = self._wanted
        if search is not None:
            self._worker.do("weak", search.outcome, self._tell, self._ignore)

    def _tell(self, outcome: Outcome | None) -> None:
        if outcome is not None:
            consequences, points = outcome
            self.swept.emit(consequences)
            self.found.emit(points)

    def _ignore(self, fault: UserError) -> None:
        raise fault  # a map that the document holds is sound: this would be our fault


class _Search:
    """One search; `is_wanted` is set by the window and read by the worker."""

    def __init__(self, topology: Topology) -> None:
        self._topology = topology
        self.is_wanted = True

    def outcome(self) -> Outcome | None:
        """What was found; None = nobody wants it any more."""
        consequences: list[Consequence] = []
        running = sweep(self._topology, HORIZON)
        try:
            for each in running:
                if not self.is_wanted:
                    return None
                consequences.append(each)
        finally:
            running.close()
        return tuple(consequences), weak_points(self._topology, consequences)
