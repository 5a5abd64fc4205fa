"""How the states look on a strip: told apart by texture and outline as well as by colour."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPixmap, QPolygonF

from blackstart.core.engine.trace import Shown
from blackstart.shell.support.theme import Theme

TILE_PX = 8  # width and height of a texture, after which it repeats
DOWN_OPACITY, LINE_OPACITY = 0.82, 0.62
HATCH_PX, CHEVRON_PX, OUTLINE_PX, RESERVE_PX = 2.2, 1.5, 1.5, 3.0
LEAST_SPAN_PX = 1.5  # narrower ones are drawn that wide: a short failure is not to be lost
TRACK, TRACK_OPACITY = "ln2", 0.28  # the tone of bg3, which in the light hardly stands off from an empty strip


class StripPaint:
    """Paints spans in one theme; made anew for another."""

    def __init__(self, theme: Theme, ratio: float) -> None:
        self._theme = theme
        ground = theme.color("bg0", LINE_OPACITY)
        self._hatch = QBrush(_tile(theme.color("deg"), ratio, _hatch_lines(), QPen(ground, HATCH_PX)))
        chevrons = QPen(ground, CHEVRON_PX)
        chevrons.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        self._chevrons = QBrush(_tile(theme.color("rec"), ratio, _chevron_lines(), chevrons))

    def draw(self, painter: QPainter, area: QRectF, shown: Shown, *, is_on_reserve: bool = False) -> None:
        """Paint one span, `area` being as high as its strip."""
        area = QRectF(area.left(), area.top(), max(area.width(), LEAST_SPAN_PX), area.height())
        painter.setBrushOrigin(QPointF(0, area.top()))
        match shown:
            case Shown.OPERATIONAL:
                painter.fillRect(area, self._theme.color(TRACK, TRACK_OPACITY))
                if is_on_reserve:
                    line = QRectF(area.left(), area.center().y() - RESERVE_PX / 2, area.width(), RESERVE_PX)
                    painter.fillRect(line, self._theme.color("deg"))
            case Shown.DEGRADED:
                painter.fillRect(area, self._hatch)
            case Shown.DOWN:
                painter.fillRect(area, self._theme.color("bg0"))
                painter.fillRect(area, self._theme.color("down", DOWN_OPACITY))
            case Shown.RECOVERING:
                painter.fillRect(area, self._chevrons)
            case Shown.ISOLATED:
                self._outline(painter, area, QPen(self._theme.color("iso"), OUTLINE_PX))
            case Shown.MAINTENANCE:  # it is meant to be off: empty, within an edge
                self._outline(painter, area, QPen(self._theme.color("ln2"), 1.0, Qt.PenStyle.DotLine))

    def _outline(self, painter: QPainter, area: QRectF, pen: QPen) -> None:
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = pen.widthF() / 2
        painter.drawRect(area.adjusted(inset, inset, -inset, -inset))


def _tile(ground: QColor, ratio: float, lines: list[QPolygonF], pen: QPen) -> QPixmap:
    tile = QPixmap(QSize(TILE_PX, TILE_PX) * ratio)
    tile.setDevicePixelRatio(ratio)
    tile.fill(ground)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    for line in lines:
        painter.drawPolyline(line)
    painter.end()
    return tile


def _hatch_lines() -> list[QPolygonF]:
    """Lines at 45 degrees that go on in the next tile."""
    far = TILE_PX
    return [QPolygonF([QPointF(x - far, 2 * far), QPointF(x + far, 0)]) for x in (0, far, 2 * far)]


def _chevron_lines() -> list[QPolygonF]:
    """Peaks that go on in the next tile; with a strip about as high as a tile there is one row of them."""
    low, high = TILE_PX * 0.72, TILE_PX * 0.28
    half = TILE_PX / 2
    return [QPolygonF([QPointF(x, low if number % 2 else high) for number, x in enumerate((-half, 0, half, 8, 12))])]
