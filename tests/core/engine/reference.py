"""A literal reference of the failure model: every second is played, every fixpoint is found by repetition.

Slow and obvious on purpose; it shares no code with the engine and was written from the page of the model alone.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from blackstart.core.base.ids import CrewId
from blackstart.core.engine.effects import Order
from blackstart.core.engine.trace import Mode
from blackstart.core.topology.model import Topology
from tests.core.engine.reference_effects import apply, call_off_repair, stop
from tests.core.engine.reference_state import JobState, PartState, World
from tests.core.engine.reference_views import PlainRow, Run, Second, second_of


def run(
    topology: Topology,
    batches: Sequence[tuple[int, Sequence[Order]]],
    until: int,
    commands: Sequence[tuple[int, Order]] = (),
) -> Run:
    """Play every second of 0 .. `until`; batches belong to round 0 of their instant, each command is a round."""
    play = Play(topology)
    seconds: list[Second] = [second_of(play.world)]
    for t in range(until + 1):
        play.round_zero(t, [order for at, orders in batches if at == t for order in orders])
        for command in [order for at, order in commands if at == t]:
            play.later_round(command)
        play.close()
        seconds.append(second_of(play.world, seconds[-1]))
    return Run(topology, tuple(seconds), tuple(play.rows))


class Play:
    """Moves a world: rounds, phases, closures, the close."""

    def __init__(self, topology: Topology) -> None:
        self.world = World(topology)
        self.rows: list[PlainRow] = []
        self._round = 0
        for part in self.world.parts.values():
            if part.spec.initially_off:
                part.mode = Mode.DOWN
                part.holds.add("off")
        self._drop()
        self._take_samples()

    def round_zero(self, t: int, orders: Sequence[Order]) -> None:
        self.world.now = t
        self.world.is_window_moved_on = False
        self._round = 0
        with self._phase(1):
            self._do_due_jobs()
            self._do(orders)
        self._play_phases()

    def later_round(self, order: Order) -> None:
        self._round += 1
        with self._phase(1):
            self._do([order])
        self._play_phases()

    def close(self) -> None:
        for job in self.world.jobs:
            if any(self.world.parts[each].level == 0 for each in job.spec.requires):
                job.running_since = None
        for crew in self.world.topology.crews:
            self._give_places(crew.id, crew.size)
        for job in self._ready_jobs(None):
            job.running_since = self.world.now
        self._take_samples()

    # rounds and phases

    def _do_due_jobs(self) -> None:
        while due := [job for job in self.world.jobs if _is_due(job, self.world.now)]:
            first = min(due, key=lambda job: job.turn)
            self.world.jobs.remove(first)
            for effect in first.spec.do:
                apply(effect, self.world, first.source)

    def _do(self, orders: Sequence[Order]) -> None:
        for order in orders:
            for effect in order.effects:
                apply(effect, self.world, order.source)

    def _play_phases(self) -> None:
        with self._phase(2):
            self._drop()
        with self._phase(3):
            self._finish_restarts()
            self._arm_due_standbys()
            self._rise()
        with self._phase(4):
            self._end_windows()
            self._drop()

    @contextmanager
    def _phase(self, phase: int) -> Iterator[None]:
        """Write down what differs between the beginning and the end of a phase."""
        before = {each: (part.mode, part.level) for each, part in self.world.parts.items()}
        yield
        for kind, what in (("level", 1), ("mode", 0)):
            for each, part in self.world.parts.items():
                now = (part.mode, part.level)
                if now[what] != before[each][what]:
                    self.rows.append(PlainRow(self.world.now, self._round, phase, kind, each, part.mode, part.level))

    def _finish_restarts(self) -> None:
        for part in self.world.parts.values():
            if part.starting_since is not None and part.starting_since + part.spec.restart <= self.world.now:
                part.mode, part.starting_since = Mode.UP, None

    def _arm_due_standbys(self) -> None:
        for need in self.world.every_need():
            for standby in need.spec.standby:
                if need.lost and standby.after is not None and need.since + standby.after <= self.world.now:
                    need.armed |= {standby.supplier} - need.no_more_by_itself

    def _end_windows(self) -> None:
        self.world.is_window_moved_on = True
        for need in self.world.every_need():
            if not need.lost:
                need.bootstrapped = False

    # closures

    def _drop(self) -> None:
        changed = True
        while changed:
            self.world.settle_levels()
            changed = self._stop_what_cannot_run()
            changed = self._lose_needs() or changed
        for need in self.world.every_need():
            if self.world.window_maximum(need) < need.spec.useful:
                need.rejoining_since = None
        self._begin_rejoins()
        for part in self.world.parts.values():
            if part.is_kept_from_repair():
                part.repairing_since = None

    def _stop_what_cannot_run(self) -> bool:
        cannot = [part for part in self.world.parts.values() if part.mode is Mode.UP and part.level == 0]
        cannot += [
            part for part in self.world.parts.values() if part.mode is Mode.STARTING and part.is_kept_from_starting()
        ]
        for part in cannot:
            stop(part)
        return bool(cannot)

    def _lose_needs(self) -> bool:
        newly_lost = [
            need
            for need in self.world.every_need()
            if not need.lost and self.world.window_maximum(need) < need.spec.useful
        ]
        for need in newly_lost:
            need.lost, need.since = True, self.world.now
        return bool(newly_lost)

    def _rise(self) -> None:
        changed = True
        while changed:
            self.world.settle_levels()
            changed = self._rejoin_needs()
            for part in self.world.parts.values():
                changed = self._go_on_with_repair(part) or changed
                changed = self._begin_start(part) or changed

    def _begin_rejoins(self) -> None:
        for need in self.world.every_need():
            if need.lost and need.rejoining_since is None and self.world.window_maximum(need) >= need.spec.useful:
                need.rejoining_since = self.world.now

    def _rejoin_needs(self) -> bool:
        self._begin_rejoins()
        back = [
            need
            for need in self.world.every_need()
            if need.rejoining_since is not None and need.rejoining_since + need.spec.rejoin <= self.world.now
        ]
        for need in back:
            need.lost, need.rejoining_since = False, None
        return bool(back)

    def _go_on_with_repair(self, part: PartState) -> bool:
        is_waiting = part.repair_turn is not None and part.repairing_since is None
        begins = is_waiting and part.spec.crew is None and not part.is_kept_from_repair()
        if begins:
            part.repairing_since = self.world.now
        end = part.repair_end()
        if end is not None and end <= self.world.now:
            part.cap = 1000
            call_off_repair(part)
            return True
        return begins

    def _begin_start(self, part: PartState) -> bool:
        if part.mode is not Mode.DOWN or part.cap == 0 or part.holds or part.is_kept_from_starting():
            return False
        if part.spec.restart == 0:
            part.mode = Mode.UP
        else:
            part.mode, part.starting_since = Mode.STARTING, self.world.now
        return True

    # the close of an instant

    def _give_places(self, crew: CrewId, size: int) -> None:
        takers: list[tuple[int, JobState | PartState]] = [(job.turn, job) for job in self._ready_jobs(crew)]
        for part in self.world.parts.values():
            is_waiting = part.repair_turn is not None and part.repairing_since is None
            if part.spec.crew == crew and is_waiting and not part.is_kept_from_repair():
                takers.append((part.repair_turn or 0, part))
        takers.sort(key=lambda each: each[0])
        for _, taker in takers[: self.world.free_places(crew, size)]:
            if isinstance(taker, JobState):
                taker.running_since = self.world.now
            else:
                taker.repairing_since = self.world.now

    def _ready_jobs(self, crew: CrewId | None) -> list[JobState]:
        """Jobs that wait though everything they require delivers."""
        return [
            job
            for job in self.world.jobs
            if job.spec.crew == crew
            and job.running_since is None
            and all(self.world.parts[each].level > 0 for each in job.spec.requires)
        ]

    def _take_samples(self) -> None:
        for need in self.world.every_need():
            need.samples.append(self.world.supply(need))


def _is_due(job: JobState, t: int) -> bool:
    return job.running_since is not None and job.running_since + job.spec.after <= t
