"""The ground on which a map is drawn: faint dots where cards snap to, once they are far enough apart to be told."""

import numpy as np
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter

from blackstart.shell.canvas.batches import draw_boxes
from blackstart.shell.canvas.geometry import Placement
from blackstart.shell.support.theme import Theme

LEAST_GAP_PX, DOT_PX = 12.0, 1.5  # on screen


def draw_dots(painter: QPainter, gap: float, placement: Placement, area: QRect, theme: Theme) -> None:
    """Paint the dots of a part of the view; `gap` is canvas px between one and the next."""
    step = gap * placement.scale
    if step < LEAST_GAP_PX:
        return
    across = _places(area.left(), area.right(), placement.dx, step)
    down = _places(area.top(), area.bottom(), placement.dy, step)
    boxes = np.empty((len(across) * len(down), 4))
    boxes[:, 0] = np.tile(across, len(down))
    boxes[:, 1] = np.repeat(down, len(across))
    boxes[:, 2:] = DOT_PX
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)  # so that they keep their weight between two dots
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("ln"))
    draw_boxes(painter, boxes)
    painter.restore()


def _places(start: float, end: float, origin: float, step: float) -> np.typing.NDArray[np.float64]:
    """Return where dots begin along one side, in view px, with one beyond each end."""
    first = np.floor((start - origin) / step)
    last = np.ceil((end + 1 - origin) / step)
    return origin + np.arange(first, last + 1) * step - DOT_PX / 2
