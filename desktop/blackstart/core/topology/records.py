"""The topology section of a drill file: what it may hold, and its records made into values."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.records.keyed import Key, Record, required
from blackstart.core.base.records.names import ID, Defined, Referred
from blackstart.core.base.records.reading import Fields, Place, Reading
from blackstart.core.base.records.scalars import FLAG, NUMBER, TEXT, duration, or_word, percent, short, whole, word
from blackstart.core.base.records.shapes import ListOf, MapOf, OneOrMany
from blackstart.core.base.words import said
from blackstart.core.topology.model import FULL, Bend, Component, Crew, Need, Purpose, Standby, Topology, Zone

_POINT = ListOf(NUMBER, least=2, most=2)
_BOX = ListOf(NUMBER, least=4, most=4)  # x, y, width, height


def read_topology(fields: Fields) -> Topology:
    """Return the value of a section that was read without a fault by `TOPOLOGY`."""
    return Topology(
        currency=fields.get("currency"),
        crews=tuple(_crew(each) for each in fields.get("crews", ())),
        zones=tuple(_zone(each) for each in fields.get("zones", ())),
        components=tuple(_component(each) for each in fields.get("components", ())),
    )


def know_topology(topology: Topology, reading: Reading) -> None:
    """Let records of effects that stand outside a drill file refer to a map that is already there."""
    reading.know("component", (component.id for component in topology.components))
    reading.know("zone", (zone.id for zone in topology.zones))
    reading.know("crew", (crew.id for crew in topology.crews))
    for component in topology.components:
        _know_needs(component.id, [(need.name, need.on) for need in component.needs], reading)


def doubt_unread(fields: Fields, kinds: Mapping[str, str], reading: Reading) -> None:
    """Let references pass to what a list names that could not be read."""
    for key, kind in kinds.items():
        if key in fields.broken and key not in fields:
            reading.doubt(kind)


def given(fields: Fields, names: Mapping[str, str]) -> dict[str, Any]:
    """Return the entries that were given, by the name of their attribute."""
    return {attribute: fields[key] for key, attribute in names.items() if key in fields}


def same(*keys: str) -> dict[str, str]:
    """Return keys whose attribute has the same name."""
    return {key: key for key in keys}


_NEED_VALUES = same("on", "name", "at_least", "weight", "useful", "survives", "rejoin")
_COMPONENT_VALUES = same(
    *("id", "name", "kind", "zone", "at", "locked", "users", "substitutable", "cost_per_hour", "safety_critical"),
    *("target", "restart", "repair", "crew", "seen_by", "note"),
)


def _crew(fields: Fields) -> Crew:
    return Crew(**given(fields, same("id", "name", "size")))


def _zone(fields: Fields) -> Zone:
    return Zone(**given(fields, {**same("id", "name", "box"), "in": "inside"}))


def _component(fields: Fields) -> Component:
    return Component(
        **given(fields, _COMPONENT_VALUES),
        initially_off=fields.get("initially") == "off",
        needs=tuple(_need(each) for each in fields.get("needs", ())),
    )


def _need(fields: Fields) -> Need:
    return Need(
        **given(fields, _NEED_VALUES),
        purpose=Purpose(fields.get("for", Purpose.RUN)),
        standby=tuple(Standby(supplier, after) for supplier, after in fields.get("standby", ())),
        bends=tuple(Bend(supplier, points) for supplier, points in fields.get("bends", ())),
    )


def _look_at_need(fields: Fields, reading: Reading) -> None:
    if fields.get("for", Purpose.RUN) != Purpose.RUN and fields.get("weight", FULL) != FULL:
        reading.fault("weight-not-run", (*fields.place, "weight"), said("fault.weight-not-run", purpose=fields["for"]))
    if not fields.sound("on"):
        return
    on: tuple[str, ...] = fields["on"]
    place: Place = (*fields.place, "on")
    for name, count in Counter(on).items():
        if count > 1:
            reading.fault("repeated", place, said("fault.repeated", name=quoted(name), times=count))
    if fields.get("at_least", 1) > len(set(on)):
        message = said("fault.at-least", at_least=fields["at_least"], most=len(set(on)))
        reading.fault("at-least", (*fields.place, "at_least"), message)
    for key in ("standby", "bends"):
        for supplier, _ in fields.get(key, ()):
            if supplier not in on:
                hint = instead(supplier, on, said("parts.supplier"))
                message = said("fault.not-a-supplier", supplier=quoted(supplier), hint=hint)
                reading.fault("not-a-supplier", (*fields.place, key, supplier), message)


def _look_at_component(fields: Fields, reading: Reading) -> None:
    if "id" not in fields:
        return
    needs: tuple[Fields, ...] = fields.get("needs", ())
    if "needs" in fields.broken:
        reading.doubt("need", fields["id"])
    _know_needs(fields["id"], [(each.get("name"), each["on"]) for each in needs if "on" in each], reading)
    for each in needs:
        if each.sound("on") and fields["id"] in each["on"]:
            reading.fault("needs-itself", (*each.place, "on"), said("fault.needs-itself", id=fields["id"]))
    taken: dict[str, int] = {}
    for each in needs:
        name = each.get("name") or (each["on"][0] if each.sound("on") and len(each["on"]) == 1 else None)
        if name is None:
            continue
        if name in taken:
            reading.fault("same-need", each.place, said("fault.same-need", name=quoted(name), other=taken[name]))
        taken.setdefault(name, int(each.place[-1]))


def _know_needs(component: str, needs: list[tuple[str | None, tuple[str, ...]]], reading: Reading) -> None:
    reading.know("need", (name or on[0] for name, on in needs if name or len(on) == 1), component)
    for name, on in needs:
        for supplier in on if name is None and len(on) > 1 else ():
            why = said("fault.nameless-need", component=component)
            reading.explain("need", supplier, component, why)


def _look_at_topology(fields: Fields, reading: Reading) -> None:
    doubt_unread(fields, {"components": "component", "zones": "zone", "crews": "crew"}, reading)
    around = {each["id"]: each.get("in") for each in fields.get("zones", ()) if "id" in each}
    told: set[str] = set()
    for each in fields.get("zones", ()):
        chain = _circle(each.get("id"), around)
        if chain and not told.intersection(chain):
            told.update(chain)
            reading.fault("zone-circle", (*each.place, "in"), said("fault.zone-circle", chain=(*chain, chain[0])))


def _look_at_zone(fields: Fields, reading: Reading) -> None:
    if fields.sound("box") and not min(fields["box"][2:]) > 0:
        width, height = fields["box"][2:]
        message = said("fault.box", width=f"{width:g}", height=f"{height:g}")
        reading.fault("wrong-value", (*fields.place, "box"), message)


def _circle(start: str | None, around: Mapping[str, str | None]) -> list[str]:
    chain: list[str] = []
    zone = start
    while zone is not None and zone not in chain:
        chain.append(zone)
        zone = around.get(zone)
    return chain if zone is not None and zone == start else []


NEED = Record(
    "need",
    {
        "on": required(OneOrMany(Referred("component"))),
        "name": Key(ID),
        "at_least": Key(whole(1, 10_000)),
        "for": Key(word(Purpose)),
        "weight": Key(percent()),
        "useful": Key(percent(1)),
        "survives": Key(duration()),
        "rejoin": Key(duration()),
        "standby": Key(MapOf(ID, or_word("manual", duration(1)))),
        "bends": Key(MapOf(ID, ListOf(_POINT))),
    },
    _look_at_need,
)

COMPONENT = Record(
    "component",
    {
        "id": required(Defined("component")),
        "name": Key(TEXT),
        "kind": Key(ID),
        "zone": Key(Referred("zone")),
        "at": Key(_POINT),
        "locked": Key(FLAG),
        "users": Key(whole(0)),
        "substitutable": Key(percent()),
        "cost_per_hour": Key(whole(0)),
        "safety_critical": Key(FLAG),
        "target": Key(duration()),
        "restart": Key(duration()),
        "repair": Key(or_word("never", duration())),
        "crew": Key(Referred("crew")),
        "initially": Key(word(("on", "off"))),
        "seen_by": Key(ListOf(Referred("component"))),
        "note": Key(TEXT),
        "needs": Key(ListOf(NEED)),
    },
    _look_at_component,
    "component",
)

TOPOLOGY = Record(
    "topology",
    {
        "currency": Key(short(12)),
        "crews": Key(
            ListOf(
                Record(
                    "crew",
                    {"id": required(Defined("crew")), "name": Key(TEXT), "size": Key(whole(1, 10_000))},
                    defines="crew",
                )
            )
        ),
        "zones": Key(
            ListOf(
                Record(
                    "zone",
                    {
                        "id": required(Defined("zone")),
                        "name": Key(TEXT),
                        "in": Key(Referred("zone")),
                        "box": Key(_BOX),
                    },
                    _look_at_zone,
                    "zone",
                )
            )
        ),
        "components": Key(ListOf(COMPONENT)),
    },
    _look_at_topology,
)
