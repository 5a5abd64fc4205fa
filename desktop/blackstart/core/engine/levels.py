"""Levels that rise: the greatest that modes and latches allow.

Most of what rises is raised to what its needs allow, and done. But levels built up from below stick in loops: two
that hold each other at half level never get past it. So where something may hold itself down by way of others,
all that may rise with it is set to the most it could have, and lowered until everything fits. Only what is held
down by something that may rise is touched: not every member of a large loop.
"""

from collections.abc import Iterable, Mapping, Sequence

from blackstart.core.engine.causes import credit, next_wave, rise_of
from blackstart.core.engine.state import COUNTED, OK, UP, State, Why
from blackstart.core.engine.wiring import SOFT


def raise_levels(state: State, come_up: Sequence[int], lifted: Iterable[int]) -> dict[int, int]:
    """Give everything that is on the greatest level that is allowed now.

    Parameters
    ----------
    state : State
        Its levels are changed.
    come_up : sequence of int
        What has just come on; its level is still 0.
    lifted : iterable of int
        What was on already and is held down less than before.

    Returns
    -------
    dict
        What rose, and the levels from which it did.
    """
    were: dict[int, int] = {}
    stuck: list[int] = []
    queue = [*come_up, *lifted]
    for i in queue:
        if state.mode[i] != UP:
            continue
        allowed, ceiling = state.limits(i)
        if ceiling <= state.level[i]:
            continue
        held = _held_down_by(state, i)
        if allowed < ceiling and held and state.wiring.looped[i] and not _is_held_from_outside(state, i):
            stuck.append(i)
        elif allowed > state.level[i]:
            were.setdefault(i, state.level[i])
            state.level[i] = allowed
            queue += held
    if stuck:
        _raise_together(state, stuck, were)
    for i, was in were.items():
        if i not in state.before:
            state.before[i] = was << 2 | UP
    return were


def tell_rises(state: State, come_up: Sequence[int], lifted: Mapping[int, Why], were: Mapping[int, int]) -> None:
    """Set the causes of what stands higher than it was, breadth first from what was touched.

    What has come up has its cause already; `lifted` are the causes of what was touched.
    """
    risen = {i for i, was in were.items() if state.level[i] > was}
    known = risen.intersection(come_up)
    for i in sorted(risen & lifted.keys() - known):
        credit(state, i, lifted[i])
    known |= risen & lifted.keys()
    layer = sorted(known)
    while layer and len(known) < len(risen):
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


def _held_down_by(state: State, i: int) -> list[int]:
    """What is on and has no higher level because of a need on this component."""
    owner, mode, level = state.wiring.owner, state.mode, state.level
    return [j for g in state.serves[i] if mode[j := owner[g]] == UP and level[j] and _holds_down(state, g, level[j])]


def _is_held_from_outside(state: State, i: int) -> bool:
    """Whether what holds a component down leads up to something that delivers all it can have."""
    trail, seen = [i], {i}
    while trail:
        j = trail.pop()
        allowed, ceiling = state.limits(j)
        if allowed >= ceiling or state.mode[j] != UP:
            return True
        for g in state.wiring.needs_of(j):
            legs = state.legs[g]
            if len(legs) != 1 or legs[0] in seen or not _holds_down(state, g, allowed):
                continue  # of several suppliers any may come to serve better: that is not looked into here
            seen.add(legs[0])
            trail.append(legs[0])
    return False


def _holds_down(state: State, g: int, level: int) -> bool:
    if state.wiring.role[g] > SOFT or state.counts[g] != COUNTED or state.lost[g] != OK:
        return False
    return state.share(g) <= level


def _raise_together(state: State, stuck: Sequence[int], were: dict[int, int]) -> None:
    """Set what may rise with some components to the most it could have, then lower it until everything fits."""
    together: dict[int, tuple[int, int]] = {}  # level now, and the most it could have
    queue = list(stuck)
    for i in queue:
        ceiling = state.limits(i)[1]
        if i not in together and ceiling > state.level[i]:
            together[i] = state.level[i], ceiling
            queue += _held_down_by(state, i)
    for i, (_, ceiling) in together.items():
        state.level[i] = ceiling
    work = list(together)
    while work:
        i = work.pop()
        # What falls at the same time is lowered by the fall, with its cause.
        allowed = max(state.limits(i)[0], together[i][0])
        if allowed < state.level[i]:
            state.level[i] = allowed
            work += [j for g in state.serves[i] if (j := state.wiring.owner[g]) in together]
    for i, (was, _) in together.items():
        if state.level[i] > was:
            were.setdefault(i, was)
