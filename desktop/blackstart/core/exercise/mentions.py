"""What a script names of the map: so that nothing is taken off the map that the script still speaks of."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from blackstart.core.engine.effects import Bootstrap, Waive
from blackstart.core.exercise.model import Exercise
from blackstart.core.topology.model import Topology

# Fields of effects, conditions, measures, actions and history that hold the id of a part of the map.
_COMPONENTS = frozenset({"component", "components", "supplier", "requires"})
_ROOMS = ("injects", "decisions", "actions", "objectives", "history")


@dataclass(frozen=True, slots=True)
class Mention:
    """One part of the map that the script names.

    Attributes
    ----------
    kind : str
        component, zone, crew or need.
    name : str
        Its id; of a need its component and reference, such as ``login/hall``.
    room, id : str
        Where: injects, decisions, actions, objectives or history, and the id of what stands there.
    """

    kind: str
    name: str
    room: str
    id: str


def mentions(exercise: Exercise) -> Iterator[Mention]:
    """Yield everything of the map that a script names, in the order of the script."""
    for room in _ROOMS:
        for number, part in enumerate(getattr(exercise, room) or ()):
            for kind, name in _named(part):
                yield Mention(kind, name, room, str(getattr(part, "id", number + 1)))


def loose_mentions(exercise: Exercise, topology: Topology) -> list[Mention]:
    """Return what a script names and a map does not have."""
    known = {
        "component": {str(each.id) for each in topology.components},
        "zone": {str(each.id) for each in topology.zones},
        "crew": {str(each.id) for each in topology.crews},
        "need": {f"{each.id}/{need.reference}" for each in topology.components for need in each.needs},
    }
    return [each for each in mentions(exercise) if each.name not in known[each.kind]]


def _named(value: object) -> Iterator[tuple[str, str]]:
    """Yield kind and name of every part of the map within a value."""
    if isinstance(value, tuple | list):
        for each in value:
            yield from _named(each)
    if not is_dataclass(value):
        return
    if isinstance(value, Waive | Bootstrap):
        yield "need", f"{value.component}/{value.need}"
    for field in fields(value):
        found = getattr(value, field.name)
        if field.name in _COMPONENTS:
            yield from (("component", str(each)) for each in ([found] if isinstance(found, str) else found))
        elif field.name in ("zone", "crew") and isinstance(found, str):
            yield field.name, found
        else:
            yield from _named(found)
