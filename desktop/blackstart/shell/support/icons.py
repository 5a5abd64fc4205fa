"""Our icons: line drawings on a grid of 16, painted in whatever colour the place asks for."""

import json
from functools import cache
from threading import get_ident

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap

from blackstart.core.base.assets import assets_folder
from blackstart.shell.support.svgpath import painter_path

GRID = 16.0
STROKE = 1.4  # in grid units
_SCALES = (1.0, 2.0)  # device pixels per pixel that are kept ready


@cache
def icon_data() -> dict[str, str]:
    """Path data by name, as shipped."""
    drawings: dict[str, str] = json.loads((assets_folder() / "icons.json").read_text(encoding="utf-8"))
    return drawings


def icon_path(name: str) -> QPainterPath:
    """Return the drawing of that name, on its grid; an unknown name is a KeyError."""
    return _icon_path(name, get_ident())


@cache
def _icon_path(name: str, _thread: int) -> QPainterPath:
    # One for each thread: Qt keeps in a path what it has made of it to paint it, and two may not do so at once.
    return painter_path(icon_data()[name])


def draw_icon(painter: QPainter, name: str, centre: QPointF, size_px: float, color: QColor) -> None:
    """Paint an icon round a point."""
    scale = size_px / GRID
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(centre.x() - size_px / 2, centre.y() - size_px / 2)
    painter.scale(scale, scale)
    pen = QPen(color, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(icon_path(name))
    painter.restore()


def icon(name: str, color: QColor, size_px: int = 16, off: QColor | None = None) -> QIcon:
    """Return an icon for buttons and menus, sharp on every screen; `off` = its colour on what cannot be pressed."""
    made = QIcon()
    _add(made, QIcon.Mode.Normal, name, color, size_px)
    if off is not None:
        _add(made, QIcon.Mode.Disabled, name, off, size_px)
    return made


def _add(made: QIcon, mode: QIcon.Mode, name: str, color: QColor, size_px: int) -> None:
    """Put drawings for plain and for double-density screens into an icon."""
    for scale in _SCALES:
        pixmap = QPixmap(QSize(size_px, size_px) * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_icon(painter, name, QRectF(0, 0, size_px, size_px).center(), size_px, color)
        painter.end()
        made.addPixmap(pixmap, mode)
