"""Deeds with places: components beside others, zones round what lies in them, and needs taken away."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication, QRectF

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.model import Arrangement, GateKey
from blackstart.core.topology.edits import (
    AddComponents,
    AddZone,
    ChangeComponents,
    ChangeZone,
    Edit,
    MoveComponents,
    RemoveComponents,
    RemoveNeed,
    Several,
)
from blackstart.core.topology.making import connection, new_component, new_zone
from blackstart.core.topology.model import Box, Point, Purpose
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.draw.deeds import Deed, Hand
from blackstart.shell.draw.easel import TITLE_PX
from blackstart.shell.draw.places import Way

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Place:
    """Where a component is to be added.

    Attributes
    ----------
    at : Point
        Upper left corner of its card.
    other : ComponentId or None
        What it is connected to: needed by the new one, or, on the way to the left, in need of it.
    """

    at: Point
    zone: ZoneId | None = None
    other: ComponentId | None = None
    way: Way = Way.RIGHT


def add_at(hand: Hand, kind: str, name: str, place: Place, purpose: Purpose) -> Deed:
    """Put a new component on the map, connected to the other one of its place."""
    if place.other is None:
        deed = hand.add(kind, name, place.at, place.zone)
        return replace(deed, key=_naming_key(deed.made[0]))
    made = new_component(hand.topology, kind, name, place.at, place.zone)
    after = replace(hand.topology, components=(*hand.topology.components, made))
    ends = (made.id, place.other) if place.way is Way.LEFT else (place.other, made.id)
    edit = Several((AddComponents((made,)), connection(after, *ends, purpose)))
    return Deed(edit, translate("Draw", "Add {name}").format(name=made.label(hand.language)), made=(made.id,))


def named_at_once(hand: Hand, component: ComponentId, name: str) -> Deed:
    """Name what was added a moment ago as if it had been added under that name: its id says it, and it is one step."""
    was = hand.topology.component(component)
    rest = replace(hand.topology, components=tuple(each for each in hand.topology.components if each.id != component))
    deed = replace(hand, topology=rest).add(was.kind, name, was.at, was.zone)
    edit = Several((RemoveComponents((component,)), deed.edit))
    return replace(deed, edit=edit, key=_naming_key(component))


def zone_at(point: Point, zones: Mapping[ZoneId, Box]) -> ZoneId | None:
    """Return the innermost zone in which a place lies."""
    return _innermost({zone: box for zone, box in zones.items() if rect(box).contains(*point)})


def zone_round(hand: Hand, name: str, box: Box, arrangement: Arrangement) -> Deed:
    """Draw a zone: it lies in the one that holds it whole, and takes what lies whole in it, zones too."""
    frame, zones = rect(box), arrangement.zones
    around = _innermost({zone: each for zone, each in zones.items() if rect(each).contains(frame)})
    inner = [each for each in hand.topology.zones if each.inside == around and _lies_in(zones.get(each.id), frame)]
    components = [
        each
        for each in hand.topology.components
        if each.zone == around and _lies_in(arrangement.cards.get(each.id), frame)
    ]
    held = [zones[each.id] for each in inner] + [arrangement.cards[each.id] for each in components]
    made = replace(new_zone(hand.topology, name, around), box=_with_head(box, held, arrangement))
    edits: list[Edit] = [AddZone(made)]
    edits += [ChangeZone(replace(each, inside=made.id)) for each in inner]
    if components:
        edits.append(ChangeComponents(tuple(replace(each, zone=made.id) for each in components)))
    text = translate("Draw", "Add zone {name}").format(name=made.label(hand.language))
    return Deed(Several(tuple(edits)), text)


def zone_moved(hand: Hand, zone: ZoneId, by: Point, arrangement: Arrangement, inside: ZoneId | None) -> Deed:
    """Put a zone elsewhere, and into another one, with everything in it that is not locked.

    A frame that was drawn goes along; so does that of a zone in which no card lies to carry it.

    Raises
    ------
    UserError
        If all that lies in it is locked.
    """
    topology, inner = hand.topology, hand.topology.within(zone)
    free = [each for each in inner if not topology.component(each).locked]
    name = next(each.label(hand.language) for each in topology.zones if each.id == zone)
    if inner and not free:
        raise UserError(translate("Draw", "{name} stays: everything in it is locked.").format(name=name))
    places = tuple((each, _shifted(arrangement.cards[each][:2], by)) for each in free if each in arrangement.cards)
    edits: list[Edit] = [MoveComponents(places)] if places else []
    for each in (each for each in topology.zones if each.id in topology.zones_within(zone)):
        box = each.box
        if box is None and not topology.within(each.id):
            box = arrangement.zones.get(each.id)
        there = replace(each, box=(*_shifted(box[:2], by), *box[2:]) if box is not None else None)
        there = replace(there, inside=inside) if each.id == zone else there
        edits += [ChangeZone(there)] if there != each else []
    return Deed(Several(tuple(edits)), translate("Draw", "Move zone {name}").format(name=name))


def need_removed(hand: Hand, need: GateKey) -> Deed:
    """Let a component need one thing less."""
    name = hand.topology.component(need[0]).label(hand.language)
    return Deed(RemoveNeed(*need), translate("Draw", "Delete a need of {name}").format(name=name))


def zone_of(hand: Hand, name: str, components: Sequence[ComponentId]) -> Deed:
    """Draw a zone round components; it lies in the zone in which all of them lay, and grows with them."""
    homes = {hand.topology.component(each).zone for each in components}
    return hand.add_zone(name, components, homes.pop() if len(homes) == 1 else None)


def _innermost(zones: Mapping[ZoneId, Box]) -> ZoneId | None:
    return min(zones, key=lambda zone: zones[zone][2] * zones[zone][3], default=None)


def _naming_key(component: ComponentId) -> str:
    return f"add {component}"


def _with_head(box: Box, held: Sequence[Box], arrangement: Arrangement) -> Box:
    """Return a drawn frame, with room for the name above what it holds unless something else lies there."""
    x, y, width, height = box
    more = max([0.0, *(y + TITLE_PX - each[1] for each in held)])
    head = QRectF(x, y - more, width, more)
    is_taken = any(rect(each).intersects(head) for each in arrangement.cards.values() if each not in held)
    return box if is_taken else (x, y - more, width, height + more)


def _shifted(at: Point, by: Point) -> Point:
    return (at[0] + by[0], at[1] + by[1])


def _lies_in(box: Box | None, frame: QRectF) -> bool:
    return box is not None and frame.contains(rect(box))
