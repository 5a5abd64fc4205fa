"""The command line's root: which commands there are, and how their errors reach the user."""

import sys
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

import click

from blackstart.core.base.errors import UserError

# Command -> the module that has it under that name. A module is loaded only when its command is called: `simulate`
# must start without what `play` and `report` need.
COMMANDS: Mapping[str, str] = {
    "check": "blackstart.cli.drill",
    "schema": "blackstart.cli.drill",
    "simulate": "blackstart.cli.drill",
    "rank": "blackstart.cli.rank",
    "play": "blackstart.cli.play",
    "runs": "blackstart.cli.runs",
    "replay": "blackstart.cli.runs",
    "without": "blackstart.cli.runs",
    "report": "blackstart.cli.report",
}


class _Commands(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(COMMANDS[cmd_name]), cmd_name)
        return command


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="blackstart", message="%(prog)s %(version)s")
def root() -> None:
    """Outage tabletop exercises. Without a command, or with a .drill file, the window opens."""


def main(words: Sequence[str], printers: Callable[[], object] | None = None) -> int:
    """Carry out one command line and return its exit status: 0, or 1 for a user's error, which is one sentence.

    Parameters
    ----------
    words : sequence of str
        What follows the program's name.
    printers : callable or None
        Handed to the commands as ``click.Context.obj``: makes what the shell lends them to print pages, a
        `core.review.report.forms.Printers`; called only by a command that prints.
    """
    _write_utf8(sys.stdout, sys.stderr)
    try:
        result = root.main(list(words), "blackstart", standalone_mode=False, obj=printers)
    except click.ClickException as error:
        click.echo(_misuse(error), err=True)
        return 1
    except click.Abort:
        return 130
    except UserError as error:
        click.echo(str(error), err=True)
        return 1
    return result if isinstance(result, int) else 0


def _misuse(error: click.ClickException) -> str:
    """Where a command line was misused, and how; without the page of usage, which a script has no use for."""
    context = error.ctx if isinstance(error, click.UsageError) else None
    where = "blackstart" if context is None else context.command_path
    match error:
        case click.MissingParameter(param=click.Parameter() as missing):
            said = f"{missing.get_error_hint(context)} is missing"
        case click.BadParameter(param=click.Parameter() as given):
            said = f"{given.get_error_hint(context)}: {error.message}"
        case _:
            said = error.format_message().rstrip(".")
    return f"{where}: {said} ({where} --help says how it is used)"


def _write_utf8(*streams: object) -> None:
    # On Windows a pipe takes the code page of the system, in which a Korean name cannot be written.
    for stream in streams:
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
