"""The connection to a library's file: opened once, found again when the file was away for a while."""

import os
import sqlite3
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from sqlite_utils import Database

from blackstart.core.base.errors import UserError
from blackstart.core.base.words import said
from blackstart.core.record.faults import LibraryFault, Why, is_damage, is_lock, told
from blackstart.core.record.paths import LibraryPaths
from blackstart.core.record.schema import NEWEST, migrations

PATIENCE_S = 5.0  # how long another program's lock is waited for
PRAGMAS = ("synchronous = FULL", "foreign_keys = ON")
RUN_PATIENCE_S = 0.25  # the same while a run is played, where nobody may be kept waiting
LOOK_EVERY_S = 0.01  # where SQLite does not wait by itself
TRY_PATIENCE_S = 0.02  # the same when it is tried again and again


class Store:
    """A library's file, open; with `is_there` it is neither made nor, if it is damaged, set aside.

    Attributes
    ----------
    db : Database
        Another one after `find_again`.
    set_aside : Path or None
        Where a damaged library was put; a new one was made in its place.

    Raises
    ------
    UserError
        If the file was made by a newer program, cannot be opened, or is some other file.
    """

    def __init__(self, paths: LibraryPaths, is_there: bool = False) -> None:
        self.paths = paths
        self.set_aside: Path | None = None
        with told(self.path):
            self.db = self._open() if not is_there else self._open_again()
            self._opened = self.path.stat()

    @property
    def path(self) -> Path:
        """The file."""
        return self.paths.library

    def close(self) -> None:
        """Let go of the file."""
        with suppress(sqlite3.Error):  # of a file that is gone; what was committed is not lost by it
            self.db.close()

    @contextmanager
    def writing(self, patience_s: float = PATIENCE_S) -> Iterator[Database]:
        """Write all that is done within, or nothing of it.

        Raises
        ------
        LibraryFault
            If the library cannot be written, or its file is no longer there: SQLite would go on writing a file
            that has no name any more, and nobody would find what it wrote.
        """
        with told(self.path):
            self.must_be_there()
            connection = self.db.conn
            connection.execute(f"PRAGMA busy_timeout = {round(patience_s * 1000)}")
            # A transaction that reads before it writes is not waited for when another program has written meanwhile.
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                yield self.db

    def find_again(self, patience_s: float = PATIENCE_S) -> None:
        """Open the file anew, as it is there now; it is never made for that.

        Raises
        ------
        LibraryFault
            If it is not there, or cannot be opened.
        """
        with told(self.path), ExitStack() as undo:
            opened = self.path.stat()
            connection = sqlite3.connect(f"{self.path.absolute().as_uri()}?mode=rw", patience_s, uri=True)
            undo.callback(connection.close)
            _must_be_known(connection, self.path)
            db = _prepared(connection, patience_s)
            undo.pop_all()
        self.close()
        self.db, self._opened = db, opened

    def must_be_there(self) -> None:
        """Look whether the file still stands where it was opened.

        Raises
        ------
        LibraryFault
            If it does not, or another one does.
        """
        with told(self.path):
            found = self.path.stat()
        if not os.path.samestat(found, self._opened):
            raise LibraryFault(Why.GONE, said("library.another-file", path=self.path))

    def _open_again(self) -> Database:
        """Open what somebody else has open already."""
        self.path.stat()
        return _opened(self.path)

    def _open(self) -> Database:
        if self.paths.is_called_otherwise:
            raise _no_library(self.path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _opened(self.path)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            if not self.paths.was_library():
                raise _no_library(self.path) from None
            self.set_aside = self.paths.set_aside()
            return _opened(self.path)


def _opened(path: Path) -> Database:
    with ExitStack() as undo:
        connection = sqlite3.connect(path)
        undo.callback(connection.close)
        _must_be_sound(connection)
        _must_be_known(connection, path)
        db = _prepared(connection, PATIENCE_S)
        if migrations.pending(db):
            _migrate(db)
        undo.pop_all()
    return db


def _prepared(connection: sqlite3.Connection, patience_s: float) -> Database:
    db = Database(connection, execute_plugins=False)
    _write_ahead(connection, time.monotonic() + patience_s)
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    return db


def _write_ahead(connection: sqlite3.Connection, until: float) -> None:
    """Let the file be written ahead, as it stays from then on.

    SQLite waits for no lock where that is changed: of two programs that make a library at once one would be refused.
    """
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not is_lock(error) or time.monotonic() > until:
                raise
            time.sleep(LOOK_EVERY_S)


def _migrate(db: Database) -> None:
    # Two programs that start at once must not both find that the tables are missing.
    db.conn.execute("BEGIN IMMEDIATE")
    with db.conn:
        migrations.apply(db)


def _must_be_sound(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if found != "ok":
        damage = sqlite3.DatabaseError(found)
        damage.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise damage


def _must_be_known(connection: sqlite3.Connection, path: Path) -> None:
    # Tables first: another program that makes the library just now writes both at once.
    has_tables = connection.execute("SELECT 1 FROM sqlite_master WHERE name NOT LIKE '%sqlite%'").fetchone() is not None
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > NEWEST:
        raise UserError(said("library.newer", path=path, found=found, newest=NEWEST))
    if found == 0 and has_tables:
        raise _no_library(path)


def _no_library(path: Path) -> UserError:
    return UserError(said("library.no-library", path=path))
