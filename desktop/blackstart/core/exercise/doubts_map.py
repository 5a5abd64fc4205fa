"""What is doubtful about a map before any script: allowed, but seldom meant."""

from collections.abc import Iterator

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.nearest import listed
from blackstart.core.base.records.reading import Fault
from blackstart.core.base.words import said
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Mode
from blackstart.core.exercise.conditions import facts
from blackstart.core.exercise.model import ComponentIs, Drill, Exercise, StateBy
from blackstart.core.topology.model import Topology


def doubts_of_map(drill: Drill) -> Iterator[Fault]:
    """Doubts about components, in file order within each rule."""
    yield from _down_at_the_start(drill.topology)
    yield from _idle(drill)


def _down_at_the_start(topology: Topology) -> Iterator[Fault]:
    simulation = Simulation(topology)
    for index, component in enumerate(topology.components):
        standing = simulation.standing(component.id)
        if standing.mode is not Mode.UP and not component.initially_off:
            message = said("doubt.down-at-start", id=component.id)
            if standing.waits_for:
                message = said("doubt.down-and-waits", id=component.id, waits_for=listed(standing.waits_for))
            yield Fault("down-at-start", ("topology", "components", index), message)


def idle_components(drill: Drill) -> Iterator[tuple[int, ComponentId]]:
    """Components whose loss is never felt, with their place in the file."""
    used = {supplier for component in drill.topology.components for need in component.needs for supplier in need.on}
    used.update(watcher for component in drill.topology.components for watcher in component.seen_by)
    if drill.exercise is not None:
        used.update(_named_by_script(drill.exercise))
    for index, component in enumerate(drill.topology.components):
        matters = component.users or component.cost_per_hour or component.safety_critical
        if not matters and component.id not in used:
            yield index, component.id


def _idle(drill: Drill) -> Iterator[Fault]:
    for index, component in idle_components(drill):
        yield Fault("idle", ("topology", "components", index), said("doubt.idle", id=component))


def _named_by_script(exercise: Exercise) -> Iterator[ComponentId]:
    for action in exercise.actions:
        yield from action.requires
    for when in [*(each.when for each in exercise.injects), *(each.when for each in exercise.decisions)]:
        if when is not None:
            yield from (fact.component for fact in facts(when) if isinstance(fact, ComponentIs))
    for objective in exercise.objectives:
        if isinstance(objective.measure, StateBy):
            yield objective.measure.component
    yield from (each.component for each in exercise.history)
