"""One topology in time: the only place where the failure model is played, one instant at a time.

Deterministic and free of clock, chance and I/O: the same orders at the same instants give the same trace.
"""

from collections.abc import Sequence

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine import rounds
from blackstart.core.engine.causes import told
from blackstart.core.engine.closing import MODES, Closing, PackedChange, change, face, shown
from blackstart.core.engine.effects import Order
from blackstart.core.engine.impact import Ledger
from blackstart.core.engine.standing import glance_of, health_of, job_standings, reserve_left, standing_of
from blackstart.core.engine.state import State, Why
from blackstart.core.engine.stuck import find_stuck
from blackstart.core.engine.trace import Change, Glance, Health, Impact, JobStanding, Row, Standing, Stuck
from blackstart.core.engine.wiring import Wiring
from blackstart.core.topology.model import Permille, Topology

Glanced = tuple[int, Why, Glance]  # how it looked and why, and what was told of that


class Opening:
    """A topology at its start, worked out once; simulations that begin from it are cheap."""

    def __init__(self, topology: Topology) -> None:
        self._state = rounds.started(Wiring(topology))
        self._closing = Closing(self._state)

    @property
    def topology(self) -> Topology:
        """The map."""
        return self._state.wiring.topology

    def begin(self) -> tuple[State, Closing]:
        """A state at the start, and what is seen of it, to be changed at will."""
        return self._state.copy(), self._closing.copy()

    def level(self, i: int) -> Permille:
        """What the component of that number delivers at the start."""
        return Permille(self._state.level[i])

    def standing(self, i: int) -> Standing:
        """How the component of that number stands at the start."""
        return standing_of(self._state, i, -1)


class Simulation:
    """A topology being played; construction plays the start (instant -1)."""

    def __init__(self, topology: Topology | Opening) -> None:
        opening = topology if isinstance(topology, Opening) else Opening(topology)
        self._state, self._closing = opening.begin()
        self._is_closed = True
        self._touched: dict[int, int] = {}
        self._rows: list[Row] = []
        self._glances: dict[int, Glanced] = {}

    def copy(self) -> "Simulation":
        """One of its own that stands the same; playing either does not touch the other."""
        twin = Simulation.__new__(Simulation)
        twin._state, twin._closing = self._state.copy(), self._closing.copy()
        twin._is_closed, twin._touched, twin._rows = self._is_closed, dict(self._touched), []
        twin._glances = {}
        return twin

    def __deepcopy__(self, memo: object) -> "Simulation":
        return self.copy()

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
        self._rows = []
        rounds.play_round(self._state, orders, self._open(t), self._write_rows)
        return tuple(self._rows)

    def close(self) -> tuple[Change, ...]:
        """End the present instant (hands are given, supplies sampled) and tell what differs from the one before.

        Idempotent; after it only a later instant can be played. Changes are in file order.
        """
        return tuple([change(self._state, each) for each in self._close()])

    def due(self) -> Seconds | None:
        """Close the instant and name the next second at which something happens by itself; None = never."""
        self._close()
        due = rounds.next_due(self._state)
        return None if due is None else Seconds(due)

    def standing(self, component: ComponentId) -> Standing:
        """How a component stands now."""
        state = self._state
        i = state.wiring.index[component]
        is_as_seen = shown(face(state, i)) is shown(self._closing.faces[i])
        return standing_of(state, i, self._closing.since[i] if is_as_seen else state.now)

    def health(self, component: ComponentId) -> Health:
        """What a component could deliver, whether it is to be repaired, and what holds it."""
        return health_of(self._state, self._state.wiring.index[component])

    def glance(self, component: ComponentId) -> Glance:
        """What of `standing` can be told at once, for whoever looks at everything again and again.

        Not worked out anew for what nothing has come to since the last glance, unless its reserve is running.
        """
        state = self._state
        i = state.wiring.index[component]
        if i in state.wiring.lasting and reserve_left(state, i) is not None:
            return glance_of(state, i)
        seen, why = face(state, i), state.because[i]
        known = self._glances.get(i)
        if known is None or known[0] != seen or known[1] != why:
            known = self._glances[i] = seen, why, glance_of(state, i)
        return known[2]

    def unsettled(self) -> frozenset[ComponentId]:
        """Components that may stand otherwise than at the last close: what an open instant has touched so far.

        With the changes of each close they are all whose `standing` can differ in more than a count of seconds, or
        in what a component that is down waits for.
        """
        state = self._state
        fed_anew = (state.wiring.owner[need] for need in state.resupplied)
        return frozenset(state.wiring.ids[i] for i in {*self._touched, *state.before, *fed_anew})

    def jobs(self) -> tuple[JobStanding, ...]:
        """Jobs and crewed repairs asked for and not done, in the order they were asked for."""
        return job_standings(self._state)

    def finished(self) -> tuple[str, ...]:
        """Sources of the jobs that were done in the present instant, in the order they were asked for."""
        return tuple(self._state.finished)

    def stuck(self) -> Stuck:
        """What cannot come back by itself, as things stand now."""
        return find_stuck(self._state)

    def impact(self, until: Seconds | None = None) -> Impact:
        """What was lost over the seconds 0 .. `now`, or 0 .. `until` if nothing happens in between; inclusive."""
        return self._ledger().impact(self._state.now if until is None else until)

    def users_cut_off(self) -> int:
        """Users cut off now (those who cannot go elsewhere), floored."""
        return self._ledger().users_cut_off()

    def _open(self, t: int) -> rounds.Dues:
        state = self._state
        if t < state.now or (t == state.now and self._is_closed):
            raise ValueError(f"second {t} cannot be played: {state.now} is closed; play a later one")
        if t == state.now:
            return rounds.NOTHING
        due = self.due()
        if due is not None and due < t:
            raise ValueError(f"second {t} cannot be played before {due}, when something happens by itself")
        self._closing.ledger.pass_to(t)
        self._is_closed = False
        return rounds.open_instant(state, t)

    def _close(self) -> list[PackedChange]:
        if self._is_closed:
            return []
        self._is_closed = True
        self._state.before.update(self._touched)
        self._touched = {}
        return self._closing.close(self._state)

    def _ledger(self) -> Ledger:
        """Sums as they would be if the instant ended now."""
        if self._is_closed:
            return self._closing.ledger
        ledger, state = self._closing.ledger.copy(), self._state
        ledger.move((i, self._closing.level_seen(i), state.level[i]) for i in {**self._touched, **state.before})
        return ledger

    def _write_rows(self, phase: int) -> None:
        """Write down what moved in a phase, levels first, each in file order."""
        state = self._state
        moved = sorted(state.before.items())
        self._rows += [self._row(phase, "level", i) for i, was in moved if was >> 2 != state.level[i]]
        self._rows += [self._row(phase, "mode", i) for i, was in moved if was & 3 != state.mode[i]]
        self._touched.update(state.before)
        state.before.clear()

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
            cause=told(state, state.because[i]),
        )
