"""Pictures of maps, painted once and kept: one in each turn of the event loop, so that none of them holds it up.

They are painted in the window's thread, because fonts must not be shared between threads; what takes long,
arranging the map and finding the moment, has been done by the worker before.
"""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPixmap

from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.geometry import fitted
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.canvas.snapshot import draw_thumbnail
from blackstart.shell.library.shelf import Scene
from blackstart.shell.library.volume import Volume
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8


@dataclass(frozen=True, slots=True)
class _Wanted:
    scene: Scene
    dress: tuple[str, bool, str]  # theme, high contrast, language
    size: tuple[int, int]
    ratio: float


READABLE_FROM = 0.85  # scale at which the names on cards are as high as the smallest words
Slot = tuple[Path, int]  # a drill, and the height of the place it is shown in


class Thumbnails(QObject):
    """Keeps the latest picture of each drill for each place it is shown in."""

    made = Signal(object)  # Path

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._made: dict[Slot, tuple[_Wanted, QPixmap]] = {}
        self._queue: dict[Slot, _Wanted] = {}
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._make_one)

    def pixmap(self, volume: Volume, size: QSize, ratio: float) -> QPixmap | None:
        """Return a picture to be drawn into that size; None where there is none yet: `made` tells."""
        if volume.scene is None or size.isEmpty():
            return None
        look = self._look
        dress = (look.theme.name, look.is_contrast_high, look.language)
        wanted = _Wanted(volume.scene, dress, (size.width(), size.height()), ratio)
        slot = (volume.path, size.height())
        known, pixmap = self._made.get(slot, (None, None))
        if known is None or not _is_same(known, wanted):
            self._queue[slot] = wanted
            self._turn.start()
        return pixmap  # of another size or colour it still is better than nothing

    def _make_one(self) -> None:
        slot, wanted = next(iter(self._queue.items()))
        del self._queue[slot]
        if not self._queue:
            self._turn.stop()
        self._made[slot] = (wanted, self._paint(wanted))
        self.made.emit(slot[0])

    def _paint(self, wanted: _Wanted) -> QPixmap:
        look, scene, (width, height) = self._look, wanted.scene, wanted.size
        pixmap = QPixmap(QSize(width, height) * wanted.ratio)
        pixmap.setDevicePixelRatio(wanted.ratio)
        pixmap.fill(look.theme.color("bg0"))
        area = QRectF(0, 0, width, height).adjusted(SPACE_8, SPACE_8, -SPACE_8, -SPACE_8)
        picture = picture_of(scene.moment, scene.drawing, look.words)
        if fitted(scene.drawing.bounds, area, 8.0, most=1.0).scale < READABLE_FROM:
            picture = without_words(picture)
        painter = QPainter(pixmap)
        draw_thumbnail(painter, picture, area, look.theme)
        painter.end()
        return pixmap


def without_words(picture: Picture) -> Picture:
    """Return a picture with nothing to read on it but states."""
    faces = {component: replace(face, name="", sub="", brief="") for component, face in picture.faces.items()}
    gates = {key: replace(gate, text="") for key, gate in picture.gates.items()}
    return replace(picture, faces=faces, gates=gates, zones=dict.fromkeys(picture.zones, ""))


def _is_same(one: _Wanted, other: _Wanted) -> bool:
    # Scenes are large; the same one is the same object.
    return one.scene is other.scene and (one.dress, one.size, one.ratio) == (other.dress, other.size, other.ratio)
