"""What the display needs of a map, made before it is shown: of a large one that takes long."""

from dataclasses import dataclass

from blackstart.core.drawing.model import Drawing
from blackstart.core.drawing.purposes import drawn_for
from blackstart.core.exercise.model import Drill
from blackstart.core.play.backdrop import Backdrop, backdrop
from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.flat import FlatDrawing, flat
from blackstart.shell.canvas.links import Links
from blackstart.shell.display.sight_signs import SightSigns


@dataclass(frozen=True, slots=True, eq=False)
class DisplayGround:
    """A drill's names and places, and its lines for running; nothing of its script."""

    backdrop: Backdrop
    drawing: Drawing
    signs: SightSigns
    made: FlatDrawing

    @property
    def links(self) -> Links:
        """What its lines join."""
        return self.made.links


def display_ground(drill: Drill, drawing: Drawing) -> DisplayGround:
    """Make it; `drawing` is that of the console."""
    known, running = backdrop(drill), drawn_for(drawing, Purpose.RUN)
    return DisplayGround(known, running, SightSigns(known, running), flat(running))
