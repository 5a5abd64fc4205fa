"""What keys, menus and buttons do with the cards that are chosen."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.model import GateKey
from blackstart.core.drawing.snapping import GRID, Side, aligned, distributed
from blackstart.core.topology.model import Point, Topology
from blackstart.shell.draw.adding import need_removed, zone_moved
from blackstart.shell.draw.deeds import Deed, Hand
from blackstart.shell.draw.layout import places_of
from blackstart.shell.draw.line_pins import has_lines, has_pins, need_let_go, need_nudged, need_pinned
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection

STEPS = {"right": (1, 0), "left": (-1, 0), "up": (0, -1), "down": (0, 1)}


class Chosen(QObject):
    """Deeds on the selection of the moment; with nothing chosen they do nothing."""

    def __init__(self, presenter: DrawPresenter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter

    @property
    def components(self) -> tuple[ComponentId, ...]:
        return self._presenter.selection.components

    @property
    def zone(self) -> ZoneId | None:
        """The zone that is meant: the one that is chosen, or that of the chosen card."""
        chosen = self._presenter.selection
        if chosen.zone is not None or chosen.current is None:
            return chosen.zone
        return self._presenter.document.topology.component(chosen.current).zone

    @property
    def is_locked(self) -> bool:
        """Whether everything that is chosen is locked, or lines of the chosen need are pinned."""
        topology = self._presenter.document.topology
        there = self._presenter.selection.within(topology)  # what was deleted is let go of a moment later
        if there.need is not None:
            return has_pins(topology, there.need)
        cards = _cards_of(there, topology)
        return bool(cards) and all(topology.component(each).locked for each in cards)

    def delete(self) -> None:
        """Take it off the map: cards, a zone without what lies in it, or a need."""
        chosen = self._presenter.selection
        zone, need = chosen.zone, chosen.need
        if chosen.components:
            self._presenter.do(lambda hand: hand.remove(chosen.components))
        elif zone is not None:
            self._presenter.do(lambda hand: hand.remove_zone(zone))
        elif need is not None:
            self._presenter.do(lambda hand: need_removed(hand, need))

    def duplicate(self) -> None:
        """Put copies beside it."""
        chosen = self.components
        if chosen:
            self._presenter.do(lambda hand: hand.duplicate(chosen, (2 * GRID, 2 * GRID)))

    def arrange_zone(self) -> None:
        """Arrange the zone that is meant."""
        if self.zone is not None:
            self._presenter.arranging.arrange_zone(self.zone)

    def select_all(self) -> None:
        """Choose every card."""
        topology = self._presenter.document.topology
        self._presenter.select(Selection(tuple(each.id for each in topology.components)))

    def nudge(self, way: str, step: float) -> None:
        """Move it by some px; one nudge after the other is taken back as one."""
        x, y = STEPS[way]
        zone, need = self._presenter.selection.zone, self._presenter.selection.need
        if zone is not None:
            self._nudge_zone(zone, (x * step, y * step))
            return
        if need is not None:
            self._nudge_lines(need, (x * step, y * step))
            return
        places = {id_: (at[0] + x * step, at[1] + y * step) for id_, at in self._places().items()}
        self._move(places, f"nudge {' '.join(places)}")

    def _nudge_zone(self, zone: ZoneId, by: Point) -> None:
        """Move a zone; it stays in the one it lies in."""
        arrangement = self._presenter.layout.drawing.arrangement
        inside = next(each.inside for each in self._presenter.document.topology.zones if each.id == zone)

        def deed(hand: Hand) -> Deed:
            return replace(zone_moved(hand, zone, by, arrangement, inside), key=f"nudge zone {zone}")

        self._presenter.do(deed)

    def _nudge_lines(self, need: GateKey, by: Point) -> None:
        """Move the pinned pieces of a need's lines; what is not pinned yet is pinned by it."""
        courses, drawing = self._courses, self._presenter.layout.drawing
        if courses is not None and has_lines(drawing, need):
            self._presenter.do(lambda hand: need_nudged(hand, courses, drawing, need, by))

    def _pin(self, need: GateKey, *, is_pinned: bool) -> None:
        """Pin the lines of a need as they lie, or let all of them find their ways again."""
        courses, drawing = self._courses, self._presenter.layout.drawing
        if not is_pinned:
            self._presenter.do(lambda hand: need_let_go(hand, need))
        elif courses is not None and has_lines(drawing, need):
            self._presenter.do(lambda hand: need_pinned(hand, courses, drawing, need))

    @property
    def _courses(self) -> Courses | None:
        plan = self._presenter.layout.plan
        return plan.courses if plan is not None else None

    def lock(self) -> None:
        """Keep it where it is, or let it be moved again if all of it is locked."""
        selection, is_locked = self._presenter.selection, not self.is_locked
        need, chosen = selection.need, _cards_of(selection, self._presenter.document.topology)
        if need is not None:
            self._pin(need, is_pinned=is_locked)
        elif chosen:
            self._presenter.do(lambda hand: hand.lock(chosen, is_locked=is_locked))

    def align(self, side: Side) -> None:
        """Put it in line."""
        self._move(aligned(self._places(), side))

    def distribute(self, *, is_across: bool) -> None:
        """Give it even gaps."""
        self._move(distributed(self._places(), is_across=is_across))

    def _places(self) -> dict[ComponentId, Point]:
        """Return where each lies that may be moved."""
        topology = self._presenter.document.topology
        free = [each for each in self.components if not topology.component(each).locked]
        return places_of(self._presenter.layout.drawing, free)

    def _move(self, places: Mapping[ComponentId, Point], key: str = "") -> None:
        before = self._places()
        moved = {id_: at for id_, at in places.items() if at != before[id_]}
        if moved:
            self._presenter.do(lambda hand: hand.move(dict(moved), key))


def _cards_of(selection: Selection, topology: Topology) -> tuple[ComponentId, ...]:
    """Return the cards that are chosen, or all that lie in the chosen zone."""
    return topology.within(selection.zone) if selection.zone is not None else selection.components
