"""Cards as they were painted last, ready to be put down again where lines around them have changed.

Near, each card has a pixmap of its own, painted at exactly the dots it will lie on; from afar all cards of a state
share one.
"""

from collections.abc import Iterable

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap

from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.shell.canvas.batches import Atlas, draw_stamps
from blackstart.shell.canvas.cards import draw_block, draw_far_block
from blackstart.shell.canvas.flat import IntArray
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.picture import Face
from blackstart.shell.canvas.scene import Scene
from blackstart.shell.canvas.signs import STALE, STATE_BITS, STATES
from blackstart.shell.canvas.snapshot import CARDS_FROM, QUIET_LINES_FROM, draw_one, draw_specks, on_canvas
from blackstart.shell.support.theme import RADIUS_CONTROL

BORDER_REACH = 2.0  # canvas px by which a border, painted smoothly, goes beyond its card
MOST_SPARE = 100  # cards that are kept though they are out of sight


class Stamps:
    """The cards of one scene at one scale; only whole dots may lie between one placement and the next."""

    def __init__(self, ratio: float) -> None:
        self._ratio = ratio
        self._cards: dict[int, tuple[Face, QPixmap]] = {}
        self._atlas: Atlas | None = None

    def face(self, number: int) -> Face | None:
        """Return what a card shows on its stamp."""
        kept = self._cards.get(number)
        return kept[0] if kept is not None else None

    def draw(self, painter: QPainter, scene: Scene, which: IntArray) -> None:
        """Put cards where they belong."""
        if scene.placement.scale < QUIET_LINES_FROM:
            draw_specks(painter, scene, which)
        elif scene.placement.scale < CARDS_FROM:
            self._draw_blocks(painter, scene, which)
        else:
            for number in which.tolist():
                area = card_area(scene, number, self._ratio)
                painter.drawPixmap(area.topLeft(), self._card(scene, number, area))

    def forget_all_but(self, which: Iterable[int]) -> None:
        """Let go of what is out of sight, once there is too much of it."""
        seen = set(which)
        if len(self._cards) > len(seen) + MOST_SPARE:
            self._cards = {number: kept for number, kept in self._cards.items() if number in seen}

    def _card(self, scene: Scene, number: int, area: QRectF) -> QPixmap:
        face = scene.picture.faces[scene.flat.ids[number]]
        kept = self._cards.get(number)
        if kept is not None and kept[0] == face:
            return kept[1]
        pixmap = _clear(round(area.width() * self._ratio), round(area.height() * self._ratio), self._ratio)
        painter = QPainter(pixmap)
        painter.translate(-area.topLeft())
        with on_canvas(painter, scene.placement):
            draw_one(painter, scene, number)
        painter.end()
        self._cards[number] = (face, pixmap)
        return pixmap

    def _draw_blocks(self, painter: QPainter, scene: Scene, which: IntArray) -> None:
        if self._atlas is None:
            self._atlas = _blocks(scene, self._ratio)
        reach, place = scene.flat.cards[which], scene.placement
        middles = (reach[:, :2] + reach[:, 2:]) / 2 * place.scale + (place.dx, place.dy)
        # Half a stamp from a whole dot, so that dots of the stamp lie on dots of the screen.
        half = np.array([self._atlas.width, self._atlas.height]) / 2
        middles = (np.rint(middles * self._ratio - half) + half) / self._ratio
        draw_stamps(painter, self._atlas, middles, scene.picture.signs.cards[which].astype(np.intp), 1 / self._ratio)


def card_area(scene: Scene, number: int, ratio: float) -> QRectF:
    """Return where a card lies in the view, border included, grown to whole dots."""
    box = rect(scene.flat.drawing.arrangement.cards[scene.flat.ids[number]])
    reach = box.adjusted(-BORDER_REACH, -BORDER_REACH, BORDER_REACH, BORDER_REACH)
    found = scene.placement.transform().mapRect(reach)
    dots = QRectF(found.topLeft() * ratio, found.size() * ratio).toAlignedRect()
    return QRectF(QPointF(dots.topLeft()) / ratio, dots.size().toSizeF() / ratio)


def _blocks(scene: Scene, ratio: float) -> Atlas:
    """Paint a plain card for each sign, all side by side."""
    scale = scene.placement.scale * ratio
    width, height = round(CARD_WIDTH * scale) + 2, round(CARD_HEIGHT * scale) + 2
    pixmap = _clear(width * 2 * STALE, height, 1.0)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    radius = RADIUS_CONTROL * scale
    for code in range(2 * STALE):
        if code & STATE_BITS < len(STATES):
            place = QRectF(code * width + 1, 1, width - 2, height - 2)
            if scene.picture.least_px:
                painter.save()
                painter.translate(place.topLeft())
                painter.scale(place.width() / CARD_WIDTH, place.height() / CARD_HEIGHT)
                draw_far_block(painter, QRectF(0, 0, CARD_WIDTH, CARD_HEIGHT), code, scene.theme)
                painter.restore()
            else:
                draw_block(painter, place, code, scene.theme, radius)
    painter.end()
    return Atlas(pixmap, width, height)


def _clear(width: int, height: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(max(width, 1), max(height, 1))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap
