"""Lines gathered into what is painted at once."""

from collections.abc import Sequence

from blackstart.core.drawing.model import Line, Source, Trunk
from blackstart.core.topology.model import Point, Purpose


def bundle(lines: Sequence[Line]) -> tuple[Trunk, ...]:
    """Return one trunk for each source and stroke, in the order of their first lines.

    A part of the lines may be given, such as those that run; the numbers in the trunks then count in that part.
    """
    members: dict[tuple[Source, Purpose], list[int]] = {}
    gates: dict[Point, Source] = {}
    for number, line in enumerate(lines):
        source = line.source
        if not isinstance(source, str):  # needs that share a pill have one trunk
            source = gates.setdefault(line.points[0], source)
        members.setdefault((source, line.drawn_as), []).append(number)
    return tuple(_trunk(lines, source, stroke, numbers) for (source, stroke), numbers in members.items())


def _trunk(lines: Sequence[Line], source: Source, stroke: Purpose, numbers: Sequence[int]) -> Trunk:
    ways = dict.fromkeys(lines[number].points for number in numbers)
    arrows = dict.fromkeys((way[-1], way[-2]) for way in ways)
    return Trunk(source, stroke, tuple(numbers), tuple(ways), tuple(arrows))
