"""What falls because something fell, and what comes back because something came back."""

from blackstart.core.engine.state import COUNTED, DOWN, OK, STARTING, UP, State
from blackstart.core.engine.wiring import HARD, SOFT, START_ONLY


def settle_levels(state: State) -> None:
    """Set every level to the greatest that modes and latches allow."""
    count = len(state.level)
    for i in range(count):
        state.level[i] = state.cap[i] if state.mode[i] == UP else 0
    is_moving = True
    while is_moving:
        is_moving = False
        for i in range(count):
            if state.mode[i] == UP:
                level = min([state.level[i], *_shares(state, i)])
                is_moving = is_moving or level != state.level[i]
                state.level[i] = level


def drop(state: State) -> None:
    """Lose every need that is no longer served and stop what cannot run without it."""
    is_moving = True
    while is_moving:
        settle_levels(state)
        is_moving = _lose_needs(state) | _stop_components(state)
    for g in range(len(state.lost)):
        if state.lost[g] != OK:
            if state.best(g) < state.wiring.useful[g]:
                state.rejoin_due.pop(g, None)
            elif g not in state.rejoin_due:
                state.rejoin_due[g] = state.now + state.wiring.rejoin[g]


def rise(state: State) -> None:
    """Have every need again that is served long enough, and start what can start."""
    is_moving = True
    while is_moving:
        settle_levels(state)
        is_moving = _regain_needs(state) | _repair(state) | _start_components(state)


def _shares(state: State, i: int) -> list[int]:
    wiring = state.wiring
    return [state.share(g) for g in wiring.needs_of(i) if wiring.role[g] in (HARD, SOFT) and state.counts[g] == COUNTED]


def _lose_needs(state: State) -> bool:
    has_changed = False
    for g in range(len(state.lost)):
        if state.lost[g] == OK and state.best(g) < state.wiring.useful[g]:
            state.lost[g] = state.now
            state.rejoin_due.pop(g, None)
            has_changed = True
    return has_changed


def _stop_components(state: State) -> bool:
    has_changed = False
    for i in range(len(state.mode)):
        if state.mode[i] == UP and state.level[i] == 0:
            state.mode[i] = DOWN
            has_changed = True
        if state.mode[i] == STARTING and any(
            state.is_lost(g) for g in state.wiring.needs_of(i) if state.wiring.role[g] in (HARD, START_ONLY)
        ):
            state.mode[i] = DOWN
            del state.restart_due[i]
            has_changed = True
        if i in state.repairs and not state.can_repair(i):
            state.repairs[i].due = None
    return has_changed


def _regain_needs(state: State) -> bool:
    has_changed = False
    for g in range(len(state.lost)):
        if state.lost[g] == OK:
            continue
        if g not in state.rejoin_due and state.best(g) >= state.wiring.useful[g]:
            state.rejoin_due[g] = state.now + state.wiring.rejoin[g]
        if state.rejoin_due.get(g, state.now + 1) <= state.now:
            del state.rejoin_due[g]
            state.lost[g] = OK
            has_changed = True
    return has_changed


def _repair(state: State) -> bool:
    has_changed = False
    for i, repair in list(state.repairs.items()):
        if repair.due is None and repair.crew is None and state.can_repair(i):
            repair.due = state.now + state.wiring.repair[i]
        if repair.due is not None and repair.due <= state.now:
            del state.repairs[i]
            state.cap[i] = 1000
            has_changed = True
    return has_changed


def _start_components(state: State) -> bool:
    has_changed = False
    for i in range(len(state.mode)):
        if state.mode[i] == DOWN and state.can_start(i):
            state.mode[i] = STARTING
            state.restart_due[i] = state.now + state.wiring.restart[i]
            has_changed = True
        if state.mode[i] == STARTING and state.restart_due[i] <= state.now:
            state.mode[i] = UP
            del state.restart_due[i]
            has_changed = True
    return has_changed
