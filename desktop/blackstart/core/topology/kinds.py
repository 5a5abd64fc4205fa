"""The catalogue of kinds of component: looks, place in the automatic arrangement, and usual values.

A kind is a help for drawing. The engine never asks for it: what counts is what stands in the component, and
the usual values are written into a component once, when it is created from the palette. A file may name any
kind; one that the catalogue lacks looks like `service`.

Names and one-line descriptions are words, not code: ``kind.<id>`` and ``kind.<id>.about`` in assets/words.
"""

from types import MappingProxyType

from blackstart.core.topology.kind_rows import MINUTE, Kind, KindGroup, usual
from blackstart.core.topology.kinds_of_centres import KINDS_OF_CENTRES
from blackstart.core.topology.kinds_of_use import KINDS_OF_USE

SERVICE = Kind(
    "service",
    KindGroup.APPS,
    "topo",
    3,
    usual(10 * MINUTE, 90 * MINUTE, 0, "Assumption: a program of several servers, started and checked by hand."),
)

KINDS = MappingProxyType({each.id: each for each in (*KINDS_OF_CENTRES, *KINDS_OF_USE, SERVICE)})
"""All kinds by id, in the order of the palette; `service`, the generic one, is last."""


def kind(name: str) -> Kind:
    """Return the kind of that id; for a name that is not in the catalogue, `service`."""
    return KINDS.get(name, SERVICE)
