"""The improvement plan of a drill: a fold over all its runs, so that what is open is carried to the next one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from blackstart.core.play.commands import Entry, Improve

OPEN = "open"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One improvement as it stands.

    Attributes
    ----------
    of : str
        ``run/seq`` of the entry that began it: by this a later entry says that it is about the same.
    run : str
        The run in which it was begun.
    said_in : str
        The run in which it was spoken of last.
    """

    of: str
    run: str
    said_in: str
    issue: str
    action: str
    element: str
    owner: str
    start: str | None
    due: str | None
    status: str

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status == OPEN

    def is_late(self, today: str) -> bool:
        """Whether it should have been done before a day (ISO 8601, as `due`)."""
        return self.is_open and self.due is not None and self.due < today


@dataclass(frozen=True, slots=True)
class PlanSource:
    """A run of the drill with its journal."""

    run: str
    entries: Sequence[Entry]


def improvement_plan(runs: Iterable[PlanSource]) -> tuple[PlanRow, ...]:
    """Fold the plan of one drill.

    Parameters
    ----------
    runs : iterable of PlanSource
        All runs of one drill id. What counts is the order of their entries in time of day; entries without one
        keep the order given.

    Returns
    -------
    tuple of PlanRow
        In the order in which they were begun. An `of` that names nothing known begins a row of its own: the run it
        was begun in may have been deleted.
    """
    told = [(entry.wall_utc, run.run, entry) for run in runs for entry in run.entries]
    plan: dict[str, PlanRow] = {}
    for _, run, entry in sorted(told, key=lambda each: each[0]):
        if isinstance(entry.command, Improve):
            of = entry.command.of or f"{run}/{entry.seq}"
            plan[of] = _row(of, plan[of].run if of in plan else run, run, entry.command)
    return tuple(plan.values())


def _row(of: str, run: str, said_in: str, said: Improve) -> PlanRow:
    return PlanRow(
        of, run, said_in, said.issue, said.action, said.element, said.owner, said.start, said.due, said.status
    )
