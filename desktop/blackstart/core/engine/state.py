"""How a map stands while it is played: one list for each property, by number of component or need."""

from dataclasses import dataclass, replace

from blackstart.core.base.ids import CrewId
from blackstart.core.engine.agenda import Agenda
from blackstart.core.engine.effects import Job
from blackstart.core.engine.trace import Cause
from blackstart.core.engine.wiring import RESPOND, SOFT, Wiring

DOWN, STARTING, UP = 0, 1, 2
ISOLATED, MAINTENANCE, OFF, REPAIRING, ON_RESERVE = 1, 2, 4, 8, 16  # marks of a component
HELD = ISOLATED | MAINTENANCE | OFF
COUNTED, BOOTSTRAPPED, WAIVED = 0, 1, 2  # whether a need counts
OK = -2  # latch of a need that is had; else the second since which it is lost, -1 = since the start
BROKEN = 0
BEATS = 20  # bits of a stamp that count the waves within a second

Leg = tuple[int, int]  # need, supplier
Travelled = tuple[int, int, int]  # a cause that came along a need: need, supplier, second of the supplier's row
Why = Cause | Travelled | None


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
    """Everything that changes while a map is played.

    Attributes
    ----------
    cap, mode, level, marks : list of int
        Of each component: what it can deliver at best, what it is doing, what it delivers, holds and the like.
    barred : list of int
        Lost needs that count and keep each component from starting.
    lost, counts : list of int
        Of each need: the second since which it is lost or `OK`; whether it counts.
    legs, serves, quick, easy : list
        As in the wiring, with what has been armed, cut and waived since.
    closed, past : dict
        Of each need that survives some time: the supply at the last close; better supplies before that which still
        count, each with the last second it was had, best first.
    fell, rose, because : list
        Of each component: the stamps of the last fall and rise of its level, and why it moved last. A stamp grows with
        every wave; its upper bits are the second.
    before : dict
        Mode and level, packed, of what has moved since this was last emptied; what only changed in what is shown
        is there too.
    stirred, stirred_needs : dict, set
        What the effects of this round touched, and why it may move.
    hopeful : list of int
        Lost needs whose supply rose before the rising began.
    raised : dict
        What rose before the falling began, and the levels from which it did: it may fall back.
    """

    __slots__ = (  # more than an ordinary object can look up fast
        "agenda",
        "armed",
        "barred",
        "beat",
        "because",
        "before",
        "bootstraps",
        "cap",
        "closed",
        "counts",
        "cut",
        "easy",
        "fell",
        "finished",
        "hopeful",
        "in_hand",
        "is_graded",
        "jobs",
        "kept_unarmed",
        "leg_events",
        "legs",
        "level",
        "lost",
        "marks",
        "mode",
        "now",
        "past",
        "quick",
        "raised",
        "rejoin_due",
        "repairs",
        "restart_due",
        "resupplied",
        "rose",
        "round",
        "serves",
        "stirred",
        "stirred_needs",
        "turns",
        "wiring",
    )

    def __init__(self, wiring: Wiring) -> None:
        components, needs = len(wiring.ids), len(wiring.needs)
        self.wiring = wiring
        self.now = -1
        self.round = 0
        self.beat = -1 << BEATS
        self.is_graded = wiring.has_soft_needs  # whether any level may lie between nothing and full
        self.cap = [1000] * components
        self.mode = [UP] * components
        self.level = [1000] * components
        self.marks = [0] * components
        self.barred = [0] * components
        self.restart_due = [-1] * components
        self.fell = [self.beat] * components
        self.rose = [self.beat] * components
        self.because: list[Why] = [None] * components
        self.lost = [OK] * needs
        self.counts = [COUNTED] * needs
        self.legs, self.serves = list(wiring.legs), list(wiring.serves)
        self.quick, self.easy = list(wiring.quick), list(wiring.easy)
        self.closed: dict[int, int] = {}
        self.past: dict[int, list[tuple[int, int]]] = {}
        self.agenda = Agenda()
        self.turns = 0
        self.repairs: dict[int, RepairWanted] = {}
        self.jobs: dict[int, JobWanted] = {}
        self.in_hand: list[RepairWanted | JobWanted] = []  # what took a place of a crew when an instant closed
        self.finished: list[str] = []  # sources of the jobs that were done in this instant
        self.rejoin_due: dict[int, int] = {}
        self.armed: set[Leg] = set()
        self.kept_unarmed: set[Leg] = set()
        self.cut: set[Leg] = set()
        self.bootstraps: set[int] = set()
        self.leg_events: dict[Leg, tuple[int, Cause]] = {}
        self.before: dict[int, int] = {}
        self.resupplied: set[int] = set()  # needs that survive some time and whose supply changed since the last close
        self.stirred: dict[int, Why] = {}
        self.stirred_needs: set[int] = set()
        self.hopeful: list[int] = []
        self.raised: dict[int, int] = {}

    def copy(self) -> "State":
        """A state of its own that stands the same; cheap where little has happened yet."""
        twin = State.__new__(State)
        for name in State.__slots__:
            value = getattr(self, name)
            setattr(twin, name, value.copy() if isinstance(value, list | dict | set | Agenda) else value)
        twin.past = {g: list(samples) for g, samples in self.past.items()}
        twin.repairs = {i: replace(each) for i, each in self.repairs.items()}
        twin.jobs = {turn: replace(each) for turn, each in self.jobs.items()}
        work: dict[int, RepairWanted | JobWanted] = {each.turn: each for each in twin.repairs.values()}
        work.update({each.turn: each for each in twin.jobs.values()})
        twin.in_hand = [work[each.turn] for each in self.in_hand if each.turn in work]
        return twin

    def next_turn(self) -> int:
        """Place in the queue of what is asked for now."""
        self.turns += 1
        return self.turns

    def remember(self, i: int) -> None:
        """Keep how a component stood before what is about to change."""
        if i not in self.before:
            self.before[i] = self.level[i] << 2 | self.mode[i]

    def supply(self, g: int) -> int:
        """The level that at least `at_least` of the suppliers that count reach."""
        legs, wanted = self.legs[g], self.wiring.at_least[g]
        if len(legs) < wanted:
            return 0
        if len(legs) == 1:
            return self.level[legs[0]]
        return sorted([self.level[each] for each in legs])[-wanted]

    def best(self, g: int) -> int:
        """The best supply of the time that the need survives, the present one included."""
        if g not in self.closed:
            return self.supply(g)
        best = max(self.supply(g), self.closed[g])
        return max(best, self.past[g][0][1]) if g in self.past else best

    def share(self, g: int) -> int:
        """Level that a run need allows its component; 1000 less its weight when lost."""
        delivery = self.best(g) if self.lost[g] == OK else 0
        return 1000 - -(-self.wiring.weight[g] * (1000 - delivery) // 1000)

    def limits(self, i: int) -> tuple[int, int]:
        """Level that a component may have now, and the most that it could have with better suppliers."""
        allowed = ceiling = self.cap[i]
        wiring, counts, lost, closed = self.wiring, self.counts, self.lost, self.closed
        role, weight, legs, level = wiring.role, wiring.weight, self.legs, self.level
        for g in range(wiring.first[i], wiring.first[i + 1]):
            if role[g] > SOFT or counts[g] != COUNTED:
                continue
            if lost[g] != OK:
                ceiling = min(ceiling, 1000 - weight[g])
                continue
            is_simple = len(legs[g]) == 1 == wiring.at_least[g] and g not in closed
            delivery = level[legs[g][0]] if is_simple else self.best(g)
            if delivery < 1000:
                allowed = min(allowed, 1000 - -(-weight[g] * (1000 - delivery) // 1000))
        return min(allowed, ceiling), ceiling

    def is_lost(self, g: int) -> bool:
        """Whether a need is lost and counts."""
        return self.lost[g] != OK and self.counts[g] == COUNTED

    def lacks(self, i: int) -> list[int]:
        """Respond needs that keep a repair from running."""
        role = self.wiring.role
        return [g for g in self.wiring.needs_of(i) if role[g] == RESPOND and self.is_lost(g)]
