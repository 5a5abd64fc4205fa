"""The map as it is drawn: no states, each card with its kind."""

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.drawing.model import Drawing, GateKey
from blackstart.core.topology.kinds import KINDS, SERVICE, kind
from blackstart.core.topology.model import Topology
from blackstart.shell.canvas.moment import Asked
from blackstart.shell.canvas.picture import Face, GateFace, Picture
from blackstart.shell.canvas.signs import Signs


def plan_picture(topology: Topology, drawing: Drawing, words: Words, chosen: ComponentId | None = None) -> Picture:
    """Return everything the map shows while it is drawn, in a language."""
    cards, gates = drawing.arrangement.cards, drawing.arrangement.gates
    signs = Signs(
        cards=np.zeros(len(cards), np.uint8),
        levels=np.full(len(cards), 1000, np.int16),
        gates=np.zeros(len(gates), np.uint8),
        lines=np.zeros(len(drawing.lines), np.uint8),
    )
    return Picture(
        drawing=drawing,
        zones={zone.id: zone.label(words.language) for zone in topology.zones},
        faces=Asked(cards, lambda id_: plan_face(topology, id_, words)),
        gates=Asked(gates, lambda key: _gate(topology, key, words)),
        signs=signs,
        chosen=chosen,
    )


def plan_face(topology: Topology, id_: ComponentId, words: Words) -> Face:
    """Return what one card shows: its name, and what kind of thing it is."""
    component = topology.component(id_)
    known = component.kind if component.kind in KINDS else SERVICE.id
    return Face(name=component.label(words.language), sub=words.say(f"kind.{known}"), icon=kind(component.kind).icon)


def _gate(topology: Topology, key: GateKey, words: Words) -> GateFace:
    need = topology.component(key[0]).needs[key[1]]
    return GateFace(words.say("gate.at-least", at_least=need.at_least, suppliers=len(need.on)))
