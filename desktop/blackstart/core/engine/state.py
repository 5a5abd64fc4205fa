"""How a map stands while it is played, by number; what people are shown of it."""

from dataclasses import dataclass

from blackstart.core.base.ids import CrewId
from blackstart.core.engine.effects import Job
from blackstart.core.engine.trace import Cause, Mode, Shown
from blackstart.core.engine.wiring import RESPOND, SOFT, Wiring

DOWN, STARTING, UP = 0, 1, 2
MODES = (Mode.DOWN, Mode.STARTING, Mode.UP)
ISOLATED, MAINTENANCE, OFF = 1, 2, 4  # holds
COUNTED, BOOTSTRAPPED, WAIVED = 0, 1, 2  # whether a need counts
OK = -2  # latch of a need that is had; else the second since which it is lost, -1 = since the start
BROKEN = 0


@dataclass(slots=True)
class RepairWanted:
    """A repair that has been asked for and is not done; `due` None = it waits."""

    component: int
    turn: int
    source: str
    crew: CrewId | None
    due: int | None = None


@dataclass(slots=True)
class JobWanted:
    """A job that has been asked for and is not done; `due` None = it waits."""

    job: Job
    turn: int
    source: str
    due: int | None = None


class State:
    """Everything that changes while a map is played; lists are by number of component or need."""

    def __init__(self, wiring: Wiring) -> None:
        count = len(wiring.ids)
        self.wiring = wiring
        self.now = -1
        self.round = 0
        self.grace = 0  # 1 while the sample that expires in this instant still counts
        self.cap = [1000] * count
        self.mode = [UP] * count
        self.level = [1000] * count
        self.hold = [0] * count
        self.restart_due: dict[int, int] = {}
        self.repairs: dict[int, RepairWanted] = {}
        self.jobs: dict[int, JobWanted] = {}
        self.turns = 0
        self.lost = [OK] * len(wiring.needs)
        self.counts = [COUNTED] * len(wiring.needs)
        self.rejoin_due: dict[int, int] = {}
        self.armed: set[tuple[int, int]] = set()
        self.kept_unarmed: set[tuple[int, int]] = set()
        self.cut: set[tuple[int, int]] = set()
        self.closed_supply = [0] * len(wiring.needs)
        self.past: dict[int, list[tuple[int, int]]] = {}
        self.because: list[Cause | None] = [None] * count
        self.moved_at = [-1] * count

    def next_turn(self) -> int:
        """Place in the queue of what is asked for now."""
        self.turns += 1
        return self.turns

    def legs(self, g: int) -> list[int]:
        """Suppliers that count for a need: armed and not cut."""
        standbys = self.wiring.standbys.get(g, {})
        return [
            each
            for each in self.wiring.suppliers[g]
            if (g, each) not in self.cut and (each not in standbys or (g, each) in self.armed)
        ]

    def supply(self, g: int) -> int:
        """The level that at least `at_least` of its suppliers reach."""
        levels = sorted((self.level[each] for each in self.legs(g)), reverse=True)
        wanted = self.wiring.at_least[g]
        return levels[wanted - 1] if len(levels) >= wanted else 0

    def best(self, g: int) -> int:
        """The best supply of the time that the need survives, the present one included."""
        best = self.supply(g)
        survives = self.wiring.survives[g]
        if survives:
            oldest = self.now - survives - self.grace
            best = max([best, *(supply for last, supply in self.samples(g) if last >= oldest)])
        return best

    def samples(self, g: int) -> list[tuple[int, int]]:
        """Supplies at the closes of earlier instants, each with the last second it was had."""
        return [*self.past.get(g, ()), (self.now - 1, self.closed_supply[g])]

    def delivery(self, g: int) -> int:
        """What a need gives its component: nothing once lost."""
        return self.best(g) if self.lost[g] == OK else 0

    def share(self, g: int) -> int:
        """Level that a run need allows its component."""
        return 1000 - -(-self.wiring.weight[g] * (1000 - self.delivery(g)) // 1000)

    def is_lost(self, g: int) -> bool:
        """Whether a need is lost and counts."""
        return self.lost[g] != OK and self.counts[g] == COUNTED

    def can_start(self, i: int) -> bool:
        """Whether nothing keeps a component from starting."""
        if self.cap[i] == BROKEN or self.hold[i]:
            return False
        return not any(self.is_lost(g) for g in self.wiring.needs_of(i) if self.wiring.role[g] not in (RESPOND, SOFT))

    def can_repair(self, i: int) -> bool:
        """Whether what a repair takes, hands apart, is there."""
        return not any(self.is_lost(g) for g in self.wiring.needs_of(i) if self.wiring.role[g] == RESPOND)

    def repair_waits_for(self, i: int) -> list[str]:
        """References of the respond needs that keep a repair from running."""
        wiring = self.wiring
        return [wiring.needs[g].reference for g in wiring.needs_of(i) if wiring.role[g] == RESPOND and self.is_lost(g)]

    def shown(self, i: int) -> Shown:
        """The word that people are shown; the first that fits."""
        if self.hold[i]:
            return Shown.ISOLATED if self.hold[i] & ISOLATED else Shown.MAINTENANCE
        if self.mode[i] == UP:
            return Shown.OPERATIONAL if self.level[i] == 1000 else Shown.DEGRADED
        repair = self.repairs.get(i)
        if self.mode[i] == STARTING or (repair is not None and repair.due is not None):
            return Shown.RECOVERING
        return Shown.DOWN
