"""A report's source, read from the library."""

from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.record.derived import is_as_played
from blackstart.core.record.library import Library
from blackstart.core.record.tallies import Tally
from blackstart.core.review.drill_runs import runs_of_drill
from blackstart.core.review.improvements import improvement_plan
from blackstart.core.review.report.source import ReportSource, report_source
from blackstart.core.review.story import story
from blackstart.core.topology.model import Topology

MOST_DRAWN = 400  # components; of more, no card could be read on a page


def read_source(
    library: Library, run: str, loaded: LoadedDrill | None = None, drawing: Drawing | None = None
) -> ReportSource:
    """Read a run with all that its report tells.

    Parameters
    ----------
    loaded, drawing : LoadedDrill or None, Drawing or None
        The drill it played and its map, where somebody has them already.

    Raises
    ------
    UserError
        If there is no such run, or what is kept of it cannot be read.
    """
    recorded = library.recorded(run, loaded)
    drill, row = recorded.loaded.drill, recorded.row
    told = story(drill, recorded.entries, Seconds(max(recorded.reached_s, 0)))
    plan = improvement_plan(runs_of_drill(library, row.drill_id))
    tally = library.tallies().get(row.run, Tally())
    return report_source(
        told,
        row,
        plan=plan,
        drawing=_drawing(drill.topology, drawing),
        at_table_s=tally.at_table_s,
        is_as_played=is_as_played(recorded),
    )


def _drawing(topology: Topology, drawing: Drawing | None) -> Drawing | None:
    if not 0 < len(topology.components) <= MOST_DRAWN:
        return None
    return drawing or route(topology, arrange(topology))
