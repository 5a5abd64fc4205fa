"""Cards through the clipboard, as text that is a drill of its own: between windows, and into a letter."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ZoneId
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.snapping import GRID
from blackstart.core.exercise.fragment import fragment_text, pasted
from blackstart.core.topology.making import moved
from blackstart.core.topology.model import Component, Point
from blackstart.shell.draw.adding import zone_at
from blackstart.shell.draw.deeds import Deed, Hand
from blackstart.shell.draw.layout import places_of
from blackstart.shell.draw.presenter import DrawPresenter

translate = QCoreApplication.translate


class Clipboard(QObject):
    """Cuts, copies and pastes what is chosen."""

    pasted = Signal()  # and chosen

    def __init__(self, presenter: DrawPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter

    def copy(self) -> bool:
        """Put what is chosen on the clipboard; False = nothing is chosen."""
        chosen, topology = self._presenter.selection.components, self._presenter.document.topology
        if not chosen:
            return False
        places = places_of(self._presenter.layout.drawing, chosen)
        placed = tuple(replace(each, at=places.get(each.id, each.at)) for each in topology.components)
        QGuiApplication.clipboard().setText(fragment_text(replace(topology, components=placed), chosen))
        return True

    def cut(self) -> None:
        """Put what is chosen on the clipboard, and take it off the map."""
        chosen = self._presenter.selection.components
        if self.copy():
            self._presenter.do(lambda hand: hand.remove(chosen))

    def paste(self, middle: Point) -> None:
        """Put what is on the clipboard on the map, round a place."""
        drawing = self._presenter.layout.drawing
        zone = zone_at(middle, drawing.arrangement.zones)
        text = QGuiApplication.clipboard().text()
        taken = {(box[0], box[1]) for box in drawing.arrangement.cards.values()}
        if self._presenter.do(lambda hand: _paste(hand, text, middle, zone, taken)):
            self.pasted.emit()


def _paste(hand: Hand, text: str, middle: Point, zone: ZoneId | None, taken: set[Point]) -> Deed:
    try:
        parts = pasted(text, hand.topology, (0.0, 0.0))
    except UserError:
        parts = ()  # its faults are those of a file, and of no use to somebody who copied something else
    if not parts:
        raise UserError(translate("Draw", "The clipboard holds no components."))
    by = _way_to(parts, middle)
    while any(moved(each.at, by) in taken for each in parts):
        by = (by[0] + 2 * GRID, by[1] + 2 * GRID)
    return hand.paste(tuple(replace(each, at=moved(each.at, by)) for each in parts), zone)


def _way_to(parts: tuple[Component, ...], middle: Point) -> Point:
    """Return how far cards go, in steps of the grid, to lie round a place together."""
    places = [each.at for each in parts if each.at is not None]
    if not places:
        return (0.0, 0.0)
    xs, ys = [x for x, _ in places], [y for _, y in places]
    x, y = (min(xs) + max(xs) + CARD_WIDTH) / 2, (min(ys) + max(ys) + CARD_HEIGHT) / 2
    return (round((middle[0] - x) / GRID) * GRID, round((middle[1] - y) / GRID) * GRID)
