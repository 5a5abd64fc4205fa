"""What dotted lines cost beside the pen that Qt has for them, in one process and in turn."""

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.dots import DOT_STEP
from blackstart.shell.canvas.lines import DOT_WIDTH, stroke_ways, way_pen
from blackstart.shell.canvas.strokes import stroke_path

ROUNDS = 5
WAYS = [((0.0, 20.0 * row), (900.0, 20.0 * row), (900.0, 700.0)) for row in range(30)]
INK = QColor("#56646c")


def cost(paint: Callable[[QPainter], object]) -> float:
    """Least processor time of painting on a screen of its own."""
    spent = []
    for _ in range(ROUNDS):
        surface = QPixmap(1000, 720)
        painter = QPainter(surface)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        begun = time.thread_time()
        paint(painter)
        spent.append(time.thread_time() - begun)
        painter.end()
    return min(spent)


def test_dotted_lines_are_painted_faster_than_by_a_dotted_pen(qapp: object) -> None:
    pen = QPen(INK, DOT_WIDTH, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    pen.setDashPattern([0.1 / DOT_WIDTH, (DOT_STEP - 0.1) / DOT_WIDTH])
    theirs = cost(lambda painter: painter.strokePath(stroke_path(WAYS), pen))
    purpose = Purpose.RESPOND
    ours = cost(lambda painter: stroke_ways(painter, WAYS, way_pen(INK, DOT_WIDTH, purpose), purpose))
    print(f"\n{len(WAYS)} dotted lines: by a pen {theirs * 1e3:.1f} ms, as points {ours * 1e3:.1f} ms")
    assert theirs > 4 * ours
