"""Where a library lies: its file, what it is renamed to when it is damaged, the locks of its runs."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from blackstart.core.base.ids import RunId

LIBRARY_NAME = "library.db"

_SIDE_FILES = ("-wal", "-shm")  # of SQLite, beside the file
_OTHER_FILES = (".drill", ".yaml", ".yml", ".json", ".jsonl")  # what people mistake for it on a command line
_HEAD = 1024  # bytes


@dataclass(frozen=True, slots=True)
class LibraryPaths:
    """The files of one library."""

    library: Path

    @property
    def is_called_otherwise(self) -> bool:
        """Whether its name is that of a drill, a list of commands or the like."""
        return self.library.suffix.lower() in _OTHER_FILES

    def was_library(self) -> bool:
        """Whether what lies there may be what is left of a library: no text in a place where there never was one."""
        with self.library.open("rb") as file:
            return b"\0" in file.read(_HEAD) or self._locks.exists()

    def lock(self, run: RunId) -> Path:
        """The lock file of a run."""
        return self._locks / f"{run}.lock"

    def set_aside(self) -> Path:
        """Rename a damaged library, side files with it, to a name that nothing has; returns the new name."""
        number = 1
        while (kept := self.library.with_name(f"{self.library.name}.damaged-{number}")).exists():
            number += 1
        for suffix in ("", *_SIDE_FILES):
            side = self.library.with_name(self.library.name + suffix)
            if side.exists():
                side.rename(kept.with_name(kept.name + suffix))
        return kept

    @property
    def _locks(self) -> Path:
        return self.library.with_name(f"{self.library.name}.locks")


def library_paths(path: Path | None) -> LibraryPaths:
    """The library at `path`, or the user's own."""
    return LibraryPaths(usual_folder() / LIBRARY_NAME if path is None else path)


def usual_folder() -> Path:
    """Where this system keeps what programs write for the user."""
    return user_data_path("blackstart", appauthor=False)


def drawings_folder() -> Path:
    """Where drawings are kept that can be made again at any time."""
    return user_cache_path("blackstart", appauthor=False) / "drawings"
