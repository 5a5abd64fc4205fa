"""What the user has chosen of looks, language and motion, and word to everyone when that changes."""

from PySide6.QtCore import QLocale, QObject, Signal
from PySide6.QtGui import QFont

from blackstart.core.base.words import LANGUAGES, Words, words
from blackstart.shell.support.fonts import font
from blackstart.shell.support.settings import Settings
from blackstart.shell.support.system import System, Wishes
from blackstart.shell.support.theme import DARK, THEMES, Theme, theme

LANGUAGE_NAMES = {"en": "English", "ko": "한국어"}
TEXT_SIZES = (100, 125, 150, 175, 200)  # percent
YES, NO, AS_THE_SYSTEM = "yes", "no", "system"


class Look(QObject):
    """Theme, language, text size and motion of the whole program; handed to whatever paints or writes.

    Attributes
    ----------
    settings : Settings
        Where choices are kept from one start to the next.
    asked : Wishes
        What the system asks of every program.
    contrast_wish, motion_wish : bool or None
        High contrast and less motion as the user has chosen; None = as the system asks.
    """

    changed = Signal()  # anything here is another than before
    relaid = Signal()  # said after `changed`, where pages must be built anew: other words, or words of another size

    def __init__(self, settings: Settings, system: System | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self._system = system
        self.asked = system.wishes() if system is not None else Wishes()
        self.contrast_wish = _wish(settings, "contrast")
        self.motion_wish = _wish(settings, "reduced-motion")
        self._text_size = int(settings.choice("text-size", [str(size) for size in TEXT_SIZES], str(TEXT_SIZES[0])))
        self._words = words(settings.choice("language", LANGUAGES, self.asked.language))
        self._theme = theme(settings.choice("theme", THEMES, DARK), is_contrast_high=self.is_contrast_high)
        if system is not None:
            system.changed.connect(self._follow)

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def words(self) -> Words:
        return self._words

    @property
    def language(self) -> str:
        return self._words.language

    @property
    def locale(self) -> QLocale:
        return QLocale(self.language)

    @property
    def text_size(self) -> int:
        """Per cent of the usual size of words, 100..200."""
        return self._text_size

    @property
    def is_contrast_high(self) -> bool:
        return self.asked.is_contrast_high if self.contrast_wish is None else self.contrast_wish

    @property
    def is_motion_reduced(self) -> bool:
        """Whether nothing is to slide, grow or travel."""
        return bool(self.asked.is_motion_reduced) if self.motion_wish is None else self.motion_wish

    def px(self, usual: float) -> int:
        """Return a length that grows with the words in it, such as the height of a row."""
        return round(usual * self._text_size / 100)

    def font(self, size_px: float, *, is_bold: bool = False) -> QFont:
        """Return the program's font for words of the window; those on the map grow with its zoom alone."""
        return font(size_px * self._text_size / 100, is_bold=is_bold)

    def set_theme(self, name: str) -> None:
        if name != self._theme.name:
            self.settings.choose("theme", name)
            self._dress(name)

    def switch_theme(self) -> None:
        self.set_theme(next(name for name in THEMES if name != self._theme.name))

    def set_contrast(self, *, is_high: bool | None) -> None:
        """Choose high contrast or not; None = as the system asks."""
        if is_high != self.contrast_wish:
            self.contrast_wish = is_high
            self.settings.choose("contrast", _KEPT[is_high])
            self._dress(self._theme.name)

    def set_motion(self, *, is_reduced: bool | None) -> None:
        """Choose less motion or not; None = as the system asks."""
        if is_reduced != self.motion_wish:
            self.motion_wish = is_reduced
            self.settings.choose("reduced-motion", _KEPT[is_reduced])
            self.changed.emit()

    def set_text_size(self, percent: int) -> None:
        """Choose one of `TEXT_SIZES`."""
        if percent != self._text_size and percent in TEXT_SIZES:
            self._text_size = percent
            self.settings.choose("text-size", str(percent))
            self.changed.emit()
            self.relaid.emit()

    def set_language(self, language: str) -> None:
        if language != self.language:
            self._words = words(language)
            self.settings.choose("language", language)
            self.changed.emit()
            self.relaid.emit()

    def _follow(self) -> None:
        if self._system is not None:
            self.asked = self._system.wishes()
        self._dress(self._theme.name)

    def _dress(self, name: str) -> None:
        self._theme = theme(name, is_contrast_high=self.is_contrast_high)
        self.changed.emit()


_KEPT = {True: YES, False: NO, None: AS_THE_SYSTEM}


def _wish(settings: Settings, key: str) -> bool | None:
    kept = settings.choice(key, tuple(_KEPT.values()), AS_THE_SYSTEM)
    return next(wish for wish, word in _KEPT.items() if word == kept)
