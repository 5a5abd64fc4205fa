"""The projector's part of the console: a button in the clock bar, and its keys; the display itself is joined above."""

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.run.places import Places
from blackstart.shell.run.projector_actions import projector_actions
from blackstart.shell.run.projector_button import ProjectorButton

NAME = "projector"


class ProjectorRoom:
    """Passes keys on as the button's wishes."""

    def __init__(self, places: Places) -> None:
        self._button: ProjectorButton = places.bar.projector

    @property
    def name(self) -> str:
        return NAME

    def deeds(self) -> RoomDeeds:
        button = self._button
        deeds = {
            "run.display": button.switch_wished.emit,
            "run.display-full": button.full_wished.emit,
            "run.display-freeze": button.freeze_wished.emit,
            "run.display-blank": button.blank_wished.emit,
            "run.display-menu": button.open_menu,
        }
        off = dict.fromkeys(("run.display-freeze", "run.display-blank"), button.hindrance)
        return RoomDeeds(projector_actions(), deeds, off)

    def draft(self) -> object:
        return None

    def take_draft(self, draft: object) -> None:
        """Nothing is typed here."""
