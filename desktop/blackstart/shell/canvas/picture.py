"""What the map shows, as plain values: everything a painter needs and nothing it would have to ask for."""

from dataclasses import dataclass, field

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.model import Drawing, GateKey
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.moment import Moment


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
    """

    name: str
    shown: Shown = Shown.OPERATIONAL
    sub: str = ""
    share_left: float | None = None
    progress: float | None = None
    icon: str = "topo"
    brief: str = ""


@dataclass(frozen=True, slots=True)
class GateFace:
    """What a group's pill shows; `shown` colours its border, operational = quiet."""

    text: str
    shown: Shown = Shown.OPERATIONAL


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


@dataclass(frozen=True, slots=True)
class Picture:
    """The whole map at one moment.

    Attributes
    ----------
    lights : dict
        By number of the drawing's line; a line that is not here is quiet.
    chosen : ComponentId or None
        The card that is chosen; its lines are drawn in tx1.
    moment : Moment or None
        What it was made of, for what is told of it on demand; never painted.
    """

    drawing: Drawing
    zones: dict[ZoneId, str] = field(default_factory=dict)
    faces: dict[ComponentId, Face] = field(default_factory=dict)
    gates: dict[GateKey, GateFace] = field(default_factory=dict)
    lights: dict[int, Light] = field(default_factory=dict)
    chosen: ComponentId | None = None
    moment: Moment | None = None
