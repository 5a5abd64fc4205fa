"""From what a rehearsal found to where it can be seen."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.play.shortfalls import Shortfall

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Leads:
    """The ways there, each by an id; `components` takes all that are to be chosen on the map that is drawn."""

    components: Callable[[tuple[ComponentId, ...]], object]
    inject: Callable[[str], object]
    decision: Callable[[str], object]
    objective: Callable[[str], object]

    def follow(self, found: Shortfall) -> None:
        """Show the part of the drill that is spoken of."""
        if is_on_map(found):
            # In a ring of components that wait for one another no single one is the place.
            self.components(tuple(map(ComponentId, found.ids)) or (ComponentId(found.id),))
        else:
            ways = {"injects": self.inject, "decisions": self.decision, "objectives": self.objective}
            ways[_part_of(found)](found.id)


def is_on_map(found: Shortfall) -> bool:
    """Whether it is seen on the map; else in the script."""
    return _part_of(found) == "components"


def words_of(found: Shortfall) -> str:
    """What is said on the way there."""
    return {
        "components": translate("Rehearsal", "Show on the map"),
        "injects": translate("Rehearsal", "Show the inject"),
        "decisions": translate("Rehearsal", "Show the decision"),
        "objectives": translate("Rehearsal", "Show the objective"),
    }[_part_of(found)]


def _part_of(found: Shortfall) -> str:
    """Return in which list of the drill it stands."""
    return str(found.place[1])
