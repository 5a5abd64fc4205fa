"""Plays the engine the way the reference is played, and writes down what it tells in the same form."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Order
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Change, Impact, Row, Standing
from blackstart.core.topology.model import Topology
from tests.core.engine.reference_views import JobSecond, PartSecond, PlainRow, Run, Second


@dataclass(frozen=True)
class EngineRun(Run):
    """A run of the engine, with what only the engine tells."""

    told_rows: tuple[Row, ...]
    changes: tuple[Change, ...]
    told_impact: Impact

    def impact(self) -> Impact:
        return self.told_impact


def run(
    topology: Topology,
    batches: Sequence[tuple[int, Sequence[Order]]],
    until: int,
    commands: Sequence[tuple[int, Order]] = (),
) -> EngineRun:
    """Play only the seconds in which something is owed; what lies between is taken to stay as it was."""
    wanted = {until, *(t for t, _ in batches), *(t for t, _ in commands)}
    simulation = Simulation(topology)
    rows: list[Row] = []
    changes: list[Change] = []
    seconds = [second_of(simulation, topology)]
    while simulation.now < until:
        t = next_second(simulation, wanted)
        for _ in range(simulation.now + 1, t):
            seconds.append(_a_second_later(seconds[-1]))
        rows += simulation.play(Seconds(t), [order for when, orders in batches if when == t for order in orders])
        for command in [order for when, order in commands if when == t]:
            rows += simulation.play(Seconds(t), [command])
        changes += simulation.close()
        seconds.append(second_of(simulation, topology))
    plain = tuple(PlainRow(*(getattr(row, name) for name in PlainRow._fields)) for row in rows)
    return EngineRun(topology, tuple(seconds), plain, tuple(rows), tuple(changes), simulation.impact())


def run_every_second(
    topology: Topology,
    batches: Sequence[tuple[int, Sequence[Order]]],
    until: int,
    commands: Sequence[tuple[int, Order]] = (),
) -> EngineRun:
    """The same, with every second played whether anything is owed in it or not."""
    empty = [(t, ()) for t in range(until + 1)]
    return run(topology, [*batches, *empty], until, commands)


def next_second(simulation: Simulation, wanted: set[int]) -> int:
    due = simulation.due()
    later = [t for t in wanted if t > simulation.now]
    return min(later if due is None else [due, *later])


def second_of(simulation: Simulation, topology: Topology) -> Second:
    """What the engine tells at the end of an instant."""
    standings = [simulation.standing(each.id) for each in topology.components]
    stuck = simulation.stuck()
    return Second(
        parts={each.component: _part_second(each) for each in standings},
        waiting=stuck.waiting,
        deadlock=stuck.deadlock,
        jobs=tuple(
            JobSecond(job.label, job.source, job.crew, job.done_at, tuple(sorted(job.waits_for)))
            for job in simulation.jobs()
        ),
        users_cut_off=simulation.users_cut_off(),
    )


def _part_second(standing: Standing) -> PartSecond:
    return PartSecond(
        mode=standing.mode,
        level=standing.level,
        shown=standing.shown,
        on_reserve_s=standing.on_reserve_s,
        back_in_s=standing.back_in_s,
        waits_for=tuple(sorted(set(standing.waits_for))),
        since=standing.since,
    )


def _a_second_later(second: Second) -> Second:
    return replace(second, parts={each: _part_a_second_later(part) for each, part in second.parts.items()})


def _part_a_second_later(part: PartSecond) -> PartSecond:
    return replace(part, on_reserve_s=_one_less(part.on_reserve_s), back_in_s=_one_less(part.back_in_s))


def _one_less(seconds: int | None) -> int | None:
    return None if seconds is None else seconds - 1
