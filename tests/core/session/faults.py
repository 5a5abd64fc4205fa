"""Libraries that cannot be written, each for a reason of its own; all of them come right again."""

import resource
import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest

from blackstart.core.record.library import Library
from blackstart.core.record.store import PRAGMAS

Fault = Callable[[Library], AbstractContextManager[None]]
SMALL_KB = 8192


@contextmanager
def full_disk(library: Library) -> Iterator[None]:
    """Lets SQLite take no further page."""
    (pages,) = library._db.execute("PRAGMA page_count").fetchone()
    with _prepared(library, f"max_page_count = {pages}"):
        yield
    library._db.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def full_small_disk(library: Library) -> Iterator[None]:
    """Fills the small disk on which the library lies."""
    filler = library.path.with_name("filler")
    with filler.open("wb") as file:
        while room := shutil.disk_usage(filler.parent).free:
            file.write(b"x" * room)
            file.flush()
    yield
    filler.unlink()


@contextmanager
def only_readable(library: Library) -> Iterator[None]:
    """What SQLite says of a file without write access, whoever asks: rights do not bind root."""
    with _prepared(library, "query_only = ON"):
        yield
    library._db.execute("PRAGMA query_only = OFF")


@contextmanager
def _prepared(library: Library, pragma: str) -> Iterator[None]:
    """A setting of every connection, of those too that are made later."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("blackstart.core.record.store.PRAGMAS", (*PRAGMAS, pragma))
        library._db.execute(f"PRAGMA {pragma}")
        yield


@contextmanager
def vanished_drive(library: Library) -> Iterator[None]:
    folder = library.path.parent
    away = folder.with_name("away")
    folder.rename(away)
    yield
    away.rename(folder)


@contextmanager
def locked(library: Library) -> Iterator[None]:
    with closing(sqlite3.connect(library.path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield


@contextmanager
def broken_disk(library: Library) -> Iterator[None]:
    """The system refuses to write files beyond a size that all of them have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def damaged_page(library: Library) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("blackstart.core.record.journal.insert_rows", _corrupt)
        yield


def _corrupt(*_: object) -> None:
    error = sqlite3.DatabaseError("database disk image is malformed")
    error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
    raise error


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Put a small disk of memory at `folder`; False where this user may not."""
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL_KB}k", "tmpfs", str(folder)], capture_output=True, check=False
    )
    try:
        yield made.returncode == 0
    finally:
        if made.returncode == 0:
            subprocess.run(["umount", "-l", str(folder)], check=True)
