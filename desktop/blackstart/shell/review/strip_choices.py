"""Which strips of a run are shown, and in what order."""

from dataclasses import replace
from enum import StrEnum

from blackstart.core.base.ids import ComponentId
from blackstart.core.review.timeline import Timeline
from blackstart.core.topology.model import Topology


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


def strip_names(topology: Topology, choice: StripChoice, language: str) -> dict[ComponentId, str]:
    """Return what the strips go by: with their zone where they stand by zone."""
    zones = {zone.id: zone.label(language) for zone in topology.zones}
    names = {each.id: each.label(language) for each in topology.components}
    if choice is not StripChoice.ZONES:
        return names
    return {
        each.id: f"{names[each.id]}, {zones[each.zone]}" if each.zone in zones else names[each.id]
        for each in topology.components
    }
