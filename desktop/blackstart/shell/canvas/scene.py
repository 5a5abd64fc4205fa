"""All that a painter of the map is given."""

from dataclasses import dataclass

from blackstart.core.topology.model import Box
from blackstart.shell.canvas.flat import FlatDrawing
from blackstart.shell.canvas.geometry import Placement
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.strokes import Strokes
from blackstart.shell.support.theme import Theme

EVERYWHERE: Box = (-1e9, -1e9, 2e9, 2e9)


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A picture, where it lies, in which colours, and what is made once of its drawing."""

    picture: Picture
    placement: Placement
    theme: Theme
    flat: FlatDrawing
    strokes: Strokes


def scene_of(picture: Picture, placement: Placement, theme: Theme) -> Scene:
    """Set a scene from nothing, for pictures that are painted once."""
    return Scene(picture, placement, theme, picture.flat, Strokes(picture.drawing))
