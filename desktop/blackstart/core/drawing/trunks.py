"""Lines gathered into what is painted at once, every piece of it in one stroke only.

Strokes that lie over each other look bolder than the rest, whether they are painted one after the other or as one
path: at their soft edges the colours add up. So a line that runs along another is cut where it leaves it, or where
it joins it before a gate; only the round of the corner there remains on both.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from blackstart.core.drawing.model import CORNER_RADIUS, Leg, Line, Source, Trunk
from blackstart.core.topology.model import Point, Purpose

Way = tuple[Point, ...]


def bundle(lines: Sequence[Line]) -> tuple[Trunk, ...]:
    """Return one trunk for each source and stroke, in the order of their first lines.

    A part of the lines may be given, such as those that run; the numbers in the trunks then count in that part.
    """
    members: dict[tuple[Source, Purpose], list[int]] = {}
    gates: dict[Point, Source] = {}
    for number, line in enumerate(lines):
        source = line.source
        if line.leg is Leg.FROM_GATE:  # needs that share a pill have one trunk
            source = gates.setdefault(line.points[0], source)
        members.setdefault((source, line.drawn_as), []).append(number)
    entries: dict[Point, list[Way]] = {}
    return tuple(_trunk(lines, source, stroke, numbers, entries) for (source, stroke), numbers in members.items())


def without(lines: Sequence[Line], trunks: Sequence[Trunk], gone: Collection[int]) -> dict[int, Trunk | None]:
    """Return, by number, the trunks that change when some lines are taken out, and what becomes of them.

    None = nothing is left of it. The numbers of the lines stay those of all lines.
    """
    left_out = frozenset(gone)
    gates = {lines[number].points[-1] for number in left_out if lines[number].leg is Leg.INTO_GATE}
    touched = {number for number, trunk in enumerate(trunks) if not left_out.isdisjoint(trunk.lines)}
    if gates:  # others may have been cut where they join what goes
        touched |= {number for number, trunk in enumerate(trunks) if not gates.isdisjoint(_entered(lines, trunk))}
    entered = {gate for number in touched for gate in _entered(lines, trunks[number])}
    entries: dict[Point, list[Way]] = {}
    changed: dict[int, Trunk | None] = {}
    for number, trunk in enumerate(trunks) if entered else ((each, trunks[each]) for each in sorted(touched)):
        rest = [line for line in trunk.lines if line not in left_out]
        if number in touched:
            changed[number] = _trunk(lines, lines[rest[0]].source, trunk.purpose, rest, entries) if rest else None
        elif trunk.purpose is Purpose.RUN:  # as everything that enters a gate
            ways = dict.fromkeys(lines[line].points for line in rest if lines[line].leg is Leg.INTO_GATE)
            for way in ways:
                if way[-1] in entered:
                    entries.setdefault(way[-1], []).append(way)
    return changed


def taken_out(
    lines: Sequence[Line], trunks: Sequence[Trunk], gone: Collection[int]
) -> tuple[tuple[Line, ...], tuple[Trunk, ...]]:
    """Return the lines and trunks that are left when some lines are taken out, counted anew."""
    left_out = frozenset(gone)
    kept = [number for number in range(len(lines)) if number not in left_out]
    now = {number: place for place, number in enumerate(kept)}
    changed = without(lines, trunks, left_out)
    rest = (changed.get(number, trunk) for number, trunk in enumerate(trunks))
    counted = (replace(trunk, lines=tuple([now[number] for number in trunk.lines])) for trunk in rest if trunk)
    return tuple([lines[number] for number in kept]), tuple(counted)


def _entered(lines: Sequence[Line], trunk: Trunk) -> set[Point]:
    """Return where the gates are that a trunk enters."""
    if trunk.purpose is not Purpose.RUN:
        return set()
    return {lines[number].points[-1] for number in trunk.lines if lines[number].leg is Leg.INTO_GATE}


def _trunk(
    lines: Sequence[Line], source: Source, stroke: Purpose, numbers: Sequence[int], entries: dict[Point, list[Way]]
) -> Trunk:
    """Gather a trunk; `entries` holds the ways that came to each gate so far."""
    ways = {lines[number].points: lines[number].leg for number in numbers}
    paths: list[Way] = []
    arrows: dict[tuple[Point, Point], None] = {}
    done: list[Way] = []
    for way, leg in ways.items():
        path = cut_at_leaving(way, done)
        done.append(way)
        if leg is Leg.INTO_GATE:
            joined = entries.setdefault(way[-1], [])
            path = cut_at_joining(path, joined)
            joined.append(way)
        paths.append(path)
        if path[-1] == way[-1]:
            arrows[way[-1], way[-2]] = None
    return Trunk(source, stroke, tuple(numbers), tuple(paths), tuple(arrows))


def cut_at_leaving(way: Way, others: Iterable[Way]) -> Way:
    """The way from where it leaves the last of the others, with the round of the corner there."""
    cut = max((_shared(way, other) for other in others), default=(0, 0.0))
    corner, along = cut
    if cut == (0, 0.0):
        return way
    if along == 0:  # at a corner: the leg before it still belongs to the round
        corner -= 1
        along = _length(way[corner], way[corner + 1])
    begin = _on(way[corner], way[corner + 1], along - min(CORNER_RADIUS, along / 2))
    at = _on(way[corner], way[corner + 1], along)
    rest = way[corner + 1 :]
    return (begin, *rest) if rest[0] == at or _is_ahead(begin, at, rest[0]) else (begin, at, *rest)


def cut_at_joining(way: Way, others: Iterable[Way]) -> Way:
    """The way up to where it joins one of the others that come to the same end."""
    return cut_at_leaving(way[::-1], [other[::-1] for other in others])[::-1]


def _shared(way: Way, other: Way) -> tuple[int, float]:
    """How far two ways run together from their beginning: corners, and px beyond the last of those."""
    corners = 0
    for first, second in zip(way, other, strict=False):
        if first != second:
            break
        corners += 1
    if corners == 0 or corners == len(way) or corners == len(other):
        return max(0, corners - 1), 0.0
    start, first, second = way[corners - 1], way[corners], other[corners]
    if _direction(start, first) != _direction(start, second):
        return corners - 1, 0.0
    return corners - 1, min(_length(start, first), _length(start, second))


def _is_ahead(begin: Point, at: Point, following: Point) -> bool:
    return _direction(begin, at) == _direction(at, following)


def _direction(start: Point, end: Point) -> tuple[bool, bool, bool, bool]:
    return end[0] > start[0], end[0] < start[0], end[1] > start[1], end[1] < start[1]


def _length(start: Point, end: Point) -> float:
    return abs(end[0] - start[0]) + abs(end[1] - start[1])


def _on(start: Point, end: Point, along: float) -> Point:
    share = along / max(_length(start, end), along, 1e-9)
    return (start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share)
