"""What a component can be connected with by typing: a need of its own, or a place in the group of one there is."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import GateKey
from blackstart.core.topology.model import Purpose, Topology

translate = QCoreApplication.translate

MOST_WAYS = 4  # suppliers of a group up to which any number of them can be asked for at once


@dataclass(frozen=True, slots=True)
class Offer:
    """One way to connect.

    Attributes
    ----------
    other : ComponentId
        The end that was typed.
    need : GateKey or None
        The need whose group is joined; None = it will be a need of its own.
    at_least : int
        How many of the group must serve then.
    """

    other: ComponentId
    need: GateKey | None = None
    at_least: int = 1


def offers(
    topology: Topology, end: ComponentId, others: Sequence[ComponentId], purpose: Purpose, *, is_supplier: bool
) -> Iterator[Offer]:
    """Return the ways to connect one end with each of some others, in their order.

    Parameters
    ----------
    end : ComponentId
        The end that is known.
    is_supplier : bool
        Whether that end is the supplier.
    """
    for other in others:
        supplier, component = (end, other) if is_supplier else (other, end)
        yield Offer(other)
        for index, need in enumerate(topology.component(component).needs):
            if need.purpose is purpose and supplier not in need.on:
                for at_least in _ways(need.at_least, len(need.on) + 1):
                    yield Offer(other, (component, index), at_least)


def told(offer: Offer, topology: Topology, language: str) -> str:
    """Say what is offered."""
    if offer.need is None:
        return topology.component(offer.other).label(language)
    on = topology.component(offer.need[0]).needs[offer.need[1]].on
    names = ", ".join(topology.component(each).label(language) for each in on)
    words = translate("ConnectField", "join as {some} of {all}: {names}")
    return words.format(some=offer.at_least, all=len(on) + 1, names=names)


def _ways(before: int, suppliers: int) -> Sequence[int]:
    """How many of so many suppliers can be asked for: as many as before first, then one more, then the others."""
    if suppliers > MOST_WAYS:
        return (before, before + 1)
    return sorted(range(1, suppliers + 1), key=lambda each: (each != before, each != before + 1, each))
