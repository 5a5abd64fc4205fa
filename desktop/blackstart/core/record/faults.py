"""Which errors of SQLite are the user's to know, and in which words; every other one is our bug."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from blackstart.core.base.errors import UserError

_PRIMARY = 0xFF  # the lower byte of an extended error code is its kind
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_SENTENCES = {
    sqlite3.SQLITE_FULL: "the disk is full: nothing was written to {path}; make room and do it again",
    sqlite3.SQLITE_READONLY: "{path} may be read but not written; give write access to it and its folder",
    sqlite3.SQLITE_PERM: "{path} may be read but not written; give write access to it and its folder",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened or made; check that its folder is there and may be written to",
    sqlite3.SQLITE_BUSY: "another program holds {path} locked; close it and do it again",
    sqlite3.SQLITE_LOCKED: "another program holds {path} locked; close it and do it again",
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written: the disk reports an error",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged; start the program again and it is set aside",
    sqlite3.SQLITE_NOTADB: "{path} is no library; start the program again and it is set aside",
}


def is_damage(error: sqlite3.DatabaseError) -> bool:
    """Whether an error says that the file itself is not a sound database."""
    return _kind(error) in _DAMAGED


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Tell what went wrong with a library in one sentence.

    Raises
    ------
    UserError
        For a full disk, a lock, missing rights, a damaged file.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        sentence = _SENTENCES.get(_kind(error))
        if sentence is None:
            raise
        raise UserError(sentence.format(path=path)) from error
    except OSError as error:
        raise UserError(f"{path} cannot be used: {error.strerror or error}") from error


def _kind(error: sqlite3.DatabaseError) -> int:
    return getattr(error, "sqlite_errorcode", 0) & _PRIMARY
