"""A run with the drill it played and what people did: as the library tells it, and as it is put there."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sqlite_utils import Database

from blackstart.core.base.ids import RunId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.exercise.files import LoadedDrill
from blackstart.core.play.commands import Begin, End, Entry
from blackstart.core.record.rows import RunRow, entry_row, insert_rows

MODEL = "BS-1"


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


def begun(
    run: RunId, loaded: LoadedDrill, entries: Sequence[Entry], reached_s: Seconds = START, origin: Origin | None = None
) -> Recorded:
    """A run of a drill that no library holds yet, with the entries it already has, the `begin` first."""
    origin, drill = origin or Origin(), loaded.drill
    first = entries[0]
    row = RunRow(
        run=run,
        number=1,
        name=origin.name,
        drill=sha256(loaded.text.encode()).hexdigest(),
        drill_id=drill.id,
        source=Path(loaded.source).name,
        title=str(drill.title),
        team=first.command.team if isinstance(first.command, Begin) else "",
        model=origin.model,
        begun_utc=first.wall_utc,
        reached_s=max(reached_s, *(entry.at for entry in entries)),
        ended=any(isinstance(entry.command, End) for entry in entries),
        digest=origin.digest,
    )
    return Recorded(row, loaded, tuple(entries))


def insert_run(db: Database, run: Recorded) -> None:
    """Write a whole run, numbered behind those of its drill, within the transaction that is open."""
    db.execute("INSERT OR IGNORE INTO drills (sha, text) VALUES (?, ?)", [run.row.drill, run.loaded.text])
    (played,) = db.execute(
        "SELECT coalesce(max(number), 0) FROM runs WHERE drill_id = ?", [run.row.drill_id]
    ).fetchone()
    row = {**dataclasses.asdict(run.row), "number": played + 1}
    del row["team"]  # which its `begin` says
    insert_rows(db, "runs", [row])
    insert_rows(db, "journal", [entry_row(run.row.run, entry) for entry in run.entries])
