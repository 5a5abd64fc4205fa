"""The mark of a decision wherever time is drawn: a diamond with the decision's number."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from blackstart.shell.support.look import Look

REACH_PX, NUMBER_PX = 8.5, 10


def reach(look: Look) -> float:
    """From a diamond's middle to its corners, px: it grows with the number in it."""
    return look.px(2 * REACH_PX) / 2


def draw_diamond(
    painter: QPainter, middle: QPointF, number: int, look: Look, ground: str = "bg0", *, is_filled: bool = False
) -> None:
    """Paint a diamond round a point; `ground` is the token of what it lies on, a chosen one is filled with ink."""
    far = reach(look)
    painter.setPen(QPen(look.theme.color("ink"), 1.2))
    painter.setBrush(look.theme.color("ink" if is_filled else ground))
    painter.drawPolygon(QPolygonF([middle + QPointF(*by) for by in ((0, -far), (far, 0), (0, far), (-far, 0))]))
    painter.setFont(look.font(NUMBER_PX, is_bold=True))
    painter.setPen(look.theme.color("inkon" if is_filled else "ink"))
    box = QRectF(middle.x() - far, middle.y() - far, 2 * far, 2 * far)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
