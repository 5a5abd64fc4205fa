"""Looks for the best order of repairs in a process of its own, order by order."""

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.simtime import Seconds
from blackstart.core.review.repair_order import Tried, repair_orders
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.support.steps_apart import StepsApart


class RepairsPresenter(QObject):
    """One search at a time."""

    stepped = Signal(object)  # Tried, after each order
    found = Signal(object)  # Tried, of all orders
    refused = Signal(str)

    def __init__(self, review: ReviewPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._tried: Tried | None = None
        self._reckoning = StepsApart(self)
        self._reckoning.stepped.connect(self._step)
        self._reckoning.done.connect(self._end)
        self._reckoning.refused.connect(self.refused)

    @property
    def is_under_way(self) -> bool:
        return self._reckoning.is_under_way

    def look_from(self, at: Seconds) -> None:
        """Try every order of what crews were asked for at a second."""
        recorded = self._review.recorded
        if recorded is not None:
            self._tried = None
            self._reckoning.begin(repair_orders, recorded.drill, recorded.entries, at, recorded.reached)

    def stop(self) -> None:
        """Want no more of it."""
        self._reckoning.stop()

    def _step(self, tried: Tried) -> None:
        self._tried = tried
        self.stepped.emit(tried)

    def _end(self) -> None:
        if self._tried is not None:
            self.found.emit(self._tried)
