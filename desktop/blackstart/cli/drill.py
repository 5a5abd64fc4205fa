"""Commands on drill files alone: check, schema, simulate."""

import gc
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

import click

from blackstart.cli.options import FILE, print_line, read_duration
from blackstart.core.base.errors import DrillError, UserError
from blackstart.core.base.filetext.document import LARGEST_JSON
from blackstart.core.base.filetext.textfile import read_file
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.engine.effects import Effect, Order
from blackstart.core.engine.run import Outcome
from blackstart.core.engine.run import simulate as play_model
from blackstart.core.engine.trace import Change, Standing, cause_record
from blackstart.core.exercise.effects import read_batches
from blackstart.core.exercise.files import drill_schema, load_drill
from blackstart.core.topology.model import Topology


@click.command()
@click.argument("files", nargs=-1, required=True, type=FILE)
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...]) -> None:
    """Name every fault and warning of drill files, each on one line; exit 1 if there is a fault."""
    has_fault = False
    for path in files:
        try:
            for warning in load_drill(path).warnings:
                click.echo(str(warning))
        except DrillError as error:
            has_fault = True
            click.echo(str(error))
        except UserError as error:
            has_fault = True
            click.echo(str(error), err=True)
    ctx.exit(1 if has_fault else 0)


@click.command()
def schema() -> None:
    """Print the JSON Schema of drill files."""
    print_line(drill_schema())


@click.command()
@click.argument("file", type=FILE)
@click.option("--effects", "effects_file", type=FILE, help="A list of {at: 10 s, do: [effects]}, YAML or JSON.")
@click.option("--until", required=True, callback=read_duration, help="How far to play: 90s, '2 h', or seconds.")
@click.option("--trace", "wants_trace", is_flag=True, help="Print what changes, a row each, instead of the sums.")
def simulate(file: Path, effects_file: Path | None, until: Seconds, wants_trace: bool) -> None:
    """Play the map of a drill alone, its script left out."""
    topology = load_drill(file).drill.topology
    batches = _batches(effects_file, topology)
    began = perf_counter()
    gc.disable()  # a large map has so many values that looking through them costs as much as the model
    try:
        outcome = play_model(topology, batches, until)
    finally:
        gc.enable()
    engine_ms = (perf_counter() - began) * 1000
    if wants_trace:
        _print_trace(outcome)
    else:
        print_line(_sums(outcome, engine_ms))


def _batches(path: Path | None, topology: Topology) -> list[tuple[Seconds, list[Order]]]:
    if path is None:
        return []
    batches = read_batches(read_file(path, LARGEST_JSON), str(path), topology)
    return [(at, [_order(index, effects)]) for index, (at, effects) in enumerate(batches)]


def _order(index: int, effects: tuple[Effect, ...]) -> Order:
    return Order(effects, f"effects[{index}]")


def _sums(outcome: Outcome, engine_ms: float) -> Mapping[str, object]:
    impact = outcome.impact
    return {
        "lost_service_seconds": impact.lost_service_seconds,
        "lost_money": impact.lost_money,
        "first_impact_s": impact.first_impact_s,
        "peak_users": impact.peak_users,
        "waiting": outcome.stuck.waiting,
        "deadlock": outcome.stuck.deadlock,
        "engine_ms": round(engine_ms, 3),
    }


def _print_trace(outcome: Outcome) -> None:
    for standing in outcome.start:
        print_line(_row(START, standing))
    for change in outcome.changes:
        if change.moved:
            print_line(_row(change.t, change))


def _row(t: Seconds, at: Standing | Change) -> Mapping[str, object]:
    return {
        "t": t,
        "component": at.component,
        "mode": at.mode,
        "level": at.level,
        "shown": at.shown,
        "cause": cause_record(at.cause),
    }
