"""The library that runs are kept in, and those before it."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.errors import UserError
from blackstart.core.record.library import Library
from blackstart.core.record.paths import library_paths
from blackstart.core.record.rows import RunRow
from blackstart.shell.run.safety.presenter import Safety
from blackstart.shell.support.translation import sentence_of

translate = QCoreApplication.translate


class Libraries(QObject):
    """Only the one that was opened last is read and written, but for a run that is still open in another."""

    told = Signal(str)

    def __init__(self, library: Library, safety: Safety, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = library
        self._safety = safety
        self._before: list[Library] = []  # a run that has ended may still be on the console
        self._rows: tuple[RunRow, ...] = ()

    @property
    def path(self) -> Path:
        return self.now.path

    def runs(self) -> tuple[RunRow, ...]:
        """Return all recorded runs, the latest first; as they were known last, if the library cannot be read."""
        try:
            self._rows = self.now.runs()
        except UserError as fault:
            self.told.emit(sentence_of(fault))
        return self._rows

    def move(self, path: Path | None, *, is_under_way: bool) -> None:
        """Keep runs in another library, None = the usual one; a run that is not yet safe goes on there.

        Raises
        ------
        UserError
            If a run is under way that is safe where it is, or that library cannot be opened or written.
        """
        is_unsafe = self._safety.unsafe is not None
        if is_under_way and not is_unsafe:
            words = translate("Desk", "A run is under way. End it, then choose another library folder.")
            raise UserError(words)
        try:
            if is_unsafe and library_paths(path).library.absolute() == self.path.absolute():
                raise UserError(translate("Safety", "This library cannot be written. Choose another folder."))
            opened = Library(path)
            if is_unsafe:
                self._safety.move_to(opened)
        except UserError as fault:
            self._safety.refuse(sentence_of(fault))
            raise
        self._before.append(self.now)
        self.now = opened
        self.tell_damage()

    def tell_damage(self) -> None:
        """Say so if the library was damaged and this one is new."""
        if self.now.set_aside is not None:
            words = translate("Desk", "The library was damaged. It was put aside as {path}; this one is new.")
            self.told.emit(words.format(path=self.now.set_aside))

    def close(self) -> None:
        """Let go of all of them."""
        for library in (*self._before, self.now):
            library.close()
