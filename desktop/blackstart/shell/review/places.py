"""Where the rooms of Review put what is theirs."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtWidgets import QWidget

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.review.run_page import RunPage
from blackstart.shell.review.top_bar import TopBar


@dataclass(frozen=True, slots=True)
class Places:
    """The parts of the page: sheets and dialogs are opened over `page.window()`."""

    page: QWidget
    bar: TopBar
    run: RunPage
    take_focus: Callable[[], None]  # out of any field, so that keys are the page's again


class Room(Protocol):
    """One subject of Review, with its widgets and its presenter; built anew in other words with the page."""

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
