"""The improvement plan of the drill of the run that is looked back on: over all its runs, read in the worker."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow
from blackstart.core.review.drill_runs import runs_of_drill
from blackstart.core.review.improvements import PlanRow, improvement_plan
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.support.translation import sentence_of


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be fixed.

    Attributes
    ----------
    run : str
        The run from which it is looked at.
    rows : tuple of PlanRow
        In the order in which they were begun.
    numbers : mapping of str to int
        Of the runs of the drill.
    """

    run: str = ""
    rows: tuple[PlanRow, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)

    @property
    def open_rows(self) -> tuple[PlanRow, ...]:
        return tuple(row for row in self.rows if row.is_open)

    def is_carried(self, row: PlanRow) -> bool:
        """Whether another run began it."""
        return row.run != self.run

    def row(self, of: str) -> PlanRow | None:
        return next((row for row in self.rows if row.of == of), None)


class PlanPresenter(QObject):
    """Reads the plan anew whenever something was added to the journal."""

    shown = Signal(object)  # Plan

    def __init__(
        self, review: ReviewPresenter, parent: QObject | None = None, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(parent)
        self._review = review
        self._today = today
        self.plan = Plan()
        review.opened.connect(self._begin)
        review.rewritten.connect(self._read)

    @property
    def today(self) -> date:
        return self._today()

    def _begin(self, recorded: Recorded) -> None:
        if recorded.row.run != self.plan.run:
            self._take(Plan(recorded.row.run))
        self._read(recorded)

    def _read(self, recorded: Recorded) -> None:
        if recorded.library is not None:
            work = partial(read_plan, recorded.library, recorded.row)
            self._review.worker.do("review.plan", work, self._take, self._refuse)

    def _take(self, plan: Plan) -> None:
        self.plan = plan
        self.shown.emit(plan)

    def _refuse(self, fault: UserError) -> None:
        self._review.refused.emit(sentence_of(fault))


def read_plan(library: Path, row: RunRow) -> Plan:
    """Fold the plan from all runs of the drill of a run."""
    store = Library(library, is_there=True)
    try:
        rows = improvement_plan(runs_of_drill(store, row.drill_id))
        numbers = {str(each.run): each.number for each in store.runs() if each.drill_id == row.drill_id}
    finally:
        store.close()
    return Plan(row.run, rows, numbers)
