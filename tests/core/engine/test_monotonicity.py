"""What is worse at the beginning is never better later, as long as nothing reacts to the loss itself.

The rule holds without automatic standby, isolation, crews, bootstrap and jobs that require something; each of these can
turn a small loss into a gain elsewhere. So the maps and schedules here do without.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random

import pytest

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Arm, Cut, Disarm, Mend, Release, Waive
from blackstart.core.topology.model import Component, Topology
from tests.core.engine import engine_run
from tests.core.engine.makers import Batch, at, fail, repair, restore
from tests.core.engine.maps import MapRules, random_map
from tests.core.engine.reference_views import Run
from tests.core.engine.schedules import ScheduleWriter

RULES = MapRules(has_crews=False, has_automatic_standby=False)
UNTIL = 40
SEEDS = range(120)


@dataclass(frozen=True)
class Fault:
    """A component at `level` from `begin` on; `length` seconds later it is restored, or its repair is asked for."""

    component: ComponentId
    level: int
    begin: int
    length: int
    is_repaired: bool

    def batches(self) -> list[Batch]:
        ends = repair(self.component) if self.is_repaired else restore(self.component)
        return [at(self.begin, fail(self.component, level=self.level)), at(self.begin + self.length, ends)]


@dataclass(frozen=True)
class Trouble:
    """A map, its faults, at most one a component, and what happens besides."""

    topology: Topology
    faults: tuple[Fault, ...]
    besides: tuple[Batch, ...]

    def play(self) -> Run:
        batches = [*self.besides, *(batch for fault in self.faults for batch in fault.batches())]
        return engine_run.run(self.topology, sorted(batches, key=lambda batch: batch[0]), UNTIL)


def _random_trouble(chance: Random) -> Trouble:
    topology = random_map(chance, RULES)
    writer = ScheduleWriter(chance, topology, dict.fromkeys((Arm, Disarm, Cut, Mend, Waive, Release), 1))
    besides = tuple((chance.randint(0, UNTIL), (writer.order("besides"),)) for _ in range(chance.randint(0, 4)))
    ids = [each.id for each in topology.components]
    broken = chance.sample(ids, chance.randint(1, max(1, len(ids) // 2)))
    return Trouble(topology, tuple(_random_fault(chance, each) for each in broken), besides)


def _random_fault(chance: Random, component: ComponentId) -> Fault:
    level = chance.choice((0, 0, 0, 300, 550))
    return Fault(component, level, chance.randint(0, 15), chance.randint(1, 15), chance.random() < 0.5)


def _one_more_fault(chance: Random, trouble: Trouble) -> Trouble:
    broken = {fault.component for fault in trouble.faults}
    sound = [each.id for each in trouble.topology.components if each.id not in broken]
    more = tuple(_random_fault(chance, each) for each in sound[:1])
    return replace(trouble, faults=(*trouble.faults, *more))


def _longer_faults(chance: Random, trouble: Trouble) -> Trouble:
    longer = tuple(replace(fault, length=fault.length + chance.randint(0, 6)) for fault in trouble.faults)
    return replace(trouble, faults=longer)


def _deeper_faults(chance: Random, trouble: Trouble) -> Trouble:
    deeper = tuple(replace(fault, level=chance.randint(0, fault.level)) for fault in trouble.faults)
    return replace(trouble, faults=deeper)


def _shorter_tolerances(chance: Random, trouble: Trouble) -> Trouble:
    def less(component: Component) -> Component:
        needs = (replace(need, survives=Seconds(chance.randint(0, need.survives))) for need in component.needs)
        return replace(component, needs=tuple(needs))

    return _with_components(trouble, less)


def _longer_restarts(chance: Random, trouble: Trouble) -> Trouble:
    def slower(component: Component) -> Component:
        return replace(component, restart=Seconds(component.restart + chance.randint(0, 4)))

    return _with_components(trouble, slower)


def _with_components(trouble: Trouble, change: Callable[[Component], Component]) -> Trouble:
    components = tuple(change(each) for each in trouble.topology.components)
    return replace(trouble, topology=replace(trouble.topology, components=components))


@pytest.mark.parametrize(
    "worsen", [_one_more_fault, _longer_faults, _deeper_faults, _shorter_tolerances, _longer_restarts]
)
def test_what_makes_matters_worse_never_raises_a_level(worsen: Callable[[Random, Trouble], Trouble]) -> None:
    for seed in SEEDS:
        chance = Random(seed)
        trouble = _random_trouble(chance)
        run, worse = trouble.play(), worsen(chance, trouble).play()
        for component in trouble.topology.components:
            pairs = zip(run.levels(component.id), worse.levels(component.id), strict=True)
            risen = [t for t, (level, lower) in enumerate(pairs) if lower > level]
            assert not risen, f"seed {seed}: {component.id} is better off at {risen}"
