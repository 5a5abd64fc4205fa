"""One run as one file: to be handed on, kept apart, taken in elsewhere.

The file is JSON with the text of the drill and the journal; what follows from them is not in it, since it can be
played. What comes from others is trusted no more than a drill file.
"""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from blackstart.core.base.errors import DrillError, UnfitValue, UserError
from blackstart.core.base.filetext.document import LARGEST_JSON, Document
from blackstart.core.base.ids import RunId
from blackstart.core.base.nearest import quoted
from blackstart.core.base.records.keyed import Key, Record, required
from blackstart.core.base.records.reading import Fields, Reading
from blackstart.core.base.records.scalars import STRING, short, whole
from blackstart.core.base.records.shapes import ListOf, Scalar
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.base.words import Said, said
from blackstart.core.exercise.files import LoadedDrill, read_drill
from blackstart.core.play.commands import Begin, Entry
from blackstart.core.play.payloads import CommandReader
from blackstart.core.play.playback import fold
from blackstart.core.play.stage import script
from blackstart.core.record.anonymous import without_people
from blackstart.core.record.derived import rebuild
from blackstart.core.record.library import Library
from blackstart.core.record.recorded import Origin, Recorded
from blackstart.core.record.rows import entry_row, read_entry

FORMAT = 1
_HEAD = 200  # bytes
LARGEST_RUN = LARGEST_JSON  # bytes
MOST_READ = 4  # versions of a drill that are kept while many runs are taken in


ReadDrill = Callable[[str, str], LoadedDrill]  # of a text and the name of its file, as `read_drill`


class AlreadyThereError(UserError):
    """The very run is in the library, with all that the file has of it."""


def export_run(library: Library, run: str, with_names: bool = True) -> str:
    """The text of the file that holds a run; without names, people are numbered and the run's own name is left out.

    Raises
    ------
    UserError
        If there is no such run.
    """
    recorded = library.recorded(run)
    _write_what_followed(library, recorded)
    return run_text(recorded, with_names)


def run_text(recorded: Recorded, with_names: bool = True) -> str:
    """The same of a run that is known already, and may be in no library."""
    row = recorded.row
    rows = [entry_row(row.run, entry) for entry in recorded.entries]
    journal = [{**each, "payload": json.loads(str(each["payload"]))} for each in rows]
    for each in journal:
        del each["run"]
    if not with_names:
        journal = without_people(journal, [role.id for role in script(recorded.loaded.drill).roles])
    told = {
        "blackstart_run": FORMAT,
        "run": row.run,
        "name": row.name if with_names else "",
        "model": row.model,
        "reached_s": recorded.reached_s,
        "digest": row.digest,
        "source": row.source,
        "drill": recorded.loaded.text,
        "journal": journal,
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def is_run(path: Path) -> bool:
    """Whether a file says at its beginning that it holds a run."""
    try:
        with path.open("rb") as file:
            return b'"blackstart_run"' in file.read(_HEAD)
    except OSError:
        return False


def reader() -> ReadDrill:
    """Return what reads drills for many runs that are taken in: a text that several of them played is read once."""
    return lru_cache(MOST_READ)(read_drill)


def import_run(library: Library, text: str, source: str, read: ReadDrill = read_drill) -> RunId:
    """Take a run into the library; returns its id there, a new one if its own is taken.

    Where the library has the beginning of the very run, as when it could not be written any more, the rest is added.

    Parameters
    ----------
    read : callable
        Reads the drill's text, which takes longer than all else; for many runs, `reader`.

    Raises
    ------
    UserError
        If the file is no run, its drill has faults, or its journal does not hold together.
    AlreadyThereError
        If the run is there already.
    """
    fields = _read(text, source)
    loaded = read(fields["drill"], fields["source"])
    entries = _entries(fields, loaded, source)
    reached = Seconds(fields["reached_s"])
    _must_play(loaded, entries, reached, source)
    wanted = RunId(fields["run"])
    there = _same_run(library, wanted, loaded, entries, read)
    if there is not None:
        return _add_to(library, there, entries, reached)
    origin = Origin(wanted, fields.get("name", ""), fields["model"], fields.get("digest"))
    journal = library.create(loaded, entries, reached, origin)
    rebuild(journal, loaded.drill, reached, with_digest=False)
    journal.release()
    return journal.run


def _write_what_followed(library: Library, recorded: Recorded) -> None:
    journal = library.open_journal(recorded.row.run)
    if not journal.is_read_only:
        rebuild(journal, recorded.loaded.drill, recorded.reached_s, with_digest=False)
    journal.release()


def _read(text: str, source: str) -> Fields:
    document = Document(text, source)
    reading = Reading()
    fields = _RUN.read(document.data, (), reading)
    if reading.faults or not isinstance(fields, Fields):
        raise DrillError(document.findings(reading.faults))
    return fields


def _entries(fields: Fields, loaded: LoadedDrill, source: str) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    commands = CommandReader(loaded.drill.topology)
    for index, each in enumerate(fields["journal"]):
        row = {"actor": "", **each, "payload": json.dumps(each["payload"])}
        try:
            entries.append(read_entry(row, commands))
        except UserError as error:
            raise _faulty(source, index, error.sentence) from None
    _must_hold_together(entries, source)
    return tuple(entries)


def _must_hold_together(entries: Sequence[Entry], source: str) -> None:
    if not entries or not isinstance(entries[0].command, Begin):
        raise UserError(said("finding.at", path=source, message=said("run-file.no-begin")))
    before = Seconds(START)
    for seq, entry in enumerate(entries, start=1):
        if entry.seq != seq:
            raise _faulty(source, seq - 1, said("run-file.seq", found=entry.seq, wanted=seq))
        if entry.at < before:
            raise _faulty(source, seq - 1, said("run-file.time", found=entry.at, before=before))
        if seq > 1 and isinstance(entry.command, Begin):
            raise _faulty(source, seq - 1, said("run-file.second-begin"))
        before = entry.at


def _faulty(source: str, index: int, sentence: str) -> UserError:
    return UserError(said("finding.at", path=f"{source}: journal[{index}]", message=sentence))


def _must_play(loaded: LoadedDrill, entries: Sequence[Entry], reached: Seconds, source: str) -> None:
    latest = max(reached, entries[-1].at)
    if latest > script(loaded.drill).lasts:
        raise UserError(said("finding.at", path=source, message=said("run-file.beyond", reached=latest)))
    fold(loaded.drill, entries, reached)


def _same_run(
    library: Library, run: RunId, loaded: LoadedDrill, entries: Sequence[Entry], read: ReadDrill
) -> Recorded | None:
    """The run of that id, if one of the two is the beginning of the other."""
    row = next((row for row in library.runs() if row.run == run), None)
    if row is None or library.text_of(row) != loaded.text:
        return None
    there = library.recorded(run, read(loaded.text, row.source))
    shared = min(len(there.entries), len(entries))
    return there if there.entries[:shared] == tuple(entries[:shared]) else None


def _add_to(library: Library, there: Recorded, entries: Sequence[Entry], reached: Seconds) -> RunId:
    run = there.row.run
    if len(entries) <= len(there.entries):
        raise AlreadyThereError(said("library.already-there", run=run, path=library.path))
    journal = library.open_journal(run)
    journal.catch_up(replace(there, row=replace(there.row, reached_s=reached), entries=tuple(entries)))
    rebuild(journal, there.loaded.drill, max(reached, there.reached_s), with_digest=False)
    journal.release()
    return run


def _matching(wanted: Said, pattern: str) -> Scalar:
    def convert(found: object) -> str:
        if not isinstance(found, str) or re.fullmatch(pattern, found) is None:
            raise UnfitValue(said("fault.wanted", found=quoted(found), wanted=wanted))
        return found

    return Scalar(wanted, convert, {"type": "string", "pattern": pattern})


def _a_time(found: object) -> str:
    try:
        datetime.fromisoformat(str(found))
    except ValueError:
        raise UnfitValue(said("fault.wanted", found=quoted(found), wanted=said("wanted.time-such-as"))) from None
    return str(found)


def _a_mapping(found: object) -> Any:
    if not isinstance(found, dict):
        raise UnfitValue(said("fault.no-mapping"))
    return found


_ENTRY = Record(
    "entry",
    {
        "seq": required(whole(1)),
        "exercise_s": required(whole(START)),
        "wall_utc": required(Scalar(said("wanted.time"), _a_time, {"type": "string"})),
        "kind": required(short(20)),
        "actor": Key(STRING),
        "payload": required(Scalar(said("wanted.mapping"), _a_mapping, {"type": "object"})),
    },
)
_RUN = Record(
    "run",
    {
        "blackstart_run": required(whole(FORMAT, FORMAT)),
        "run": required(_matching(said("wanted.run-id"), "[a-z0-9]{4,16}")),
        "name": Key(STRING),
        "model": required(short(20)),
        "reached_s": required(whole(START)),
        "digest": Key(_matching(said("wanted.digest"), "[0-9a-f]{64}")),
        "source": required(_matching(said("wanted.file-name"), r"[^/\\]+")),
        "drill": required(STRING),
        "journal": required(ListOf(_ENTRY, least=1)),
    },
)
