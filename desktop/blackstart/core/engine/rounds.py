"""One round of an instant, phase by phase, and the start."""

from collections.abc import Callable, Iterable, Sequence

from blackstart.core.engine.agenda import JOB, REJOIN, REPAIR, RESERVE, STANDBY, Due
from blackstart.core.engine.causes import BY_JOB, next_wave
from blackstart.core.engine.effects import Order
from blackstart.core.engine.fall import fall_after, fall_after_effects
from blackstart.core.engine.orders import apply, count_again
from blackstart.core.engine.rise import rise
from blackstart.core.engine.state import BEATS, DOWN, OFF, OK, STARTING, State
from blackstart.core.engine.trace import EffectCause
from blackstart.core.engine.wiring import Wiring

Dues = tuple[Sequence[int], Sequence[Due]]  # restarts, and everything else
PhaseEnd = Callable[[int], None]  # told the number of a phase when it has been played
NOTHING: Dues = ((), ())


def _ignore(_phase: int) -> None:
    """Nobody wants to know."""


def started(wiring: Wiring) -> State:
    """A map at its start, instant -1: everything is on but what is held off, and what cannot be on without it."""
    state = State(wiring)
    lacking = [g for g in wiring.standbys if len(wiring.legs[g]) < wiring.at_least[g]]
    for i in [i for i, component in enumerate(wiring.components) if component.initially_off]:
        state.mode[i], state.level[i], state.marks[i] = DOWN, 0, OFF
        lacking += wiring.serves[i]
    fall_after(state, sorted(set(lacking)))
    state.beat = (0 << BEATS) - 1
    state.fell = [state.beat] * len(state.mode)
    state.because = [None] * len(state.mode)
    state.before.clear()
    state.closed = {g: state.supply(g) for g in wiring.enduring}
    return state


def open_instant(state: State, t: int) -> Dues:
    """Move on to second `t`; returns what is due there."""
    state.now = t
    state.round = -1
    state.beat = t << BEATS
    state.finished.clear()
    return state.agenda.take(t)


def play_round(state: State, orders: Sequence[Order], dues: Dues = NOTHING, phase_ends: PhaseEnd = _ignore) -> None:
    """Play the phases of one round; a phase in which nothing can happen is left out."""
    state.round += 1
    restarts, others = dues
    jobs = sorted([number for kind, number in others if kind == JOB]) if others else []
    if orders or jobs:
        next_wave(state)
        _finish_jobs(state, jobs)
        for order in orders:
            apply(state, order.effects, order.source, EffectCause(order.source))
        phase_ends(1)
        fall_after_effects(state)
        phase_ends(2)
    if restarts or others or state.stirred or state.hopeful:
        rise(state, restarts, others)
        phase_ends(3)
    if others or state.bootstraps:
        weakened = [*_end_bootstraps(state), *_end_reserves(state, others)]
        if weakened:
            fall_after(state, weakened)
            phase_ends(4)


def next_due(state: State) -> int | None:
    """The next second at which something is due that has not been called off; None = never."""
    while (t := state.agenda.first()) is not None:
        if _is_live(state, t):
            return t
        state.agenda.take(t)
    return None


def _finish_jobs(state: State, turns: Iterable[int]) -> None:
    for turn in turns:
        wanted = state.jobs.get(turn)  # an earlier job may have called it off
        if wanted is not None and wanted.due == state.now:
            del state.jobs[turn]
            state.finished.append(wanted.source)
            apply(state, wanted.job.do, wanted.source, BY_JOB)


def _end_bootstraps(state: State) -> list[int]:
    ended = sorted([g for g in state.bootstraps if state.lost[g] == OK])
    for g in ended:
        count_again(state, g)
    return ended


def _end_reserves(state: State, dues: Iterable[Due]) -> list[int]:
    """Forget the samples that are too old now."""
    ended = []
    for kind, g in dues:
        if kind == RESERVE and _reserve_end(state, g) == state.now:
            del state.past[g][0]
            if not state.past[g]:
                del state.past[g]
            state.remember(state.wiring.owner[g])
            ended.append(g)
    return ended


def _reserve_end(state: State, g: int) -> int | None:
    samples = state.past.get(g)
    return samples[0][0] + state.wiring.survives[g] + 1 if samples else None


def _is_live(state: State, t: int) -> bool:
    for i in state.agenda.restarts.get(t, ()):
        if state.mode[i] == STARTING and state.restart_due[i] == t:
            return True
    return any(_LIVE[kind](state, number, t) for kind, number in state.agenda.others.get(t, ()))


def _is_standby_live(state: State, g: int, t: int) -> bool:
    if state.lost[g] == OK:
        return False
    return any(
        after is not None
        and state.lost[g] + after == t
        and (g, supplier) not in state.armed
        and (g, supplier) not in state.kept_unarmed
        for supplier, after in state.wiring.standbys[g].items()
    )


def _is_repair_live(state: State, i: int, t: int) -> bool:
    return i in state.repairs and state.repairs[i].due == t


def _is_job_live(state: State, turn: int, t: int) -> bool:
    return turn in state.jobs and state.jobs[turn].due == t


_LIVE: dict[int, Callable[[State, int, int], bool]] = {
    REPAIR: _is_repair_live,
    JOB: _is_job_live,
    REJOIN: lambda state, g, t: state.rejoin_due.get(g) == t,
    STANDBY: _is_standby_live,
    RESERVE: lambda state, g, t: _reserve_end(state, g) == t,
}
