"""Edits of the map as data: applying one gives the new map and the edit that takes it back.

An edit that does not fit raises `UserError` and changes nothing, so it can be tried before it is pushed on an
undo stack. Maps that come out are sound (see soundness). Several components are added, changed or removed by
one edit, because they may need one another, and because one drag of a large selection must stay quick.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import singledispatch

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.base.nearest import quoted
from blackstart.core.base.text import Text
from blackstart.core.base.words import Said, said
from blackstart.core.topology.model import Component, Crew, Need, Point, Topology, Zone
from blackstart.core.topology.soundness import (
    component_faults,
    crew_faults,
    currency_faults,
    loose_ends,
    place_faults,
    repeated,
    unknown,
    zone_faults,
)


@dataclass(frozen=True, slots=True)
class AddComponents:
    """Put components on the map.

    Attributes
    ----------
    places : tuple of int
        Where each will stand in the order of the map, ascending; () = all at the end.
    """

    components: tuple[Component, ...]
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RemoveComponents:
    """Take components off the map; none that stays may name them (see `removal`)."""

    components: tuple[ComponentId, ...]


@dataclass(frozen=True, slots=True)
class ChangeComponents:
    """Put each component in the place of the one with its id."""

    components: tuple[Component, ...]


@dataclass(frozen=True, slots=True)
class MoveComponents:
    """Move cards: (component, upper left corner in canvas px, or None = arranged by the program)."""

    places: tuple[tuple[ComponentId, Point | None], ...]


@dataclass(frozen=True, slots=True)
class RenameComponent:
    """Give a component another name; its id stays. None = shown as its id."""

    component: ComponentId
    name: Text | None


@dataclass(frozen=True, slots=True)
class AddNeed:
    """Give a component a need; `index` None = after its others."""

    component: ComponentId
    need: Need
    index: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveNeed:
    """Take the need at `index` from a component."""

    component: ComponentId
    index: int


@dataclass(frozen=True, slots=True)
class ChangeNeed:
    """Put another need in the place of the one at `index`."""

    component: ComponentId
    index: int
    need: Need


@dataclass(frozen=True, slots=True)
class AddZone:
    """Put a zone on the map; `index` None = after the others."""

    zone: Zone
    index: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveZone:
    """Take a zone off the map; nothing may lie in it (see `zone_removal`)."""

    zone: ZoneId


@dataclass(frozen=True, slots=True)
class ChangeZone:
    """Put a zone in the place of the one with its id."""

    zone: Zone


@dataclass(frozen=True, slots=True)
class AddCrew:
    """Add a crew; `index` None = after the others."""

    crew: Crew
    index: int | None = None


@dataclass(frozen=True, slots=True)
class RemoveCrew:
    """Take a crew away; no component may name it (see `crew_removal`)."""

    crew: CrewId


@dataclass(frozen=True, slots=True)
class ChangeCrew:
    """Put a crew in the place of the one with its id."""

    crew: Crew


@dataclass(frozen=True, slots=True)
class SetCurrency:
    """Set the currency that money is counted in; None = money is not shown."""

    currency: str | None


@dataclass(frozen=True, slots=True)
class Several:
    """Edits that are done and undone as one, in order."""

    edits: tuple["Edit", ...]


Edit = (
    AddComponents
    | RemoveComponents
    | ChangeComponents
    | MoveComponents
    | RenameComponent
    | AddNeed
    | RemoveNeed
    | ChangeNeed
    | AddZone
    | RemoveZone
    | ChangeZone
    | AddCrew
    | RemoveCrew
    | ChangeCrew
    | SetCurrency
    | Several
)


def apply(topology: Topology, edit: Edit) -> tuple[Topology, Edit]:
    """Return the map after an edit, and the edit that leads back to `topology`.

    Raises
    ------
    UserError
        If the edit does not fit this map or what came out would not be sound: every reason, one a line.
    """
    return _apply(edit, topology)


@singledispatch
def _apply(edit: Edit, topology: Topology) -> tuple[Topology, Edit]:
    raise TypeError(f"not an edit of a map: {edit!r}")


@_apply.register
def _(edit: Several, topology: Topology) -> tuple[Topology, Edit]:
    inverses: list[Edit] = []
    for each in edit.edits:
        topology, inverse = apply(topology, each)
        inverses.append(inverse)
    return topology, Several(tuple(reversed(inverses)))


@_apply.register
def _(edit: AddComponents, topology: Topology) -> tuple[Topology, Edit]:
    standing = list(topology.components)
    for place, component in zip(_places(edit, len(standing)), edit.components, strict=True):
        standing.insert(place, component)
    _refuse(repeated("component", (component.id for component in standing)))
    changed = replace(topology, components=tuple(standing))
    _refuse([fault for component in edit.components for fault in component_faults(changed, component)])
    return changed, RemoveComponents(tuple(component.id for component in edit.components))


@_apply.register
def _(edit: RemoveComponents, topology: Topology) -> tuple[Topology, Edit]:
    gone = {component: _component(topology, component) for component in edit.components}
    places = tuple(place for place, component in enumerate(topology.components) if component.id in gone)
    taken = tuple(topology.components[place] for place in places)
    changed = replace(topology, components=tuple(each for each in topology.components if each.id not in gone))
    _refuse(loose_ends(changed, gone))
    return changed, AddComponents(taken, places)


@_apply.register
def _(edit: ChangeComponents, topology: Topology) -> tuple[Topology, Edit]:
    _refuse(repeated("component", (component.id for component in edit.components)))
    before = tuple(_component(topology, component.id) for component in edit.components)
    changed = _with_components(topology, edit.components)
    _refuse([fault for component in edit.components for fault in component_faults(changed, component)])
    return changed, ChangeComponents(before)


@_apply.register
def _(edit: MoveComponents, topology: Topology) -> tuple[Topology, Edit]:
    moved = {component: replace(_component(topology, component), at=at) for component, at in edit.places}
    _refuse([fault for component in moved.values() for fault in place_faults(component)])
    before = tuple((component, topology.component(component).at) for component in moved)
    return _with_components(topology, moved.values()), MoveComponents(before)


@_apply.register
def _(edit: RenameComponent, topology: Topology) -> tuple[Topology, Edit]:
    component = _component(topology, edit.component)
    renamed = replace(component, name=edit.name)
    _refuse(component_faults(topology, renamed))
    return _with_components(topology, [renamed]), RenameComponent(edit.component, component.name)


@_apply.register
def _(edit: AddNeed, topology: Topology) -> tuple[Topology, Edit]:
    component = _component(topology, edit.component)
    place = _insertion(f"needs of {component.id!r}", edit.index, len(component.needs))
    needs = (*component.needs[:place], edit.need, *component.needs[place:])
    return _with_needs(topology, component, needs), RemoveNeed(component.id, place)


@_apply.register
def _(edit: RemoveNeed, topology: Topology) -> tuple[Topology, Edit]:
    component = _component(topology, edit.component)
    need = _need(component, edit.index)
    needs = component.needs[: edit.index] + component.needs[edit.index + 1 :]
    return _with_needs(topology, component, needs), AddNeed(component.id, need, edit.index)


@_apply.register
def _(edit: ChangeNeed, topology: Topology) -> tuple[Topology, Edit]:
    component = _component(topology, edit.component)
    before = _need(component, edit.index)
    needs = (*component.needs[: edit.index], edit.need, *component.needs[edit.index + 1 :])
    return _with_needs(topology, component, needs), ChangeNeed(component.id, edit.index, before)


@_apply.register
def _(edit: AddZone, topology: Topology) -> tuple[Topology, Edit]:
    place = _insertion("zones", edit.index, len(topology.zones))
    zones = (*topology.zones[:place], edit.zone, *topology.zones[place:])
    _refuse(repeated("zone", (zone.id for zone in zones)))
    return _with_zones(topology, zones, edit.zone), RemoveZone(edit.zone.id)


@_apply.register
def _(edit: RemoveZone, topology: Topology) -> tuple[Topology, Edit]:
    place = _index("zone", edit.zone, [zone.id for zone in topology.zones])
    inside: list[tuple[str, str]] = [("component", each.id) for each in topology.components if each.zone == edit.zone]
    inside += [("zone", each.id) for each in topology.zones if each.inside == edit.zone]
    zone = quoted(edit.zone)
    _refuse([said("edit.still-in", kind=said(f"part.{kind}"), id=quoted(id_), zone=zone) for kind, id_ in inside])
    zones = topology.zones[:place] + topology.zones[place + 1 :]
    return replace(topology, zones=zones), AddZone(topology.zones[place], place)


@_apply.register
def _(edit: ChangeZone, topology: Topology) -> tuple[Topology, Edit]:
    place = _index("zone", edit.zone.id, [zone.id for zone in topology.zones])
    zones = (*topology.zones[:place], edit.zone, *topology.zones[place + 1 :])
    return _with_zones(topology, zones, edit.zone), ChangeZone(topology.zones[place])


@_apply.register
def _(edit: AddCrew, topology: Topology) -> tuple[Topology, Edit]:
    place = _insertion("crews", edit.index, len(topology.crews))
    crews = (*topology.crews[:place], edit.crew, *topology.crews[place:])
    _refuse(repeated("crew", (crew.id for crew in crews)) + crew_faults(edit.crew))
    return replace(topology, crews=crews), RemoveCrew(edit.crew.id)


@_apply.register
def _(edit: RemoveCrew, topology: Topology) -> tuple[Topology, Edit]:
    place = _index("crew", edit.crew, [crew.id for crew in topology.crews])
    bound = [each.id for each in topology.components if each.crew == edit.crew]
    _refuse([said("edit.still-repaired", id=quoted(each), crew=quoted(edit.crew)) for each in bound])
    crews = topology.crews[:place] + topology.crews[place + 1 :]
    return replace(topology, crews=crews), AddCrew(topology.crews[place], place)


@_apply.register
def _(edit: ChangeCrew, topology: Topology) -> tuple[Topology, Edit]:
    place = _index("crew", edit.crew.id, [crew.id for crew in topology.crews])
    _refuse(crew_faults(edit.crew))
    crews = (*topology.crews[:place], edit.crew, *topology.crews[place + 1 :])
    return replace(topology, crews=crews), ChangeCrew(topology.crews[place])


@_apply.register
def _(edit: SetCurrency, topology: Topology) -> tuple[Topology, Edit]:
    _refuse(currency_faults(edit.currency))
    return replace(topology, currency=edit.currency), SetCurrency(topology.currency)


def _with_components(topology: Topology, components: Iterable[Component]) -> Topology:
    changed = {component.id: component for component in components}
    return replace(topology, components=tuple(changed.get(each.id, each) for each in topology.components))


def _with_needs(topology: Topology, component: Component, needs: tuple[Need, ...]) -> Topology:
    changed = replace(component, needs=needs)
    _refuse(component_faults(topology, changed))
    return _with_components(topology, [changed])


def _with_zones(topology: Topology, zones: tuple[Zone, ...], touched: Zone) -> Topology:
    changed = replace(topology, zones=zones)
    _refuse(zone_faults(changed, touched))
    return changed


def _component(topology: Topology, id_: ComponentId) -> Component:
    if id_ in topology:
        return topology.component(id_)
    known = (each.id for each in topology.components)
    raise UserError(said("edit.is-of", what=unknown("component", id_, known)))


def _need(component: Component, index: int) -> Need:
    if 0 <= index < len(component.needs):
        return component.needs[index]
    values = {"id": quoted(component.id), "number": len(component.needs), "index": index}
    raise UserError(said("edit.no-need", **values))


def _index(kind: str, id_: str, known: Sequence[str]) -> int:
    if id_ in known:
        return known.index(id_)
    raise UserError(said("edit.is-of", what=unknown(kind, id_, known)))


def _insertion(place: str, index: int | None, length: int) -> int:
    if index is None:
        return length
    if 0 <= index <= length:
        return index
    raise UserError(said("edit.no-place", list=place, index=index, last=length))


def _places(edit: AddComponents, length: int) -> tuple[int, ...]:
    """Where the new components will stand; each exists by the time those before it have been put in."""
    if not edit.places:
        return tuple(range(length, length + len(edit.components)))
    if len(edit.places) != len(edit.components):
        raise UserError(said("edit.places", components=len(edit.components), places=len(edit.places)))
    for count, place in enumerate(edit.places):
        _insertion("components", place, length + count)
    if list(edit.places) != sorted(set(edit.places)):
        raise UserError(said("edit.descending", places=str(edit.places)))
    return edit.places


def _refuse(faults: Sequence[Said]) -> None:
    if faults:
        raise UserError(said("edit.faults", faults=tuple(faults)))
