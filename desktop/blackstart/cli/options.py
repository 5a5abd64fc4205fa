"""What several commands share: how a file and a duration are given, and how a result line is printed."""

import json
from pathlib import Path

import click

from blackstart.core.base.errors import UserError
from blackstart.core.base.simtime import Seconds, parse_duration

FILE = click.Path(path_type=Path)
LIBRARY = click.option("--library", type=FILE, help="The file that holds the runs, instead of your own library.")


def read_duration(_context: click.Context, _parameter: click.Parameter, written: str | None) -> Seconds | None:
    """Callback of an option that is a duration: ``90s``, ``"1 h 30 min"``, or bare seconds."""
    if written is None:
        return None
    try:
        return parse_duration(written)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


def must_not_be(output: Path, library: Path) -> None:
    """Refuse to write over the library.

    Raises
    ------
    UserError
        If the two are one file.
    """
    if _is_same(output, library):
        raise UserError(f"{output} is the library itself; choose another file")


def _is_same(output: Path, library: Path) -> bool:
    try:
        return output.samefile(library)
    except OSError:  # there is none of that name, or none that could be: writing tells
        return False


def print_line(value: object) -> None:
    """Print one object as one line of JSON.

    Raises
    ------
    UserError
        If what is printed cannot be kept: a file on a full disk. A reader that has gone is click's to notice.
    """
    try:
        click.echo(json.dumps(value, ensure_ascii=False))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UserError(f"the result cannot be written: {error.strerror}") from None
