"""The map in numbers, as the arrangement works on it: cards, zones in zones, and what flows from card to card.

Zone 0 is the map itself. A zone without any card, in it or in zones inside it, gets a blank card that keeps a
place free; blanks have the numbers after those of the components.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.wires import is_gated
from blackstart.core.topology.kinds import kind
from blackstart.core.topology.model import Purpose, Topology

MAP = 0


class Flow(NamedTuple):
    """A supplier's card, a dependent's card, and how the need ties them."""

    source: int
    target: int
    is_run: bool
    is_gated: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """Cards and zones by number.

    Attributes
    ----------
    components, zones : tuple of ids
        What the numbers stand for; zone 0, the map, is left out of `zones`, so zone n is ``zones[n - 1]``.
    zone_of : tuple of int
        The zone each card lies in.
    around : tuple of int
        The zone round each zone; the map lies in itself.
    cards_in, zones_in : tuple of tuple of int
        What lies directly in each zone.
    inner_first : tuple of int
        All zones, each after those it holds; the map is last.
    tiers : tuple of int
        Wanted order of the cards from left to right.
    flows : tuple of Flow
        Suppliers' cards to dependents' cards; gates are passed through.
    """

    components: tuple[ComponentId, ...]
    zones: tuple[ZoneId, ...]
    zone_of: tuple[int, ...]
    around: tuple[int, ...]
    cards_in: tuple[tuple[int, ...], ...]
    zones_in: tuple[tuple[int, ...], ...]
    inner_first: tuple[int, ...]
    tiers: tuple[int, ...]
    flows: tuple[Flow, ...]

    @property
    def cards(self) -> range:
        """All card numbers, blanks included."""
        return range(len(self.zone_of))

    def chain(self, zone: int) -> list[int]:
        """A zone and those round it, from the inside out, the map left out."""
        found = []
        while zone != MAP:
            found.append(zone)
            zone = self.around[zone]
        return found

    def depths(self) -> list[int]:
        """How many frames each zone has at its sides, its own counted; 0 for the map."""
        deep = [0] * len(self.around)
        for zone in self.inner_first[:-1]:
            deep[zone] = 1 + max((deep[inner] for inner in self.zones_in[zone]), default=0)
        return deep


def parts(topology: Topology) -> Parts:
    """Number a topology; a zone that lies in itself, or in none there is, lies in the map."""
    around = nesting(topology)
    zones = tuple(around)
    numbers = {zone: number for number, zone in enumerate(zones, start=1)}
    outer = (MAP, *(numbers.get(inside, MAP) if inside else MAP for inside in around.values()))
    own = [numbers.get(each.zone, MAP) if each.zone else MAP for each in topology.components]
    inner_first = _inner_first(outer)
    held = set(own)
    blanks = []
    for zone in inner_first:
        if zone not in held and zone != MAP:
            blanks.append(zone)
            held.add(zone)
        if zone in held:
            held.add(outer[zone])
    zone_of = (*own, *blanks)
    tiers = [kind(each.kind).tier for each in topology.components]
    tiers += [max(tiers, default=0)] * len(blanks)
    return Parts(
        components=tuple(each.id for each in topology.components),
        zones=zones,
        zone_of=zone_of,
        around=outer,
        cards_in=_gathered(zone_of, len(outer)),
        zones_in=_gathered((-1, *outer[1:]), len(outer)),
        inner_first=inner_first,
        tiers=tuple(tiers),
        flows=_flows(topology),
    )


def nesting(topology: Topology) -> dict[ZoneId, ZoneId | None]:
    """Zone -> the zone round it; None for one that would lie in itself or in none there is."""
    said = {zone.id: zone.inside for zone in topology.zones}
    around: dict[ZoneId, ZoneId | None] = {}
    for zone, inside in said.items():
        seen, outer = {zone}, inside
        while outer in said and outer not in seen:
            seen.add(outer)
            outer = said[outer]
        is_sound = inside in said and outer not in seen
        around[zone] = inside if is_sound else None
    return around


def _inner_first(around: Collection[int]) -> tuple[int, ...]:
    inner = _gathered((-1, *list(around)[1:]), len(around))
    found, waiting = [], [MAP]
    while waiting:
        zone = waiting.pop()
        found.append(zone)
        waiting.extend(inner[zone])
    return tuple(reversed(found))


def _gathered(owners: Collection[int], count: int) -> tuple[tuple[int, ...], ...]:
    held: list[list[int]] = [[] for _ in range(count)]
    for number, owner in enumerate(owners):
        if owner >= 0:
            held[owner].append(number)
    return tuple(map(tuple, held))


def _flows(topology: Topology) -> tuple[Flow, ...]:
    numbers = {component.id: number for number, component in enumerate(topology.components)}
    found: dict[Flow, None] = {}
    for component in topology.components:
        for need in component.needs:
            for supplier in need.on:
                if supplier in numbers and supplier != component.id:
                    is_run = need.purpose is Purpose.RUN
                    gated = is_gated(need, topology)
                    found[Flow(numbers[supplier], numbers[component.id], is_run, gated)] = None
    return tuple(found)
