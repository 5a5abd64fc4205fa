"""How far what is chosen reaches on the map: to be shown whole."""

from collections.abc import Iterable

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.core.topology.model import Box, Point


def around(drawing: Drawing, components: Iterable[ComponentId], lines: Iterable[Point] = ()) -> Box | None:
    """Return the box round some cards and points; None where none of the cards is on the map."""
    cards = drawing.arrangement.cards
    boxes = [cards[id_] for id_ in components if id_ in cards]
    if not boxes:
        return None
    corners = [*((x, y) for x, y, _, _ in boxes), *((x + width, y + height) for x, y, width, height in boxes), *lines]
    left, top = min(x for x, _ in corners), min(y for _, y in corners)
    return left, top, max(x for x, _ in corners) - left, max(y for _, y in corners) - top


def neighbourhood(drawing: Drawing, component: ComponentId) -> Box | None:
    """Return the box round a card, its lines and the cards at their ends; None where it is not on the map."""
    if component not in drawing.arrangement.cards:
        return None
    lines = [line for line in drawing.lines if component in (line.supplier, line.component)]
    joined = {end for line in lines for end in (line.supplier, line.component) if end is not None}
    return around(drawing, {component, *joined}, [point for line in lines for point in line.points])
