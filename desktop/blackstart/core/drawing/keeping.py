"""A map after an edit: what stood stays where it stood, what is new finds room."""

from dataclasses import replace

from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.model import Arrangement
from blackstart.core.topology.model import Topology


def arranged_after(topology: Topology, before: Arrangement) -> Arrangement:
    """Arrange a topology so that every card which `before` has stays there, unless it was placed elsewhere by hand.

    Only a zone that is hemmed in on all sides pushes what lies round it.

    Nothing is written into the topology: what the program placed stays the program's to place.
    """
    return arrange(_held(topology, before), before=before)


def _held(topology: Topology, before: Arrangement) -> Topology:
    components = tuple(
        replace(each, at=before.cards[each.id][:2]) if each.at is None and each.id in before.cards else each
        for each in topology.components
    )
    return replace(topology, components=components)
