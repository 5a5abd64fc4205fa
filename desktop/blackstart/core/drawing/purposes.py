"""A drawing with the lines of one purpose alone: everything else stands where it stood."""

from collections.abc import Iterator

from blackstart.core.drawing.model import Arrangement, Drawing, Line
from blackstart.core.drawing.trunks import bundle
from blackstart.core.topology.model import Box, Point, Purpose


def drawn_for(drawing: Drawing, purpose: Purpose) -> Drawing:
    """Leave out all lines and gates of needs that are for something else; the bounds are drawn in."""
    lines = tuple(line for line in drawing.lines if line.purpose is purpose)
    served = {(line.component, line.need_index) for line in lines}
    before = drawing.arrangement
    gates = {key: box for key, box in before.gates.items() if key in served}
    arrangement = Arrangement(before.cards, before.zones, gates)
    return Drawing(arrangement, lines, bundle(lines), _bounds(arrangement, lines), drawing.is_plain)


def _bounds(arrangement: Arrangement, lines: tuple[Line, ...]) -> Box:
    corners = [*_corners(arrangement), *(point for line in lines for point in line.points)]
    if not corners:
        return 0.0, 0.0, 0.0, 0.0
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top


def _corners(arrangement: Arrangement) -> Iterator[Point]:
    for boxes in (arrangement.cards, arrangement.zones, arrangement.gates):
        for x, y, width, height in boxes.values():
            yield x, y
            yield x + width, y + height
