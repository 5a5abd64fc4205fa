"""What a run has cost up to now, for the charts: its curves grow with what the run tells."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.events import Event
from blackstart.core.play.playback import tell
from blackstart.core.review.curves import Curves, Point
from blackstart.core.topology.model import Topology
from blackstart.shell.support.translation import sentence_of
from blackstart.shell.support.workers import Worker

TASK = "figures"


@dataclass(frozen=True, slots=True)
class Figures:
    """Three measures over time, each as a step curve.

    Attributes
    ----------
    whole : int
        How many services there are.
    money : tuple of points, or None
        Lost in an hour as things stand, in `currency`; None = no component has a cost.
    """

    users: tuple[Point, ...]
    services: tuple[Point, ...]
    whole: int
    money: tuple[Point, ...] | None
    currency: str


class FiguresPresenter(QObject):
    """Takes what the run tells and tells what it costs."""

    figures_shown = Signal(object)  # Figures; None = they are still being read
    refused = Signal(str)

    def __init__(self, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._topology: Topology | None = None
        self._whole = 0
        self._has_costs = False
        self._curves: Curves | None = None
        self._early: list[Event] = []  # told while the curves up to there were still being read

    def open(self, opening: Opening) -> None:
        """Begin with a map on which nothing has happened."""
        self._count(opening.topology)
        self._curves = Curves(opening)

    def catch_up(self, drill: Drill, entries: Sequence[Entry], until: Seconds, opening: Opening) -> None:
        """Go on with a run that has come to `until`; what it told up to there is folded beside the window."""
        self._count(drill.topology)
        self._curves, self._early = None, []

        def fold() -> Curves:
            curves = Curves(opening)
            curves.take(tell(drill, entries, until, opening).events)
            return curves

        self._worker.do(TASK, fold, self._take_over, self._refuse)

    def take(self, events: Sequence[Event]) -> None:
        """Take in what happened."""
        if self._curves is None:
            self._early += events
            return
        self._curves.take(events)
        self.show()

    def leave(self) -> None:
        """Let go of the run."""
        self._worker.forget(TASK)
        self._topology = self._curves = None
        self._early = []

    def show(self) -> None:
        """Tell what it costs so far."""
        topology, curves = self._topology, self._curves
        if topology is None:
            return
        if curves is None:
            self.figures_shown.emit(None)
            return
        money = curves.money.points if self._has_costs else None
        whole = self._whole
        figures = Figures(curves.users.points, curves.services.points, whole, money, topology.currency or "")
        self.figures_shown.emit(figures)

    def _count(self, topology: Topology) -> None:
        self._topology = topology
        self._whole = sum(each.users > 0 for each in topology.components)
        self._has_costs = any(each.cost_per_hour for each in topology.components)

    def _take_over(self, curves: Curves) -> None:
        curves.take(self._early)
        self._curves, self._early = curves, []
        self.show()

    def _refuse(self, fault: UserError) -> None:
        self.refused.emit(sentence_of(fault))
