"""The start closure: what is had again, repaired and started because something came back, wave by wave.

Modes and latches only rise here, no further than they must: what has stopped is started only by what is there.
"""

from collections.abc import Iterable, Sequence

from blackstart.core.engine.agenda import REJOIN, REPAIR, STANDBY, Due
from blackstart.core.engine.causes import (
    BY_REJOIN,
    BY_REPAIR,
    BY_RESTART,
    BY_STANDBY,
    next_wave,
    rise_of,
    set_cause,
    why_served,
)
from blackstart.core.engine.levels import raise_levels, tell_rises
from blackstart.core.engine.orders import set_leg
from blackstart.core.engine.state import BEATS, COUNTED, DOWN, HELD, OK, REPAIRING, STARTING, UP, State, Why
from blackstart.core.engine.wiring import HARD, RESPOND, SOFT, START_ONLY


def rise(state: State, restarts: Iterable[int], dues: Sequence[Due]) -> None:
    """Phase 3: do what is due at this second, then bring back what can come back."""
    next_wave(state)
    rising = Rising(state)
    for i in restarts:
        if state.mode[i] == STARTING and state.restart_due[i] == state.now:
            rising.come_up(i, BY_RESTART)
    if dues:
        rising.do_dues(dues)
    if state.stirred:
        for i, why in state.stirred.items():
            rising.start(i, why)
            rising.begin_repair(i)
        for g in state.hopeful:
            rising.strengthen(g, None)
        state.stirred, state.stirred_needs, state.hopeful = {}, set(), []
    while rising.has_moved():
        next_wave(state)
        rising.pass_on_wave(rising.settle_levels())


class Rising:
    """One start closure on its way: what has come up and what was lifted since the last wave."""

    __slots__ = ("_come_up", "_instant", "_lifted", "_state")

    def __init__(self, state: State) -> None:
        self._state = state
        self._instant = state.now << BEATS
        self._come_up: list[int] = []
        self._lifted: dict[int, Why] = {}

    def do_dues(self, dues: Sequence[Due]) -> None:
        """Do what is due beside restarts; standbys come first, since a need may be had again at this very second."""
        for kind, number in dues:
            if kind == STANDBY:
                self._arm_standbys(number)
        for kind, number in dues:
            if kind == REPAIR:
                self._repair_if_due(number)
            elif kind == REJOIN and self._state.rejoin_due.get(number) == self._state.now:
                self._regain(number, BY_REJOIN)

    def has_moved(self) -> bool:
        """Whether there is a wave to pass on."""
        return bool(self._come_up or self._lifted)

    def settle_levels(self) -> list[int]:
        """Give what came up its level; returns the wave of what rose, last in the file first."""
        come_up, lifted = self._come_up, self._lifted
        self._come_up, self._lifted = [], {}
        if self._state.is_graded:
            were = raise_levels(self._state, come_up, lifted)
            if lifted or len(were) > len(come_up):
                tell_rises(self._state, come_up, lifted, were)
            come_up = list(were)
        come_up.sort(reverse=True)
        return come_up

    def pass_on_wave(self, wave: Iterable[int]) -> None:
        """Take the rise of a wave to the needs on it, and start what has all its needs again.

        The wave goes from the end of the file to its beginning: of suppliers that came back together, the first
        in the file has the last word and is the cause. Written out for hard needs that are had again at once.
        """
        state = self._state
        level, lost, barred, survives = state.level, state.lost, state.barred, state.wiring.survives
        easy, owner, serves, now = state.easy, state.wiring.owner, state.serves, state.now
        others: dict[int, int] = {}
        for supplier in wave:
            delivered = level[supplier]
            for g in serves[supplier]:
                if survives[g]:
                    state.resupplied.add(g)
                if lost[g] == OK:
                    continue
                if delivered < easy[g]:
                    others[g] = supplier
                    continue
                lost[g] = OK
                i = owner[g]
                barred[i] -= 1
                if not barred[i]:
                    self.start(i, (g, supplier, now))
        for g, supplier in others.items():
            self.strengthen(g, supplier)

    def start(self, i: int, why: Why) -> None:
        """Start a component that is down, if nothing keeps it from starting."""
        state = self._state
        if state.mode[i] != DOWN or state.barred[i] or not state.cap[i] or state.marks[i] & HELD:
            return
        restart = state.wiring.restart[i]
        if not restart:
            self.come_up(i, why)
            return
        if i not in state.before:
            state.before[i] = DOWN  # and level 0
        state.mode[i] = STARTING
        if state.fell[i] < self._instant:
            state.because[i] = why
        else:
            set_cause(state, i, why)
        state.restart_due[i] = due = state.now + restart
        bucket = state.agenda.restarts.get(due)
        if bucket is None:
            state.agenda.add_restart(due, i)
        else:
            bucket.append(i)

    def come_up(self, i: int, why: Why) -> None:
        """Have a component run; where levels may lie between nothing and full its own is found with the wave."""
        state = self._state
        if i not in state.before:
            state.before[i] = state.mode[i]  # and level 0
        state.mode[i] = UP
        if not state.is_graded:
            state.level[i] = state.cap[i]
        if state.fell[i] < self._instant:
            state.because[i] = why
        else:
            set_cause(state, i, why)
        state.rose[i] = state.beat
        self._come_up.append(i)

    def strengthen(self, g: int, supplier: int | None) -> None:
        """Take in that the supply of a need may have risen, because of `supplier` if that is known."""
        state = self._state
        if g in state.closed:
            state.resupplied.add(g)
        if state.lost[g] == OK or g in state.rejoin_due or state.best(g) < state.wiring.useful[g]:
            return
        rejoin = state.wiring.rejoin[g]
        if rejoin:
            state.rejoin_due[g] = state.now + rejoin
            state.agenda.add(state.now + rejoin, REJOIN, g)
        elif supplier is not None and state.level[supplier] >= state.supply(g):
            self._regain(g, rise_of(state, g, supplier))
        else:
            self._regain(g, why_served(state, g))

    def _regain(self, g: int, why: Why) -> None:
        """Have a lost need again."""
        state, i = self._state, self._state.wiring.owner[g]
        state.lost[g] = OK
        state.rejoin_due.pop(g, None)
        state.remember(i)
        if state.counts[g] != COUNTED:
            return
        role = state.wiring.role[g]
        if role in (HARD, START_ONLY):
            state.barred[i] -= 1
            self.start(i, why)
        elif role == RESPOND:
            self.begin_repair(i)
        elif role == SOFT and state.mode[i] == UP:
            self._lifted[i] = why

    def _arm_standbys(self, g: int) -> None:
        """Arm the standbys of a need that has been lost for long enough."""
        state = self._state
        lost = state.lost[g]
        if lost == OK:
            return
        for supplier, after in state.wiring.standbys[g].items():
            leg = (g, supplier)
            if after is None or lost + after != state.now or leg in state.kept_unarmed:
                continue
            state.armed.add(leg)
            set_leg(state, leg, BY_STANDBY)
            self.strengthen(g, None)

    def begin_repair(self, i: int) -> None:
        """Begin a wanted repair that takes no hands, if what it needs is there."""
        state = self._state
        repair = state.repairs.get(i)
        if repair is None or repair.crew is not None or repair.due is not None or state.lacks(i):
            return
        time = state.wiring.repair[i]
        repair.due = state.now + time
        if not time:
            self._repair_if_due(i)
            return
        state.remember(i)
        state.marks[i] |= REPAIRING
        state.agenda.add(repair.due, REPAIR, i)

    def _repair_if_due(self, i: int) -> None:
        """Finish a repair whose time is over."""
        state = self._state
        repair = state.repairs.get(i)
        if repair is None or repair.due != state.now:
            return
        del state.repairs[i]
        state.remember(i)
        state.marks[i] &= ~REPAIRING
        state.cap[i] = 1000
        if state.mode[i] == UP:
            self._lifted[i] = BY_REPAIR
        else:
            self.start(i, BY_REPAIR)
