"""Why each component moved: back from what fell or rose to what touched it."""

from collections.abc import Iterable, Mapping

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.state import State
from blackstart.core.engine.trace import Cause, SupplierCause


def assign_causes(state: State, moved: Iterable[int], touched: Mapping[int, Cause | None]) -> None:
    """Give every component that moved in this phase its cause, breadth first from what was touched."""
    left = set(moved)
    wave = sorted(i for i in left if i in touched)
    for i in wave:
        state.because[i] = touched[i]
    while left:
        if not wave:
            wave = sorted(left)
            for i in wave:
                state.because[i] = _latest(state, i)
        left.difference_update(wave)
        for i in wave:
            state.moved_at[i] = state.now
        reached: dict[int, Cause] = {}
        for supplier in wave:
            for g in state.wiring.serves[supplier]:
                owner = state.wiring.owner[g]
                if owner in left and owner not in reached:
                    reached[owner] = _from(state, supplier, g)
        for i, cause in reached.items():
            state.because[i] = cause
        wave = sorted(reached)


def _latest(state: State, i: int) -> Cause | None:
    wiring = state.wiring
    legs = [(-state.moved_at[each], each, g) for g in wiring.needs_of(i) for each in wiring.suppliers[g]]
    if not legs:
        return state.because[i]
    _, supplier, g = min(legs)
    return _from(state, supplier, g)


def _from(state: State, supplier: int, g: int) -> SupplierCause:
    wiring = state.wiring
    return SupplierCause(wiring.ids[supplier], Seconds(state.moved_at[supplier]), wiring.needs[g].reference)
