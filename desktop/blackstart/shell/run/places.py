"""Where the rooms of the console put what is theirs, and what they bring with them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtWidgets import QVBoxLayout, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import Hindrance
from blackstart.shell.canvas.legend import Legend
from blackstart.shell.canvas.view import MapView
from blackstart.shell.run.clock_bar import ClockBar
from blackstart.shell.run.foot import Foot
from blackstart.shell.run.side_column import SideColumn


@dataclass(frozen=True, slots=True)
class CardVerb:
    """What can be done with cards of the map, for their menu."""

    text: str
    deed: Callable[[tuple[ComponentId, ...]], object]
    hindrance: Hindrance


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of the page: sheets and dialogs are opened over `page.window()`.

    Attributes
    ----------
    card_verbs : list of CardVerb
        What rooms bring to the menu of the map's cards.
    """

    page: QWidget
    bar: ClockBar
    legend: Legend
    map: MapView
    foot: Foot
    side: SideColumn
    take_focus: Callable[[], None]  # out of any field, so that keys are the console's again
    notices: QVBoxLayout  # below the bar: what must not be overlooked
    share_room: Callable[[], None]  # anew, when a notice has come or gone
    show_drawn: Callable[[tuple[ComponentId, ...]], None]  # on the map where it is drawn
    card_verbs: list[CardVerb] = field(default_factory=list)


class Room(Protocol):
    """One subject of the console, with its widgets and its presenter; built anew in other words with the page."""

    @property
    def name(self) -> str:
        """By which its draft is found again."""
        ...

    def deeds(self) -> RoomDeeds:
        """Return what can be done here."""
        ...

    def draft(self) -> object:
        """Return what was typed here and stands in no journal."""
        ...

    def take_draft(self, draft: object) -> None:
        """Go on with what `draft` of the same room returned before."""
        ...
