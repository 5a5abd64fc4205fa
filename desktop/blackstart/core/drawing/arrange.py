"""Where everything stands: cards, zones round them, pills on the way from suppliers to dependents.

A map on which nothing was placed by hand is laid out from nothing. Else what was placed keeps its place exactly
and the rest is settled round it. Nothing is ever arranged again unasked: the caller writes places into the
topology and asks for what is still without one.
"""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from blackstart.core.drawing.charting import charted
from blackstart.core.drawing.gates import gate_boxes
from blackstart.core.drawing.layout import lay_out, make_room, with_pills
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH, GATE_WIDTH, Arrangement
from blackstart.core.drawing.packing import ZONE_GAP, ZONE_HEAD, ZONE_SIDE
from blackstart.core.drawing.parts import MAP, Parts, parts
from blackstart.core.drawing.pills import kept_pills
from blackstart.core.drawing.room import Places, channel_width, moved
from blackstart.core.drawing.route import can_be_routed
from blackstart.core.drawing.settle import settle
from blackstart.core.drawing.wires import Edge, Wires, wires
from blackstart.core.topology.model import Box, Point, Topology

MOSTLY_FREE = 3  # at least so many cards for each that is held: the others stand as if nothing were held
PILL_SIDES, CLOSE_LANES = 16.0, 7.0  # px of a channel beside pill and lanes, and for a lane, where a pill may stand


def arrange(
    topology: Topology, *, polish: bool = False, make_way: bool = False, before: Arrangement | None = None
) -> Arrangement:
    """Arrange a topology; components with ``at`` and zones with ``box`` stand exactly there.

    A frame grows only where it would not hold what lies in its zone.

    Parameters
    ----------
    polish : bool
        Whether to spend a few seconds more, for a worker: small maps on which nothing was placed look better then.
    make_way : bool
        Whether what was placed may step down or aside where a newcomer's zone is hemmed in on all sides; locked
        components never do.
    before : Arrangement or None
        Where everything stood a moment ago: pills between cards that stay are kept.
    """
    numbered, joined = parts(topology), wires(topology)
    if not numbered.zone_of:
        return Arrangement({}, {}, {})
    held = {number: each.at for number, each in enumerate(topology.components) if each.at is not None}
    boxes = {number: zone.box for number, zone in enumerate(topology.zones, start=1) if zone.box is not None}
    if held or boxes:
        locked = [number for number, each in enumerate(topology.components) if each.locked] if make_way else None
        cards, zones = settle(numbered, held, boxes, _wished(topology, numbered, joined, held, boxes), locked)
        kept = kept_pills(joined, cards, before) if before else {}
        places = Places(cards, zones, _pills(numbered, joined, cards, list(zones.values()), kept))
    else:
        places = lay_out(numbered, joined, polish=polish)
    return _named(numbered, joined, places)


def with_room(topology: Topology, arrangement: Arrangement) -> Arrangement:
    """Stretch an arrangement until pills and lines have room; what stands left of or above something still does.

    For a command that people give: cards move that were placed by hand. Locked ones do not: the map is not cut open
    between two of them, and moves round them.
    """
    numbered, joined = parts(topology), wires(topology)
    if not numbered.zone_of:
        return arrangement
    zones = {number: arrangement.zones[zone] for number, zone in enumerate(numbered.zones, start=1)}
    cards = [arrangement.cards[component] for component in numbered.components]
    for zone in numbered.zone_of[len(cards) :]:  # blanks stand in the corner of their zone
        cards.append((zones[zone][0] + ZONE_SIDE, zones[zone][1] + ZONE_HEAD, CARD_WIDTH, CARD_HEIGHT))
    locked = [number for number, each in enumerate(topology.components) if each.locked]
    places = with_pills(numbered, joined, Places(cards, zones, []), locked)
    places = make_room(numbered, joined, places, locked)
    if locked:
        (x, y, _, _), (now_x, now_y, _, _) = cards[locked[0]], places.cards[locked[0]]
        places = moved(places, (x - now_x, y - now_y))
    return _named(numbered, joined, places)


def _named(numbered: Parts, joined: Wires, places: Places) -> Arrangement:
    """The same by ids, in the topology's order."""
    return Arrangement(
        dict(zip(numbered.components, places.cards, strict=False)),
        {zone: places.zones[number] for number, zone in enumerate(numbered.zones, start=1)},
        {key: box for keys, box in zip(joined.pills, places.gates, strict=True) for key in keys},
    )


def _pills(numbered: Parts, joined: Wires, cards: list[Box], zones: list[Box], kept: Mapping[int, Box]) -> list[Box]:
    """Place the pills of a map whose channels are as wide as they are: some have room for a pill, some have not."""
    if len(kept) == len(joined.pills) or not can_be_routed(np.array(cards), len(joined.edges)):
        return gate_boxes(np.array(cards), joined, zones, (), kept)
    edges = tuple(dict.fromkeys(Edge(flow.source, flow.target, int(not flow.is_run)) for flow in numbered.flows))
    plan = charted(np.array(cards), edges, len(cards), zones)
    spared = (
        (channel, channel_width(plan.grid, channel) - PILL_SIDES - CLOSE_LANES * int(plan.lanes.counts[channel]))
        for channel in range(plan.grid.count)
    )
    wide = [channel for channel, spare in spared if spare >= GATE_WIDTH]
    return gate_boxes(np.array(cards), joined, zones, wide, kept)


def _wished(
    topology: Topology, numbered: Parts, joined: Wires, held: Mapping[int, Point], boxes: Mapping[int, Box]
) -> dict[int, Point]:
    """Where cards without a place would like to stand."""
    if len(held) == len(numbered.zone_of):
        return {}
    if len(held) * MOSTLY_FREE <= len(numbered.zone_of):
        return _beside_held(numbered, joined, held, boxes)
    return _below_held(topology, numbered, held, boxes)


def _beside_held(
    numbered: Parts, joined: Wires, held: Mapping[int, Point], boxes: Mapping[int, Box]
) -> dict[int, Point]:
    """The map laid out from nothing, shifted so that what is held lies as near as can be to where it belongs."""
    places = lay_out(numbered, joined)
    shifts = [(x - places.cards[card][0], y - places.cards[card][1]) for card, (x, y) in held.items()]
    by_zone = {zone: (box[0] - places.zones[zone][0], box[1] - places.zones[zone][1]) for zone, box in boxes.items()}
    dx, dy = np.median(shifts or list(by_zone.values()), axis=0).tolist()
    wished = {}
    for card in sorted(numbered.cards, key=lambda card: (places.cards[card][:2], card)):
        x, y, _, _ = places.cards[card]
        zone = next((zone for zone in numbered.chain(numbered.zone_of[card]) if zone in by_zone), MAP)
        shift = by_zone.get(zone, (dx, dy))
        wished[card] = (x + shift[0], y + shift[1])
    return wished


def _below_held(
    topology: Topology, numbered: Parts, held: Mapping[int, Point], boxes: Mapping[int, Box]
) -> dict[int, Point]:
    """Zones in which nothing is held, laid out by themselves below everything that is."""
    touched = {zone for start in (*boxes, *(numbered.zone_of[card] for card in held)) for zone in numbered.chain(start)}
    fresh = {zone for zone in range(1, len(numbered.around)) if not touched & set(numbered.chain(zone))}
    part = replace(
        topology,
        zones=tuple(zone for number, zone in enumerate(topology.zones, start=1) if number in fresh),
        components=tuple(each for number, each in enumerate(topology.components) if numbered.zone_of[number] in fresh),
    )
    inner = parts(part)
    if not inner.zone_of:
        return {}
    places = lay_out(inner, wires(part))
    left = min([x for x, _ in held.values()] + [box[0] for box in boxes.values()])
    bottom = max([y + CARD_HEIGHT for _, y in held.values()] + [box[1] + box[3] for box in boxes.values()])
    low_y = min(y for _, y, _, _ in (*places.cards, *places.zones.values()))
    numbers = {component: number for number, component in enumerate(numbered.components)}
    dy = bottom + ZONE_GAP + ZONE_HEAD - low_y
    return {
        numbers[component]: (x + left, y + dy)
        for component, (x, y, _, _) in zip(inner.components, places.cards, strict=False)
    }
