"""Why a component moved: of what held it (or let it go) at that moment, the last to change; ties by the file.

Causes are set as the waves of a closure pass: wave 0 is what effects, clocks and ended reserves touched, each
wave after it what moved because of the one before. Stamps tell in which wave a level fell last and in which it rose:
what came up a little since did not take anything away.
"""

from collections.abc import Sequence

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.state import BEATS, State, Travelled, Why
from blackstart.core.engine.trace import Cause, ClockCause, SupplierCause

BY_RESTART, BY_REPAIR, BY_JOB = ClockCause("restart"), ClockCause("repair"), ClockCause("job")
BY_STANDBY, BY_REJOIN = ClockCause("standby"), ClockCause("rejoin")


def next_wave(state: State) -> int:
    """Begin a wave; returns its stamp."""
    state.beat += 1
    return state.beat


def told(state: State, why: Why) -> Cause | None:
    """The cause as the trace tells it."""
    if not isinstance(why, tuple):
        return why
    need, supplier, t = why
    return SupplierCause(state.wiring.ids[supplier], Seconds(t), state.wiring.needs[need].reference)


def fall_of(state: State, g: int, supplier: int) -> Travelled:
    """A cause that came from the last fall of a supplier along a need."""
    return g, supplier, state.fell[supplier] >> BEATS


def rise_of(state: State, g: int, supplier: int) -> Travelled:
    """A cause that came from the last rise of a supplier along a need."""
    return g, supplier, state.rose[supplier] >> BEATS


def why_fallen(state: State, g: int) -> Why:
    """What last took supply from a need: a supplier that does not serve it, or a cut."""
    suppliers = state.wiring.suppliers[g]
    if len(suppliers) == 1 and (g, suppliers[0]) not in state.leg_events:
        return fall_of(state, g, suppliers[0])
    supply, legs = state.supply(g), state.legs[g]
    binding = [s for s in suppliers if s not in legs or state.level[s] <= supply]
    return _last_change(state, g, binding, state.fell)


def why_served(state: State, g: int) -> Why:
    """What last gave supply to a need: a supplier that serves it, or the arming or mending of one."""
    supply = state.supply(g)
    return _last_change(state, g, [s for s in state.legs[g] if state.level[s] >= supply], state.rose)


def _last_change(state: State, g: int, suppliers: Sequence[int], stamps: Sequence[int]) -> Why:
    latest = (-1 << BEATS) - 1  # before the start
    why: Why = None
    for supplier in sorted(suppliers):
        event = state.leg_events.get((g, supplier))
        if event is not None and (supplier not in state.legs[g] or event[0] >= stamps[supplier]):
            if event[0] > latest:
                latest, why = event
        elif stamps[supplier] > latest:
            latest, why = stamps[supplier], (g, supplier, stamps[supplier] >> BEATS)
    return why


def blame(state: State, i: int, why: Why) -> None:
    """Set the cause of a fall, where the component may have moved in this instant already.

    One that stands no lower than where it began the phase has not fallen.
    """
    if state.level[i] >= state.raised.get(i, 1001):
        return
    if state.fell[i] < state.beat or _is_later(state, why, state.because[i]):
        set_cause(state, i, why)
    state.fell[i] = state.beat


def credit(state: State, i: int, why: Why) -> None:
    """Set the cause of a rise, where the component may have moved in this instant already."""
    set_cause(state, i, why)
    state.rose[i] = state.beat


def set_cause(state: State, i: int, why: Why) -> None:
    """Set a cause, unless it comes from the component itself within this instant: then that which is there was first.

    Whoever follows causes back knows them by component and second, and must not walk in a circle.
    """
    if not isinstance(why, tuple) or why[2] != state.now or not _comes_from(state, why[1], i):
        state.because[i] = why


def _is_later(state: State, why: Why, other: Why) -> bool:
    """Whether, of two causes in one wave, the first changed last; of equals the one that is first in the file."""
    if not isinstance(why, tuple) or not isinstance(other, tuple):
        return False
    return (state.fell[why[1]], -why[1]) > (state.fell[other[1]], -other[1])


def _comes_from(state: State, supplier: int, i: int) -> bool:
    while supplier != i:
        why = state.because[supplier]
        if not isinstance(why, tuple) or why[2] != state.now:
            return False
        supplier = why[1]
    return True
