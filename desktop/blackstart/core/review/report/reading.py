"""A report's source, read from the library."""

from collections.abc import Iterator

from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.record.derived import is_as_played
from blackstart.core.record.library import Library
from blackstart.core.record.recorded import Recorded
from blackstart.core.record.tallies import Tally
from blackstart.core.review.improvements import PlanSource, improvement_plan
from blackstart.core.review.report.source import ReportSource, report_source
from blackstart.core.review.story import story
from blackstart.core.topology.model import Topology

MOST_DRAWN = 400  # components; of more, no card could be read on a page


def read_source(library: Library, run: str) -> ReportSource:
    """Read a run with all that its report tells.

    Raises
    ------
    UserError
        If there is no such run, or what is kept of it cannot be read.
    """
    recorded = library.recorded(run)
    drill, row = recorded.loaded.drill, recorded.row
    told = story(drill, recorded.entries, Seconds(max(recorded.reached_s, 0)))
    plan = improvement_plan(_runs_of_drill(library, recorded))
    tally = library.tallies().get(row.run, Tally())
    return report_source(
        told,
        row,
        plan=plan,
        drawing=_drawing(drill.topology),
        at_table_s=tally.at_table_s,
        is_as_played=is_as_played(recorded),
    )


def _runs_of_drill(library: Library, recorded: Recorded) -> Iterator[PlanSource]:
    """Yield every run of the same drill id; a text that several of them played is read once."""
    for row in library.runs():
        if row.drill_id == recorded.row.drill_id:
            loaded = recorded.loaded if row.drill == recorded.row.drill else None
            yield PlanSource(row.run, library.recorded(row.run, loaded).entries)


def _drawing(topology: Topology) -> Drawing | None:
    return route(topology, arrange(topology)) if 0 < len(topology.components) <= MOST_DRAWN else None
