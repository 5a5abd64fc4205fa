"""What each of Draw's actions does, and what stands in its way."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication

from blackstart.core.drawing.snapping import GRID, Side
from blackstart.core.topology.model import Purpose
from blackstart.shell.actions.spec import Hindrance
from blackstart.shell.draw.chosen import STEPS, Chosen
from blackstart.shell.draw.clipboard import Clipboard
from blackstart.shell.draw.drawn_map import PAN, SELECT, ZONE, DrawnMap
from blackstart.shell.draw.in_place import InPlace, pointed_at
from blackstart.shell.draw.places import Way
from blackstart.shell.draw.presenter import DrawPresenter

translate = QCoreApplication.translate

Deeds = dict[str, Callable[[], object]]
LEAST_ALIGNED, LEAST_DISTRIBUTED = 2, 3


@dataclass(frozen=True, slots=True)
class Doing:
    """The parts of the page that actions speak to."""

    presenter: DrawPresenter
    map: DrawnMap
    in_place: InPlace
    chosen: Chosen
    clipboard: Clipboard

    def deeds(self) -> Deeds:
        """Return what is done by action."""
        history, arranging = self.presenter.document.history, self.presenter.arranging
        return {
            "draw.undo": history.undo,
            "draw.redo": history.redo,
            "draw.delete": self.chosen.delete,
            "draw.duplicate": self.chosen.duplicate,
            "draw.cut": self.clipboard.cut,
            "draw.copy": self.clipboard.copy,
            "draw.paste": lambda: self.clipboard.paste(pointed_at(self.map)),
            "draw.select-all": self.chosen.select_all,
            "draw.rename": self.in_place.rename_chosen,
            "draw.lock": self.chosen.lock,
            "draw.add": self.in_place.add_here,
            "draw.connect": self.in_place.connect_chosen,
            "draw.select": partial(self.map.take_tool, SELECT),
            "draw.pan": partial(self.map.take_tool, PAN),
            "draw.zone": self._zone,
            "draw.to-run": partial(self.presenter.choose_purpose, Purpose.RUN),
            "draw.to-start": partial(self.presenter.choose_purpose, Purpose.START),
            "draw.to-respond": partial(self.presenter.choose_purpose, Purpose.RESPOND),
            "draw.arrange": arranging.arrange_all,
            "draw.arrange-zone": self.chosen.arrange_zone,
            "draw.room": arranging.make_room,
            "draw.tidy": arranging.tidy,
            "draw.fit": self.map.fit_chosen_or_all,
            "draw.actual-size": self.map.actual_size,
            **self._in_directions(),
            **self._in_line(),
        }

    def hindrances(self) -> dict[str, Hindrance]:
        """Return what stands in the way, by action."""
        history = self.presenter.document.history

        def nothing_chosen() -> str:
            return "" if self.presenter.selection.components else translate("Draw", "Nothing is chosen.")

        def no_zone() -> str:
            return "" if self.chosen.zone is not None else translate("Draw", "No zone is chosen, nor a card in one.")

        found: dict[str, Hindrance] = {
            "draw.undo": lambda: "" if history.canUndo() else translate("Draw", "Nothing was done yet."),
            "draw.redo": lambda: "" if history.canRedo() else translate("Draw", "Nothing was undone."),
            "draw.delete": lambda: "" if not self.presenter.selection.is_empty else nothing_chosen(),
            "draw.rename": lambda: "" if self.presenter.selection.zone else nothing_chosen(),
            "draw.lock": lambda: "" if not self.presenter.selection.is_empty else nothing_chosen(),
            "draw.arrange-zone": no_zone,
        }
        of_cards = ("connect", "duplicate", "cut", "copy", *(f"add-{way}" for way in Way))
        found |= dict.fromkeys((f"draw.{each}" for each in of_cards), nothing_chosen)
        moves = (f"draw.{verb}-{way}" for verb in ("nudge", "shift") for way in STEPS)
        found |= dict.fromkeys(moves, found["draw.delete"])
        found |= dict.fromkeys((f"draw.align-{side}" for side in Side), self._fewer_than(LEAST_ALIGNED))
        spread = ("draw.distribute-across", "draw.distribute-down")
        return found | dict.fromkeys(spread, self._fewer_than(LEAST_DISTRIBUTED))

    def _zone(self) -> None:
        """Put what is chosen into a zone of its own; with no card chosen, the next drag draws one."""
        if self.presenter.selection.components:
            self.in_place.name_zone_of_chosen()
        else:
            self.map.take_tool(ZONE)

    def _in_directions(self) -> Deeds:
        found: Deeds = {f"draw.add-{way}": partial(self.in_place.add_beside, way) for way in Way}
        for way in STEPS:
            found[f"draw.nudge-{way}"] = partial(self.chosen.nudge, way, GRID)
            found[f"draw.shift-{way}"] = partial(self.chosen.nudge, way, 1)
        return found

    def _in_line(self) -> Deeds:
        found: Deeds = {f"draw.align-{side}": partial(self.chosen.align, side) for side in Side}
        found["draw.distribute-across"] = partial(self.chosen.distribute, is_across=True)
        found["draw.distribute-down"] = partial(self.chosen.distribute, is_across=False)
        return found

    def _fewer_than(self, least: int) -> Hindrance:
        def hindrance() -> str:
            if len(self.chosen.components) >= least:
                return ""
            return translate("Draw", "{number} cards or more must be chosen.").format(number=least)

        return hindrance
