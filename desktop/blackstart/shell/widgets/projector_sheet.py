"""How the participants' display stands, as the console tells it: plain values that both windows know."""

from dataclasses import dataclass
from enum import StrEnum

IN_A_WINDOW = "window"  # in place of a screen's key


class ProjectorState(StrEnum):
    """What participants have before them; AWAY = the chosen screen is unplugged."""

    OFF = "off"
    SHOWN = "shown"
    FROZEN = "frozen"
    BLANK = "blank"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class ScreenFace:
    """A screen that can be chosen; `key` is kept from one start to the next."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class ProjectorSheet:
    """What the console tells.

    Attributes
    ----------
    place : str
        Key of the screen that the display is on, or would be; or `IN_A_WINDOW`.
    """

    state: ProjectorState = ProjectorState.OFF
    is_frozen: bool = False
    is_blank: bool = False
    screens: tuple[ScreenFace, ...] = ()
    place: str = IN_A_WINDOW

    @property
    def is_on(self) -> bool:
        return self.state is not ProjectorState.OFF
