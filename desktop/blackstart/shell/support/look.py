"""What the user has chosen of looks and language, and word to everyone when that changes."""

from PySide6.QtCore import QLocale, QObject, Signal

from blackstart.core.base.words import ENGLISH, LANGUAGES, Words, words
from blackstart.shell.support.settings import Settings
from blackstart.shell.support.theme import DARK, THEMES, Theme, theme

LANGUAGE_NAMES = {"en": "English", "ko": "한국어"}


class Look(QObject):
    """Theme and language of the whole program; handed to whatever paints or writes."""

    changed = Signal()  # theme or language is another one
    language_changed = Signal()  # said after `changed`, when everybody has the new words

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._theme = theme(settings.choice("theme", THEMES, DARK))
        self._words = words(settings.choice("language", LANGUAGES, ENGLISH))

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

    def set_theme(self, name: str) -> None:
        if name != self._theme.name:
            self._theme = theme(name)
            self._settings.choose("theme", name)
            self.changed.emit()

    def switch_theme(self) -> None:
        self.set_theme(next(name for name in THEMES if name != self._theme.name))

    def set_language(self, language: str) -> None:
        if language != self.language:
            self._words = words(language)
            self._settings.choose("language", language)
            self.changed.emit()
            self.language_changed.emit()
