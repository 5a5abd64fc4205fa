"""Deeds on the ways of lines: pieces that are pinned where people want them, and let go again."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.bending import as_drawn, bent, loosened, nudged
from blackstart.core.drawing.courses import Courses
from blackstart.core.drawing.model import Drawing, GateKey, Leg, Line
from blackstart.core.topology.edits import ChangeNeed, Several
from blackstart.core.topology.model import Bend, Need, Point, Topology
from blackstart.shell.draw.deeds import Deed, Hand

translate = QCoreApplication.translate

Pins = tuple[Point, ...]
LineKey = tuple[GateKey, ComponentId]  # of a line: the need and the supplier


def pins_of_line(topology: Topology, line: Line) -> Pins:
    """Return where a line was pinned."""
    return _pins(topology.component(line.component).needs[line.need_index], line.supplier)


def has_pins(topology: Topology, need: GateKey) -> bool:
    """Whether any line of a need is pinned."""
    return any(bend.points for bend in topology.component(need[0]).needs[need[1]].bends)


def lines_of_need(drawing: Drawing, need: GateKey) -> tuple[Line, ...]:
    """Return the lines of a need, those from its suppliers and the one out of its gate."""
    return tuple(line for line in drawing.lines if (line.component, line.need_index) == need)


def piece_pinned(hand: Hand, courses: Courses, line: Line, piece: int, to: Point) -> Deed:
    """Pin a piece of a line at a place; other lines on the same trunk, which take its way, are no more pinned there."""
    pins = {
        _key(each): loosened(courses, pins_of_line(hand.topology, each), line.points, piece)
        for each in _on_its_trunk(hand.topology, line)
    }
    own = bent(courses, pins_of_line(hand.topology, line), line.points, piece, to)
    return _deed(hand, {**pins, _key(line): own}, translate("Draw", "Pin a line to {name}"))


def piece_let_go(hand: Hand, courses: Courses, line: Line, piece: int) -> Deed:
    """Let a piece of a line find its way again."""
    left = loosened(courses, pins_of_line(hand.topology, line), line.points, piece)
    return _deed(hand, {_key(line): left}, translate("Draw", "Unpin a line to {name}"))


def need_pinned(hand: Hand, courses: Courses, drawing: Drawing, need: GateKey) -> Deed:
    """Pin the lines of a need as they lie."""
    pins = {_key(line): as_drawn(courses, line.points) for line in _from_suppliers(drawing, need)}
    return _deed(hand, pins, translate("Draw", "Pin the lines to {name}"))


def need_let_go(hand: Hand, need: GateKey) -> Deed:
    """Let the lines of a need find their ways again."""
    pins: dict[LineKey, Pins] = {(need, each): () for each in hand.topology.component(need[0]).needs[need[1]].on}
    return _deed(hand, pins, translate("Draw", "Unpin the lines to {name}"))


def need_nudged(hand: Hand, courses: Courses, drawing: Drawing, need: GateKey, by: Point) -> Deed:
    """Move the pinned pieces of a need's lines by some px; lines that are not pinned are pinned as they lie."""
    pins = {}
    for line in _from_suppliers(drawing, need):
        before = pins_of_line(hand.topology, line) or as_drawn(courses, line.points)
        pins[_key(line)] = nudged(courses, before, by)
    deed = _deed(hand, pins, translate("Draw", "Pin the lines to {name}"))
    return replace(deed, key=f"nudge lines {need[0]} {need[1]}")


def has_lines(drawing: Drawing, need: GateKey) -> bool:
    """Whether a need's lines are drawn: one that has just come has none yet."""
    return next(_from_suppliers(drawing, need), None) is not None


def _from_suppliers(drawing: Drawing, need: GateKey) -> Iterator[Line]:
    return (line for line in lines_of_need(drawing, need) if line.supplier is not None)


def _on_its_trunk(topology: Topology, line: Line) -> Iterator[Line]:
    """Yield, in name alone, the other lines of the same supplier and stroke."""
    for component in topology.components:
        for index, need in enumerate(component.needs):
            leg = Leg.INTO_GATE if len(need.on) > 1 else Leg.WHOLE
            other = Line(line.supplier, component.id, index, need.purpose, (), leg)
            if line.supplier in need.on and other.drawn_as is line.drawn_as and _pins(need, line.supplier):
                yield other


def _deed(hand: Hand, pins: dict[LineKey, Pins], text: str) -> Deed:
    needs: dict[GateKey, Need] = {}
    for (key, supplier), points in pins.items():
        before = needs.get(key, hand.topology.component(key[0]).needs[key[1]])
        others = tuple(each for each in before.bends if each.supplier != supplier)
        needs[key] = replace(before, bends=(*others, Bend(supplier, points)) if points else others)
    edits = tuple(
        ChangeNeed(*key, need) for key, need in needs.items() if need != hand.topology.component(key[0]).needs[key[1]]
    )
    *_, ((last, _), _) = pins
    return Deed(Several(edits), text.format(name=hand.topology.component(last).label(hand.language)))


def _pins(need: Need, supplier: ComponentId | None) -> Pins:
    return next((bend.points for bend in need.bends if bend.supplier == supplier), ())


def _key(line: Line) -> LineKey:
    assert line.supplier is not None, "what leaves a gate has no supplier to be pinned for"
    return (line.component, line.need_index), line.supplier
