"""Which errors of SQLite are the user's to know, and in which words; every other one is our bug."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from blackstart.core.base.errors import UserError
from blackstart.core.base.system_words import system_words
from blackstart.core.base.words import said


class Why(StrEnum):
    """Why a library cannot be used."""

    FULL = "full"  # its disk
    READ_ONLY = "read-only"
    GONE = "gone"  # its file or its folder, as when a network drive vanishes
    LOCKED = "locked"
    BROKEN = "broken"  # the disk reports errors
    DAMAGED = "damaged"
    TAKEN = "taken"  # another Blackstart writes the run


class LibraryFault(UserError):
    """A library cannot be read or written just now; nothing of what was to be written has been kept.

    Attributes
    ----------
    why : Why
        For whoever tells it in words of their own.
    """

    def __init__(self, why: Why, sentence: str) -> None:
        super().__init__(sentence)
        self.why = why

    def __reduce__(self) -> tuple[type["LibraryFault"], tuple[Why, str]]:
        """Go from process to process as it is."""
        return type(self), (self.why, self.sentence)


_PRIMARY = 0xFF  # the lower byte of an extended error code is its kind
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SENTENCES = {  # why, and the key under `library` in assets/words
    sqlite3.SQLITE_FULL: (Why.FULL, "full"),
    sqlite3.SQLITE_READONLY: (Why.READ_ONLY, "read-only"),
    sqlite3.SQLITE_PERM: (Why.READ_ONLY, "read-only"),
    sqlite3.SQLITE_CANTOPEN: (Why.GONE, "gone"),
    sqlite3.SQLITE_BUSY: (Why.LOCKED, "locked"),
    sqlite3.SQLITE_LOCKED: (Why.LOCKED, "locked"),
    sqlite3.SQLITE_IOERR: (Why.BROKEN, "broken"),
    sqlite3.SQLITE_CORRUPT: (Why.DAMAGED, "damaged"),
    sqlite3.SQLITE_NOTADB: (Why.DAMAGED, "no-database"),
}
_OF_THE_SYSTEM = {
    errno.ENOSPC: Why.FULL,
    errno.EDQUOT: Why.FULL,
    errno.EROFS: Why.READ_ONLY,
    errno.EACCES: Why.READ_ONLY,
    errno.EPERM: Why.READ_ONLY,
    errno.EIO: Why.BROKEN,
}


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error says that the file itself is not a sound database."""
    return _kind(error) in _DAMAGED


def is_lock(error: sqlite3.DatabaseError) -> bool:
    """Whether another program has the file locked."""
    return _kind(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what went wrong with a library in one sentence.

    Raises
    ------
    LibraryFault
        For a full disk, a lock, missing rights, a damaged file, a file that is gone.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        why, key = _SENTENCES.get(_kind(error), (None, ""))
        if why is None:
            raise
        raise LibraryFault(why, said(f"library.{key}", path=path)) from error
    except OSError as error:
        why = _OF_THE_SYSTEM.get(error.errno or 0, Why.GONE)
        raise LibraryFault(why, said("library.unusable", path=path, why=system_words(error))) from error


def _kind(error: sqlite3.DatabaseError) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY
