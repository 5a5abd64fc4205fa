"""The library: every drill that was played, every run of it, in one SQLite file."""

import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

from sqlite_utils import Database

from blackstart.core.base.errors import UserError
from blackstart.core.base.ids import DrillId, RunId
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.base.words import said
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import Entry
from blackstart.core.record.faults import told
from blackstart.core.record.journal import Journal, in_use, read_entries, read_improvements
from blackstart.core.record.lock import lock_run
from blackstart.core.record.paths import library_paths
from blackstart.core.record.recorded import Origin, Recorded, begun, insert_run
from blackstart.core.record.rows import RunRow, run_row
from blackstart.core.record.store import PATIENCE_S, Store
from blackstart.core.record.tallies import Tally, read_tallies

LAST = "last"

_ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # no letters that are read as one another
_ID_LENGTH = 6
_RUNS = """
    SELECT runs.*, json_extract(journal.payload, '$.team') AS team
    FROM runs LEFT JOIN journal ON journal.run = runs.run AND journal.kind = 'begin'
"""


class Library:
    """The user's library, or the one at `path`; made if there is none, and set aside for a new one if it is damaged.

    With `is_there` neither is done: so it is opened beside somebody who has it open already.

    Raises
    ------
    UserError
        If it was made by a newer program, cannot be opened, or is some other file.
    """

    def __init__(self, path: Path | None = None, is_there: bool = False) -> None:
        self._journals: list[Journal] = []
        self._store = Store(library_paths(path), is_there)

    @property
    def path(self) -> Path:
        """The file."""
        return self._store.path

    @property
    def set_aside(self) -> Path | None:
        """Where a damaged library was put; a new one was made in its place, and people should be told."""
        return self._store.set_aside

    def close(self) -> None:
        """Let go of the file, and of every run that is still open."""
        for journal in self._journals:
            journal.release()
        self._store.close()

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
            raise UserError(said("library.no-run-yet", run=quoted(run), path=self.path))
        hint = instead(run, [row.run for row in known], said("parts.run"))
        raise UserError(said("library.no-run", run=quoted(run), path=self.path, hint=hint))

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

    def improvements(self, drill: DrillId) -> dict[RunId, tuple[Entry, ...]]:
        """What the journals of the runs of a drill say of improvements, the latest first; runs without are not there.

        Raises
        ------
        UserError
            If an entry cannot be read.
        """
        with told(self.path):
            return read_improvements(self._db, drill)

    def create(
        self,
        loaded: LoadedDrill,
        entries: Sequence[Entry],
        reached_s: Seconds = START,
        origin: Origin | None = None,
        patience_s: float = PATIENCE_S,
    ) -> Journal:
        """Begin a run with the entries it already has, the `begin` first; returns its journal, open for writing.

        `origin` says what a run that was played elsewhere brings along.
        """
        run = begun(self._free_id(origin.run if origin else None), loaded, entries, reached_s, origin)
        with ExitStack() as undo:
            journal = self.open_journal(run.row.run)
            undo.callback(journal.release)
            with self._store.writing(patience_s) as db:
                insert_run(db, run)
            undo.pop_all()
        return journal

    def await_journal(self) -> Journal:
        """The journal of a run that is to begin though this library cannot be written now; nothing is written."""
        journal = Journal(self._store, _new_id(), None)
        self._journals.append(journal)
        return journal

    def open_journal(self, run: RunId) -> Journal:
        """The journal of a run; read-only if another process writes it."""
        self._store.must_be_there()
        with told(self.path):
            lock = lock_run(self._store.paths.lock(run))
        journal = Journal(self._store, run, lock, is_read_only=lock is None)
        self._journals.append(journal)
        return journal

    def rename(self, run: RunId, name: str) -> None:
        """Give a run a name; an empty one takes it away."""
        with self._store.writing() as db:
            db.execute("UPDATE runs SET name = ? WHERE run = ?", [name.strip(), run])

    def delete(self, run: RunId) -> None:
        """Delete a run for good, and the text of its drill if no other run played it.

        Raises
        ------
        UserError
            If it is open somewhere.
        """
        paths = self._store.paths
        with told(self.path):
            lock = lock_run(paths.lock(run))
        if lock is None:
            raise UserError(said("library.close-first", in_use=in_use(paths, run)))
        try:
            with self._store.writing() as db:
                db.execute("DELETE FROM runs WHERE run = ?", [run])
                db.execute("DELETE FROM drills WHERE sha NOT IN (SELECT drill FROM runs)")
        finally:
            lock.release()

    @property
    def _db(self) -> Database:
        return self._store.db

    def _free_id(self, wanted: RunId | None) -> RunId:
        taken = {row.run for row in self.runs()}
        if wanted is not None and wanted not in taken:
            return wanted
        while (run := _new_id()) in taken:
            pass
        return run


def _new_id() -> RunId:
    return RunId("".join(secrets.choice(_ALPHABET) for _ in range(_ID_LENGTH)))
