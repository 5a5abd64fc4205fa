"""The drop closure: what is lost because something fell, wave by wave.

Modes and latches only fall here. Levels are the greatest that they allow; after effects they may rise before
anything is lost, so that what is restored in the same second can keep a need from being lost.
"""

from collections.abc import Iterable, Sequence

from blackstart.core.engine.agenda import REJOIN, STANDBY
from blackstart.core.engine.causes import blame, fall_of, next_wave, set_cause, why_fallen
from blackstart.core.engine.levels import raise_levels, tell_rises
from blackstart.core.engine.state import (
    BEATS,
    COUNTED,
    DOWN,
    OK,
    REPAIRING,
    STARTING,
    UP,
    State,
    Why,
)
from blackstart.core.engine.wiring import HARD, RESPOND, SOFT, START_ONLY


def fall_after_effects(state: State) -> None:
    """Phase 2: play what the effects of the round touched."""
    next_wave(state)
    lifted = {i: why for i, why in state.stirred.items() if state.mode[i] == UP}
    state.raised = raise_levels(state, (), lifted) if state.is_graded else {}
    served = [*state.stirred_needs, *(g for i in state.raised for g in state.serves[i])]
    state.resupplied.update(g for g in served if g in state.closed)
    wave: list[int] = []
    for i in state.stirred:
        limit = state.cap[i] if state.mode[i] == UP else 0
        if limit < state.level[i]:
            _fall_to(state, i, limit, state.because[i] if state.mode[i] == DOWN else state.stirred[i], wave)
    for g in sorted(state.stirred_needs):
        _weaken(state, g, None, wave)
    _pass_on(state, wave)
    tell_rises(state, (), lifted, state.raised)
    state.raised = {}
    state.hopeful = [g for g in dict.fromkeys(served) if _begins_to_rejoin(state, g)]


def fall_after(state: State, weakened: Iterable[int]) -> None:
    """Phase 4, and the start: play the loss of supply of some needs."""
    next_wave(state)
    wave: list[int] = []
    for g in weakened:
        _weaken(state, g, None, wave)
    _pass_on(state, wave)


def _begins_to_rejoin(state: State, g: int) -> bool:
    """Start the time that a lost need must be served; True if it is had again at once, in the rise."""
    if state.lost[g] == OK or g in state.rejoin_due or state.best(g) < state.wiring.useful[g]:
        return False
    rejoin = state.wiring.rejoin[g]
    if rejoin:
        state.rejoin_due[g] = state.now + rejoin
        state.agenda.add(state.now + rejoin, REJOIN, g)
    return not rejoin


def _pass_on(state: State, wave: list[int]) -> None:
    while wave:
        next_wave(state)
        others, fallen = _pass_on_wave(state, sorted(set(wave)))
        for g, supplier in others.items():
            # What was served well a second ago survives this one.
            if not state.is_graded and state.closed.get(g, 0) >= state.wiring.useful[g]:
                state.resupplied.add(g)
            else:
                _weaken(state, g, supplier, fallen)
        wave = fallen


def _pass_on_wave(state: State, wave: Sequence[int]) -> tuple[dict[int, int], list[int]]:
    """Take the fall of a wave to the hard needs on it that are lost at once; written out, for all time goes there.

    Returns the other needs on the wave, each with the first supplier in it, and what falls with the wave.
    """
    level, mode, lost, barred, before = state.level, state.mode, state.lost, state.barred, state.before
    quick, owner, serves = state.quick, state.wiring.owner, state.serves
    because, fell, rose = state.because, state.fell, state.rose
    now, beat, instant = state.now, state.beat, state.now << BEATS
    fallen: list[int] = []
    others: dict[int, int] = {}
    for supplier in wave:
        delivered = level[supplier]
        for g in serves[supplier]:
            if delivered >= quick[g]:
                others.setdefault(g, supplier)
            elif lost[g] == OK:
                lost[g] = now
                i = owner[g]
                barred[i] += 1
                if not mode[i]:
                    continue
                if not level[i] or fell[i] >= instant or rose[i] >= instant:
                    _fall_to(state, i, 0, (g, supplier, now), fallen)
                    continue
                if i not in before:
                    before[i] = level[i] << 2 | UP
                level[i], mode[i] = 0, DOWN
                because[i] = (g, supplier, now)
                fell[i] = beat
                fallen.append(i)
    return others, fallen


def _weaken(state: State, g: int, supplier: int | None, fallen: list[int]) -> None:
    """Take in that the supply of a need may have fallen, because of `supplier` if that is known."""
    if g in state.closed:
        state.resupplied.add(g)
    wiring, i = state.wiring, state.wiring.owner[g]
    if state.best(g) < wiring.useful[g]:
        if state.lost[g] == OK:
            _lose(state, g, supplier, fallen)
        else:
            state.rejoin_due.pop(g, None)
        return
    if state.lost[g] == OK and state.counts[g] == COUNTED and wiring.role[g] <= SOFT and state.mode[i] == UP:
        _lower(state, g, supplier, fallen)


def _lower(state: State, g: int, supplier: int | None, fallen: list[int]) -> None:
    i, limit = state.wiring.owner[g], state.share(g)
    if limit < state.level[i]:
        _fall_to(state, i, limit, _why(state, g, supplier), fallen)
    elif limit == state.level[i] and state.fell[i] == state.beat:
        blame(state, i, _why(state, g, supplier))


def _lose(state: State, g: int, supplier: int | None, fallen: list[int]) -> None:
    wiring, i = state.wiring, state.wiring.owner[g]
    state.lost[g] = state.now
    for standby, after in wiring.standbys.get(g, {}).items():
        if after is not None and (g, standby) not in state.armed and (g, standby) not in state.kept_unarmed:
            state.agenda.add(state.now + after, STANDBY, g)
    if state.counts[g] != COUNTED:
        return
    role = wiring.role[g]
    if role == RESPOND:
        _stop_repair(state, i)
    elif role in (HARD, START_ONLY):
        state.barred[i] += 1
        if state.mode[i] == STARTING or (state.mode[i] == UP and role == HARD):
            _fall_to(state, i, 0, _why(state, g, supplier), fallen)
        elif role == HARD and state.fell[i] == state.beat:
            blame(state, i, _why(state, g, supplier))
    elif state.mode[i] == UP:
        _lower(state, g, supplier, fallen)


def _stop_repair(state: State, i: int) -> None:
    repair = state.repairs.get(i)
    if repair is not None and repair.due is not None:
        repair.due = None
        state.remember(i)
        state.marks[i] &= ~REPAIRING


def _fall_to(state: State, i: int, limit: int, why: Why, fallen: list[int]) -> None:
    state.remember(i)
    if state.mode[i] == STARTING:
        state.mode[i] = DOWN
        set_cause(state, i, why)
        return
    state.level[i] = limit
    if not limit:
        state.mode[i] = DOWN
    blame(state, i, why)
    fallen.append(i)


def _why(state: State, g: int, supplier: int | None) -> Why:
    """Cause of a loss of supply: that supplier of the wave before, unless it serves well enough."""
    if supplier is not None and state.level[supplier] <= state.supply(g):
        return fall_of(state, g, supplier)
    return why_fallen(state, g)
