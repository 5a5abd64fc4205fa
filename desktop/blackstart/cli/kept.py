"""The library as a command opens it: what its user must know of it is told on stderr."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from blackstart.core.record.library import Library


@contextmanager
def kept_runs(path: Path | None) -> Iterator[Library]:
    """Open the library at `path`, or the user's own, and let go of it in the end."""
    library = Library(path)
    try:
        if library.set_aside is not None:
            said = f"{library.path} was damaged and is kept as {library.set_aside}; a new library was begun"
            click.echo(said, err=True)
        yield library
    finally:
        library.close()
