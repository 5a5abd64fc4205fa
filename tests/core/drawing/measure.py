"""What can be counted in a finished drawing."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from blackstart.core.base.ids import ZoneId
from blackstart.core.drawing.model import Arrangement, Drawing, Leg, Line
from blackstart.core.topology.model import Box, Point, Topology

TOUCH = 0.5  # px; less than that is not a crossing


class Piece(NamedTuple):
    """A straight part of a trunk: at `at` on one axis, from low to high on the other."""

    trunk: int
    is_upright: bool
    at: float
    low: float
    high: float


@dataclass(frozen=True)
class Measures:
    crossings: int
    overlaps: int
    hits: int
    bends: int
    length: float


def measure(drawing: Drawing) -> Measures:
    pieces = list(trunk_pieces(drawing))
    return Measures(
        crossings=len(list(crossings(pieces))),
        overlaps=len(overlaps(drawing, pieces)),
        hits=len(hits(drawing)),
        bends=sum(len(line.points) - 2 for line in distinct(drawing)),
        length=sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for line in distinct(drawing) for a, b in pairwise(line.points)),
    )


def distinct(drawing: Drawing) -> list[Line]:
    """Lines of different ways: needs that share a way count once."""
    return list({line.points: line for line in drawing.lines}.values())


def trunk_pieces(drawing: Drawing) -> Iterator[Piece]:
    """Every straight part of every trunk, once."""
    for number, trunk in enumerate(drawing.trunks):
        parts: dict[tuple[bool, float], list[tuple[float, float]]] = defaultdict(list)
        for path in {drawing.lines[line].points for line in trunk.lines}:
            for (x, y), (to_x, to_y) in pairwise(path):
                if x == to_x:
                    parts[True, round(x, 2)].append((min(y, to_y), max(y, to_y)))
                else:
                    assert abs(y - to_y) < 0.01, "a line that is neither upright nor level"
                    parts[False, round(y, 2)].append((min(x, to_x), max(x, to_x)))
        for (is_upright, at), spans in parts.items():
            for low, high in merged(spans):
                yield Piece(number, is_upright, at, low, high)


def merged(spans: list[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    spans = sorted(spans)
    low, high = spans[0]
    for begin, end in spans[1:]:
        if begin > high + 0.01:
            yield low, high
            low, high = begin, end
        high = max(high, end)
    yield low, high


def crossings(pieces: list[Piece]) -> Iterator[tuple[Piece, Piece]]:
    level = [piece for piece in pieces if not piece.is_upright]
    for upright in (piece for piece in pieces if piece.is_upright):
        for other in level:
            if (
                other.trunk != upright.trunk
                and upright.low + TOUCH < other.at < upright.high - TOUCH
                and other.low + TOUCH < upright.at < other.high - TOUCH
            ):
                yield upright, other


def overlaps(drawing: Drawing, pieces: list[Piece]) -> list[tuple[Piece, Piece]]:
    """Trunks of two sources that run over each other; those that enter the same gate may join."""
    gates = [
        {drawing.arrangement.gates[line.component, line.need_index] for line in members if line.leg is Leg.INTO_GATE}
        for members in ([drawing.lines[number] for number in trunk.lines] for trunk in drawing.trunks)
    ]
    found = []
    for first, second in combinations(sorted(pieces, key=lambda piece: (piece.is_upright, piece.at)), 2):
        if first.is_upright != second.is_upright or abs(first.at - second.at) >= 2.5 or first.trunk == second.trunk:
            continue
        shared = min(first.high, second.high) - max(first.low, second.low)
        if shared > 6 and not gates[first.trunk] & gates[second.trunk]:
            found.append((first, second))
    return found


def hits(drawing: Drawing) -> list[tuple[Line, Box]]:
    """Lines that run over a card, or over a gate that is not their end."""
    cards = list(drawing.arrangement.cards.values())
    gates = set(drawing.arrangement.gates.values())
    found = []
    for line in distinct(drawing):
        for box in [*cards, *gates]:
            if any(is_over(box, a, b) for a, b in pairwise(line.points)):
                found.append((line, box))
    return found


def loose_ends(drawing: Drawing) -> list[Line]:
    """Lines that do not begin and end on the borders of what they join."""
    boxes = drawing.arrangement
    found = []
    for line in drawing.lines:
        gate = boxes.gates.get((line.component, line.need_index), (0.0, 0.0, 0.0, 0.0))
        begin = gate if line.supplier is None else boxes.cards[line.supplier]
        end = gate if line.leg is Leg.INTO_GATE else boxes.cards[line.component]
        if not (is_on_border(line.points[0], begin) and is_on_border(line.points[-1], end)):
            found.append(line)
    return found


def is_on_border(point: Point, box: Box) -> bool:
    (x, y), (left, top, width, height) = point, box
    is_on_side = min(abs(x - left), abs(x - left - width)) < 0.01 and top <= y <= top + height
    is_on_edge = min(abs(y - top), abs(y - top - height)) < 0.01 and left <= x <= left + width
    return is_on_side or is_on_edge


def is_over(box: Box, a: Point, b: Point) -> bool:
    x, y, width, height = box
    return (
        min(a[0], b[0]) < x + width - 1
        and max(a[0], b[0]) > x + 1
        and min(a[1], b[1]) < y + height - 1
        and max(a[1], b[1]) > y + 1
    )


def do_overlap(first: Box, second: Box) -> bool:
    return (
        first[0] < second[0] + second[2]
        and second[0] < first[0] + first[2]
        and first[1] < second[1] + second[3]
        and second[1] < first[1] + first[3]
    )


def is_inside(inner: Box, outer: Box) -> bool:
    return (
        outer[0] <= inner[0]
        and outer[1] <= inner[1]
        and inner[0] + inner[2] <= outer[0] + outer[2]
        and inner[1] + inner[3] <= outer[1] + outer[3]
    )


def breaches(topology: Topology, arrangement: Arrangement) -> list[str]:
    """What stands where it must not, by name."""
    around = {zone.id: zone.inside for zone in topology.zones}
    chains = {zone: chain(around, zone) for zone in around}
    cards, zones = arrangement.cards, arrangement.zones
    said = [f"cards {a} and {b} overlap" for a, b in combinations(cards, 2) if do_overlap(cards[a], cards[b])]
    for component in topology.components:
        own = chains.get(component.zone, []) if component.zone else []
        said += [f"{component.id} outside {zone}" for zone in own if not is_inside(cards[component.id], zones[zone])]
        foreign = (zone for zone in zones if zone not in own)
        said += [f"{component.id} intrudes into {z}" for z in foreign if do_overlap(cards[component.id], zones[z])]
    pairs = [(inner, outer) for inner in zones for outer in chains[inner]]
    said += [f"{inner} outside {outer}" for inner, outer in pairs if not is_inside(zones[inner], zones[outer])]
    for a, b in combinations(zones, 2):
        if a not in chains[b] and b not in chains[a] and do_overlap(zones[a], zones[b]):
            said.append(f"zones {a} and {b} overlap")
    for gate in dict.fromkeys(arrangement.gates.values()):
        said += [f"a gate lies on {name}" for name, box in cards.items() if do_overlap(gate, box)]
    return said


def chain(around: Mapping[ZoneId, ZoneId | None], zone: ZoneId) -> list[ZoneId]:
    """A zone and the zones it says it lies in."""
    found = [zone]
    while (outer := around[found[-1]]) is not None and outer not in found:
        found.append(outer)
    return found
