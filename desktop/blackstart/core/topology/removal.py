"""Taking away what others lean on: the composite edits that let go first and then remove."""

from collections.abc import Collection
from dataclasses import replace

from blackstart.core.base.ids import ComponentId, CrewId, ZoneId
from blackstart.core.topology.edits import (
    ChangeComponents,
    ChangeZone,
    Edit,
    RemoveComponents,
    RemoveCrew,
    RemoveZone,
    Several,
)
from blackstart.core.topology.model import Component, Need, Topology


def removal(topology: Topology, gone: Collection[ComponentId]) -> Edit:
    """The one edit that removes components: who needed them loses that supplier, or the need with its last one.

    `at_least` stays, unless fewer suppliers than that are left. A need that would be taken for another of its
    component, because both now have the same single supplier, gets a name.
    """
    away = frozenset(gone)
    staying = [component for component in topology.components if component.id not in away]
    changed = [(component, without(component, away)) for component in staying]
    changes = tuple(after for before, after in changed if after != before)
    removed = RemoveComponents(tuple(gone))
    return Several((ChangeComponents(changes), removed)) if changes else removed


def zone_removal(topology: Topology, gone: ZoneId) -> Edit:
    """The one edit that removes a zone; what lay in it lies in the zone around it from then on."""
    around = next((zone.inside for zone in topology.zones if zone.id == gone), None)
    within = tuple(replace(each, zone=around) for each in topology.components if each.zone == gone)
    inner = [ChangeZone(replace(zone, inside=around)) for zone in topology.zones if zone.inside == gone]
    return Several((ChangeComponents(within), *inner, RemoveZone(gone)))


def crew_removal(topology: Topology, gone: CrewId) -> Edit:
    """The one edit that removes a crew; what it repaired needs no hands from then on."""
    bound = tuple(replace(each, crew=None) for each in topology.components if each.crew == gone)
    return Several((ChangeComponents(bound), RemoveCrew(gone)))


def without(component: Component, away: Collection[ComponentId]) -> Component:
    """Return a component that names none of those that are away."""
    kept = [(before, lessened(before, away)) for before in component.needs]
    needs: list[Need] = []
    settled = {need.reference for before, need in kept if need is not None and need == before}
    for before, need in kept:
        if need is None:
            continue
        named = need if need == before else told_apart(need, settled)
        settled.add(named.reference)
        needs.append(named)
    seen_by = tuple(watcher for watcher in component.seen_by if watcher not in away)
    return replace(component, needs=tuple(needs), seen_by=seen_by)


def lessened(need: Need, away: Collection[ComponentId]) -> Need | None:
    """Return a need without some of its suppliers; None = those were all, and the need goes with them."""
    left = tuple(supplier for supplier in need.on if supplier not in away)
    if not left:
        return None
    return replace(
        need,
        on=left,
        at_least=min(need.at_least, len(left)),
        standby=tuple(standby for standby in need.standby if standby.supplier not in away),
        bends=tuple(bend for bend in need.bends if bend.supplier not in away),
    )


def told_apart(need: Need, taken: Collection[str]) -> Need:
    """Return a need by a name that is free, where what it answers to is taken by another of its component."""
    if need.reference not in taken:
        return need
    count = 2
    while f"{need.on[0]}-{count}" in taken:
        count += 1
    return replace(need, name=f"{need.on[0]}-{count}")
