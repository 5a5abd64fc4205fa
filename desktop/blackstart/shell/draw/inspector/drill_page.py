"""The page of the drill as a whole, shown while nothing is chosen, and that of one zone."""

from collections import Counter

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ZoneId
from blackstart.core.topology.model import Crew, Topology, Zone
from blackstart.shell.draw.inspector.component_values import currency_field
from blackstart.shell.draw.inspector.ground import Ground
from blackstart.shell.draw.inspector.page import Adding, Choice, Control, Ending, Field, Page, Row, Section
from blackstart.shell.draw.selection import Selection

translate = QCoreApplication.translate


def drill_page(ground: Ground) -> Page:
    """Return what holds of the whole drill."""
    summary = ground.summary.to(ground.language) if ground.summary is not None else ""
    title = ground.title.to(ground.language)
    fields = (
        Field(("title",), translate("Inspector", "Title"), shown=title),
        currency_field(ground),
        Field(
            ("summary",),
            translate("Inspector", "Summary"),
            Control.LINES,
            summary,
            hint=translate("Inspector", "What the exercise is about, in one or two sentences"),
        ),
    )
    return Page(
        Selection(), "doc", title, _counts(ground), (Section("first", fields=fields), _crews(ground), _zones(ground))
    )


def zone_page(zone: Zone, ground: Ground) -> Page:
    """Return what is known of one zone."""
    topology = ground.topology
    name = zone.name.to(ground.language) if zone.name is not None else ""
    around = _around(zone, topology)
    choices = (
        Choice("", translate("Inspector", "none")),
        *(Choice(each.id, each.label(ground.language)) for each in around),
    )
    fields = (
        Field(("zone-name",), translate("Inspector", "Name"), shown=name, hint=zone.id),
        Field(("inside",), translate("Inspector", "Inside"), Control.PICK, zone.inside or "", choices=choices),
    )
    inner = [
        Row(("zone", each.id), each.label(ground.language), icon="zone")
        for each in topology.zones
        if each.inside == zone.id
    ]
    within = [
        Row(("choose", each.id), each.label(ground.language), icon=ground.icon(each.id))
        for each in topology.components
        if each.zone == zone.id
    ]
    delete = Ending(("remove-zone",), translate("Inspector", "Delete this zone"))
    content = Section(
        "within",
        translate("Inspector", "In it"),
        count=str(len(within) + len(inner)),
        rows=(*inner, *within),
        empty=translate("Inspector", "Nothing lies in it yet."),
        ending=delete,
    )
    about = ground.words.say("count.components", count=len(topology.within(zone.id)))
    return Page(
        Selection(zone=zone.id), "zone", zone.label(ground.language), about, (Section("first", fields=fields), content)
    )


def _around(zone: Zone, topology: Topology) -> list[Zone]:
    """The zones that it can lie in: itself and what lies in it left out."""
    away = {zone.id}
    for _ in topology.zones:
        away |= {each.id for each in topology.zones if each.inside in away}
    return [each for each in topology.zones if each.id not in away]


def _counts(ground: Ground) -> str:
    topology, say = ground.topology, ground.words.say
    needs = sum(len(each.needs) for each in topology.components)
    counts = {"components": len(topology.components), "needs": needs, "zones": len(topology.zones)}
    return ", ".join(say(f"count.{name}", count=count) for name, count in counts.items())


def _crews(ground: Ground) -> Section:
    adding = Adding(
        ("new-crew",), translate("Inspector", "Add"), translate("Inspector", "Name of the crew"), is_named=True
    )
    rows = tuple(_crew(each, ground) for each in ground.topology.crews)
    return Section(
        "crews",
        translate("Inspector", "Crews"),
        rows=rows,
        empty=translate("Inspector", "Nobody repairs anything yet."),
        adding=adding,
    )


def _zones(ground: Ground) -> Section:
    adding = Adding(
        ("new-zone",), translate("Inspector", "Add"), translate("Inspector", "Name of the zone"), is_named=True
    )
    held = _held(ground.topology)
    rows = tuple(
        Row(("zone", each.id), each.label(ground.language), icon="zone", words=str(held[each.id]))
        for each in ground.topology.zones
    )
    return Section(
        "zones",
        translate("Inspector", "Zones"),
        rows=rows,
        empty=translate("Inspector", "Nothing is set apart yet."),
        adding=adding,
    )


def _held(topology: Topology) -> Counter[ZoneId]:
    """How many components lie in each zone, those in zones inside it as well."""
    around = {each.id: each.inside for each in topology.zones}
    held: Counter[ZoneId] = Counter()
    for own, number in Counter(each.zone for each in topology.components).items():
        zone = own
        while zone is not None:
            held[zone] += number
            zone = around[zone]
    return held


def _crew(crew: Crew, ground: Ground) -> Row:
    name = crew.label(ground.language)
    bound = sum(each.crew == crew.id for each in ground.topology.components)
    inline = (
        Field(("crew-name", crew.id), "{}", shown=name),
        Field(("crew-size", crew.id), translate("Inspector", "hands: {}"), shown=str(crew.size)),
    )
    return Row(
        (),
        "",
        detail=ground.words.say("count.components", count=bound),
        icon="headset",
        inline=inline,
        drop=("remove-crew", crew.id),
        drop_name=translate("Inspector", "Delete crew {name}").format(name=name),
    )
