"""The command that says where a map is weak: rank."""

import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import click

from blackstart.cli.options import FILE, print_line, read_duration
from blackstart.core.analysis.sweep import IN_PROCESS, Consequence, Fall, ranked, sweep
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.files import load_drill
from blackstart.core.exercise.model import Drill

DAY = Seconds(86400)


@click.command()
@click.argument("file", type=FILE)
@click.option(
    "--until",
    callback=read_duration,
    help="How far to follow each failure: 90s, '2 h', or seconds. As long as the exercise lasts; a day without one.",
)
def rank(file: Path, until: Seconds | None) -> None:
    """Fail every component alone and print what falls and when, a row each, most users cut off first."""
    drill = load_drill(file).drill
    horizon = _horizon(drill) if until is None else until
    with (
        closing(sweep(drill.topology, horizon, IN_PROCESS)) as consequences,
        click.progressbar(
            consequences, length=len(drill.topology.components), label=str(file), file=sys.stderr
        ) as counted,
    ):
        found = list(counted)
    for consequence in ranked(found):
        print_line(_row(consequence))


def _horizon(drill: Drill) -> Seconds:
    return DAY if drill.exercise is None else drill.exercise.lasts


def _row(consequence: Consequence) -> Mapping[str, object]:
    return {
        "component": consequence.component,
        "users_cut_off": consequence.users_cut_off,
        "lost_service_seconds": consequence.lost_service_seconds,
        "falls": [_fall(fall) for fall in consequence.falls],
    }


def _fall(fall: Fall) -> Mapping[str, object]:
    return {"component": fall.component, "t": fall.at, "down_t": fall.down_at, "level": fall.least}
