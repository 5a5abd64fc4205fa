"""How long everybody has been at the table, against what was planned; told calmly, for nothing stops by it."""

from collections.abc import Iterable
from datetime import datetime
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.sheets import exercise_of
from blackstart.shell.run.stand import RunStand

translate = QCoreApplication.translate

TELL_MS = 10_000
BREAK_S = 3600  # between two entries; who is away for longer is not at the table


class TableTime(QObject):
    """Counts real seconds of a run, those of earlier days by its journal."""

    told = Signal(str)  # such as ``62 of 90 min``, ``8 min over``; empty = no run

    def __init__(self, run: RunPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._run_id: str | None = None
        self._begun_s = 0.0
        self._before_s = 0.0
        self._planned = 0
        self._said = ""
        self._timer = QTimer(self)
        self._timer.setInterval(TELL_MS)
        self._timer.timeout.connect(self.tell)
        run.stood.connect(self._hear)

    def tell(self) -> None:
        """Say how long it has been."""
        said = ""
        if self._run_id is not None:
            spent = int(self._before_s + self._run.real_s() - self._begun_s) // 60
            over = spent - self._planned
            if over > 0:
                said = translate("TableTime", "{over} min over").format(over=over)
            else:
                said = translate("TableTime", "{spent} of {planned} min").format(spent=spent, planned=self._planned)
        if said != self._said:
            self._said = said
            self.told.emit(said)

    def _hear(self, stand: RunStand) -> None:
        if self._run_id != self._run.run_id:
            self._run_id = self._run.run_id
            self._begun_s = self._run.real_s()
            self._before_s = spent_before(stand.entries)
            self._planned = planned_minutes(stand.director.drill)
        if stand.is_under_way:
            self.tell()
            if not self._timer.isActive():
                self._timer.start()
        else:
            self._timer.stop()
            if self._run_id is None:
                self.tell()


def planned_minutes(drill: Drill) -> int:
    """Return how long it is to take at the table: as the drill says, else as its phases are paced."""
    if drill.minutes is not None:
        return drill.minutes
    exercise = exercise_of(drill)
    if not exercise.phases:
        return -(-exercise.lasts // 60)
    return -(-sum((phase.until - phase.start) // phase.pace for phase in exercise.phases) // 60)


def spent_before(entries: Iterable[Entry]) -> float:
    """Return how many real seconds a journal tells of, breaks left out."""
    times = [datetime.fromisoformat(entry.wall_utc) for entry in entries if entry.wall_utc]
    gaps = [(later - earlier).total_seconds() for earlier, later in pairwise(times)]
    return sum(gap for gap in gaps if 0 < gap <= BREAK_S)
