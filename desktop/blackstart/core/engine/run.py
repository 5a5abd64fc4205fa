"""A whole run of the model in one call: orders in, what happened out."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar, overload

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine import rounds
from blackstart.core.engine.closing import PackedChange, change
from blackstart.core.engine.effects import Order
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.state import State
from blackstart.core.engine.stuck import find_stuck
from blackstart.core.engine.trace import Change, Impact, Standing, Stuck
from blackstart.core.topology.model import Topology

Packed = TypeVar("Packed")
Told = TypeVar("Told")


class Unpacked(Sequence[Told], Generic[Packed, Told]):
    """A sequence whose members are made when they are asked for: most of a long trace is never read."""

    def __init__(self, packed: Sequence[Packed], unpack: Callable[[Packed], Told]) -> None:
        self._packed = packed
        self._unpack = unpack

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, place: int) -> Told: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Told, ...]: ...
    def __getitem__(self, place: int | slice) -> Told | tuple[Told, ...]:
        if isinstance(place, slice):
            return tuple([self._unpack(each) for each in self._packed[place]])
        return self._unpack(self._packed[place])

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run of the model came to.

    Attributes
    ----------
    start : sequence of Standing
        Every component at the start (instant -1), in file order.
    changes : sequence of Change
        What differs at the end of each instant from the end of the one before; those with `moved` False changed
        only in what is shown. Members are made when they are read.
    impact : Impact
        Over the seconds 0 .. until inclusive.
    """

    start: Sequence[Standing]
    changes: Sequence[Change]
    impact: Impact
    _end: State = field(repr=False, compare=False)

    @property
    def stuck(self) -> Stuck:
        """What cannot come back by itself, at the end; looked for when it is asked for."""
        return find_stuck(self._end)


def simulate(
    topology: Topology | Opening,
    batches: Sequence[tuple[Seconds, Sequence[Order]]],
    until: Seconds,
    commands: Sequence[tuple[Seconds, Order]] = (),
) -> Outcome:
    """Play a topology up to and including second `until`.

    Parameters
    ----------
    topology : Topology or Opening
        The map; an `Opening` of it where several runs begin from the same map.
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
    opening = topology if isinstance(topology, Opening) else Opening(topology)
    state, closing = opening.begin()
    packed: list[PackedChange] = []
    for t, first, later in _instants(state, batches, commands, until):
        closing.ledger.pass_to(t)
        rounds.play_round(state, first, rounds.open_instant(state, t))
        for order in later:
            rounds.play_round(state, (order,))
        packed += closing.close(state)
    return Outcome(
        start=Unpacked(range(len(state.mode)), opening.standing),
        changes=Unpacked(packed, lambda each: change(state, each)),
        impact=closing.ledger.impact(until),
        _end=state,
    )


def _instants(
    state: State,
    batches: Sequence[tuple[Seconds, Sequence[Order]]],
    commands: Sequence[tuple[Seconds, Order]],
    until: int,
) -> Iterator[tuple[int, list[Order], list[Order]]]:
    """Seconds to play, with the orders of round 0 and those of the rounds after it."""
    first: dict[int, list[Order]] = {}
    later: dict[int, list[Order]] = {}
    for when, orders in batches:
        first.setdefault(when, []).extend(orders)
    for when, order in commands:
        later.setdefault(when, []).append(order)
    asked = sorted({*first, *later}, reverse=True)
    while True:
        due = rounds.next_due(state)
        ahead = [*asked[-1:], *([] if due is None else [due])]
        if not ahead or min(ahead) > until:
            return
        t = min(ahead)
        if asked and asked[-1] == t:
            asked.pop()
        yield t, first.get(t, []), later.get(t, [])
