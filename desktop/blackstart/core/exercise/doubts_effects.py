"""What is doubtful about the effects of a script: they are carried out, but change nothing."""

from collections.abc import Iterator

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.nearest import instead, quoted
from blackstart.core.base.records.reading import Fault, Place
from blackstart.core.base.words import Said, said
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
)
from blackstart.core.exercise.model import Exercise
from blackstart.core.topology.model import Topology

_Targeted = Fail | Repair | Restore | Isolate | Reconnect | Maintain | Release | CallOff


def doubts_of_effects(exercise: Exercise, topology: Topology) -> Iterator[Fault]:
    """Doubts about every list of effects in the script, those of jobs included."""
    lists = list(_lists(exercise))
    jobs = {effect.name for _, effects in lists for effect in effects if isinstance(effect, Job) and effect.name}
    for place, effects in lists:
        yield from _bootstraps_too_early(place, effects, topology)
        for index, effect in enumerate(effects):
            message = _changes_nothing(effect, topology, jobs)
            if message is not None:
                yield Fault("changes-nothing", (*place, index), message)


def _lists(exercise: Exercise) -> Iterator[tuple[Place, tuple[Effect, ...]]]:
    for place, effects in _written_lists(exercise):
        yield place, effects
        for index, effect in enumerate(effects):
            if isinstance(effect, Job):
                yield (*place, index, "do"), effect.do


def _written_lists(exercise: Exercise) -> Iterator[tuple[Place, tuple[Effect, ...]]]:
    for index, inject in enumerate(exercise.injects):
        yield ("exercise", "injects", index, "effects"), inject.effects
    for index, decision in enumerate(exercise.decisions):
        for number, option in enumerate(decision.options):
            yield ("exercise", "decisions", index, "options", number, "effects"), option.effects
    for index, action in enumerate(exercise.actions):
        yield ("exercise", "actions", index, "effects"), action.effects


def _bootstraps_too_early(place: Place, effects: tuple[Effect, ...], topology: Topology) -> Iterator[Fault]:
    """Effects of one list see needs as they stood before it: what the list itself breaks is not lost yet."""
    stopped: set[ComponentId] = set()
    for index, effect in enumerate(effects):
        if isinstance(effect, Fail | Isolate | Maintain):
            stopped.update(_components(effect.target, topology))
        if not isinstance(effect, Bootstrap) or effect.component not in topology:
            continue
        needs = (need for need in topology.component(effect.component).needs if need.reference == effect.need)
        lost = [supplier for need in needs for supplier in need.on if supplier in stopped]
        if lost:
            message = said("doubt.bootstrap-too-early", component=effect.component, lost=lost[0])
            yield Fault("bootstrap-too-early", (*place, index), message)


def _changes_nothing(effect: Effect, topology: Topology, jobs: set[str]) -> Said | None:
    match effect:
        case Arm() | Disarm():
            return _no_standby(effect, topology)
        case Cut() | Mend():
            return _no_supplier(effect, topology)
        case CallOffJob(job) if job not in jobs:
            return said("doubt.no-job", job=quoted(job), hint=instead(job, sorted(jobs), said("parts.job")))
        case Repair(target):
            return _no_repair(target, topology)
        case _ if isinstance(effect, _Targeted) and not _components(effect.target, topology):
            return said("doubt.empty-zone", zone=effect.target.zone)
        case _:
            return None


def _no_standby(effect: Arm | Disarm, topology: Topology) -> Said | None:
    needs = topology.component(effect.component).needs
    standbys = [standby.supplier for need in needs for standby in need.standby]
    if effect.supplier in standbys:
        return None
    hint = instead(effect.supplier, standbys, said("parts-of.standby", component=effect.component))
    return said("doubt.no-standby", supplier=effect.supplier, component=effect.component, hint=hint)


def _no_supplier(effect: Cut | Mend, topology: Topology) -> Said | None:
    suppliers = [supplier for need in topology.component(effect.component).needs for supplier in need.on]
    if effect.supplier in suppliers:
        return None
    hint = instead(effect.supplier, suppliers, said("parts-of.supplier", component=effect.component))
    return said("doubt.no-supplier", supplier=effect.supplier, component=effect.component, hint=hint)


def _no_repair(target: Target, topology: Topology) -> Said | None:
    components = _components(target, topology)
    if not components:
        return said("doubt.empty-zone", zone=target.zone)
    never = [each for each in target.components if topology.component(each).repair is None]
    return said("doubt.no-repair", component=never[0]) if never else None


def _components(target: Target, topology: Topology) -> tuple[ComponentId, ...]:
    return target.components if target.zone is None else topology.within(target.zone)
