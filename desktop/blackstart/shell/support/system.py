"""What the system asks of every program: its language, high contrast, less motion; as far as Qt reports it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QGuiApplication, Qt

from blackstart.core.base.words import ENGLISH, LANGUAGES


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the system asks for.

    Attributes
    ----------
    is_motion_reduced : bool or None
        None = nobody says.
    """

    language: str = ENGLISH
    is_contrast_high: bool = False
    is_motion_reduced: bool | None = None


class System(QObject):
    """Tells when the system asks for something else than before."""

    changed = Signal()

    def __init__(self, app: QGuiApplication) -> None:
        super().__init__(app)
        self._style = app.styleHints()  # let go of, it takes what it has handed out along
        self._hints = self._style.accessibility()
        self._hints.contrastPreferenceChanged.connect(self.changed)
        motion_changed = getattr(self._hints, "motionPreferenceChanged", None)  # since Qt 6.12
        if motion_changed is not None:
            motion_changed.connect(self.changed)

    def wishes(self) -> Wishes:
        """Return what is asked for at this moment."""
        motion = self._hints.property("motionPreference")  # None before Qt 6.12
        return Wishes(
            language=language_among(QLocale.system().uiLanguages()),
            is_contrast_high=self._hints.contrastPreference() == Qt.ContrastPreference.HighContrast,
            is_motion_reduced=None if motion is None else bool(getattr(motion, "value", motion)),
        )


def language_among(wanted: Sequence[str]) -> str:
    """Return the first language of the system, such as ``ko-KR``, if the program speaks it; else English."""
    first = wanted[0].replace("_", "-").split("-")[0] if wanted else ENGLISH
    return first if first in LANGUAGES else ENGLISH
