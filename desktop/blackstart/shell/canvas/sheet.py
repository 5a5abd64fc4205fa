"""The map as it lies painted in a view: two pixmaps, of which as little as possible is painted anew.

`base` holds zones and quiet lines, `full` is base with all that changes in a run over it. A pan scrolls both by whole
dots and paints the strips that it bares; a change paints, on `full` alone, the places that it touches.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from blackstart.core.topology.model import Box
from blackstart.shell.canvas.flat import FloatArray, IntArray, numbers, within
from blackstart.shell.canvas.geometry import ARROW_WIDTH, Placement
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.scene import Scene
from blackstart.shell.canvas.signs import STILL
from blackstart.shell.canvas.snapshot import CARDS_FROM, draw_base, draw_middle
from blackstart.shell.canvas.stamps import Stamps

MOST_PLACES = 60  # that are painted anew one by one; of more, everything is
LINE_REACH = ARROW_WIDTH  # canvas px by which strokes, heads and borders go beyond what they are drawn round
LEAST_REACH_PX = 2.0  # the same in view px, for hairlines
WHOLE_DOTS = 1e-3  # dots from which on a shift is no longer taken for one of whole dots


@dataclass(frozen=True, slots=True)
class _Frame:
    """The size of the view, and device px per view px."""

    size: QSize
    ratio: float

    @property
    def area(self) -> QRect:
        return QRect(QPoint(), self.size)


class Sheet:
    """What was painted last, and what of it is out of date."""

    def __init__(self) -> None:
        self._scene: Scene | None = None
        self._frame = _Frame(QSize(), 1.0)
        self._base = self._full = QPixmap()
        self._stamps = Stamps(1.0)
        self._stale = QRegion()

    @property
    def placement(self) -> Placement | None:
        """Where the map lay when it was painted; None = nothing is painted."""
        return self._scene.placement if self._scene is not None else None

    @property
    def pixmap(self) -> QPixmap:
        """The map as it was painted last."""
        return self._full

    def drop(self) -> None:
        """Let go of everything: colours or words are others."""
        self._scene = None

    def take(self, picture: Picture) -> QRegion:
        """Take in another moment of the same map; returns the places of the view that it changes."""
        if self._scene is None:
            return QRegion()
        before, after = self._scene, _with(self._scene, picture)
        if before.picture.zones != picture.zones:
            self.drop()
            return QRegion(self._frame.area)
        region = self._touched(before, after)
        self._scene = after
        self._stale += region
        return region

    def bring(self, scene: Scene, size: QSize, ratio: float) -> QPixmap:
        """Paint what is out of date; returns the whole."""
        frame = _Frame(size, ratio)
        before, self._scene = self._scene, scene
        if before is None or frame != self._frame or not self._has_followed(before.placement, scene.placement):
            self._begin(frame)
        if not self._stale.isEmpty():
            self._paint(self._stale)
            self._stale = QRegion()
        return self._full

    def _begin(self, frame: _Frame) -> None:
        """Paint everything."""
        assert self._scene is not None
        self._frame = frame
        self._stamps = Stamps(frame.ratio)
        dots = (QSizeF(frame.size) * frame.ratio).toSize()
        self._base, self._full = QPixmap(dots), QPixmap(dots)
        for pixmap in (self._base, self._full):
            pixmap.setDevicePixelRatio(frame.ratio)
        self._paint_base(frame.area)
        self._stale = QRegion(frame.area)

    def _has_followed(self, before: Placement, after: Placement) -> bool:
        """Scroll to where the map lies now; False = it is no matter of whole dots, or too far away."""
        shift_x, shift_y = after.dx - before.dx, after.dy - before.dy
        x, y = round(shift_x * self._frame.ratio), round(shift_y * self._frame.ratio)
        off = max(abs(x - shift_x * self._frame.ratio), abs(y - shift_y * self._frame.ratio))
        size = self._base.size()
        if before.scale != after.scale or off > WHOLE_DOTS or abs(x) >= size.width() or abs(y) >= size.height():
            return False
        if x or y:
            for pixmap in (self._base, self._full):
                pixmap.scroll(x, y, pixmap.rect())
            self._stale.translate(round(shift_x), round(shift_y))
            for strip in self._bared(shift_x, shift_y):
                self._paint_base(strip)
                self._stale += strip
        return True

    def _bared(self, x: float, y: float) -> list[QRect]:
        """Return the strips of the view that a pan bares."""
        whole = QRectF(self._frame.area)
        strips = []
        if x:
            strips.append(QRectF(0 if x > 0 else whole.width() + x, 0, abs(x), whole.height()))
        if y:
            strips.append(QRectF(0, 0 if y > 0 else whole.height() + y, whole.width(), abs(y)))
        return [strip.toAlignedRect().intersected(self._frame.area) for strip in strips]

    def _paint_base(self, area: QRect) -> None:
        assert self._scene is not None
        painter = QPainter(self._base)
        painter.setClipRect(area)
        painter.fillRect(area, self._scene.theme.color("bg0"))
        draw_base(painter, self._scene, _on_canvas(area, self._scene.placement))
        painter.end()

    def _paint(self, region: QRegion) -> None:
        """Put everything together anew in a part of the view."""
        assert self._scene is not None
        area = _on_canvas(region.boundingRect(), self._scene.placement)
        painter = QPainter(self._full)
        painter.setClipRegion(region)
        painter.drawPixmap(0, 0, self._base)
        draw_middle(painter, self._scene, area)
        cards = within(self._scene.flat.cards, area)
        self._stamps.draw(painter, self._scene, self._meets(cards, region))
        painter.end()
        self._stamps.forget_all_but(self._in_view(self._scene).tolist())

    def _meets(self, cards: IntArray, region: QRegion) -> IntArray:
        """Leave out cards that lie between the parts of a region."""
        assert self._scene is not None
        if region.rectCount() == 1 or self._scene.placement.scale < CARDS_FROM:
            return cards
        places = self._places(self._scene, self._scene.flat.cards[cards])
        return numbers(card for card, place in zip(cards.tolist(), places, strict=True) if region.intersects(place))

    def _touched(self, before: Scene, after: Scene) -> QRegion:
        one, other, flat = before.picture, after.picture, after.flat
        cards = np.flatnonzero(one.signs.cards != other.signs.cards)
        lines = np.flatnonzero(one.signs.lines != other.signs.lines)
        gates = np.flatnonzero(one.signs.gates != other.signs.gates)
        if one.chosen != other.chosen:
            lines = np.union1d(lines, numbers([*flat.lines_of(one.chosen), *flat.lines_of(other.chosen)]))
        if after.placement.scale >= CARDS_FROM:
            cards = np.union1d(cards, self._reworded(after))
        places = [flat.cards[cards]]
        if len(lines):
            places.append(flat.lines.reach[lines])
        if after.placement.scale >= CARDS_FROM:
            places.append(flat.gates[gates])
        reach = np.vstack(places)
        in_view = reach[within(reach, _on_canvas(self._frame.area, after.placement))]
        if len(in_view) > MOST_PLACES:
            return QRegion(self._frame.area)
        region = QRegion()
        for place in self._places(after, in_view):
            region += place
        return region & self._frame.area

    def _reworded(self, after: Scene) -> IntArray:
        """Return the cards in view that count seconds, and say something else than on their stamps."""
        cards = self._in_view(after)
        codes = after.picture.signs.cards[cards]
        moving = cards[~np.isin(codes, STILL)].tolist()
        faces, ids = after.picture.faces, after.flat.ids
        return numbers(number for number in moving if faces[ids[number]] != self._stamps.face(number))

    def _in_view(self, scene: Scene) -> IntArray:
        return within(scene.flat.cards, _on_canvas(self._frame.area, scene.placement))

    def _places(self, scene: Scene, reach: FloatArray) -> list[QRect]:
        """Return the parts of the view that reaches on the canvas take with their strokes."""
        place = scene.placement
        margin = max(LINE_REACH * place.scale, LEAST_REACH_PX)
        corners = reach * place.scale + (place.dx, place.dy, place.dx, place.dy)
        whole = np.hstack([np.floor(corners[:, :2] - margin), np.ceil(corners[:, 2:] + margin)]).astype(int)
        return [QRect(left, top, right - left, bottom - top) for left, top, right, bottom in whole.tolist()]


def _with(scene: Scene, picture: Picture) -> Scene:
    return Scene(picture, scene.placement, scene.theme, scene.flat, scene.strokes)


def _on_canvas(area: QRect, placement: Placement) -> Box:
    """Return what of the canvas is painted in a part of the view, with what reaches into it from beside it."""
    margin = LINE_REACH + LEAST_REACH_PX / placement.scale
    scale = placement.scale
    left, top = (area.x() - placement.dx) / scale - margin, (area.y() - placement.dy) / scale - margin
    return left, top, area.width() / scale + 2 * margin, area.height() / scale + 2 * margin
