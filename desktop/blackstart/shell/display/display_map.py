"""The map on the participants' display: fitted, never moved by hand, its words as large as can be read."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from blackstart.shell.canvas.far_words import LARGEST_NAME_PX
from blackstart.shell.canvas.geometry import Placement, fitted
from blackstart.shell.canvas.picture import Picture, Tempo
from blackstart.shell.canvas.view import MapView
from blackstart.shell.display.board import LEAST_WORDS
from blackstart.shell.support.look import Look

MARGIN, MOST_SCALE = 2.0, 1.35  # units; view units per canvas px


class DisplayMap(MapView):
    """Shows a picture; nobody points at it and nobody types into it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self._unit = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_unit(self, unit: float) -> None:
        """Take in how large everything is."""
        if unit != self._unit:
            self._unit = unit
            self.show_picture(self.picture)
            self._renew()
            self.fit()

    def show_picture(self, picture: Picture | None, *, is_kept: bool = False) -> None:
        wanted = None if picture is None else replace(picture, least_px=LEAST_WORDS * self._unit)
        super().show_picture(wanted, is_kept=is_kept)

    def show_motion(self, is_running: bool, pace: int) -> None:
        """Let things move while the clock runs; screen readers hear of the map from the console."""
        self.tempo = Tempo(is_running, pace)
        self.overlay.animation.show_tempo(self.tempo)

    def is_legible_in(self, width: float, height: float) -> bool:
        """Whether names could be read in a view of so many px."""
        bounds = self.bounds()
        if bounds is None:
            return True
        scale = fitted(bounds, QRectF(0, 0, width, height), MARGIN * self._unit, most=MOST_SCALE * self._unit).scale
        return LEAST_WORDS * self._unit / scale <= LARGEST_NAME_PX

    def _fitted(self) -> Placement:
        bounds = self.bounds()
        if bounds is None:
            return self._placement
        return fitted(bounds, QRectF(self.rect()), MARGIN * self._unit, most=MOST_SCALE * self._unit)
