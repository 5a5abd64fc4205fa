"""Commands on recorded runs: runs (list, export, import, delete), replay, without."""

import re
from collections.abc import Mapping
from pathlib import Path

import click

from blackstart.cli.kept import is_there, kept_runs
from blackstart.cli.options import FILE, LIBRARY, must_not_be, print_line, read_duration
from blackstart.cli.standing import outcome_row, standing_row
from blackstart.core.base.filetext.textfile import read_file, write_file
from blackstart.core.base.nearest import quoted
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.payloads import kind_of
from blackstart.core.play.playback import look_back
from blackstart.core.record.derived import is_as_played
from blackstart.core.record.exchange import LARGEST_RUN, export_run, import_run
from blackstart.core.record.recorded import Recorded
from blackstart.core.record.rows import RunRow
from blackstart.core.review.counterfactual import without as fold_without

_JSON = click.option("--json", "as_json", is_flag=True, help="Print rows of JSON.")


def _read_seq(_context: click.Context, _parameter: click.Parameter, written: str) -> int:
    if not re.fullmatch("[0-9]{1,9}", written):
        raise click.BadParameter(f"found {quoted(written)}, wanted the number of an entry of the journal")
    return int(written)


@click.group(invoke_without_command=True)
@_JSON
@LIBRARY
@click.pass_context
def runs(ctx: click.Context, as_json: bool, library: Path | None) -> None:
    """List the recorded runs, the latest first; or export, import, delete one."""
    ctx.obj = library
    if ctx.invoked_subcommand is not None or not is_there(library):
        return
    with kept_runs(library) as kept:
        for row in kept.runs():
            if as_json:
                print_line(_run_row(row))
            else:
                click.echo(_run_line(row))


@runs.command()
@click.argument("run")
@click.option("-o", "--output", type=FILE, required=True, help="The file to write.")
@click.option("--without-names", is_flag=True, help="Leave out the names of people.")
@LIBRARY
@click.pass_obj
def export(outer: Path | None, run: str, output: Path, without_names: bool, library: Path | None) -> None:
    """Write a run into one file, with the drill it played."""
    with kept_runs(library or outer) as kept:
        must_not_be(output, kept.path)
        text = export_run(kept, run, with_names=not without_names)
    write_file(output, text)


@runs.command(name="import")
@click.argument("file", type=FILE)
@LIBRARY
@click.pass_obj
def import_(outer: Path | None, file: Path, library: Path | None) -> None:
    """Take a run from a file into the library and print its id there."""
    text = read_file(file, LARGEST_RUN)
    with kept_runs(library or outer, may_be_new=True) as kept:
        print_line({"run": import_run(kept, text, str(file))})


@runs.command()
@click.argument("run")
@LIBRARY
@click.pass_obj
def delete(outer: Path | None, run: str, library: Path | None) -> None:
    """Delete a run for good."""
    with kept_runs(library or outer) as kept:
        row = kept.find(run)
        kept.delete(row.run)
    print_line({"deleted": row.run})


@click.command()
@click.argument("run")
@click.option("--at", required=True, callback=read_duration, help="The second to look at: 90s, '2 h', or seconds.")
@_JSON
@LIBRARY
def replay(run: str, at: Seconds, as_json: bool, library: Path | None) -> None:
    """Tell how a run stood at a time: states, open decisions, delivered injects."""
    recorded = _recorded(run, library)
    row = standing_row(look_back(recorded.loaded.drill, recorded.entries, min(at, recorded.reached_s)))
    if as_json:
        print_line(row)
    else:
        _print_flat(row)


@click.command()
@click.argument("run")
@click.argument("seq", callback=_read_seq)
@_JSON
@LIBRARY
def without(run: str, seq: int, as_json: bool, library: Path | None) -> None:
    """Tell what a run lost, and what it would have lost without one entry of its journal."""
    recorded = _recorded(run, library)
    compared = fold_without(recorded.loaded.drill, recorded.entries, seq, recorded.reached_s)
    row = {
        "run": recorded.row.run,
        "seq": seq,
        "do": kind_of(compared.entry.command),
        "with": outcome_row(compared.played),
        "without": outcome_row(compared.without),
    }
    if as_json:
        print_line(row)
    else:
        _print_flat(row)


def _recorded(run: str, library: Path | None) -> Recorded:
    with kept_runs(library) as kept:
        recorded = kept.recorded(run)
    if not is_as_played(recorded):
        said = f"{recorded.row.run} was played with an earlier model: this is not what was seen then"
        click.echo(said, err=True)
    return recorded


def _run_row(row: RunRow) -> Mapping[str, object]:
    return {
        "run": row.run,
        "drill": row.drill_id,
        "title": row.title,
        "team": row.team,
        "begun_utc": row.begun_utc,
        "ended": row.ended,
    }


def _run_line(row: RunRow) -> str:
    begun = row.begun_utc[:16].replace("T", " ")
    words = [row.run, begun, f"{row.drill_id} #{row.number}", row.name or row.team, row.title]
    return "  ".join(word for word in words if word) + ("" if row.ended else "  (not ended)")


def _print_flat(row: Mapping[str, object], before: str = "") -> None:
    """Print a row for people, a value on each line."""
    for key, value in row.items():
        name = f"{before}{key}"
        if isinstance(value, Mapping):
            _print_flat(value, f"{name}.")
        elif isinstance(value, list) and value and isinstance(value[0], Mapping):
            click.echo(f"{name}:")
            for each in value:
                click.echo("  " + "  ".join(f"{inner}={told}" for inner, told in each.items() if told is not None))
        else:
            click.echo(f"{name}: {', '.join(map(str, value)) if isinstance(value, list | tuple) else value}")
