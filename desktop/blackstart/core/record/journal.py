"""The journal of one run: append-only, durable before anything is done about what was appended."""

import os
from collections.abc import Sequence

from sqlite_utils import Database

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DrillId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.words import Said, said
from blackstart.core.play.commands import End, Entry
from blackstart.core.play.events import Event
from blackstart.core.play.payloads import CommandReader
from blackstart.core.record.faults import LibraryFault, Why, told
from blackstart.core.record.lock import RunLock, holder, lock_run
from blackstart.core.record.paths import LibraryPaths
from blackstart.core.record.recorded import Recorded, insert_run
from blackstart.core.record.rows import entry_row, event_rows, insert_rows, read_entry
from blackstart.core.record.store import RUN_PATIENCE_S, Store
from blackstart.core.topology.model import Topology

# What is played beyond a digest makes it that of another trace; after the end only the record goes on.
_APPENDED = """
    UPDATE runs SET reached_s = max(reached_s, ?), digest = CASE WHEN ended THEN digest END WHERE run = ?
"""
_REACHED = "UPDATE runs SET reached_s = :reached_s, digest = NULL WHERE run = :run AND reached_s < :reached_s"

_IMPROVEMENTS = """
    SELECT journal.* FROM journal JOIN runs ON runs.run = journal.run
    WHERE runs.drill_id = ? AND journal.kind = 'improve'
    ORDER BY runs.begun_utc DESC, runs.rowid DESC, journal.seq
"""


class Journal:
    """A run opened for writing, or for reading only while another process writes it.

    Attributes
    ----------
    is_read_only : bool
        Whether another process holds the run, or this one has let go of it.
    """

    def __init__(self, store: Store, run: RunId, lock: RunLock | None, is_read_only: bool = False) -> None:
        self._store = store
        self._lock = lock
        self.run = run
        self.is_read_only = is_read_only

    def entries(self, topology: Topology) -> tuple[Entry, ...]:
        """Everything that people did, by seq."""
        with told(self._store.path):
            return read_entries(self._store.db, self.run, topology)

    def append(self, entry: Entry) -> None:
        """Make an entry durable, and with it that its time was reached; returns once it is on the disk.

        Raises
        ------
        UserError
            If the run is open elsewhere, or the library cannot be written; nothing has been kept then.
        """
        self.must_be_writable()
        with self._store.writing(RUN_PATIENCE_S) as db:
            self._append(db, (entry,))

    def reach(self, reached_s: Seconds) -> None:
        """Make durable that a second has been played; returns once it is on the disk."""
        self.must_be_writable()
        with self._store.writing(RUN_PATIENCE_S) as db:
            self._reach(db, reached_s)

    def catch_up(self, run: Recorded, patience_s: float = RUN_PATIENCE_S) -> None:
        """Make durable what is missing of a run, all at once: entries, seconds that were played, the run itself.

        The library is opened anew for it, since what was away for a while may not be the same file any more.

        Raises
        ------
        LibraryFault
            If it still cannot be written, or another process writes the run by now.
        """
        self.must_be_writable()
        self._store.find_again(patience_s)
        self._hold()
        with self._store.writing(patience_s) as db:
            if db.execute("SELECT 1 FROM runs WHERE run = ?", [self.run]).fetchone() is None:
                insert_run(db, run)
            else:
                self._append(db, run.entries[self._agreed(db, run.entries) :])
                self._reach(db, run.reached_s)

    def derive(self, events: Sequence[Event], digest: str | None) -> None:
        """Rebuild what follows from the journal, for other readers; a digest also says how it was played."""
        self.must_be_writable()
        with self._store.writing() as db:
            db.execute("DELETE FROM events WHERE run = ?", [self.run])
            insert_rows(db, "events", event_rows(self.run, events))
            if digest is not None:
                db.execute("UPDATE runs SET digest = ? WHERE run = ?", [digest, self.run])

    def release(self) -> None:
        """Let another process write; the journal can only be read from then on."""
        self.is_read_only = True
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def must_be_writable(self) -> None:
        """Refuse to write what another process writes.

        Raises
        ------
        UserError
            That says which process it is.
        """
        if self.is_read_only:
            raise UserError(said("library.only-read", in_use=in_use(self._store.paths, self.run)))

    def _append(self, db: Database, entries: Sequence[Entry]) -> None:
        insert_rows(db, "journal", [entry_row(self.run, entry) for entry in entries])
        for entry in entries:
            db.execute(_APPENDED, [entry.at, self.run])
        if any(isinstance(entry.command, End) for entry in entries):
            db.execute("UPDATE runs SET ended = 1 WHERE run = ?", [self.run])

    def _reach(self, db: Database, reached_s: Seconds) -> None:
        db.execute(_REACHED, {"reached_s": reached_s, "run": self.run})

    def _agreed(self, db: Database, entries: Sequence[Entry]) -> int:
        """How many entries are there already, the last of them as it was given here."""
        last = next(iter(db.query("SELECT * FROM journal WHERE run = ? ORDER BY seq DESC LIMIT 1", [self.run])), None)
        if last is None:
            return 0
        seq = int(last["seq"])
        if seq > len(entries) or last != entry_row(self.run, entries[seq - 1]):
            raise LibraryFault(Why.TAKEN, said("library.went-on", run=self.run, path=self._store.path))
        return seq

    def _hold(self) -> None:
        """Take the lock again, if its file went away with the library."""
        if self._lock is not None and self._lock.is_held:
            return
        with told(self._store.path):
            self._lock = lock_run(self._store.paths.lock(self.run))
        if self._lock is None:
            raise LibraryFault(Why.TAKEN, said("library.by-now", in_use=in_use(self._store.paths, self.run)))


def in_use(paths: LibraryPaths, run: RunId) -> Said:
    """Say who writes a run."""
    process = holder(paths.lock(run))
    if process == os.getpid():
        return said("library.open-here", run=run)
    if process is None:
        return said("library.open-elsewhere", run=run)
    return said("library.open-in", run=run, process=process)


def read_entries(db: Database, run: RunId, topology: Topology) -> tuple[Entry, ...]:
    """The journal of a run, by seq."""
    rows = db.query("SELECT * FROM journal WHERE run = ? ORDER BY seq", [run])
    commands = CommandReader(topology)
    return tuple(read_entry(row, commands) for row in rows)


def read_improvements(db: Database, drill: DrillId) -> dict[RunId, tuple[Entry, ...]]:
    """What was said of improvements in the runs of a drill, the latest run first.

    Such an entry names nothing on the map, so that no drill has to be read for it.
    """
    commands = CommandReader(Topology())
    found: dict[RunId, list[Entry]] = {}
    for row in db.query(_IMPROVEMENTS, [drill]):
        found.setdefault(row["run"], []).append(read_entry(row, commands))
    return {run: tuple(entries) for run, entries in found.items()}
