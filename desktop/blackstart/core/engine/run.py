"""A whole run of the model in one call: orders in, what happened out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.effects import Order
from blackstart.core.engine.simulation import Simulation
from blackstart.core.engine.trace import Change, Impact, Standing, Stuck
from blackstart.core.topology.model import Topology


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the model came to.

    Attributes
    ----------
    start : tuple of Standing
        Every component at the start (instant -1), in file order.
    changes : tuple of Change
        What differs at the end of each instant from the end of the one before; those with `moved` False changed
        only in what is shown.
    impact : Impact
        Over the seconds 0 .. until inclusive.
    stuck : Stuck
        At the end.
    """

    start: tuple[Standing, ...]
    changes: tuple[Change, ...]
    impact: Impact
    stuck: Stuck


def simulate(
    topology: Topology,
    batches: Sequence[tuple[Seconds, Sequence[Order]]],
    until: Seconds,
    commands: Sequence[tuple[Seconds, Order]] = (),
) -> Outcome:
    """Play a topology up to and including second `until`.

    Parameters
    ----------
    topology : Topology
        The map.
    batches : sequence of (Seconds, orders)
        Orders that are part of round 0 of their second, in the order given.
    until : Seconds
        Horizon; what lies after it is left out.
    commands : sequence of (Seconds, Order)
        Orders that each are a round of their own, after round 0 of their second, in the order given.

    Returns
    -------
    Outcome
        Equal for equal input.
    """
    simulation = Simulation(topology)
    start = tuple([simulation.standing(each.id) for each in topology.components])
    changes: list[Change] = []
    for t, first, later in _instants(simulation, batches, commands, until):
        simulation.play(t, first)
        for order in later:
            simulation.play(t, (order,))
        changes += simulation.close()
    return Outcome(start, tuple(changes), simulation.impact(until), simulation.stuck())


def _instants(
    simulation: Simulation,
    batches: Sequence[tuple[Seconds, Sequence[Order]]],
    commands: Sequence[tuple[Seconds, Order]],
    until: Seconds,
) -> Iterator[tuple[Seconds, list[Order], list[Order]]]:
    """Seconds to play, with the orders of round 0 and those of the rounds after it."""
    first: dict[Seconds, list[Order]] = {}
    later: dict[Seconds, list[Order]] = {}
    for t, orders in batches:
        first.setdefault(t, []).extend(orders)
    for t, order in commands:
        later.setdefault(t, []).append(order)
    asked = sorted({*first, *later}, reverse=True)
    while True:
        due = simulation.due()
        ahead = [*asked[-1:], *([] if due is None else [due])]
        if not ahead or min(ahead) > until:
            return
        t = min(ahead)
        if asked and asked[-1] == t:
            asked.pop()
        yield t, first.get(t, []), later.get(t, [])
