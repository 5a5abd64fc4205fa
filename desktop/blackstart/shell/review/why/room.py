"""The room of why: lights on the map the chain of causes of what is chosen, until the playhead goes on."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from blackstart.shell.actions.deeds import RoomDeeds
from blackstart.shell.actions.spec import ActionSpec
from blackstart.shell.review.causes import ways_to
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.run_room import RunRoom
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate


class WhyRoom(RunRoom):
    """The words of the chain stand among the facts of what is chosen."""

    name = "why"

    def __init__(self, review: ReviewPresenter, places: Places, look: Look) -> None:
        super().__init__(review, places, look)
        self._map = places.run.map

    def deeds(self) -> RoomDeeds:
        """Return what can be asked of the map."""
        words = translate("Why", "Why is the chosen component down? Light the way it came")
        spec = ActionSpec("review.why", words, ("W",))
        return RoomDeeds((spec,), {spec.id: self.light}, {spec.id: self.hindrance})

    def light(self) -> None:
        """Light the ways by which it came to what is chosen."""
        why_not, picture = self.hindrance(), self._map.picture
        if why_not:
            self._review.refused.emit(why_not)
        elif picture is not None and picture.moment is not None and picture.chosen is not None:
            ways = frozenset(ways_to(picture.moment, picture.chosen))
            self._map.show_picture(replace(picture, moment=replace(picture.moment, travelled=ways)))

    def hindrance(self) -> str:
        """Say why nothing can be lit; empty = something can."""
        if self._review.recorded is None:
            return self._no_run()
        picture = self._map.picture
        if picture is None or picture.moment is None or picture.chosen is None:
            return translate("Why", "Choose a component first.")
        if not ways_to(picture.moment, picture.chosen):
            return translate("Why", "It did not come from another component.")
        return ""
