"""Arranging on request: all, a zone, room between, lines anew; worked out beside the window, done as one step."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ZoneId
from blackstart.core.drawing.model import Arrangement
from blackstart.core.drawing.moves import Moves, arranged, room_made, zone_arranged
from blackstart.core.topology.edits import ChangeZone, Edit, MoveComponents, Several
from blackstart.core.topology.model import Topology
from blackstart.shell.document.document import Document
from blackstart.shell.draw.deeds import Deed, Hand
from blackstart.shell.draw.layout import Layout
from blackstart.shell.support.workers import Worker

translate = QCoreApplication.translate

MOST_POLISHED = 150  # components; polishing more takes longer than people wait


class Arranging(QObject):
    """Asks for places, and puts the cards there if the map is still the same."""

    wished = Signal(object)  # Callable[[Hand], Deed]
    told = Signal(str)  # one sentence for the message bar

    def __init__(self, document: Document, layout: Layout, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document, self._layout = document, layout
        self._worker = Worker(self)

    def arrange_all(self) -> None:
        """Arrange everything anew but what is locked."""
        polish = len(self._document.topology.components) <= MOST_POLISHED
        self._work(translate("Draw", "Arrange all"), lambda map_, lies: arranged(map_, lies, polish=polish))

    def arrange_zone(self, zone: ZoneId) -> None:
        """Arrange what lies in a zone."""
        self._work(translate("Draw", "Arrange the zone"), lambda map_, lies: zone_arranged(map_, lies, zone))

    def make_room(self) -> None:
        """Move columns and rows apart where lines are squeezed."""
        self._work(translate("Draw", "Make room"), room_made)

    def tidy(self) -> None:
        """Choose every line anew; the cards stay."""
        self._layout.tidy(self._document.topology)

    def stop(self) -> None:
        """Want nothing any more."""
        self._worker.stop()

    def _work(self, text: str, places: Callable[[Topology, Arrangement], Moves]) -> None:
        topology, arrangement = self._document.topology, self._layout.drawing.arrangement
        if not topology.components:
            return
        self._worker.do(
            "arrange",
            lambda: places(topology, arrangement),
            lambda moves: self._take(topology, moves, text),
            self._ignore,
        )

    def _take(self, topology: Topology, moves: Moves, text: str) -> None:
        if self._document.topology is not topology:
            self.told.emit(translate("Draw", "The map was changed meanwhile, so it was not arranged."))
        elif not moves.cards and not moves.zones:
            self.told.emit(translate("Draw", "Everything stays where it is: nothing lies better elsewhere."))
        else:
            self.wished.emit(lambda hand: moved_as(hand, moves, text))

    def _ignore(self, fault: UserError) -> None:
        raise fault  # nothing that is drawn is the user's fault


def moved_as(hand: Hand, moves: Moves, text: str) -> Deed:
    """Put cards and drawn frames where they are to go, as one step."""
    edits: list[Edit] = []
    if moves.cards:
        edits.append(MoveComponents(tuple(moves.cards.items())))
    framed = (zone for zone in hand.topology.zones if zone.id in moves.zones)
    edits += [ChangeZone(replace(zone, box=moves.zones[zone.id])) for zone in framed]
    return Deed(Several(tuple(edits)), text)
