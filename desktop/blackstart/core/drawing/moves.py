"""Commands that place cards: each says where cards and frames are to go, to be done and undone as one edit.

Locked components never move. Where they leave no room, the laws of an arrangement (no card over another, none outside
its zone, zones apart) are kept as far as can be: a locked card that lies on another zone stays there.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.arrange import arrange, with_room
from blackstart.core.drawing.model import Arrangement
from blackstart.core.drawing.parts import parts
from blackstart.core.drawing.push import Standing, pushed
from blackstart.core.topology.model import Box, Component, Point, Topology


@dataclass(frozen=True, slots=True)
class Moves:
    """Where cards and frames are to go; what stays is left out.

    Attributes
    ----------
    cards : mapping of ComponentId to Point
        Upper left corners, canvas px.
    zones : mapping of ZoneId to Box
        Frames that were drawn by hand; the others follow what they hold.
    """

    cards: Mapping[ComponentId, Point]
    zones: Mapping[ZoneId, Box]


def arranged(topology: Topology, arrangement: Arrangement, *, polish: bool = False) -> Moves:
    """Arrange all: everything anew but what is locked, from the corner where the map begins now.

    Parameters
    ----------
    arrangement : Arrangement
        Where everything stands now.
    polish : bool
        Whether to spend a few seconds more, for a worker.
    """
    has_locked = any(component.locked for component in topology.components)
    found = arrange(_freed(topology), polish=polish)
    by = (0.0, 0.0) if has_locked else _between(_corner(found), _corner(arrangement))
    return _moves(topology, arrangement, _shifted(found, by))


def zone_arranged(topology: Topology, arrangement: Arrangement, zone: ZoneId) -> Moves:
    """Arrange one zone: what it holds anew, but what is locked; what lies round it makes way only if the zone grows."""
    inside = topology.zones_within(zone)
    held = {component.id for component in topology.components if component.zone in inside}
    inner = replace(
        topology,
        zones=tuple(replace(each, box=None) for each in topology.zones if each.id in inside),
        components=tuple(_only_within(_free(each), held) for each in topology.components if each.id in held),
    )
    inner = replace(inner, zones=tuple(replace(each, inside=None) if each.id == zone else each for each in inner.zones))
    found = arrange(inner)
    has_locked = any(component.locked for component in inner.components)
    x, y, _, _ = arrangement.zones[zone]
    by = (0.0, 0.0) if has_locked else _between(found.zones[zone][:2], (x, y))
    found = _shifted(found, by)
    whole = Arrangement({**arrangement.cards, **found.cards}, {**arrangement.zones, **found.zones}, {})
    return _moves(topology, arrangement, _with_way(topology, arrangement, whole, zone))


def room_made(topology: Topology, arrangement: Arrangement) -> Moves:
    """Make room: columns and rows apart where lines are squeezed; what stands left of or above something still does."""
    return _moves(topology, arrangement, with_room(topology, arrangement))


def inserted(topology: Topology, arrangement: Arrangement) -> Moves:
    """Find a place for each component that has none yet, in `arrangement` or by itself.

    Nothing else moves, but for a zone that is hemmed in on all sides: then what lies round it steps down or aside.
    """
    components = tuple(
        replace(each, at=arrangement.cards[each.id][:2]) if each.id in arrangement.cards else each
        for each in topology.components
    )
    found = arrange(replace(topology, components=components), make_way=True, before=arrangement)
    return _moves(topology, arrangement, found)


def applied(topology: Topology, moves: Moves) -> Topology:
    """The topology with everything moved."""
    return replace(
        topology,
        zones=tuple(replace(zone, box=moves.zones.get(zone.id, zone.box)) for zone in topology.zones),
        components=tuple(replace(each, at=moves.cards.get(each.id, each.at)) for each in topology.components),
    )


def _moves(topology: Topology, before: Arrangement, after: Arrangement) -> Moves:
    cards = {id_: box[:2] for id_, box in after.cards.items() if id_ not in before.cards or before.cards[id_] != box}
    drawn = {zone.id: after.zones[zone.id] for zone in topology.zones if zone.box is not None}
    boxes = {zone.id: zone.box for zone in topology.zones}
    return Moves(cards, {id_: box for id_, box in drawn.items() if box != boxes[id_]})


def _freed(topology: Topology) -> Topology:
    return replace(
        topology,
        zones=tuple(replace(zone, box=None) for zone in topology.zones),
        components=tuple(map(_free, topology.components)),
    )


def _free(component: Component) -> Component:
    return component if component.locked else replace(component, at=None)


def _only_within(component: Component, held: Collection[ComponentId]) -> Component:
    """The component with needs of what lies beside it only."""
    needs = (replace(need, on=tuple(each for each in need.on if each in held)) for need in component.needs)
    return replace(component, needs=tuple(need for need in needs if need.on))


def _with_way(topology: Topology, before: Arrangement, after: Arrangement, zone: ZoneId) -> Arrangement:
    """The arrangement with everything out of the way of a zone that has grown; unchanged if a locked card bars that."""
    numbered = parts(topology)
    cards = {number: after.cards[each][:2] for number, each in enumerate(numbered.components)}
    zones = {number: after.zones[each] for number, each in enumerate(numbered.zones, start=1)}
    locked = [number for number, each in enumerate(topology.components) if each.locked]
    number = numbered.zones.index(zone) + 1
    way = pushed(numbered, Standing(cards, zones), number, before.zones[zone], locked)
    if way is None:
        return after
    return Arrangement(
        {each: (*way.cards[card], *after.cards[each][2:]) for card, each in enumerate(numbered.components)},
        {each: way.zones[at] for at, each in enumerate(numbered.zones, start=1)},
        {},
    )


def _corner(arrangement: Arrangement) -> Point:
    boxes = [*arrangement.cards.values(), *arrangement.zones.values()]
    return (min((box[0] for box in boxes), default=0.0), min((box[1] for box in boxes), default=0.0))


def _between(start: Point, end: Point) -> Point:
    return (end[0] - start[0], end[1] - start[1])


def _shifted(arrangement: Arrangement, by: Point) -> Arrangement:
    def there(box: Box) -> Box:
        return (box[0] + by[0], box[1] + by[1], box[2], box[3])

    return Arrangement(
        {id_: there(box) for id_, box in arrangement.cards.items()},
        {id_: there(box) for id_, box in arrangement.zones.items()},
        {id_: there(box) for id_, box in arrangement.gates.items()},
    )
