"""Lines of maps that are too large to be routed: out to the right, up or down halfway, in from the left."""

from collections.abc import Sequence

import numpy as np

from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.wires import Edge
from blackstart.core.topology.model import Point


def plain_lines(boxes: FloatArray, edges: Sequence[Edge]) -> dict[int, tuple[Point, ...]]:
    """Edge number -> a plain Z from side to side; cards in between are not avoided.

    Parameters
    ----------
    boxes : array (n, 4)
        x, y, width, height.
    """
    if not edges:
        return {}
    ends = np.array([edge[:2] for edge in edges])
    source, target = boxes[ends[:, 0]], boxes[ends[:, 1]]
    is_left = target[:, 0] + target[:, 2] / 2 < source[:, 0] + source[:, 2] / 2
    x = source[:, 0] + np.where(is_left, 0, source[:, 2])
    y = source[:, 1] + source[:, 3] / 2
    end_x = target[:, 0] + np.where(is_left, target[:, 2], 0)
    end_y = target[:, 1] + target[:, 3] / 2
    half = (x + end_x) / 2
    corners = np.stack([x, y, half, y, half, end_y, end_x, end_y], axis=1).reshape(-1, 4, 2).tolist()
    return {number: tuple((x, y) for x, y in four) for number, four in enumerate(corners)}
