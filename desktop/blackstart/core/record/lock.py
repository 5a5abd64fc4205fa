"""One writer for each run: a lock file that holds the writer's process id.

The system lets go of the lock when the process dies, however it dies: what a killed program left behind is taken
over, and a process id that was given to another program since then cannot lock anybody out.
"""

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt

    def _take(file: IO[str]) -> None:
        # The locked byte lies behind the text, which others must be able to read.
        file.seek(1024)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: IO[str]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


class RunLock:
    """A lock file that this process holds; made by `lock_run`."""

    def __init__(self, path: Path, file: IO[str]) -> None:
        self._path = path
        self._file: IO[str] | None = file

    @property
    def is_held(self) -> bool:
        """Whether it still stands between other processes and the run: its file may have gone with its folder."""
        return self._file is not None and _is_still_there(self._path, self._file)

    def release(self) -> None:
        """Let another process write; harmless if done twice."""
        if self._file is None:
            return
        with suppress(OSError):  # a folder that is gone or may only be read: the lock ends with the file's closing
            if sys.platform != "win32" and self.is_held:
                self._path.unlink(missing_ok=True)  # while it is held, so that nobody else's can be meant
        with suppress(OSError):
            self._file.close()
        self._file = None


def lock_run(path: Path) -> RunLock | None:
    """Take the lock file at `path`, making it and its folder beside the library; None = another process holds it."""
    path.parent.mkdir(exist_ok=True)
    while True:
        file = path.open("a+", encoding="ascii")
        try:
            _take(file)
        except OSError:
            file.close()
            return None
        if _is_still_there(path, file):
            break
        file.close()  # its holder let go, and took it away, between our opening and our locking
    with suppress(OSError):  # a full disk has no room for the process id, but it is a lock all the same
        os.ftruncate(file.fileno(), 0)
        os.write(file.fileno(), f"{os.getpid()}\n".encode())
    return RunLock(path, file)


def holder(path: Path) -> int | None:
    """The process id that a lock file names; None = none is there or it names nobody."""
    try:
        written = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return int(written) if written.isdigit() else None


def _is_still_there(path: Path, file: IO[str]) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(file.fileno()))
    except OSError:
        return False
