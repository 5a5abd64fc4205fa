"""What must hold of a map so that its file can be read again and the engine can play it.

Each function returns sentences, one a fault, that begin with the place; no sentence means sound. Edits ask here
before they give a map back.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from blackstart.core.base.errors import UnfitValue
from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.records.names import ID
from blackstart.core.base.records.scalars import NUMBER, STRING, duration, short, whole
from blackstart.core.base.records.shapes import Scalar
from blackstart.core.base.text import Text
from blackstart.core.base.words import Said, said
from blackstart.core.topology.model import FULL, Component, Crew, Need, Purpose, Topology, Zone

MOST_HANDS = 10_000  # of one crew

_PERMILLE = whole(0, FULL)


def component_faults(topology: Topology, component: Component) -> list[Said]:
    """Faults of one component as a part of that topology, its needs included."""
    id_ = quoted(component.id)
    found = [said("edit.component", id=id_, fault=fault) for fault in _own_faults(topology, component)]
    found += place_faults(component)
    for index, need in enumerate(component.needs):
        faults = _need_faults(topology, component, need)
        found += [said("edit.need", id=id_, index=index, fault=fault) for fault in faults]
    shared = Counter(need.reference for need in component.needs)
    found += [
        said("edit.component", id=id_, fault=said("edit.same-needs", number=count, name=quoted(reference)))
        for reference, count in shared.items()
        if count > 1
    ]
    return found


def place_faults(component: Component) -> list[Said]:
    """Faults of where a card lies: all that a move can bring about."""
    numbers = [("at", NUMBER, number) for number in component.at or ()]
    return [said("edit.component", id=quoted(component.id), fault=fault) for fault in _unfit(numbers)]


def zone_faults(topology: Topology, zone: Zone) -> list[Said]:
    """Faults of one zone as a part of that topology."""
    numbers = [("box", NUMBER, number) for number in zone.box or ()]
    found = list(_unfit([("id", ID, zone.id), *_words("name", zone.name), *numbers]))
    zones = {each.id: each.inside for each in topology.zones}
    if zone.inside is not None and zone.inside not in zones:
        found.append(said("edit.lies-in", what=unknown("zone", zone.inside, zones)))
    around, seen = zone.inside, {zone.id}
    while around is not None and around not in seen:
        seen.add(around)
        around = zones.get(around)
    if around is not None:
        found.append(said("edit.inside-itself", zone=quoted(zone.inside)))
    if zone.box is not None and not min(zone.box[2:]) > 0:
        found.append(said("edit.box", width=f"{zone.box[2]:g}", height=f"{zone.box[3]:g}"))
    return [said("edit.zone", id=quoted(zone.id), fault=fault) for fault in found]


def crew_faults(crew: Crew) -> list[Said]:
    """Faults of one crew."""
    values = [("id", ID, crew.id), ("size", whole(1, MOST_HANDS), crew.size), *_words("name", crew.name)]
    return [said("edit.crew", id=quoted(crew.id), fault=fault) for fault in _unfit(values)]


def currency_faults(currency: str | None) -> list[Said]:
    """Faults of the currency that money is counted in."""
    return list(_unfit([("currency", short(12), currency)]))


def repeated(kind: str, ids: Iterable[str]) -> list[Said]:
    """One sentence for every id that stands there more than once."""
    many = [id_ for id_, count in Counter(ids).items() if count > 1]
    return [said("edit.already-there", kind=said(f"part.{kind}"), id=quoted(id_)) for id_ in many]


def unknown(kind: str, name: str, known: Iterable[str]) -> Said:
    """Say that a thing is not on the map, and what there is instead."""
    hint = instead(name, known, said(f"parts.{kind}"))
    return said("edit.unknown", kind=said(f"part.{kind}"), id=quoted(name), hint=hint)


def loose_ends(topology: Topology, gone: Iterable[ComponentId]) -> list[Said]:
    """One sentence for every component that still leans on one that is gone."""
    away = frozenset(gone)
    found = []
    for component in topology.components:
        named = [supplier for need in component.needs for supplier in need.on] + list(component.seen_by)
        for supplier in dict.fromkeys(name for name in named if name in away):
            found.append(said("edit.still-names", id=quoted(component.id), gone=quoted(supplier)))
    return found


def _own_faults(topology: Topology, component: Component) -> Iterator[Said]:
    zones: list[ZoneId] = [zone.id for zone in topology.zones]
    if component.zone is not None and component.zone not in zones:
        yield said("edit.lies-in", what=unknown("zone", component.zone, zones))
    crews = [crew.id for crew in topology.crews]
    if component.crew is not None and component.crew not in crews:
        yield said("edit.repaired-by", what=unknown("crew", component.crew, crews))
    for watcher in component.seen_by:
        if watcher not in topology:
            yield said("edit.seen-by", what=_unknown_component(topology, watcher))
    values: list[tuple[str, Scalar, object]] = [
        ("id", ID, component.id),
        ("kind", ID, component.kind),
        ("users", whole(0), component.users),
        ("substitutable", _PERMILLE, component.substitutable),
        ("cost_per_hour", whole(0), component.cost_per_hour),
        ("target", duration(), component.target),
        ("restart", duration(), component.restart),
        ("repair", duration(), component.repair),
        *_words("name", component.name),
        *_words("note", component.note),
    ]
    yield from _unfit(values)


def _need_faults(topology: Topology, component: Component, need: Need) -> Iterator[Said]:
    yield from _supplier_faults(topology, component, need)
    yield from _standby_faults(need)
    if need.purpose is not Purpose.RUN and need.weight != FULL:
        yield said("edit.weight-not-run", purpose=need.purpose)
    values: list[tuple[str, Scalar, object]] = [
        ("name", ID, need.name),
        ("at_least", whole(1, max(len(need.on), 1)), need.at_least),
        ("weight", _PERMILLE, need.weight),
        ("useful", whole(1, FULL), need.useful),
        ("survives", duration(), need.survives),
        ("rejoin", duration(), need.rejoin),
        *(("standby", duration(1), standby.after) for standby in need.standby),
        *(("bends", NUMBER, number) for bend in need.bends for point in bend.points for number in point),
    ]
    yield from _unfit(values)


def _supplier_faults(topology: Topology, component: Component, need: Need) -> Iterator[Said]:
    if not need.on:
        yield said("edit.no-supplier")
    if len(set(need.on)) < len(need.on):
        yield said("edit.twice", list="on", names=tuple(need.on))
    for supplier in need.on:
        if supplier == component.id:
            yield said("edit.itself")
        elif supplier not in topology:
            yield said("edit.is-on", what=_unknown_component(topology, supplier))


def _standby_faults(need: Need) -> Iterator[Said]:
    standbys = [standby.supplier for standby in need.standby]
    for list_name, named in (("standby", standbys), ("bends", [bend.supplier for bend in need.bends])):
        if len(set(named)) < len(named):
            yield said("edit.twice", list=list_name, names=tuple(named))
        for supplier in named:
            if supplier not in need.on:
                hint = instead(supplier, need.on, said("parts.supplier"))
                fault = said("fault.not-a-supplier", supplier=quoted(supplier), hint=hint)
                yield said("finding.at", path=list_name, message=fault)


def _unfit(values: Iterable[tuple[str, Scalar, object]]) -> Iterator[Said]:
    """Say of each value that a file could not hold what it is and what is wanted; None stands for not given."""
    for name, shape, value in values:
        if value is None:
            continue
        try:
            shape.convert(value)
        except UnfitValue as unfit:
            yield said("finding.at", path=name, message=unfit.sentence)


def _words(name: str, text: Text | None) -> list[tuple[str, Scalar, object]]:
    return [(name, STRING, string) for _, string in text.words] if text is not None else []


def _unknown_component(topology: Topology, name: str) -> Said:
    return unknown("component", name, (component.id for component in topology.components))
