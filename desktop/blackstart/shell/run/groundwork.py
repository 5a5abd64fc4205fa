"""What the console needs of a map besides its drawing, made before it is shown: of a large one that takes long."""

from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.drawing.model import Drawing
from blackstart.core.engine.simulation import Opening, Simulation
from blackstart.core.topology.model import Topology
from blackstart.shell.canvas.flat import FlatDrawing, flat
from blackstart.shell.canvas.moment import moment
from blackstart.shell.canvas.sign_reader import SignReader
from blackstart.shell.canvas.signs import Signs
from blackstart.shell.canvas.spread import Flows
from blackstart.shell.document.opening import OpenedDrill


@dataclass(frozen=True, slots=True, eq=False)
class Groundwork:
    """A map as it stands at its start.

    Attributes
    ----------
    made : FlatDrawing
        What the drawing is painted by.
    opening : Opening
        What every director of the map begins from.
    signs : Signs
        How everything is marked at the start.
    """

    drawing: Drawing
    made: FlatDrawing
    opening: Opening
    reader: SignReader
    signs: Signs
    flows: Flows


def groundwork(topology: Topology, drawing: Drawing) -> Groundwork:
    """Make it; a worker's job where the map is large."""
    opening, reader = Opening(topology), SignReader(topology, drawing)
    signs = reader.whole(moment(topology, Seconds(0), Simulation(opening).standing))
    made = flat(drawing)
    made.links.ends()
    return Groundwork(drawing, made, opening, reader, signs, Flows(topology, made.links))


@dataclass(frozen=True, slots=True, eq=False)
class ReadyDrill:
    """A drill that can be put on the console at once."""

    opened: OpenedDrill
    groundwork: Groundwork


def ready(opened: OpenedDrill) -> ReadyDrill:
    """Make the groundwork of a drill that was opened."""
    return ReadyDrill(opened, groundwork(opened.loaded.drill.topology, opened.drawing))
