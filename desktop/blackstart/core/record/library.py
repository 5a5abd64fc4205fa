"""The library: every drill that was played, every run of it, in one SQLite file."""

import secrets
import sqlite3
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.base.nearest import instead
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import End, Entry
from blackstart.core.record.faults import is_damage, told
from blackstart.core.record.journal import Journal, in_use, insert_rows, read_entries
from blackstart.core.record.lock import lock_run
from blackstart.core.record.paths import library_paths
from blackstart.core.record.rows import RunRow, entry_row, run_row
from blackstart.core.record.schema import NEWEST, migrations
from blackstart.core.record.tallies import Tally, read_tallies

MODEL = "BS-1"
LAST = "last"

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no letters that are read as one another
_ID_LENGTH = 6
_RUNS = """
    SELECT runs.*, json_extract(journal.payload, '$.team') AS team
    FROM runs LEFT JOIN journal ON journal.run = runs.run AND journal.kind = 'begin'
"""


@dataclass(frozen=True, slots=True)
class Origin:
    """What a run brings along that was played elsewhere; `run` is its id there, kept if it is free here."""

    run: RunId | None = None
    name: str = ""
    model: str = MODEL
    digest: str | None = None


@dataclass(frozen=True, slots=True)
class Recorded:
    """A run with the drill it played and everything that people did."""

    row: RunRow
    loaded: LoadedDrill
    entries: tuple[Entry, ...]

    @property
    def reached_s(self) -> Seconds:
        """The last instant that was played."""
        return max(self.row.reached_s, *(entry.at for entry in self.entries))


class Library:
    """The user's library, or the one at `path`; made if there is none.

    Attributes
    ----------
    set_aside : Path or None
        Where a damaged library was put; a new one was made in its place, and people should be told.

    Raises
    ------
    UserError
        If it was made by a newer program, cannot be opened, or is some other file.
    """

    def __init__(self, path: Path | None = None) -> None:
        self._paths = library_paths(path)
        self.set_aside: Path | None = None
        self._journals: list[Journal] = []
        with told(self.path):
            self._db = self._open()

    @property
    def path(self) -> Path:
        """The file."""
        return self._paths.library

    def close(self) -> None:
        """Let go of the file, and of every run that is still open."""
        for journal in self._journals:
            journal.release()
        self._db.close()

    def runs(self) -> tuple[RunRow, ...]:
        """All runs, the latest first."""
        with told(self.path):
            rows = list(self._db.query(f"{_RUNS} ORDER BY runs.begun_utc DESC, runs.rowid DESC"))
        return tuple(run_row(row) for row in rows)

    def tallies(self) -> dict[RunId, Tally]:
        """What the journal of each run adds up to."""
        with told(self.path):
            return read_tallies(self._db)

    def find(self, run: str) -> RunRow:
        """The run of that id; ``last`` is the one begun last.

        Raises
        ------
        UserError
            If there is none, with the nearest id.
        """
        known = self.runs()
        if run == LAST and known:
            return known[0]
        for row in known:
            if row.run == run:
                return row
        if not known:
            raise UserError(f"there is no run {run!r}: {self.path} holds none yet")
        raise UserError(f"there is no run {run!r} in {self.path}{instead(run, [row.run for row in known], 'runs')}")

    def drill_of(self, row: RunRow) -> LoadedDrill:
        """The drill that a run played, from the text the run carries.

        Raises
        ------
        DrillError
            If this program reads that text otherwise than the one that played it.
        """
        return read_drill(self.text_of(row), row.source)

    def text_of(self, row: RunRow) -> str:
        """The text of the drill that a run played."""
        with told(self.path):
            (text,) = self._db.execute("SELECT text FROM drills WHERE sha = ?", [row.drill]).fetchone()
        return str(text)

    def recorded(self, run: str, loaded: LoadedDrill | None = None) -> Recorded:
        """A run as it stands now, to look back at it; nobody is kept from writing it.

        `loaded` is the drill it played, where somebody has read it already.

        Raises
        ------
        UserError
            If there is no such run.
        """
        row = self.find(run)
        loaded = loaded or self.drill_of(row)
        with told(self.path):
            entries = read_entries(self._db, row.run, loaded.drill.topology)
        return Recorded(row, loaded, entries)

    def create(
        self, loaded: LoadedDrill, entries: Sequence[Entry], reached_s: Seconds = START, origin: Origin | None = None
    ) -> Journal:
        """Begin a run with the entries it already has, the `begin` first; returns its journal, open for writing.

        `origin` says what a run that was played elsewhere brings along.
        """
        origin = origin or Origin()
        with told(self.path), ExitStack() as undo:
            run = self._free_id(origin.run)
            journal = self.open_journal(run)
            undo.callback(journal.release)
            with self._db.atomic():
                self._insert_run(run, loaded, entries, reached_s, origin)
            undo.pop_all()
        return journal

    def open_journal(self, run: RunId) -> Journal:
        """The journal of a run; read-only if another process writes it."""
        with told(self.path):
            journal = Journal(self._db, self._paths, run)
        self._journals.append(journal)
        return journal

    def rename(self, run: RunId, name: str) -> None:
        """Give a run a name; an empty one takes it away."""
        with told(self.path), self._db.atomic():
            self._db.execute("UPDATE runs SET name = ? WHERE run = ?", [name.strip(), run])

    def delete(self, run: RunId) -> None:
        """Delete a run for good, and the text of its drill if no other run played it.

        Raises
        ------
        UserError
            If it is open somewhere.
        """
        lock = lock_run(self._paths.lock(run))
        if lock is None:
            raise UserError(f"{in_use(self._paths, run)}: close it there before it is deleted")
        try:
            with told(self.path), self._db.atomic():
                self._db.execute("DELETE FROM runs WHERE run = ?", [run])
                self._db.execute("DELETE FROM drills WHERE sha NOT IN (SELECT drill FROM runs)")
        finally:
            lock.release()

    def _insert_run(
        self, run: RunId, loaded: LoadedDrill, entries: Sequence[Entry], reached_s: Seconds, origin: Origin
    ) -> None:
        digest = sha256(loaded.text.encode()).hexdigest()
        self._db.execute("INSERT OR IGNORE INTO drills (sha, text) VALUES (?, ?)", [digest, loaded.text])
        (played,) = self._db.execute(
            "SELECT coalesce(max(number), 0) FROM runs WHERE drill_id = ?", [loaded.drill.id]
        ).fetchone()
        row: dict[str, object] = {
            "run": run,
            "number": played + 1,
            "name": origin.name,
            "drill": digest,
            "drill_id": loaded.drill.id,
            "source": Path(loaded.source).name,
            "title": str(loaded.drill.title),
            "model": origin.model,
            "begun_utc": entries[0].wall_utc,
            "reached_s": max(reached_s, *(entry.at for entry in entries)),
            "ended": any(isinstance(entry.command, End) for entry in entries),
            "digest": origin.digest,
        }
        insert_rows(self._db, "runs", [row])
        insert_rows(self._db, "journal", [entry_row(run, entry) for entry in entries])

    def _free_id(self, wanted: RunId | None) -> RunId:
        taken = {row.run for row in self.runs()}
        if wanted is not None and wanted not in taken:
            return wanted
        while True:
            run = RunId("".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH)))
            if run not in taken:
                return run

    def _open(self) -> Database:
        if self._paths.is_called_otherwise:
            raise _no_library(self.path)
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            return _opened(self.path)
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            if not self._paths.was_library():
                raise _no_library(self.path) from None
            self.set_aside = self._paths.set_aside()
            return _opened(self.path)


def _opened(path: Path) -> Database:
    with ExitStack() as undo:
        connection = sqlite3.connect(path)
        undo.callback(connection.close)
        _must_be_sound(connection)
        _must_be_known(connection, path)
        db = Database(connection, execute_plugins=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON"):
            connection.execute(f"PRAGMA {pragma}")
        if migrations.pending(db):
            _migrate(db)
        undo.pop_all()
    return db


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
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if found > NEWEST:
        raise UserError(
            f"{path} was made by a newer Blackstart: its schema is {found}, this program knows {NEWEST}; "
            "use the newer program"
        )
    tables = connection.execute("SELECT name FROM sqlite_master WHERE name NOT LIKE '%sqlite%'")
    if found == 0 and tables.fetchone() is not None:
        raise _no_library(path)


def _no_library(path: Path) -> UserError:
    return UserError(
        f"{path} is no library but another file; wanted a library, or a name for a new one such as runs.db"
    )
