"""The first phase of a round: what effects do to holds, capabilities, needs, repairs and jobs.

Each effect is total: what does not apply changes nothing. Levels and latches are not touched here.
"""

from collections.abc import Callable, Iterable

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine import effects as fx
from blackstart.core.engine.agenda import JOB
from blackstart.core.engine.state import (
    BOOTSTRAPPED,
    BROKEN,
    COUNTED,
    DOWN,
    ISOLATED,
    MAINTENANCE,
    OFF,
    REPAIRING,
    WAIVED,
    JobWanted,
    Leg,
    RepairWanted,
    State,
)
from blackstart.core.engine.trace import Cause
from blackstart.core.engine.wiring import HARD, NEVER, OUT_OF_REACH, START_ONLY


def apply(state: State, effects: Iterable[fx.Effect], source: str, cause: Cause) -> None:
    """Apply effects in order; `source` is kept for what they ask for, `cause` for the rows."""
    orders = _Orders(state, source, cause)
    for effect in effects:
        _APPLY[type(effect)](orders, effect)


def set_leg(state: State, leg: Leg, cause: Cause) -> None:
    """Let a supplier count for a need, or no longer, as it is armed and not cut."""
    g, supplier = leg
    is_standby = supplier in state.wiring.standbys.get(g, {})
    counts = leg not in state.cut and (not is_standby or leg in state.armed)
    if counts == (supplier in state.legs[g]):
        return
    if counts:
        now = {*state.legs[g], supplier}
        state.serves[supplier] = [*state.serves[supplier], g]
    else:
        now = {*state.legs[g]} - {supplier}
        state.serves[supplier] = [each for each in state.serves[supplier] if each != g]
    state.legs[g] = tuple([each for each in state.wiring.suppliers[g] if each in now])
    state.leg_events[leg] = (state.beat, cause)


def count_again(state: State, g: int) -> None:
    """End the bootstrap of a need."""
    state.bootstraps.discard(g)
    state.counts[g] = COUNTED
    state.quick[g], state.easy[g] = state.wiring.quick[g], state.wiring.easy[g]
    state.remember(state.wiring.owner[g])


class _Orders:
    """Effects of one source at work on a state."""

    def __init__(self, state: State, source: str, cause: Cause) -> None:
        self._state = state
        self._wiring = state.wiring
        self._source = source
        self._cause = cause

    def _touch(self, i: int) -> None:
        self._state.remember(i)
        self._state.stirred[i] = self._cause

    def _stop(self, i: int) -> None:
        state = self._state
        self._touch(i)
        if state.mode[i] != DOWN:
            state.mode[i] = DOWN
            state.because[i] = self._cause

    def _end_repair(self, i: int) -> None:
        state = self._state
        if state.repairs.pop(i, None) is not None:
            state.remember(i)
            state.marks[i] &= ~REPAIRING

    def _fail(self, effect: fx.Fail) -> None:
        for i in self._wiring.find(effect.target):
            self._end_repair(i)
            self._set_cap(i, min(self._state.cap[i], effect.level))

    def _restore(self, effect: fx.Restore) -> None:
        for i in self._wiring.find(effect.target):
            self._end_repair(i)
            self._set_cap(i, effect.level)

    def _set_cap(self, i: int, cap: int) -> None:
        self._touch(i)
        self._state.cap[i] = cap
        if cap == BROKEN:
            self._stop(i)
        elif cap < 1000:
            self._state.is_graded = True

    def _repair(self, effect: fx.Repair) -> None:
        state = self._state
        for i in self._wiring.find(effect.target):
            if state.cap[i] < 1000 and self._wiring.repair[i] != NEVER and i not in state.repairs:
                state.repairs[i] = RepairWanted(i, state.next_turn(), self._source, self._wiring.crew[i])
                self._touch(i)

    def _isolate(self, effect: fx.Isolate) -> None:
        self._hold(effect.target, ISOLATED)

    def _maintain(self, effect: fx.Maintain) -> None:
        self._hold(effect.target, MAINTENANCE)

    def _hold(self, target: fx.Target, hold: int) -> None:
        for i in self._wiring.find(target):
            self._state.marks[i] |= hold
            self._stop(i)

    def _reconnect(self, effect: fx.Reconnect) -> None:
        self._let_go(effect.target, ISOLATED)

    def _release(self, effect: fx.Release) -> None:
        self._let_go(effect.target, MAINTENANCE | OFF)

    def _let_go(self, target: fx.Target, hold: int) -> None:
        for i in self._wiring.find(target):
            self._touch(i)
            self._state.marks[i] &= ~hold

    def _arm(self, effect: fx.Arm) -> None:
        for leg in self._standby_legs(effect.component, effect.supplier):
            self._state.armed.add(leg)
            self._state.kept_unarmed.discard(leg)
            self._set_leg(leg)

    def _disarm(self, effect: fx.Disarm) -> None:
        for leg in self._standby_legs(effect.component, effect.supplier):
            self._state.armed.discard(leg)
            self._state.kept_unarmed.add(leg)
            self._set_leg(leg)

    def _cut(self, effect: fx.Cut) -> None:
        for leg in self._legs(effect.component, effect.supplier):
            self._state.cut.add(leg)
            self._set_leg(leg)

    def _mend(self, effect: fx.Mend) -> None:
        for leg in self._legs(effect.component, effect.supplier):
            self._state.cut.discard(leg)
            self._set_leg(leg)

    def _set_leg(self, leg: Leg) -> None:
        set_leg(self._state, leg, self._cause)
        self._state.stirred_needs.add(leg[0])
        self._touch(self._wiring.owner[leg[0]])

    def _legs(self, component: ComponentId, supplier: ComponentId) -> list[Leg]:
        wiring = self._wiring
        i, s = wiring.index.get(component), wiring.index.get(supplier)
        if i is None or s is None:
            return []
        return [(g, s) for g in wiring.needs_of(i) if s in wiring.suppliers[g]]

    def _standby_legs(self, component: ComponentId, supplier: ComponentId) -> list[Leg]:
        standbys = self._wiring.standbys
        return [(g, s) for g, s in self._legs(component, supplier) if s in standbys.get(g, {})]

    def _waive(self, effect: fx.Waive) -> None:
        g = self._wiring.find_need(effect.component, effect.need)
        if g is not None:
            self._leave_out(g, WAIVED)
            self._state.bootstraps.discard(g)

    def _bootstrap(self, effect: fx.Bootstrap) -> None:
        g = self._wiring.find_need(effect.component, effect.need)
        if g is not None and self._state.is_lost(g):
            self._leave_out(g, BOOTSTRAPPED)
            self._state.bootstraps.add(g)

    def _leave_out(self, g: int, counts: int) -> None:
        state, i = self._state, self._wiring.owner[g]
        if state.is_lost(g) and self._wiring.role[g] in (HARD, START_ONLY):
            state.barred[i] -= 1
        state.counts[g] = counts
        state.quick[g], state.easy[g] = 0, OUT_OF_REACH
        self._touch(i)

    def _call_off(self, effect: fx.CallOff) -> None:
        for i in self._wiring.find(effect.target):
            self._end_repair(i)

    def _call_off_job(self, effect: fx.CallOffJob) -> None:
        jobs = self._state.jobs
        for turn in [turn for turn, each in jobs.items() if each.job.name == effect.job]:
            del jobs[turn]

    def _withdraw(self, effect: fx.Withdraw) -> None:
        jobs, repairs = self._state.jobs, self._state.repairs
        for turn in [turn for turn, each in jobs.items() if each.source == effect.source]:
            del jobs[turn]
        for i in [i for i, each in repairs.items() if each.source == effect.source]:
            self._end_repair(i)

    def _job(self, effect: fx.Job) -> None:
        state = self._state
        wanted = JobWanted(effect, state.next_turn(), self._source)
        if not effect.requires and effect.crew is None:
            wanted.due = state.now + effect.after
            state.agenda.add(wanted.due, JOB, wanted.turn)
        state.jobs[wanted.turn] = wanted


_APPLY: dict[type, Callable[..., None]] = {
    fx.Fail: _Orders._fail,
    fx.Repair: _Orders._repair,
    fx.Restore: _Orders._restore,
    fx.Isolate: _Orders._isolate,
    fx.Reconnect: _Orders._reconnect,
    fx.Maintain: _Orders._maintain,
    fx.Release: _Orders._release,
    fx.Arm: _Orders._arm,
    fx.Disarm: _Orders._disarm,
    fx.Cut: _Orders._cut,
    fx.Mend: _Orders._mend,
    fx.Waive: _Orders._waive,
    fx.Bootstrap: _Orders._bootstrap,
    fx.CallOff: _Orders._call_off,
    fx.CallOffJob: _Orders._call_off_job,
    fx.Withdraw: _Orders._withdraw,
    fx.Job: _Orders._job,
}
