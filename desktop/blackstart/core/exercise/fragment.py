"""Parts of a map as text that is a drill of its own: what goes through the clipboard, also between windows."""

from collections.abc import Collection
from dataclasses import replace

from blackstart.core.base.filetext.render import yaml_text
from blackstart.core.base.ids import ComponentId, DrillId
from blackstart.core.base.text import plain
from blackstart.core.exercise.files import read_drill
from blackstart.core.exercise.model import Drill
from blackstart.core.exercise.writing import drill_record
from blackstart.core.topology.making import fresh_id, moved, renamed
from blackstart.core.topology.model import Component, Point, Topology
from blackstart.core.topology.removal import without

_ID = DrillId("fragment")


def fragment_text(topology: Topology, components: Collection[ComponentId]) -> str:
    """Return some components as the text of a drill; what they need of others, their zones and crews stay behind."""
    among = frozenset(components)
    outside = frozenset(each.id for each in topology.components) - among
    parts = tuple(_alone(each, outside) for each in topology.components if each.id in among)
    return yaml_text(drill_record(Drill(_ID, plain("Fragment"), topology=Topology(components=parts))))


def pasted(text: str, topology: Topology, by: Point) -> tuple[Component, ...]:
    """Return the components of a fragment, or of any drill's text, moved by some px, with ids that are free here.

    Raises
    ------
    DrillError
        With all faults, if the text is no drill.
    """
    found = read_drill(text, "<clipboard>").drill.topology
    taken = {each.id for each in topology.components}
    ids: dict[ComponentId, ComponentId] = {}
    for each in found.components:
        ids[each.id] = ComponentId(fresh_id(each.id, taken, "component"))
        taken.add(ids[each.id])
    parts = (_alone(each, frozenset()) for each in found.components)
    return tuple(renamed(replace(each, at=moved(each.at, by)), ids) for each in parts)


def _alone(component: Component, outside: frozenset[ComponentId]) -> Component:
    """Return a component that names nothing of what stays behind."""
    return replace(without(component, outside), zone=None, crew=None, locked=False)
