"""What was drawn and not saved, kept beside the user's file: offered again after a crash, never put over the file."""

import json
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import BACKUP, read_file, write_file
from blackstart.core.base.system_words import system_words
from blackstart.core.base.words import said
from blackstart.core.record.lock import RunLock, lock_run

LONGEST = 64 * 1024**2  # bytes
_SUFFIX = ".recovery"


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """A drill that a program which is gone had not saved.

    Attributes
    ----------
    kept : Path
        Where it lies.
    path : Path or None
        The file it belongs to; None = it never had one.
    at_utc : str
        When it was kept, ISO 8601.
    """

    kept: Path
    path: Path | None
    title: str
    text: str
    at_utc: str


class Recovery:
    """The place of one document in the folder of recoveries; held as long as the program lives."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / f"{uuid.uuid4().hex}{_SUFFIX}"
        self._lock: RunLock | None = None
        self._turn = Lock()  # the worker keeps, the window drops
        self._is_closed = False

    def keep(self, text: str, title: str, path: Path | None) -> None:
        """Write down how a drill stands; raises UserError where that cannot be written. After `close`, nothing."""
        with self._turn:
            if not self._is_closed:
                self._keep(text, title, path)

    def drop(self) -> None:
        """Nothing is unsaved any more."""
        with self._turn:
            self._drop()

    def close(self) -> None:
        """Drop what was kept, and keep nothing more."""
        with self._turn:
            self._is_closed = True
            self._drop()

    def _keep(self, text: str, title: str, path: Path | None) -> None:
        try:
            if self._lock is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._lock = lock_run(_lock_of(self._file))
        except OSError as error:
            raise UserError(said("file.unwritten", path=self._folder, why=system_words(error))) from None
        record = {
            "path": None if path is None else str(path),
            "title": title,
            "text": text,
            "at_utc": datetime.now(UTC).isoformat(timespec="seconds"),
        }
        write_file(self._file, json.dumps(record, ensure_ascii=False))

    def _drop(self) -> None:
        forget(self._file)
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def left_behind(folder: Path) -> tuple[LeftBehind, ...]:
    """What programs that are gone had not saved, the latest first; what cannot be read is left where it is."""
    return tuple(sorted(_left_behind(folder), key=lambda each: each.at_utc, reverse=True))


def forget(kept: Path) -> None:
    """Throw away what was kept."""
    for each in (kept, kept.with_name(kept.name + BACKUP), _lock_of(kept)):
        each.unlink(missing_ok=True)


def _left_behind(folder: Path) -> Iterator[LeftBehind]:
    for kept in sorted(folder.glob(f"*{_SUFFIX}")):
        lock = lock_run(_lock_of(kept))
        if lock is None:  # its program lives
            continue
        lock.release()
        try:
            record = json.loads(read_file(kept, LONGEST))
            path = None if record["path"] is None else Path(record["path"])
            yield LeftBehind(kept, path, str(record["title"]), str(record["text"]), str(record["at_utc"]))
        except (UserError, ValueError, KeyError, TypeError):
            continue


def _lock_of(kept: Path) -> Path:
    return kept.with_suffix(".lock")
