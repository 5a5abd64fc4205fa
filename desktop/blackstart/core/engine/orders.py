"""The first phase of a round: what effects do to holds, capabilities, needs, repairs and jobs.

Each effect is total: what does not apply changes nothing. Levels and latches are not touched here.
"""

from collections.abc import Callable, Iterable

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine import effects as fx
from blackstart.core.engine.state import (
    BOOTSTRAPPED,
    BROKEN,
    COUNTED,
    DOWN,
    ISOLATED,
    MAINTENANCE,
    OFF,
    OK,
    WAIVED,
    JobWanted,
    RepairWanted,
    State,
)
from blackstart.core.engine.trace import Cause
from blackstart.core.engine.wiring import NEVER


class Orders:
    """Applies effects to a state and remembers what each of them touched in this round.

    Attributes
    ----------
    touched : dict
        Why a component may move in this round: the cause of the last effect that touched it.
    """

    def __init__(self, state: State) -> None:
        self._state = state
        self._wiring = state.wiring
        self._source = ""
        self._cause: Cause | None = None
        self.touched: dict[int, Cause | None] = {}

    def apply(self, effects: Iterable[fx.Effect], source: str, cause: Cause) -> None:
        """Apply effects in order; `source` is kept for what they ask for, `cause` for the rows."""
        self._source = source
        self._cause = cause
        for effect in effects:
            _APPLY[type(effect)](self, effect)

    def _touch(self, i: int) -> None:
        self.touched[i] = self._cause

    def _stop(self, i: int) -> None:
        self._touch(i)
        if self._state.mode[i] != DOWN:
            self._state.mode[i] = DOWN
            self._state.because[i] = self._cause
            self._state.restart_due.pop(i, None)

    def _fail(self, effect: fx.Fail) -> None:
        for i in self._wiring.find(effect.target):
            self._state.repairs.pop(i, None)
            self._set_cap(i, min(self._state.cap[i], effect.level))

    def _restore(self, effect: fx.Restore) -> None:
        for i in self._wiring.find(effect.target):
            self._state.repairs.pop(i, None)
            self._set_cap(i, effect.level)

    def _set_cap(self, i: int, cap: int) -> None:
        self._touch(i)
        self._state.cap[i] = cap
        if cap == BROKEN:
            self._stop(i)

    def _repair(self, effect: fx.Repair) -> None:
        state = self._state
        for i in self._wiring.find(effect.target):
            if state.cap[i] < 1000 and self._wiring.repair[i] != NEVER and i not in state.repairs:
                state.repairs[i] = RepairWanted(i, state.next_turn(), self._source, self._wiring.crew[i])

    def _isolate(self, effect: fx.Isolate) -> None:
        self._hold(effect.target, ISOLATED)

    def _maintain(self, effect: fx.Maintain) -> None:
        self._hold(effect.target, MAINTENANCE)

    def _hold(self, target: fx.Target, hold: int) -> None:
        for i in self._wiring.find(target):
            self._state.hold[i] |= hold
            self._stop(i)

    def _reconnect(self, effect: fx.Reconnect) -> None:
        self._let_go(effect.target, ISOLATED)

    def _release(self, effect: fx.Release) -> None:
        self._let_go(effect.target, MAINTENANCE | OFF)

    def _let_go(self, target: fx.Target, hold: int) -> None:
        for i in self._wiring.find(target):
            self._touch(i)
            self._state.hold[i] &= ~hold

    def _arm(self, effect: fx.Arm) -> None:
        for leg in self._standby_legs(effect.component, effect.supplier):
            self._state.armed.add(leg)
            self._state.kept_unarmed.discard(leg)

    def _disarm(self, effect: fx.Disarm) -> None:
        for leg in self._standby_legs(effect.component, effect.supplier):
            self._state.armed.discard(leg)
            self._state.kept_unarmed.add(leg)

    def _cut(self, effect: fx.Cut) -> None:
        self._state.cut.update(self._legs(effect.component, effect.supplier))

    def _mend(self, effect: fx.Mend) -> None:
        self._state.cut.difference_update(self._legs(effect.component, effect.supplier))

    def _legs(self, component: ComponentId, supplier: ComponentId) -> list[tuple[int, int]]:
        wiring = self._wiring
        i, s = wiring.index.get(component), wiring.index.get(supplier)
        if i is None or s is None:
            return []
        self._touch(i)
        return [(g, s) for g in wiring.needs_of(i) if s in wiring.suppliers[g]]

    def _standby_legs(self, component: ComponentId, supplier: ComponentId) -> list[tuple[int, int]]:
        standbys = self._wiring.standbys
        return [(g, s) for g, s in self._legs(component, supplier) if s in standbys.get(g, {})]

    def _waive(self, effect: fx.Waive) -> None:
        g = self._wiring.find_need(effect.component, effect.need)
        if g is not None:
            self._state.counts[g] = WAIVED
            self._touch(self._wiring.owner[g])

    def _bootstrap(self, effect: fx.Bootstrap) -> None:
        g = self._wiring.find_need(effect.component, effect.need)
        if g is not None and self._state.lost[g] != OK and self._state.counts[g] == COUNTED:
            self._state.counts[g] = BOOTSTRAPPED
            self._touch(self._wiring.owner[g])

    def _call_off(self, effect: fx.CallOff) -> None:
        for i in self._wiring.find(effect.target):
            self._state.repairs.pop(i, None)

    def _call_off_job(self, effect: fx.CallOffJob) -> None:
        jobs = self._state.jobs
        for turn in [turn for turn, each in jobs.items() if each.job.name == effect.job]:
            del jobs[turn]

    def _withdraw(self, effect: fx.Withdraw) -> None:
        jobs, repairs = self._state.jobs, self._state.repairs
        for turn in [turn for turn, each in jobs.items() if each.source == effect.source]:
            del jobs[turn]
        for i in [i for i, each in repairs.items() if each.source == effect.source]:
            del repairs[i]

    def _job(self, effect: fx.Job) -> None:
        state = self._state
        wanted = JobWanted(effect, state.next_turn(), self._source)
        if not effect.requires and effect.crew is None:
            wanted.due = state.now + effect.after
        state.jobs[wanted.turn] = wanted


_APPLY: dict[type, Callable[..., None]] = {
    fx.Fail: Orders._fail,
    fx.Repair: Orders._repair,
    fx.Restore: Orders._restore,
    fx.Isolate: Orders._isolate,
    fx.Reconnect: Orders._reconnect,
    fx.Maintain: Orders._maintain,
    fx.Release: Orders._release,
    fx.Arm: Orders._arm,
    fx.Disarm: Orders._disarm,
    fx.Cut: Orders._cut,
    fx.Mend: Orders._mend,
    fx.Waive: Orders._waive,
    fx.Bootstrap: Orders._bootstrap,
    fx.CallOff: Orders._call_off,
    fx.CallOffJob: Orders._call_off_job,
    fx.Withdraw: Orders._withdraw,
    fx.Job: Orders._job,
}
