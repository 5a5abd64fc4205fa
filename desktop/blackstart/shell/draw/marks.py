"""What shows on the map that something is chosen."""

from PySide6.QtGui import QPainter

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.cards import draw_choice
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.draw.bending import draw_need
from blackstart.shell.draw.connecting import draw_handles
from blackstart.shell.draw.easel import Easel
from blackstart.shell.draw.zoning import draw_zone_to_be
from blackstart.shell.support.theme import Theme


def draw_marks(painter: QPainter, easel: Easel, pointed: ComponentId | None, theme: Theme, scale: float) -> None:
    """Paint rings round what is chosen, a chosen need's lines, the handles of the card under the hand, a zone to be."""
    draw_need(painter, easel, theme, scale)
    if easel.named is not None:
        draw_zone_to_be(painter, easel.named, theme, scale)
    boxes = [easel.box_of(each) for each in easel.selection.components]
    zone, need = easel.selection.zone, easel.selection.need
    boxes.append(easel.drawing.arrangement.zones.get(zone) if zone is not None else None)
    boxes.append(easel.drawing.arrangement.gates.get(need) if need is not None else None)
    for box in boxes:
        if box is not None:
            draw_choice(painter, rect(box), theme)
    for each in {pointed, easel.selection.current}:
        box = easel.box_of(each)
        if box is not None:
            draw_handles(painter, rect(box), theme, scale)
