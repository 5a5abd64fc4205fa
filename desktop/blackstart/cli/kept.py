"""The library as a command opens it: what its user must know of it is told on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from blackstart.core.base.errors import UserError
from blackstart.core.record.library import Library
from blackstart.core.record.paths import library_paths
from blackstart.core.record.store import PATIENCE_S
from blackstart.core.session.run import Run


def is_there(path: Path | None) -> bool:
    """Whether there is a library at `path`, or the user's own."""
    return library_paths(path).library.exists()


@contextmanager
def kept_runs(path: Path | None, may_be_new: bool = False) -> Iterator[Library]:
    """Open the library at `path`, or the user's own, and let go of it in the end.

    Raises
    ------
    UserError
        If there is none and it may not be new: who only looks makes no files.
    """
    if not may_be_new and not is_there(path):
        raise UserError(f"there is no run: nothing has been recorded in {library_paths(path).library} yet")
    library = Library(path)
    try:
        if library.set_aside is not None:
            said = f"{library.path} was damaged and is kept as {library.set_aside}; a new library was begun"
            click.echo(said, err=True)
        yield library
    finally:
        library.close()


def must_be_safe(run: Run) -> None:
    """Say what could not be written, if waiting does not help: who plays without a window is told only what is durable.

    Raises
    ------
    UserError
        With what is wrong with the library.
    """
    if run.unsafe is not None:
        run.scribe.try_again(is_at_once=True, patience_s=PATIENCE_S)
    if run.unsafe is not None:
        raise UserError(run.unsafe.sentence)
