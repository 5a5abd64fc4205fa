"""Short ways to write maps and orders in tests; arguments are plain strings and numbers."""

from collections.abc import Sequence
from typing import Protocol

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Arm, Bootstrap, Effect, Fail, Order, Repair, Restore, Target
from blackstart.core.topology.model import FULL, Component, Crew, Need, Permille, Purpose, Standby, Topology
from tests.core.engine.reference_views import Run

Batch = tuple[int, Sequence[Order]]


class Player(Protocol):
    """The reference or the engine: plays batches (round 0) and commands (a round each) up to `until`."""

    def __call__(
        self,
        topology: Topology,
        batches: Sequence[Batch],
        until: int,
        commands: Sequence[tuple[int, Order]] = (),
    ) -> Run: ...


def need(
    *on: str,
    at_least: int = 1,
    purpose: Purpose = Purpose.RUN,
    weight: int = FULL,
    useful: int = 1,
    survives: int = 0,
    rejoin: int = 0,
    standby: Sequence[str] = (),
    name: str | None = None,
) -> Need:
    return Need(
        tuple(ComponentId(each) for each in on),
        name=name,
        at_least=at_least,
        purpose=purpose,
        weight=Permille(weight),
        useful=Permille(useful),
        survives=Seconds(survives),
        rejoin=Seconds(rejoin),
        standby=tuple(Standby(ComponentId(each)) for each in standby),
    )


def component(id_: str, *needs: Need, restart: int = 0, repair: int | None = 0, crew: str | None = None) -> Component:
    return Component(
        ComponentId(id_),
        restart=Seconds(restart),
        repair=None if repair is None else Seconds(repair),
        crew=None if crew is None else CrewId(crew),
        needs=needs,
    )


def topology(*components: Component, crews: Sequence[tuple[str, int]] = ()) -> Topology:
    return Topology(crews=tuple(Crew(CrewId(id_), size=size) for id_, size in crews), components=components)


def target(*components: str) -> Target:
    return Target(tuple(ComponentId(each) for each in components))


def fail(*components: str, level: int = 0) -> Fail:
    return Fail(target(*components), Permille(level))


def repair(*components: str) -> Repair:
    return Repair(target(*components))


def restore(*components: str, level: int = FULL) -> Restore:
    return Restore(target(*components), Permille(level))


def arm(component_: str, supplier: str) -> Arm:
    return Arm(ComponentId(component_), ComponentId(supplier))


def bootstrap(component_: str, reference: str) -> Bootstrap:
    return Bootstrap(ComponentId(component_), reference)


def order(*effects: Effect, source: str = "test") -> Order:
    return Order(effects, source)


def at(t: int, *effects: Effect) -> Batch:
    """A batch of one order."""
    return t, (order(*effects, source=f"batch:{t}"),)


def down(run: Run, t: int) -> set[str]:
    """Components that deliver nothing at the end of `t`."""
    return {each for each, part in run.at(t).parts.items() if part.level == 0}
