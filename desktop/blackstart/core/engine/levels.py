"""Levels that rise: the greatest that modes and latches allow, found from above.

Levels built up from below would stick in loops: two that hold each other at half level never get past it. So
all that may rise is set to the most it could have, and then lowered until everything fits. Only what was held
down by something that may rise is touched: not every member of a large loop.
"""

from collections.abc import Iterable, Mapping

from blackstart.core.engine.causes import credit, next_wave, rise_of
from blackstart.core.engine.state import COUNTED, OK, RUN, UP, State, Why
from blackstart.core.engine.wiring import SOFT


def raise_levels(state: State, come_up: Iterable[int], lifted: Mapping[int, Why]) -> list[int]:
    """Give everything that is on the greatest level that is allowed now; returns what rose.

    Parameters
    ----------
    state : State
        Its levels, and stamps and causes of what rose, are changed.
    come_up : iterable of int
        What has just come on, its cause set; its level is still 0.
    lifted : mapping
        What was on already and is held down less than before, and why.
    """
    were = _held_down_by(state, [*come_up, *lifted])
    for i in were:
        state.level[i] = _ceiling(state, i)
    _lower_until_it_fits(state, were)
    risen = {i for i, was in were.items() if state.level[i] > was}
    for i in risen:
        if i not in state.before:
            state.before[i] = were[i] << 2 | state.mode[i]
    _tell_why(state, risen, set(come_up), lifted, were)
    return list(risen)


def _held_down_by(state: State, seeds: list[int]) -> dict[int, int]:
    """Levels of what may rise with the seeds: themselves, and what a need on one of them holds down."""
    wiring, level = state.wiring, state.level
    were: dict[int, int] = {}
    queue = list(seeds)
    for i in queue:
        if i in were or state.mode[i] != UP or level[i] >= _ceiling(state, i):
            continue
        were[i] = level[i]
        for g in state.serves[i]:
            j = wiring.owner[g]
            if j not in were and state.mode[j] == UP and state.lost[g] == OK and _is_binding(state, g, j):
                queue.append(j)
    return were


def _is_binding(state: State, g: int, owner: int) -> bool:
    if state.wiring.role[g] not in RUN or state.counts[g] != COUNTED:
        return False
    return state.share(g) <= state.level[owner]


def _ceiling(state: State, i: int) -> int:
    """The most that a component could deliver, whatever its suppliers do."""
    ceiling = state.cap[i]
    wiring = state.wiring
    for g in wiring.needs_of(i):
        if wiring.role[g] == SOFT and state.is_lost(g):
            ceiling = min(ceiling, 1000 - wiring.weight[g])
    return ceiling


def _lower_until_it_fits(state: State, were: Mapping[int, int]) -> None:
    level, owner = state.level, state.wiring.owner
    work = list(were)
    while work:
        i = work.pop()
        allowed = max(state.allowed(i), were[i])  # what falls at the same time is lowered by the fall, with its cause
        if allowed < level[i]:
            level[i] = allowed
            work += [owner[g] for g in state.serves[i] if owner[g] in were]


def _tell_why(
    state: State, risen: set[int], come_up: set[int], lifted: Mapping[int, Why], were: Mapping[int, int]
) -> None:
    """Set causes breadth first: from what was touched to what rose with it."""
    for i in risen - come_up:
        state.undone.setdefault(i, (were[i] << 2 | state.mode[i], state.rose[i], state.because[i]))
    for i in risen & lifted.keys() - come_up:
        credit(state, i, lifted[i])
    known = risen & (come_up | lifted.keys())
    layer = sorted(known)
    while layer:
        next_wave(state)
        reached: list[int] = []
        for supplier in layer:
            for g in state.serves[supplier]:
                j = state.wiring.owner[g]
                if j in risen and j not in known:
                    known.add(j)
                    credit(state, j, rise_of(state, g, supplier))
                    reached.append(j)
        layer = sorted(reached)
