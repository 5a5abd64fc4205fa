"""What of a map is put out: all of it, or what is chosen with the lines among it."""

from collections.abc import Iterable
from dataclasses import replace

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Arrangement, Drawing, Line
from blackstart.core.drawing.trunks import bundle
from blackstart.core.topology.model import Box, Point, Topology
from blackstart.shell.draw.selection import Selection


def meant(topology: Topology, selection: Selection) -> frozenset[ComponentId]:
    """Return the components that are chosen; of a zone all that lie in it, of a need who needs and who serves."""
    if selection.zone is not None:
        return frozenset(topology.within(selection.zone))
    if selection.need is not None:
        component, index = selection.need
        return frozenset((component, *topology.component(component).needs[index].on))
    return frozenset(selection.components)


def cut_out(drawing: Drawing, topology: Topology, components: frozenset[ComponentId]) -> Drawing:
    """Return some components of a drawing with the lines among them, and the zones all of which is there."""
    arrangement = drawing.arrangement
    served = {
        (line.component, line.need_index)
        for line in drawing.lines
        if line.component in components and line.supplier in components
    }
    lines = tuple(line for line in drawing.lines if _is_among(line, components, served))
    cards = {id_: box for id_, box in arrangement.cards.items() if id_ in components}
    zones = {}
    for zone, box in arrangement.zones.items():
        inside = topology.within(zone)
        if inside and components.issuperset(inside):
            zones[zone] = box
    gates = {key: box for key, box in arrangement.gates.items() if key in served}
    bounds = _round([*cards.values(), *zones.values(), *gates.values()], [at for line in lines for at in line.points])
    return replace(
        drawing, arrangement=Arrangement(cards, zones, gates), lines=lines, trunks=bundle(lines), bounds=bounds
    )


def _is_among(line: Line, components: frozenset[ComponentId], served: set[tuple[ComponentId, int]]) -> bool:
    if line.supplier is None:
        return (line.component, line.need_index) in served
    return line.component in components and line.supplier in components


def _round(boxes: Iterable[Box], points: Iterable[Point]) -> Box:
    corners = [*points, *((x, y) for x, y, _, _ in boxes), *((x + width, y + height) for x, y, width, height in boxes)]
    if not corners:
        return 0.0, 0.0, 0.0, 0.0
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top
