"""The map as the plain records of a drill file; what has its default is left out."""

from blackstart.core.base.percents import format_percent
from blackstart.core.base.records.plainly import numbers, record, words
from blackstart.core.base.simtime import format_duration
from blackstart.core.topology.model import FULL, Component, Crew, Need, Purpose, Topology, Zone

_NEVER = "never"
_AT_ONCE = format_duration(0)


def topology_record(topology: Topology) -> dict[str, object]:
    """Return the topology section of a file."""
    return record(
        ("currency", topology.currency, None),
        ("crews", [_crew(each) for each in topology.crews], []),
        ("zones", [_zone(each) for each in topology.zones], []),
        ("components", [_component(each) for each in topology.components], []),
    )


def _crew(crew: Crew) -> dict[str, object]:
    return {"id": str(crew.id), **record(("name", words(crew.name), None), ("size", crew.size, 1))}


def _zone(zone: Zone) -> dict[str, object]:
    entries = record(("name", words(zone.name), None), ("in", zone.inside, None), ("box", numbers(zone.box), None))
    return {"id": str(zone.id), **entries}


def _component(component: Component) -> dict[str, object]:
    repair = _NEVER if component.repair is None else format_duration(component.repair)
    return {"id": str(component.id)} | record(
        ("name", words(component.name), None),
        ("kind", component.kind, "service"),
        ("zone", component.zone, None),
        ("at", numbers(component.at), None),
        ("locked", component.locked, False),
        ("users", component.users, 0),
        ("substitutable", format_percent(component.substitutable), format_percent(0)),
        ("cost_per_hour", component.cost_per_hour, 0),
        ("safety_critical", component.safety_critical, False),
        ("target", None if component.target is None else format_duration(component.target), None),
        ("restart", format_duration(component.restart), _AT_ONCE),
        ("repair", repair, _AT_ONCE),
        ("crew", component.crew, None),
        ("initially", "off" if component.initially_off else "on", "on"),
        ("seen_by", list(component.seen_by), []),
        ("note", words(component.note), None),
        ("needs", [_need(each) for each in component.needs], []),
    )


def _need(need: Need) -> dict[str, object]:
    on: object = need.on[0] if len(need.on) == 1 else list(need.on)
    armed = {each.supplier: "manual" if each.after is None else format_duration(each.after) for each in need.standby}
    return {"on": on} | record(
        ("name", need.name, None),
        ("at_least", need.at_least, 1),
        ("for", str(need.purpose), str(Purpose.RUN)),
        ("weight", format_percent(need.weight), format_percent(FULL)),
        ("useful", format_percent(need.useful), format_percent(1)),
        ("survives", format_duration(need.survives), _AT_ONCE),
        ("rejoin", format_duration(need.rejoin), _AT_ONCE),
        ("standby", armed, {}),
        ("bends", {bend.supplier: [numbers(point) for point in bend.points] for bend in need.bends}, {}),
    )
