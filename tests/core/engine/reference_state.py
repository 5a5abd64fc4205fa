"""The state of the literal reference and the equations that read it; nothing here changes anything."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from blackstart.core.base.ids import ComponentId, CrewId
from blackstart.core.engine.effects import Job
from blackstart.core.engine.trace import Mode
from blackstart.core.topology.model import Component, Need, Purpose, Topology


@dataclass
class NeedState:
    """One need: its latch, what is armed or cut, and its supply at the close of every instant so far."""

    spec: Need
    armed: set[ComponentId] = field(default_factory=set)
    no_more_by_itself: set[ComponentId] = field(default_factory=set)
    cut: set[ComponentId] = field(default_factory=set)
    lost: bool = False
    since: int = -1  # when it was lost last
    rejoining_since: int | None = None
    waived: bool = False
    bootstrapped: bool = False
    samples: list[int] = field(default_factory=list)  # of instants -1, 0, 1, ...

    @property
    def counts(self) -> bool:
        return not self.waived and not self.bootstrapped

    def samples_from(self, t: int) -> list[int]:
        """Supplies at the closes of `t` and later; every window begins filled with the supply of the start."""
        return self.samples[max(t, -1) + 1 :]

    def suppliers(self) -> list[ComponentId]:
        """Suppliers that are armed and not cut."""
        standby = {each.supplier for each in self.spec.standby}
        return [each for each in self.spec.on if each not in self.cut and (each not in standby or each in self.armed)]


@dataclass
class PartState:
    """One component: what it can do, what it does, what holds it, and its clocks."""

    spec: Component
    cap: int = 1000
    mode: Mode = Mode.UP
    level: int = 0
    holds: set[str] = field(default_factory=set)
    starting_since: int | None = None
    repair_turn: int | None = None  # None = not wanted
    repair_source: str = ""
    repairing_since: int | None = None
    needs: list[NeedState] = field(default_factory=list)

    def of(self, purpose: Purpose) -> list[NeedState]:
        return [need for need in self.needs if need.spec.purpose is purpose]

    def needed_to_start(self) -> list[NeedState]:
        return [need for need in self.needs if need.spec.is_hard or need.spec.purpose is Purpose.START]

    def is_kept_from_starting(self) -> bool:
        """Whether a hard run need or a start need, not waived, is LOST."""
        return any(need.lost and need.counts for need in self.needed_to_start())

    def is_kept_from_repair(self) -> bool:
        return any(need.lost and need.counts for need in self.of(Purpose.RESPOND))

    def repair_end(self) -> int | None:
        """Instant at which the running repair is done; one that takes hands takes 1 s at least."""
        if self.repairing_since is None or self.spec.repair is None:
            return None
        least = 0 if self.spec.crew is None else 1
        return self.repairing_since + max(self.spec.repair, least)


@dataclass
class JobState:
    """One job that has been asked for and is not done."""

    spec: Job
    source: str
    turn: int
    running_since: int | None = None


class World:
    """Everything there is at one moment, and the equations."""

    def __init__(self, topology: Topology) -> None:
        self.topology = topology
        self.now = -1
        self.is_window_moved_on = True  # False in phases 1 to 3 of round 0: the sample of t - tau - 1 still counts
        self.turns = 0
        self.jobs: list[JobState] = []
        self.parts = {
            each.id: PartState(each, needs=[NeedState(need) for need in each.needs]) for each in topology.components
        }

    def every_need(self) -> Iterator[NeedState]:
        for part in self.parts.values():
            yield from part.needs

    def supply(self, need: NeedState) -> int:
        """The k-th largest level among the armed, not cut suppliers; 0 if there are fewer than k."""
        levels = sorted((self.parts[each].level for each in need.suppliers()), reverse=True)
        return levels[need.spec.at_least - 1] if len(levels) >= need.spec.at_least else 0

    def window_maximum(self, need: NeedState) -> int:
        """The best supply of the last tau seconds, the present one included."""
        first = self.now - need.spec.survives - (0 if self.is_window_moved_on else 1)
        past = need.samples_from(first) if need.spec.survives > 0 else []
        return max([*past, self.supply(need)])

    def delivery(self, need: NeedState) -> int:
        return 0 if need.lost else self.window_maximum(need)

    def settle_levels(self) -> None:
        """The greatest levels that modes, latches and capabilities allow: from the top, down until nothing changes."""
        for part in self.parts.values():
            part.level = part.cap if part.mode is Mode.UP else 0
        changed = True
        while changed:
            changed = False
            for part in self.parts.values():
                if part.mode is Mode.UP:
                    level = min([part.cap, *(self.share(need) for need in part.of(Purpose.RUN) if need.counts)])
                    changed = changed or level != part.level
                    part.level = level

    def share(self, need: NeedState) -> int:
        """What a run need leaves of the level."""
        return allowed_by(need.spec, self.delivery(need))

    def free_places(self, crew: CrewId, size: int) -> int:
        jobs = [job for job in self.jobs if job.spec.crew == crew and job.running_since is not None]
        repairs = [part for part in self.parts.values() if part.spec.crew == crew and part.repairing_since is not None]
        return size - len(jobs) - len(repairs)


def allowed_by(need: Need, delivery: int) -> int:
    """1000 - ceil(a (1000 - d) / 1000)."""
    return 1000 + (-need.weight * (1000 - delivery)) // 1000
