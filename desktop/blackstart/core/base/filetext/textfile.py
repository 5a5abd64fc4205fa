"""Text files of people: read with one clear sentence when that fails, written so that nothing is ever lost."""

import os
import tempfile
from pathlib import Path

from blackstart.core.base.errors import DrillError, UserError
from blackstart.core.base.findings import Finding
from blackstart.core.base.system_words import system_words
from blackstart.core.base.words import said

Stamp = tuple[int, int]  # time of the last change in ns, size in bytes

BACKUP = ".bak"  # put behind a file's name: the text before the last save


def read_file(path: Path, most_bytes: int) -> str:
    """Return the text of a UTF-8 file, line ends and byte order mark as they stand.

    Raises
    ------
    UserError
        If there is no such file, or it cannot be opened or is longer than `most_bytes`.
    DrillError
        If it is not UTF-8; with the line.
    """
    try:
        if path.is_file() and path.stat().st_size > most_bytes:
            raise UserError(said("file.too-long", path=path, most=most_bytes // 1024**2))
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        raise UserError(said("file.none", path=path)) from None
    except IsADirectoryError:
        raise UserError(said("file.folder", path=path)) from None
    except OSError as error:
        # Windows says "permission denied" of a folder too.
        if path.is_dir():
            raise UserError(said("file.folder", path=path)) from None
        raise UserError(said("file.unopened", path=path, why=system_words(error))) from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = said("file.not-utf8", byte=f"{error.object[error.start]:#04x}")
        raise DrillError([Finding("unreadable", str(path), line, "", message)]) from None


def stamp(path: Path) -> Stamp:
    """Tell one state of a file from another, by its time and length; (0, 0) where there is none."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def write_file(path: Path, text: str) -> None:
    """Put `text` in the place of a file at once: a crash leaves the old text or the new one, never half of it.

    What stood there before is kept beside it under the name with `BACKUP` behind it. A link is followed.

    Raises
    ------
    UserError
        If the folder or the file cannot be written; the old file is then as it was.
    """
    target = path.resolve()
    try:
        _replace(target, text.encode("utf-8"))
    except OSError as error:
        raise UserError(said("file.unsaved", path=path, why=system_words(error))) from None
    except UnicodeEncodeError as error:
        half = f"U+{ord(text[error.start]):04X}"
        raise UserError(said("file.half-character", path=path, half=half)) from None


def write_bytes(path: Path, content: bytes) -> None:
    """As `write_file`, of what is no text of ours to be edited: nothing is kept of what stood there before.

    Raises
    ------
    UserError
        If the folder or the file cannot be written; the old file is then as it was.
    """
    try:
        _replace(path.resolve(), content, with_backup=False)
    except OSError as error:
        raise UserError(said("file.unsaved", path=path, why=system_words(error))) from None


def _replace(target: Path, content: bytes, *, with_backup: bool = True) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o777)
            if with_backup:
                _keep_backup(target)
        else:
            part.chmod(0o666 & ~_umask())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
    _sync_folder(target.parent)


def _keep_backup(target: Path) -> None:
    backup = target.with_name(target.name + BACKUP)
    half = target.with_name(f".{target.name}{BACKUP}.part")
    half.write_bytes(target.read_bytes())
    half.replace(backup)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _sync_folder(folder: Path) -> None:
    # The rename itself is on disk only once the folder is; Windows has no such call and needs none.
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
