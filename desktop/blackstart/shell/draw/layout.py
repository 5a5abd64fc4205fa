"""How the map that is being drawn lies: kept through every edit, routed anew in a worker."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.keeping import arranged_after
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH, Arrangement, Drawing
from blackstart.core.drawing.route import Plan, routed
from blackstart.core.drawing.trunks import taken_out
from blackstart.core.topology.model import Box, Component, Need, Point, Topology
from blackstart.shell.canvas.flat import FlatDrawing, flat
from blackstart.shell.support.workers import Worker

DIGITS = 3  # of a px by which one tells whether cards moved alike
NOTHING = Drawing(Arrangement({}, {}, {}), (), (), (0.0, 0.0, 0.0, 0.0))


@dataclass(frozen=True, slots=True)
class Laid:
    """A topology and its drawing; `is_final` False = lines of what was touched are still being routed.

    What the drawing is painted by comes with it where it has been made.
    """

    topology: Topology
    drawing: Drawing
    is_final: bool = True
    made: FlatDrawing | None = None


@dataclass(frozen=True, slots=True)
class _Drawn:
    topology: Topology
    plan: Plan
    made: FlatDrawing


class Layout(QObject):
    """The drawing of the map, which follows its edits."""

    laid = Signal(object)  # Laid
    planned = Signal(object)  # Plan of the drawing that is shown

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self.drawing = NOTHING
        self.made: FlatDrawing | None = None  # what the drawing is painted by; None = that was not made yet
        self.plan: Plan | None = None  # of the drawing as it was routed last; None = it is being worked out

    def take(self, topology: Topology, drawing: Drawing, made: FlatDrawing | None = None) -> None:
        """Take another map, drawn already."""
        self._worker.forget("route")
        self.drawing, self.plan, self.made = drawing, None, made
        self.laid.emit(Laid(topology, drawing, made=made))

    def prepare(self, topology: Topology) -> None:
        """Work out what a first edit is routed with; so that drills which are only played cost nothing."""
        if self.plan is None:
            drawing = self.drawing
            self._worker.do("route", lambda: _planned(topology, drawing), self._keep, self._ignore)

    def tidy(self, topology: Topology) -> None:
        """Choose every line anew; the cards stay."""
        standing = self.drawing.arrangement
        self._worker.do("route", lambda: _drawn(topology, standing, None), self._show, self._ignore)

    def follow(self, before: Topology, after: Topology) -> None:
        """Show an edited map at once, with the lines that nothing has touched, and route it beside that."""
        self.drawing, self.made = meanwhile(self.drawing, before, after), None
        self.laid.emit(Laid(after, self.drawing, is_final=False))
        standing, plan = self.drawing.arrangement, self.plan
        self._worker.do("route", lambda: _drawn(after, standing, plan), self._show, self._ignore)

    def stop(self) -> None:
        """Want nothing any more."""
        self._worker.stop()

    def _show(self, found: _Drawn) -> None:
        self.plan, self.made = found.plan, found.made
        self.drawing = self.plan.drawing
        self.laid.emit(Laid(found.topology, self.drawing, made=self.made))

    def _keep(self, plan: Plan) -> None:
        self.plan = plan
        self.planned.emit(plan)

    def _ignore(self, fault: UserError) -> None:
        raise fault  # nothing that is drawn is the user's fault


def meanwhile(drawing: Drawing, before: Topology, after: Topology) -> Drawing:
    """Return a drawing of an edited map without routing: cards where they go, and lines that nothing has touched."""
    known = {each.id: each for each in before.components}
    touched = {each.id for each in after.components if _lies_otherwise(each, known.get(each.id))}
    touched |= {id_ for id_ in known if id_ not in after}
    arrangement = drawing.arrangement
    cards: dict[ComponentId, Box] = {}
    for each in after.components:
        if each.at is not None:
            cards[each.id] = (*each.at, CARD_WIDTH, CARD_HEIGHT)
        elif each.id in arrangement.cards:
            cards[each.id] = arrangement.cards[each.id]
    drawn = {zone.id: zone.box for zone in before.zones}
    carried = _carried(after, arrangement.cards, cards) if cards != arrangement.cards else {}
    zones: dict[ZoneId, Box] = {}
    for zone in after.zones:
        if zone.box is not None and zone.box != drawn.get(zone.id):
            zones[zone.id] = zone.box
        elif zone.id in arrangement.zones:
            x, y, width, height = arrangement.zones[zone.id]
            by = carried.get(zone.id, (0.0, 0.0))
            zones[zone.id] = (x + by[0], y + by[1], width, height)
    gates = {key: box for key, box in arrangement.gates.items() if key[0] in after and key[0] not in touched}
    moved = {id_ for id_ in touched if cards.get(id_) != arrangement.cards.get(id_)}
    gone = [
        number
        for number, line in enumerate(drawing.lines)
        if line.component in touched or line.supplier in moved or not _is_whole(line.component, line.need_index, after)
    ]
    lines, trunks = taken_out(drawing.lines, drawing.trunks, gone)
    return replace(drawing, arrangement=Arrangement(cards, zones, gates), lines=lines, trunks=trunks)


def _carried(
    topology: Topology, before: Mapping[ComponentId, Box], now: Mapping[ComponentId, Box]
) -> dict[ZoneId, Point]:
    """Return by how much zones moved with what lies in them: those of which every card moved alike."""
    around = {zone.id: zone.inside for zone in topology.zones}
    ways: dict[ZoneId, set[Point]] = {}
    for each in topology.components:
        if each.id in before and each.id in now:
            (x, y), (to_x, to_y) = before[each.id][:2], now[each.id][:2]
            by = (round(to_x - x, DIGITS), round(to_y - y, DIGITS))
            zone = each.zone
            while zone is not None:
                ways.setdefault(zone, set()).add(by)
                zone = around.get(zone)
    return {zone: next(iter(found)) for zone, found in ways.items() if len(found) == 1}


def _lies_otherwise(component: Component, before: Component | None) -> bool:
    """Whether an edit can have moved its card or its lines; other values leave both as they are."""
    if component is before:
        return False
    if before is None:
        return True
    return (component.at, component.zone, _unpinned(component)) != (before.at, before.zone, _unpinned(before))


def _unpinned(component: Component) -> tuple[Need, ...]:
    """Its needs but for their pins: a line stays where it was until it is routed past them."""
    return tuple(replace(need, bends=()) if need.bends else need for need in component.needs)


def _is_whole(component: ComponentId, index: int, topology: Topology) -> bool:
    return component in topology and index < len(topology.component(component).needs)


def _planned(topology: Topology, drawing: Drawing) -> Plan:
    """Return what a drawing was routed with; of the very drawing, where it comes out the same again."""
    plan = routed(topology, drawing.arrangement)
    return replace(plan, drawing=drawing) if plan.drawing == drawing else plan


def _drawn(topology: Topology, standing: Arrangement, before: Plan | None) -> _Drawn:
    plan = routed(topology, arranged_after(topology, standing), before)
    return _Drawn(topology, plan, flat(plan.drawing))


def places_of(drawing: Drawing, components: Collection[ComponentId]) -> dict[ComponentId, tuple[float, float]]:
    """Upper left corners of cards."""
    cards = drawing.arrangement.cards
    return {id_: (cards[id_][0], cards[id_][1]) for id_ in components if id_ in cards}
