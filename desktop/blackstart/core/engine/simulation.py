"""One topology in time: the only place where the failure model is played, one instant at a time.

Deterministic and free of clock, chance and I/O: the same orders at the same instants give the same trace.
"""

from collections.abc import Sequence

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine import agenda, closures, hands, standing
from blackstart.core.engine.causes import assign_causes
from blackstart.core.engine.effects import Order
from blackstart.core.engine.impact import Ledger
from blackstart.core.engine.orders import Orders
from blackstart.core.engine.state import BOOTSTRAPPED, COUNTED, DOWN, MODES, OFF, OK, State
from blackstart.core.engine.stuck import find_stuck
from blackstart.core.engine.trace import (
    Cause,
    Change,
    ClockCause,
    EffectCause,
    Impact,
    JobStanding,
    Row,
    Shown,
    Standing,
    Stuck,
)
from blackstart.core.engine.wiring import Wiring
from blackstart.core.topology.model import Permille, Topology

_View = tuple[int, int, Shown, bool]  # mode, level, shown, on reserve


class Simulation:
    """A topology being played; construction plays the start (instant -1)."""

    def __init__(self, topology: Topology) -> None:
        state = self._state = State(Wiring(topology))
        for i, component in enumerate(topology.components):
            if component.initially_off:
                state.mode[i], state.hold[i] = DOWN, OFF
        closures.drop(state)
        self._touched: dict[int, Cause | None] = {}
        self._is_closed = True
        self._sample()
        self._ledger = Ledger(state.wiring, state.level)
        self._views = [self._view(i) for i in range(len(state.mode))]
        self._since = [-1] * len(state.mode)
        self._rows: list[Row] = []

    @property
    def now(self) -> Seconds:
        """The last instant that was played; -1 after construction."""
        return Seconds(self._state.now)

    def play(self, t: Seconds, orders: Sequence[Order] = ()) -> tuple[Row, ...]:
        """Play one round; a later `t` closes the present instant and plays round 0 of `t`.

        In round 0 the jobs due at `t` come first, then `orders` in the order given; the same `t` again is the
        next round. `t` must not lie before `now`, nor leave out a second that `due` names.
        Returns the rows of the round in trace order.
        """
        state = self._state
        self._open(t)
        self._rows = []
        self._touched = {}
        mode, level = list(state.mode), list(state.level)
        self._apply(orders)
        mode, level = self._record(1, mode, level)
        closures.drop(state)
        mode, level = self._record(2, mode, level)
        self._do_what_is_due()
        closures.rise(state)
        mode, level = self._record(3, mode, level)
        self._touched = {}
        for g, counts in enumerate(state.counts):
            if counts == BOOTSTRAPPED and state.lost[g] == OK:
                state.counts[g] = COUNTED
        state.grace = 0
        closures.drop(state)
        self._record(4, mode, level)
        return tuple(self._rows)

    def close(self) -> tuple[Change, ...]:
        """End the present instant (hands are given, supplies sampled) and tell what differs from the one before.

        Idempotent; after it only a later instant can be played. Changes are in file order.
        """
        if self._is_closed:
            return ()
        self._is_closed = True
        hands.give_hands(self._state)
        self._sample()
        changes = []
        for i, before in enumerate(self._views):
            view = self._view(i)
            if view != before:
                changes.append(self._change(i, before, view))
                self._views[i] = view
        return tuple(changes)

    def due(self) -> Seconds | None:
        """Close the instant and name the next second at which something happens by itself; None = never."""
        self.close()
        due = agenda.next_due(self._state)
        return None if due is None else Seconds(due)

    def standing(self, component: ComponentId) -> Standing:
        """How a component stands now."""
        state = self._state
        i = state.wiring.index[component]
        shown = state.shown(i)
        left = standing.reserve_left(state, i)
        return Standing(
            component=component,
            mode=MODES[state.mode[i]],
            level=Permille(state.level[i]),
            shown=shown,
            on_reserve_s=None if left is None else Seconds(left),
            back_in_s=standing.back_in(state, i),
            since=Seconds(self._since[i] if shown is self._views[i][2] else state.now),
            cause=state.because[i],
            waits_for=standing.waits_for(state, i),
        )

    def jobs(self) -> tuple[JobStanding, ...]:
        """Jobs and crewed repairs asked for and not done, in the order they were asked for."""
        return standing.job_standings(self._state)

    def stuck(self) -> Stuck:
        """What cannot come back by itself, as things stand now."""
        return find_stuck(self._state)

    def impact(self, until: Seconds | None = None) -> Impact:
        """What was lost over the seconds 0 .. `now`, or 0 .. `until` if nothing happens in between; inclusive."""
        return self._ledger.impact(self._state.now if until is None else until)

    def users_cut_off(self) -> int:
        """Users cut off now (those who cannot go elsewhere), floored."""
        return self._ledger.users_cut_off()

    def _open(self, t: int) -> None:
        state = self._state
        if t < state.now or (t == state.now and self._is_closed):
            raise ValueError(f"second {t} cannot be played: {state.now} is closed; play a later one")
        if t == state.now:
            state.round += 1
            return
        due = self.due()
        if due is not None and due < t:
            raise ValueError(f"second {t} cannot be played before {due}, when something happens by itself")
        self._ledger.pass_to(t)
        state.now, state.round, state.grace = t, 0, 1
        self._is_closed = False

    def _apply(self, orders: Sequence[Order]) -> None:
        state = self._state
        doer = Orders(state)
        for turn in [turn for turn, each in state.jobs.items() if each.due is not None and each.due <= state.now]:
            done = state.jobs.pop(turn, None)
            if done is not None:
                doer.apply(done.job.do, done.source, ClockCause("job"))
        for order in orders:
            doer.apply(order.effects, order.source, EffectCause(order.source))
        self._touched = doer.touched

    def _do_what_is_due(self) -> None:
        state = self._state
        for i, due in state.restart_due.items():
            if due <= state.now:
                self._touched[i] = ClockCause("restart")
        for i, repair in state.repairs.items():
            if repair.due is not None and repair.due <= state.now:
                self._touched[i] = ClockCause("repair")
        for g, due in state.rejoin_due.items():
            if due <= state.now and state.wiring.rejoin[g]:
                self._touched[state.wiring.owner[g]] = ClockCause("rejoin")
        for leg in agenda.standbys_due(state):
            state.armed.add(leg)
            self._touched[state.wiring.owner[leg[0]]] = ClockCause("standby")

    def _record(self, phase: int, mode: list[int], level: list[int]) -> tuple[list[int], list[int]]:
        state = self._state
        has_mode = [i for i in range(len(mode)) if mode[i] != state.mode[i]]
        has_level = [i for i in range(len(mode)) if level[i] != state.level[i]]
        assign_causes(state, {*has_mode, *has_level}, self._touched)
        for i in has_level:
            self._ledger.move(i, level[i], state.level[i])
        self._rows += [self._row(phase, "level", i) for i in has_level]
        self._rows += [self._row(phase, "mode", i) for i in has_mode]
        return list(state.mode), list(state.level)

    def _row(self, phase: int, kind: str, i: int) -> Row:
        state = self._state
        return Row(
            t=Seconds(state.now),
            round=state.round,
            phase=phase,
            kind=kind,
            component=state.wiring.ids[i],
            mode=MODES[state.mode[i]],
            level=Permille(state.level[i]),
            cause=state.because[i],
        )

    def _view(self, i: int) -> _View:
        state = self._state
        return state.mode[i], state.level[i], state.shown(i), standing.is_on_reserve(state, i)

    def _change(self, i: int, before: _View, view: _View) -> Change:
        state = self._state
        mode, level, shown, is_on_reserve = view
        if shown is not before[2]:
            self._since[i] = state.now
        return Change(
            t=Seconds(state.now),
            component=state.wiring.ids[i],
            mode=MODES[mode],
            level=Permille(level),
            shown=shown,
            is_on_reserve=is_on_reserve,
            cause=state.because[i],
            moved=view[:2] != before[:2],
        )

    def _sample(self) -> None:
        """Take the supplies at the close of an instant; those before it stay as long as they can count."""
        state = self._state
        for g, survives in enumerate(state.wiring.survives):
            if not survives:
                continue
            supply, before = state.supply(g), state.closed_supply[g]
            if supply < before and state.now >= 0:
                state.past.setdefault(g, []).append((state.now - 1, before))
            if g in state.past:
                oldest = state.now - survives
                kept = [each for each in state.past[g] if each[1] > supply and each[0] >= oldest]
                state.past[g] = kept
            state.closed_supply[g] = supply
