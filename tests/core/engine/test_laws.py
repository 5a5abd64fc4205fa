"""Rules that every run keeps, whatever the map and the schedule."""

import os
import subprocess
import sys
from dataclasses import replace
from random import Random

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Simulation
from blackstart.core.topology.model import Component, Need, Topology
from tests.core.engine import engine_run
from tests.core.engine.engine_run import EngineRun
from tests.core.engine.maps import Case, random_case, seeded_case

SEEDS = range(150)


def _play(case: Case) -> EngineRun:
    return engine_run.run(case.topology, case.batches, case.until, case.commands)


def test_seconds_in_which_nothing_is_owed_can_be_played_or_left_out() -> None:
    for case in map(seeded_case, SEEDS):
        every = engine_run.run_every_second(case.topology, case.batches, case.until, case.commands)
        assert every == _play(case)


def test_the_order_of_the_file_changes_no_state() -> None:
    for seed in SEEDS:
        chance = Random(seed)
        case = random_case(chance, has_zones=False)
        case = replace(case, topology=_all_named(case.topology))
        run = _play(case)
        shuffled = _play(replace(case, topology=_shuffled(chance, case.topology)))
        assert sorted(shuffled.rows) == sorted(run.rows), f"seed {seed}"
        assert shuffled.impact() == run.impact(), f"seed {seed}"
        for ours, theirs in zip(run.seconds, shuffled.seconds, strict=True):
            assert (ours.parts, ours.jobs) == (theirs.parts, theirs.jobs), f"seed {seed}"
            assert set(ours.waiting) == set(theirs.waiting), f"seed {seed}"
            assert set(ours.deadlock) == set(theirs.deadlock), f"seed {seed}"


def _all_named(map_: Topology) -> Topology:
    """The same map; a group without a name is called by its suppliers in the order of the file."""
    components = [
        replace(each, needs=tuple(replace(need, name=need.reference) for need in each.needs))
        for each in map_.components
    ]
    return replace(map_, components=tuple(components))


def _shuffled(chance: Random, map_: Topology) -> Topology:
    components = [replace(each, needs=_shuffled_needs(chance, each)) for each in map_.components]
    return replace(
        map_,
        crews=tuple(chance.sample(map_.crews, len(map_.crews))),
        components=tuple(chance.sample(components, len(components))),
    )


def _shuffled_needs(chance: Random, each: Component) -> tuple[Need, ...]:
    needs = [replace(need, on=tuple(chance.sample(need.on, len(need.on)))) for need in each.needs]
    return tuple(chance.sample(needs, len(needs)))


DIGEST = """
import hashlib
from tests.core.engine import engine_run
from tests.core.engine.maps import seeded_case
digest = hashlib.sha256()
for case in map(seeded_case, range(40)):
    run = engine_run.run(case.topology, case.batches, case.until, case.commands)
    digest.update(repr((run.told_rows, run.changes, run.seconds, run.impact())).encode())
print(digest.hexdigest())
"""


def test_the_trace_does_not_hang_on_the_order_of_hashes() -> None:
    digests = set()
    for hash_seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        command = [sys.executable, "-c", DIGEST]
        told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True)
        digests.add(told.stdout)
    assert len(digests) == 1


def test_runs_side_by_side_do_not_touch_each_other() -> None:
    for seed in range(0, 40, 2):
        pair = [seeded_case(seed), seeded_case(seed + 1)]
        together = [Simulation(case.topology) for case in pair]
        alone = [Simulation(case.topology) for case in pair]
        for t in range(pair[0].until + 1):
            told = [_second(simulation, case, t) for simulation, case in zip(together, pair, strict=True)]
            assert told[0] == _second(alone[0], pair[0], t)
        for t in range(pair[0].until + 1):
            _second(alone[1], pair[1], t)
        assert together[1].impact() == alone[1].impact()


def _second(simulation: Simulation, case: Case, t: int) -> tuple[object, ...]:
    orders = [order for at, batch in case.batches if at == t for order in batch]
    return *simulation.play(Seconds(t), orders), *simulation.close()


def test_a_phase_changes_a_component_once_at_most() -> None:
    """With whole seconds and a horizon that is why every run ends: what a phase can do is finite."""
    for seed in range(30):
        run = _play(random_case(Random(seed), most_components=60))
        places = [(row.t, row.round, row.phase, row.kind, row.component) for row in run.rows]
        assert len(set(places)) == len(places)
