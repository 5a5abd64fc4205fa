"""The journal of one run: append-only, durable before anything is done about what was appended."""

from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import End, Entry
from blackstart.core.play.events import Event
from blackstart.core.record.faults import told
from blackstart.core.record.lock import RunLock, holder, lock_run
from blackstart.core.record.paths import LibraryPaths
from blackstart.core.record.rows import entry_row, event_rows, read_entry, trace_digest
from blackstart.core.topology.model import Topology

# What is played beyond a digest makes it that of another trace; after the end only the record goes on.
_APPENDED = """
    UPDATE runs SET reached_s = max(reached_s, ?), digest = CASE WHEN ended THEN digest END WHERE run = ?
"""
_REACHED = "UPDATE runs SET reached_s = :reached_s, digest = NULL WHERE run = :run AND reached_s < :reached_s"


class Journal:
    """A run opened for writing, or for reading only while another process writes it.

    Attributes
    ----------
    is_read_only : bool
        Whether another process holds the run, or this one has let go of it.
    """

    def __init__(self, db: Database, paths: LibraryPaths, run: RunId) -> None:
        self._db = db
        self._paths = paths
        self._lock: RunLock | None = lock_run(paths.lock(run))
        self.run = run
        self.is_read_only = self._lock is None

    def entries(self, topology: Topology) -> tuple[Entry, ...]:
        """Everything that people did, by seq."""
        with told(self._paths.library):
            return read_entries(self._db, self.run, topology)

    def append(self, entry: Entry) -> None:
        """Make an entry durable, and with it that its time was reached; returns once it is on the disk.

        Raises
        ------
        UserError
            If the run is open elsewhere, or the library cannot be written; nothing has been kept then.
        """
        self.must_be_writable()
        with told(self._paths.library), self._db.atomic():
            insert_rows(self._db, "journal", [entry_row(self.run, entry)])
            self._db.execute(_APPENDED, [entry.at, self.run])
            if isinstance(entry.command, End):
                self._db.execute("UPDATE runs SET ended = 1 WHERE run = ?", [self.run])

    def reach(self, reached_s: Seconds) -> None:
        """Make durable that a second has been played; returns once it is on the disk."""
        self.must_be_writable()
        with told(self._paths.library), self._db.atomic():
            self._db.execute(_REACHED, {"reached_s": reached_s, "run": self.run})

    def derive(self, events: Sequence[Event], with_digest: bool) -> None:
        """Rebuild what follows from the journal, for other readers; `with_digest` also says how it was played."""
        self.must_be_writable()
        with told(self._paths.library), self._db.atomic():
            self._db.execute("DELETE FROM events WHERE run = ?", [self.run])
            insert_rows(self._db, "events", event_rows(self.run, events))
            if with_digest:
                self._db.execute("UPDATE runs SET digest = ? WHERE run = ?", [trace_digest(events), self.run])

    def release(self) -> None:
        """Let another process write; the journal can only be read from then on."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
            self.is_read_only = True

    def must_be_writable(self) -> None:
        """Refuse to write what another process writes.

        Raises
        ------
        UserError
            That says which process it is.
        """
        if self._lock is None:
            raise UserError(f"{in_use(self._paths, self.run)}: here it can only be read")


def in_use(paths: LibraryPaths, run: RunId) -> str:
    """Say who writes a run."""
    process = holder(paths.lock(run))
    where = f"another Blackstart (process {process})" if process is not None else "another Blackstart"
    return f"the run {run} is open in {where}"


def read_entries(db: Database, run: RunId, topology: Topology) -> tuple[Entry, ...]:
    """The journal of a run, by seq."""
    rows = db.query("SELECT * FROM journal WHERE run = ? ORDER BY seq", [run])
    return tuple(read_entry(row, topology) for row in rows)


def insert_rows(db: Database, table: str, rows: Iterable[dict[str, object]]) -> None:
    """Write rows of one form into a table, within the transaction that is open."""
    listed = list(rows)
    if listed:
        names = ", ".join(listed[0])
        values = ", ".join(f":{name}" for name in listed[0])
        db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", listed)
