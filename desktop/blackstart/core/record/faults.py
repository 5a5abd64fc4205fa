"""Which errors of SQLite are the user's to know, and in which words; every other one is our bug."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from blackstart.core.base.errors import UserError


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
        return type(self), (self.why, str(self))


_PRIMARY = 0xFF  # the lower byte of an extended error code is its kind
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_READ_ONLY = "{path} may be read but not written; give write access to it and its folder"
_LOCKED = "another program holds {path} locked; close it and do it again"
_SENTENCES = {
    sqlite3.SQLITE_FULL: (Why.FULL, "the disk is full: nothing was written to {path}; make room and do it again"),
    sqlite3.SQLITE_READONLY: (Why.READ_ONLY, _READ_ONLY),
    sqlite3.SQLITE_PERM: (Why.READ_ONLY, _READ_ONLY),
    sqlite3.SQLITE_CANTOPEN: (
        Why.GONE,
        "{path} cannot be opened or made; check that its folder is there and may be written to",
    ),
    sqlite3.SQLITE_BUSY: (Why.LOCKED, _LOCKED),
    sqlite3.SQLITE_LOCKED: (Why.LOCKED, _LOCKED),
    sqlite3.SQLITE_IOERR: (Why.BROKEN, "{path} cannot be read or written: the disk reports an error"),
    sqlite3.SQLITE_CORRUPT: (Why.DAMAGED, "{path} is damaged; start the program again and it is set aside"),
    sqlite3.SQLITE_NOTADB: (Why.DAMAGED, "{path} is no library; start the program again and it is set aside"),
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
        why, sentence = _SENTENCES.get(_kind(error), (None, ""))
        if why is None:
            raise
        raise LibraryFault(why, sentence.format(path=path)) from error
    except OSError as error:
        why = _OF_THE_SYSTEM.get(error.errno or 0, Why.GONE)
        raise LibraryFault(why, f"{path} cannot be used: {error.strerror or error}") from error


def _kind(error: sqlite3.DatabaseError) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY
