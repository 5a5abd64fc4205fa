"""What the map shows, as plain values: everything a painter needs and nothing it would have to ask for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.model import Drawing, GateKey
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.flat import FlatDrawing, flat
from blackstart.shell.canvas.links import Links
from blackstart.shell.canvas.moment import Moment
from blackstart.shell.canvas.signs import CODES, LOUD, STALE, STATE_BITS, STATES, Signs


@dataclass(frozen=True, slots=True)
class Face:
    """What one card shows.

    Attributes
    ----------
    name, sub : str
        The bold line and the line below it.
    share_left : float or None
        0..1 of what it can go on with; None = not on reserve.
    progress : float or None
        0..1 of a running restart or repair; None = none is running.
    icon : str
        Of its kind.
    brief : str
        The time alone, for zooms at which the whole line has no room; empty = there is none to tell.
    is_plan : bool
        Whether it is drawn and not played: its kind stands where its state would.
    badge : str
        How many of how many serve where it stands in a group; empty = it stands in none.
    is_stale : bool
        Whether it shows what was seen last, `brief` telling how long ago, and nobody sees what is.
    """

    name: str
    shown: Shown = Shown.OPERATIONAL
    sub: str = ""
    share_left: float | None = None
    progress: float | None = None
    icon: str = "topo"
    brief: str = ""
    is_plan: bool = False
    badge: str = ""
    is_locked: bool = False
    is_stale: bool = False


@dataclass(frozen=True, slots=True)
class GateFace:
    """What a group's pill shows; `shown` colours its border, operational = quiet; `brief` where there is no room."""

    text: str
    shown: Shown = Shown.OPERATIONAL
    brief: str = ""


@dataclass(frozen=True, slots=True)
class Light:
    """How a line is lit: in the colour of a state; `is_live` = failure travels along it now."""

    shown: Shown
    is_live: bool = False


@dataclass(frozen=True, slots=True)
class Tempo:
    """How time goes on the map: what moves there moves with it, and stands while the clock is held.

    Attributes
    ----------
    pace : int
        Exercise seconds a second.
    """

    is_running: bool = False
    pace: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """The whole map at one moment.

    Attributes
    ----------
    faces, gates : mapping
        What each card and each group's pill shows; made when they are asked for.
    signs : Signs
        How all of them and the lines are marked.
    chosen : ComponentId or None
        The card that is chosen; its lines are drawn in tx1.
    also : tuple of ComponentId
        Cards that are chosen besides.
    moment : Moment or None
        What it was made of, for what is told of it on demand; never painted.
    made : FlatDrawing or None
        What is painted by, where it has been made of the drawing already: of a large one that takes long.
    least_px : float
        View px below which no word is set, on a picture that is read from the back of a room: cards tell name and
        state alone; 0 = it is read at a desk.
    """

    drawing: Drawing
    zones: Mapping[ZoneId, str]
    faces: Mapping[ComponentId, Face]
    gates: Mapping[GateKey, GateFace]
    signs: Signs
    chosen: ComponentId | None = None
    moment: Moment | None = None
    made: FlatDrawing | None = None
    least_px: float = 0.0
    also: tuple[ComponentId, ...] = ()

    @property
    def flat(self) -> FlatDrawing:
        """The drawing as arrays; made now, if nobody has."""
        is_made = self.made is not None and self.made.drawing is self.drawing
        return self.made if is_made and self.made is not None else flat(self.drawing)

    @property
    def links(self) -> Links:
        """What the lines join."""
        is_made = self.made is not None and self.made.drawing is self.drawing
        return self.made.links if is_made and self.made is not None else Links(self.drawing)

    @property
    def lights(self) -> dict[int, Light]:
        """How lines are lit, by number of the drawing's line; a line that is not here is quiet."""
        return self.lights_among(np.flatnonzero(self.signs.lines).tolist())

    def lights_among(self, lines: Iterable[int]) -> dict[int, Light]:
        """Return how some lines are lit; those that are quiet are left out."""
        codes = ((number, int(self.signs.lines[number])) for number in lines)
        return {number: light_of(code) for number, code in codes if code}


def light_of(code: int) -> Light:
    """Return how a line of that code is lit."""
    return Light(STATES[code & STATE_BITS], is_live=bool(code & LOUD))


def code_of(face: Face) -> int:
    """Return the sign of a card that shows this."""
    return CODES[face.shown] | (0 if face.share_left is None else LOUD) | (STALE if face.is_stale else 0)
