"""The map as it lies painted in a view: pixmaps one on the other, of which as little as possible is painted anew.

`base` holds zones and quiet lines, `ground` is base with lit lines and gates over it, `full` is ground with the cards.
A pan scrolls all by whole dots and paints the strips that it bares; what happens in a run paints ground and full where
lines change, and where only the seconds on cards do, those cards.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QPainter, QPixmap, QRegion

from blackstart.core.topology.model import Box
from blackstart.shell.canvas.flat import Flags, FloatArray, IntArray, numbers, within
from blackstart.shell.canvas.geometry import ARROW_WIDTH, Placement
from blackstart.shell.canvas.ground import draw_dots
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
    """What was painted last, and what of it is out of date; `grid` is canvas px between dots, 0 = there are none."""

    def __init__(self, grid: float = 0.0) -> None:
        self._grid = grid
        self._scene: Scene | None = None
        self._frame = _Frame(QSize(), 1.0)
        self._base = self._ground = self._full = QPixmap()
        self._stamps = Stamps(1.0)
        self._stale_ground = QRegion()
        self._stale = QRegion()  # of full

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
        lines = self._region(after, self._changed_lines(before, after))
        cards = self._region(after, after.flat.cards[self._changed_cards(before, after)])
        self._scene = after
        self._stale_ground += lines
        self._stale += lines + cards
        return lines + cards

    def bring(self, scene: Scene, size: QSize, ratio: float) -> QPixmap:
        """Paint what is out of date; returns the whole."""
        frame = _Frame(size, ratio)
        before, self._scene = self._scene, scene
        if before is None or frame != self._frame or not self._has_followed(before.placement, scene.placement):
            self._begin(frame)
        self._paint_stale()
        return self._full

    def _begin(self, frame: _Frame) -> None:
        """Paint everything."""
        assert self._scene is not None
        self._frame = frame
        self._stamps = Stamps(frame.ratio)
        dots = (QSizeF(frame.size) * frame.ratio).toSize()
        if self._base.size() != dots:
            self._base, self._ground, self._full = QPixmap(dots), QPixmap(dots), QPixmap(dots)
        for pixmap in (self._base, self._ground, self._full):
            pixmap.setDevicePixelRatio(frame.ratio)
        self._paint_base(frame.area)
        self._stale = self._stale_ground = QRegion(frame.area)

    def _has_followed(self, before: Placement, after: Placement) -> bool:
        """Scroll to where the map lies now; False = it is no matter of whole dots, or too far away."""
        shift_x, shift_y = after.dx - before.dx, after.dy - before.dy
        x, y = round(shift_x * self._frame.ratio), round(shift_y * self._frame.ratio)
        off = max(abs(x - shift_x * self._frame.ratio), abs(y - shift_y * self._frame.ratio))
        size = self._base.size()
        if before.scale != after.scale or off > WHOLE_DOTS or abs(x) >= size.width() or abs(y) >= size.height():
            return False
        if x or y:
            for pixmap in (self._base, self._ground, self._full):
                pixmap.scroll(x, y, pixmap.rect())
            for region in (self._stale, self._stale_ground):
                region.translate(round(shift_x), round(shift_y))
            for strip in self._bared(shift_x, shift_y):
                self._paint_base(strip)
                self._stale += strip
                self._stale_ground += strip
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
        if self._grid:
            draw_dots(painter, self._grid, self._scene.placement, area, self._scene.theme)
        draw_base(painter, self._scene, _on_canvas(area, self._scene.placement))
        painter.end()

    def _paint_stale(self) -> None:
        """Paint what is out of date on the ground, and then all that is."""
        assert self._scene is not None
        scene, lines, places = self._scene, self._stale_ground, self._stale
        self._stale_ground, self._stale = QRegion(), QRegion()
        if not lines.isEmpty():
            painter = _on_copy(self._ground, self._base, lines)
            draw_middle(painter, scene, _on_canvas(lines.boundingRect(), scene.placement))
            painter.end()
        if not places.isEmpty():
            painter = _on_copy(self._full, self._ground, places)
            cards = within(scene.flat.cards, _on_canvas(places.boundingRect(), scene.placement))
            self._stamps.draw(painter, scene, self._meets(cards, places))
            painter.end()
            self._stamps.forget_all_but(self._in_view(scene).tolist())

    def _meets(self, cards: IntArray, region: QRegion) -> IntArray:
        """Leave out cards that lie between the parts of a region."""
        assert self._scene is not None
        if region.rectCount() == 1 or self._scene.placement.scale < CARDS_FROM:
            return cards
        places = self._places(self._scene, self._scene.flat.cards[cards])
        return numbers(card for card, place in zip(cards.tolist(), places, strict=True) if region.intersects(place))

    def _changed_lines(self, before: Scene, after: Scene) -> FloatArray:
        """Return where lines and gates are marked in another way, or drawn as those of the chosen card or not."""
        one, other, flat = before.picture, after.picture, after.flat
        is_changed: Flags = one.signs.lines != other.signs.lines
        if one.chosen != other.chosen:
            is_changed[[*flat.lines_of(one.chosen), *flat.lines_of(other.chosen)]] = True
        if after.placement.scale < CARDS_FROM:
            is_gate: Flags = np.zeros(len(flat.gates), dtype=bool)
        else:
            is_gate = one.signs.gates != other.signs.gates
        return np.vstack([flat.lines.reach[is_changed], flat.gates[is_gate]])

    def _changed_cards(self, before: Scene, after: Scene) -> Flags:
        """Tell which cards are marked in another way, or say something else."""
        is_changed: Flags = before.picture.signs.cards != after.picture.signs.cards
        if after.placement.scale >= CARDS_FROM:
            is_changed[self._reworded(after)] = True
        return is_changed

    def _region(self, scene: Scene, reach: FloatArray) -> QRegion:
        """Return the part of the view that some reaches on the canvas take."""
        in_view = reach[within(reach, _on_canvas(self._frame.area, scene.placement))]
        if len(in_view) > MOST_PLACES:
            return QRegion(self._frame.area)
        region = QRegion()
        for place in self._places(scene, in_view):
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


def _on_copy(pixmap: QPixmap, below: QPixmap, region: QRegion) -> QPainter:
    """Begin to paint a part of a pixmap over what lies below it."""
    painter = QPainter(pixmap)
    painter.setClipRegion(region)
    painter.drawPixmap(0, 0, below)
    return painter


def _with(scene: Scene, picture: Picture) -> Scene:
    return Scene(picture, scene.placement, scene.theme, scene.flat, scene.strokes)


def _on_canvas(area: QRect, placement: Placement) -> Box:
    """Return what of the canvas is painted in a part of the view, with what reaches into it from beside it."""
    margin = LINE_REACH + LEAST_REACH_PX / placement.scale
    scale = placement.scale
    left, top = (area.x() - placement.dx) / scale - margin, (area.y() - placement.dy) / scale - margin
    return left, top, area.width() / scale + 2 * margin, area.height() / scale + 2 * margin
