"""What was said in all runs of a drill of what is to be improved: what their plan is folded from."""

from collections.abc import Iterator

from blackstart.core.base.ids import DrillId
from blackstart.core.record.library import Library
from blackstart.core.review.improvements import PlanSource


def runs_of_drill(library: Library, drill: DrillId) -> Iterator[PlanSource]:
    """Yield every run of a drill in which something was said of it; no text of a drill is read for it."""
    for run, entries in library.improvements(drill).items():
        yield PlanSource(run, entries)
