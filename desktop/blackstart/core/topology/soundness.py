"""What must hold of a map so that its file can be read again and the engine can play it.

Each function returns sentences, one a fault, that begin with the place; no sentence means sound. Edits ask here
before they give a map back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from blackstart.core.base.ids import ComponentId, ZoneId, is_id
from blackstart.core.topology.model import FULL, Component, Crew, Need, Purpose, Topology, Zone


def component_faults(topology: Topology, component: Component) -> list[str]:
    """Faults of one component as a part of that topology, its needs included."""
    place = f"component {component.id!r}"
    found = [f"{place}: {sentence}" for sentence in _own_faults(topology, component)]
    for index, need in enumerate(component.needs):
        found += [f"{place}, needs[{index}]: {sentence}" for sentence in _need_faults(topology, component, need)]
    shared = Counter(need.reference for need in component.needs)
    found += [
        f"{place}: {count} needs answer to {reference!r}; name all of them but one"
        for reference, count in shared.items()
        if count > 1
    ]
    return found


def zone_faults(topology: Topology, zone: Zone) -> list[str]:
    """Faults of one zone as a part of that topology."""
    place = f"zone {zone.id!r}"
    if not is_id(zone.id):
        return [f"{place}: {_wanted_id(zone.id)}"]
    zones = {each.id: each.inside for each in topology.zones}
    if zone.inside is not None and zone.inside not in zones:
        return [f"{place}: it lies in {unknown('zone', zone.inside, zones)}"]
    around, seen = zone.inside, {zone.id}
    while around is not None:
        if around in seen:
            return [f"{place}: it would lie inside itself, by way of {zone.inside!r}"]
        seen.add(around)
        around = zones.get(around)
    if zone.box is not None and not (zone.box[2] > 0 and zone.box[3] > 0):
        return [f"{place}: its box is {zone.box[2]:g} x {zone.box[3]:g}, wanted is a width and a height above 0"]
    return []


def crew_faults(crew: Crew) -> list[str]:
    """Faults of one crew."""
    place = f"crew {crew.id!r}"
    if not is_id(crew.id):
        return [f"{place}: {_wanted_id(crew.id)}"]
    if crew.size < 1:
        return [f"{place}: its size is {crew.size}, wanted is 1 or more"]
    return []


def repeated(kind: str, ids: Iterable[str]) -> list[str]:
    """One sentence for every id that stands there more than once."""
    return [f"{kind} {id_!r} is on the map already" for id_, count in Counter(ids).items() if count > 1]


def unknown(kind: str, name: str, known: Iterable[str]) -> str:
    """Say that a thing is not on the map, and what comes nearest."""
    nearest = get_close_matches(name, list(known), n=1)
    return f"{kind} {name!r}, which is not on the map" + (f" (nearest: {nearest[0]!r})" if nearest else "")


def loose_ends(topology: Topology, gone: Iterable[ComponentId]) -> list[str]:
    """One sentence for every component that still leans on one that is gone."""
    away = frozenset(gone)
    found = []
    for component in topology.components:
        named = [supplier for need in component.needs for supplier in need.on] + list(component.seen_by)
        for supplier in dict.fromkeys(name for name in named if name in away):
            found.append(f"component {component.id!r} still names {supplier!r}, which would go")
    return found


def _own_faults(topology: Topology, component: Component) -> Iterator[str]:
    if not is_id(component.id):
        yield _wanted_id(component.id)
    zones: list[ZoneId] = [zone.id for zone in topology.zones]
    if component.zone is not None and component.zone not in zones:
        yield f"it lies in {unknown('zone', component.zone, zones)}"
    crews = [crew.id for crew in topology.crews]
    if component.crew is not None and component.crew not in crews:
        yield f"it is repaired by {unknown('crew', component.crew, crews)}"
    for watcher in component.seen_by:
        if watcher not in topology:
            yield f"it is seen by {_unknown_component(topology, watcher)}"
    if not 0 <= component.substitutable <= FULL:
        yield f"substitutable is {component.substitutable} permille, wanted is 0 to {FULL}"
    amounts = {"users": component.users, "cost_per_hour": component.cost_per_hour, "restart": component.restart}
    amounts |= {"repair": component.repair or 0, "target": component.target or 0}
    for name, amount in amounts.items():
        if amount < 0:
            yield f"{name} is {amount}, wanted is 0 or more"


def _need_faults(topology: Topology, component: Component, need: Need) -> Iterator[str]:
    yield from _supplier_faults(topology, component, need)
    yield from _standby_faults(need)
    if need.name is not None and not is_id(need.name):
        yield _wanted_id(need.name)
    if need.on and not 1 <= need.at_least <= len(need.on):
        yield f"at_least is {need.at_least}, wanted is 1 to {len(need.on)}, the number of its suppliers"
    if not 0 <= need.weight <= FULL:
        yield f"weight is {need.weight} permille, wanted is 0 to {FULL}"
    if need.purpose is not Purpose.RUN and need.weight != FULL:
        yield f"only a need to run has a weight; this one is for {need.purpose}"
    if not 1 <= need.useful <= FULL:
        yield f"useful is {need.useful} permille, wanted is 1 to {FULL}"
    for name, seconds in (("survives", need.survives), ("rejoin", need.rejoin)):
        if seconds < 0:
            yield f"{name} is {seconds} s, wanted is 0 or more"


def _supplier_faults(topology: Topology, component: Component, need: Need) -> Iterator[str]:
    if not need.on:
        yield "it is on nothing, wanted is at least one supplier"
    if len(set(need.on)) < len(need.on):
        yield f"a supplier stands there twice: {', '.join(need.on)}"
    for supplier in need.on:
        if supplier == component.id:
            yield "a component cannot need itself"
        elif supplier not in topology:
            yield f"it is on {_unknown_component(topology, supplier)}"


def _standby_faults(need: Need) -> Iterator[str]:
    standbys = [standby.supplier for standby in need.standby]
    for list_name, named in (("standby", standbys), ("bends", [bend.supplier for bend in need.bends])):
        if len(set(named)) < len(named):
            yield f"{list_name} names a supplier twice: {', '.join(named)}"
        for supplier in named:
            if supplier not in need.on:
                yield f"{list_name} names {supplier!r}, which is none of its suppliers ({', '.join(need.on)})"
    for standby in need.standby:
        if standby.after is not None and standby.after < 1:
            yield f"standby {standby.supplier!r} takes over after {standby.after} s, wanted is 1 or more, or by hand"


def _unknown_component(topology: Topology, name: str) -> str:
    return unknown("component", name, (component.id for component in topology.components))


def _wanted_id(found: str) -> str:
    return f"{found!r} is not an id; wanted are lower-case letters, digits and hyphens, such as 'hall-b'"
