"""What every effect does to the world of the reference, at once and in order; where it does not apply, nothing."""

from functools import singledispatch

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.effects import (
    Arm,
    Bootstrap,
    CallOff,
    CallOffJob,
    Cut,
    Disarm,
    Effect,
    Fail,
    Isolate,
    Job,
    Maintain,
    Mend,
    Reconnect,
    Release,
    Repair,
    Restore,
    Target,
    Waive,
    Withdraw,
)
from blackstart.core.engine.trace import Mode
from tests.core.engine.reference_state import JobState, NeedState, PartState, World


def stop(part: PartState) -> None:
    part.mode, part.starting_since = Mode.DOWN, None


def call_off_repair(part: PartState) -> None:
    part.repair_turn, part.repairing_since = None, None


@singledispatch
def apply(effect: Effect, world: World, source: str) -> None:
    raise AssertionError(f"no such effect: {effect!r}")


@apply.register
def _fail(effect: Fail, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        part.cap = min(part.cap, effect.level)
        call_off_repair(part)
        if part.cap == 0:
            stop(part)


@apply.register
def _repair(effect: Repair, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        if part.cap < 1000 and part.spec.repair is not None and part.repair_turn is None:
            part.repair_turn, part.repair_source = _next_turn(world), source


@apply.register
def _restore(effect: Restore, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        part.cap = effect.level
        call_off_repair(part)
        if part.cap == 0:
            stop(part)


@apply.register
def _isolate(effect: Isolate, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        part.holds.add("isolated")
        stop(part)


@apply.register
def _maintain(effect: Maintain, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        part.holds.add("maintenance")
        stop(part)


@apply.register
def _reconnect(effect: Reconnect, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        part.holds -= {"isolated"}


@apply.register
def _release(effect: Release, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        part.holds -= {"maintenance", "off"}


@apply.register
def _arm(effect: Arm, world: World, source: str) -> None:
    for need in _needs_with_standby(effect.component, effect.supplier, world):
        need.armed.add(effect.supplier)
        need.no_more_by_itself.discard(effect.supplier)


@apply.register
def _disarm(effect: Disarm, world: World, source: str) -> None:
    for need in _needs_with_standby(effect.component, effect.supplier, world):
        need.armed.discard(effect.supplier)
        need.no_more_by_itself.add(effect.supplier)


@apply.register
def _cut(effect: Cut, world: World, source: str) -> None:
    for need in world.parts[effect.component].needs:
        if effect.supplier in need.spec.on:
            need.cut.add(effect.supplier)


@apply.register
def _mend(effect: Mend, world: World, source: str) -> None:
    for need in world.parts[effect.component].needs:
        need.cut.discard(effect.supplier)


@apply.register
def _waive(effect: Waive, world: World, source: str) -> None:
    need = _need_called(effect.component, effect.need, world)
    if need is not None:
        need.waived = True


@apply.register
def _bootstrap(effect: Bootstrap, world: World, source: str) -> None:
    need = _need_called(effect.component, effect.need, world)
    if need is not None and need.lost and not need.waived:
        need.bootstrapped = True


@apply.register
def _call_off(effect: CallOff, world: World, source: str) -> None:
    for part in _targets(effect.target, world):
        call_off_repair(part)


@apply.register
def _call_off_job(effect: CallOffJob, world: World, source: str) -> None:
    world.jobs = [job for job in world.jobs if job.spec.name != effect.job]


@apply.register
def _withdraw(effect: Withdraw, world: World, source: str) -> None:
    world.jobs = [job for job in world.jobs if job.source != effect.source]
    for part in world.parts.values():
        if part.repair_turn is not None and part.repair_source == effect.source:
            call_off_repair(part)


@apply.register
def _job(effect: Job, world: World, source: str) -> None:
    simple = effect.crew is None and not effect.requires
    world.jobs.append(JobState(effect, source, _next_turn(world), running_since=world.now if simple else None))


def _next_turn(world: World) -> int:
    world.turns += 1
    return world.turns


def _targets(target: Target, world: World) -> list[PartState]:
    if target.zone is None:
        return [world.parts[each] for each in target.components]
    zones = {target.zone}
    for _ in world.topology.zones:  # as many times as a chain of zones can be long
        zones |= {zone.id for zone in world.topology.zones if zone.inside in zones}
    return [part for part in world.parts.values() if part.spec.zone in zones]


def _needs_with_standby(component: ComponentId, supplier: ComponentId, world: World) -> list[NeedState]:
    needs = world.parts[component].needs
    return [need for need in needs if supplier in {standby.supplier for standby in need.spec.standby}]


def _need_called(component: ComponentId, reference: str, world: World) -> NeedState | None:
    """By its name, else the unnamed need with that single supplier; groups without a name cannot be called."""
    needs = world.parts[component].needs
    named = [need for need in needs if need.spec.name == reference]
    single = [need for need in needs if need.spec.name is None and need.spec.on == (reference,)]
    return next(iter(named + single), None)
