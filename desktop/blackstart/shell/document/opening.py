"""Opening a drill: reading, arranging and routing it, which takes long enough to be a worker's job."""

from dataclasses import dataclass
from pathlib import Path

from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import LoadedDrill, load_drill
from blackstart.core.record.library import Library
from blackstart.core.record.rows import RunRow


@dataclass(frozen=True, slots=True)
class OpenedDrill:
    """A drill that is ready to be shown; `path` None = it came out of a recorded run."""

    loaded: LoadedDrill
    drawing: Drawing
    path: Path | None = None


def open_file(path: Path) -> OpenedDrill:
    """Open a drill file; raises what `load_drill` raises."""
    loaded = load_drill(path)
    return OpenedDrill(loaded, drawn(loaded), path)


def drawn(loaded: LoadedDrill) -> Drawing:
    """Arrange and route a drill's map."""
    topology = loaded.drill.topology
    return route(topology, arrange(topology))


def open_recorded(library: Path, row: RunRow) -> OpenedDrill:
    """Open the drill that a recorded run carries; opens the library anew, so that a worker can do it."""
    store = Library(library)
    try:
        loaded = store.drill_of(row)
    finally:
        store.close()
    return OpenedDrill(loaded, drawn(loaded))
