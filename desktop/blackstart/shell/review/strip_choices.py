"""Which strips of a run are shown, and in what order."""

from dataclasses import replace
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.review.timeline import Timeline
from blackstart.core.topology.model import Topology

translate = QCoreApplication.translate


class StripChoice(StrEnum):
    """What somebody wants to see of all components."""

    EVERY = "every"
    SERVICES = "services"  # that people use
    ZONES = "zones"


def chosen_strips(timeline: Timeline, topology: Topology, choice: StripChoice) -> Timeline:
    """Return the strips that are wanted, in the order they failed; by zone within each."""
    if choice is StripChoice.SERVICES:
        used = {each.id for each in topology.components if each.users}
        return replace(timeline, strips=tuple(each for each in timeline.strips if each.component in used))
    if choice is StripChoice.ZONES:
        places = {zone.id: place for place, zone in enumerate(topology.zones)}
        zones = {
            each.id: places.get(each.zone, len(places)) if each.zone else len(places) for each in topology.components
        }
        return replace(timeline, strips=tuple(sorted(timeline.strips, key=lambda each: zones[each.component])))
    return timeline


def found_strips(timeline: Timeline, names: dict[ComponentId, str], wanted: str) -> Timeline:
    """Return the strips in whose name or id every word of what is looked for stands."""
    words = wanted.casefold().split()

    def is_found(id_: ComponentId) -> bool:
        heard = f"{names[id_]} {id_}".casefold()
        return all(word in heard for word in words)

    return replace(timeline, strips=tuple(each for each in timeline.strips if is_found(each.component)))


def strip_names(topology: Topology, language: str) -> dict[ComponentId, str]:
    """Return what the strips go by."""
    return {each.id: each.label(language) for each in topology.components}


def strip_zones(topology: Topology, choice: StripChoice, language: str) -> dict[ComponentId, str]:
    """Return in which zone each component is called to be where they stand by zone; else nothing."""
    if choice is not StripChoice.ZONES:
        return {}
    zones = {zone.id: zone.label(language) for zone in topology.zones}
    none = translate("Strips", "In no zone")
    return {each.id: zones.get(each.zone, none) if each.zone else none for each in topology.components}
