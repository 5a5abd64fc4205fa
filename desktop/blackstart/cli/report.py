"""The command report: an after-action report of a recorded run, in the form that the file's name asks for."""

from collections.abc import Callable
from pathlib import Path

import click

from blackstart.cli.kept import kept_runs
from blackstart.cli.options import FILE, LIBRARY, must_not_be, print_line
from blackstart.core.base.errors import UserError
from blackstart.core.base.filetext.textfile import write_bytes
from blackstart.core.base.words import ENGLISH, LANGUAGES
from blackstart.core.review.report.forms import FORMS, Printers, form_of, written
from blackstart.core.review.report.making import AUDIENCES
from blackstart.core.review.report.making import report as made
from blackstart.core.review.report.model import FACILITATORS
from blackstart.core.review.report.reading import read_source
from blackstart.core.review.report.tables import JOURNAL


@click.command()
@click.argument("run")
@click.option("-o", "--output", type=FILE, required=True, help=f"The file to write: .{', .'.join(FORMS)}.")
@click.option("--lang", type=click.Choice(LANGUAGES), default=ENGLISH, help="The language of the report.")
@click.option("--for", "audience", type=click.Choice(AUDIENCES), default=FACILITATORS, help="Who reads it.")
@click.option("--table", default=JOURNAL, help="What a .csv holds: the journal, or a table of the report.")
@LIBRARY
@click.pass_obj
def report(
    printers: Callable[[], Printers], run: str, output: Path, lang: str, audience: str, table: str, library: Path | None
) -> None:
    """Write a report of a recorded run."""
    form = form_of(output)
    if table != JOURNAL and form != "csv":
        raise UserError(f"--table chooses what a .csv holds; {output.name} is none")
    with kept_runs(library) as kept:
        must_not_be(output, kept.path)
        source = read_source(kept, run)
    if not source.is_as_played:
        click.echo(f"{source.row.run} was played with an earlier model: this is not what was seen then", err=True)
    content = written(made(source, lang, audience), form, printers(), table)
    write_bytes(output, content)
    print_line({"run": source.row.run, "report": str(output), "form": form})
