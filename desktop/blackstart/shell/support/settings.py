"""The program's settings; those of a run are its first command and stand in its journal."""

from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings


class Settings:
    """A few choices and the window's place, kept from one start to the next."""

    def __init__(self, store: QSettings) -> None:
        self._store = store

    def choice(self, key: str, known: Collection[str], usual: str) -> str:
        """Return what was chosen; the usual where nothing was, or something that is no longer known."""
        chosen = self._store.value(key, usual)
        return chosen if isinstance(chosen, str) and chosen in known else usual

    def choose(self, key: str, value: str) -> None:
        self._store.setValue(key, value)

    def text(self, key: str) -> str:
        """Return what was written down under a key; empty where nothing was."""
        kept = self._store.value(key, "")
        return kept if isinstance(kept, str) else ""

    def place(self) -> QByteArray:
        """Return the window's geometry as it was left; empty on the first start."""
        kept = self._store.value("window/geometry", QByteArray())
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def keep_place(self, geometry: QByteArray) -> None:
        self._store.setValue("window/geometry", geometry)


def user_settings() -> Settings:
    """Settings of this user, in the place their system has for them."""
    return Settings(QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Blackstart", "Blackstart"))


def settings_in(path: Path) -> Settings:
    """Settings kept in one file."""
    return Settings(QSettings(str(path), QSettings.Format.IniFormat))
