"""All runs of a drill, read from the library: what their improvement plan is folded from."""

from collections.abc import Iterator

from blackstart.core.record.library import Library
from blackstart.core.record.recorded import Recorded
from blackstart.core.review.improvements import PlanSource


def runs_of_drill(library: Library, recorded: Recorded) -> Iterator[PlanSource]:
    """Yield every run of the same drill id; a text that several of them played is read once."""
    loaded = {recorded.row.drill: recorded.loaded}
    for row in library.runs():
        if row.drill_id == recorded.row.drill_id:
            found = library.recorded(row.run, loaded.get(row.drill))
            loaded[row.drill] = found.loaded
            yield PlanSource(row.run, found.entries)
