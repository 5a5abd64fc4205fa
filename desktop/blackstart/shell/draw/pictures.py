"""The map as it is drawn: no states, each card with its kind."""

from collections.abc import Mapping

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.drawing.model import Drawing, GateKey
from blackstart.core.topology.kinds import KINDS, SERVICE, kind
from blackstart.core.topology.model import Need, Topology
from blackstart.shell.canvas.flat import FlatDrawing
from blackstart.shell.canvas.moment import Asked
from blackstart.shell.canvas.picture import Face, GateFace, Picture
from blackstart.shell.canvas.signs import Signs


class Faces:
    """What the cards and pills of one map show while it is drawn, in a language."""

    def __init__(self, topology: Topology, words: Words) -> None:
        self._topology, self._words = topology, words
        self._groups: Mapping[ComponentId, Need] | None = None
        self._made = Asked({each.id: each for each in topology.components}, self._make)

    def of(self, component: ComponentId) -> Face:
        """Return what one card shows: its name, what kind of thing it is, and in how large a group it stands."""
        return self._made[component]

    def picture(self, drawing: Drawing, chosen: ComponentId | None = None, made: FlatDrawing | None = None) -> Picture:
        """Return everything that the map shows; of components that the drawing lacks nothing."""
        cards, gates = drawing.arrangement.cards, drawing.arrangement.gates
        signs = Signs(
            cards=np.zeros(len(cards), np.uint8),
            levels=np.full(len(cards), 1000, np.int16),
            gates=np.zeros(len(gates), np.uint8),
            lines=np.zeros(len(drawing.lines), np.uint8),
        )
        return Picture(
            drawing=drawing,
            zones={zone.id: zone.label(self._words.language) for zone in self._topology.zones},
            faces=Asked(cards, self.of),
            gates=Asked(gates, self._gate),
            signs=signs,
            chosen=chosen,
            made=made,
        )

    def _make(self, id_: ComponentId) -> Face:
        if self._groups is None:
            self._groups = groups(self._topology)
        component = self._topology.component(id_)
        known = component.kind if component.kind in KINDS else SERVICE.id
        group = self._groups.get(id_)
        return Face(
            name=component.label(self._words.language),
            sub=self._words.say(f"kind.{known}"),
            icon=kind(component.kind).icon,
            is_plan=True,
            badge=f"{group.at_least}/{len(group.on)}" if group is not None else "",
            is_locked=component.locked,
        )

    def _gate(self, key: GateKey) -> GateFace:
        need = self._topology.component(key[0]).needs[key[1]]
        return GateFace(self._words.say("gate.at-least", at_least=need.at_least, suppliers=len(need.on)))


def groups(topology: Topology) -> dict[ComponentId, Need]:
    """Return the group in which each component stands; of several the one with the fewest to spare."""
    found: dict[ComponentId, Need] = {}
    for component in topology.components:
        for need in component.needs:
            if len(need.on) > 1:
                for each in need.on:
                    if each not in found or _spare(need) < _spare(found[each]):
                        found[each] = need
    return found


def _spare(need: Need) -> int:
    return len(need.on) - need.at_least
