"""Rows of the library as values: what is known of a run, entries of its journal, what followed from them."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from blackstart.core.base.ids import DrillId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Row, cause_record
from blackstart.core.play.commands import Entry
from blackstart.core.play.events import (
    ActionBegun,
    ActionDone,
    Decided,
    Delivered,
    Ended,
    Event,
    Opened,
    PhaseEnded,
    Settled,
    Skipped,
    Spread,
    TimedOut,
)
from blackstart.core.play.payloads import CommandReader, kind_of, write_command


@dataclass(frozen=True, slots=True)
class RunRow:
    """What the library knows of a run without playing it.

    Attributes
    ----------
    number : int
        Counts the runs of one drill id, from 1.
    name : str
        Given by people; empty = it goes by its number.
    drill : str
        SHA-256 of the text it played.
    source : str
        Name of the file that held the text, without its folder.
    model : str
        Of the failure model it was played with.
    reached_s : Seconds
        The last instant that is known to have been played; -1 = none.
    digest : str or None
        Of its trace when it was last left.
    """

    run: RunId
    number: int
    name: str
    drill: str
    drill_id: DrillId
    source: str
    title: str
    team: str
    model: str
    begun_utc: str
    reached_s: Seconds
    ended: bool
    digest: str | None


def run_row(row: Mapping[str, Any]) -> RunRow:
    """A row of `runs`, with the team of its `begin`."""
    return RunRow(**{**row, "ended": bool(row["ended"]), "team": row["team"] or ""})


def entry_row(run: RunId, entry: Entry) -> dict[str, object]:
    """An entry as a row of `journal`."""
    return {
        "run": run,
        "seq": entry.seq,
        "exercise_s": entry.at,
        "wall_utc": entry.wall_utc,
        "kind": kind_of(entry.command),
        "actor": entry.actor,
        "payload": json.dumps(write_command(entry.command), ensure_ascii=False),
    }


def read_entry(row: Mapping[str, Any], commands: CommandReader) -> Entry:
    """A row of `journal` as an entry.

    Raises
    ------
    UserError
        If its payload does not say a command.
    """
    command = commands.read(row["kind"], json.loads(row["payload"]))
    return Entry(row["seq"], Seconds(row["exercise_s"]), command, row["wall_utc"], row["actor"])


def event_rows(run: RunId, events: Iterable[Event]) -> Iterator[dict[str, object]]:
    """Events as rows of `events`: what happened, and every change on the map in the order of the trace."""
    number = 0
    for event in events:
        for kind, at, subject, seq, detail in _parts(event):
            number += 1
            yield {
                "run": run,
                "number": number,
                "exercise_s": at,
                "kind": kind,
                "subject": subject,
                "seq": seq,
                "detail": json.dumps(detail, ensure_ascii=False),
            }


def trace_digest(events: Iterable[Event]) -> str:
    """SHA-256 over everything that followed from a run but its causes, which may be told better some day."""
    summed = sha256()
    for event in events:
        for kind, at, subject, seq, detail in _parts(event):
            told = {key: value for key, value in detail.items() if key != "cause"}
            summed.update(json.dumps([kind, at, subject, seq, told], sort_keys=True).encode())
    return summed.hexdigest()


_Part = tuple[str, Seconds, str, int | None, dict[str, object]]  # kind, time, subject, seq, detail


def _parts(event: Event) -> Iterator[_Part]:
    match event:
        case Spread(at, rows):
            yield from (_change(at, row) for row in rows)
        case Settled():
            return  # says again what the rows of its instant said
        case Delivered(at, inject, how):
            yield "delivered", at, inject, None, {"how": how}
        case Skipped(at, inject, why):
            yield "skipped", at, inject, None, {"why": why}
        case Opened(at, decision, due):
            yield "opened", at, decision, None, {"due_s": due}
        case Decided(at, decision, option, seq):
            yield "decided", at, decision, seq, {"option": option}
        case TimedOut(at, decision, otherwise):
            yield "timed-out", at, decision, None, {"option": otherwise}
        case _:
            yield _progress(event)


def _progress(event: ActionBegun | ActionDone | PhaseEnded | Ended) -> _Part:
    match event:
        case ActionBegun(at, action, seq, waits_for):
            return "action-begun", at, action, seq, {"waits_for": list(waits_for)}
        case ActionDone(at, action, seq):
            return "action-done", at, action, seq, {}
        case PhaseEnded(at, phase):
            return "phase-ended", at, phase, None, {}
        case Ended(at):
            return "ended", at, "", None, {}


def _change(at: Seconds, row: Row) -> _Part:
    detail: dict[str, object] = {
        "round": row.round,
        "phase": row.phase,
        "mode": row.mode,
        "level": row.level,
        "cause": cause_record(row.cause),
    }
    return row.kind, at, row.component, None, detail


def insert_rows(db: Database, table: str, rows: Iterable[dict[str, object]]) -> None:
    """Write rows of one form into a table, within the transaction that is open."""
    listed = list(rows)
    if listed:
        names = ", ".join(listed[0])
        values = ", ".join(f":{name}" for name in listed[0])
        db.conn.executemany(f"INSERT INTO {table} ({names}) VALUES ({values})", listed)
