"""The decisions of a run: which are open, which were taken, by whom, and which ran out of time."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from blackstart.core.base.ids import DecisionId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.conditions import ANY_OPTION, NO_OPTION
from blackstart.core.exercise.model import Decision, DecisionTook, Option
from blackstart.core.play.agenda import Agenda
from blackstart.core.play.watch import Watch


@dataclass(frozen=True, slots=True)
class OpenDecision:
    """A decision that is put to the team; `due_s` None = no limit; overdue ones stay open."""

    decision: Decision
    opened_s: Seconds
    due_s: Seconds | None
    is_overdue: bool = False


@dataclass(frozen=True, slots=True)
class SettledDecision:
    """A decision that has an option.

    Attributes
    ----------
    at : Seconds
        When it was taken, or its time ran out.
    by : str
        Whose decision; empty when time ran out.
    seq : int or None
        The command that took it; None = nobody decided in time and the script's `otherwise` was taken.
    """

    decision: Decision
    option: OptionId
    opened_s: Seconds
    at: Seconds
    by: str
    seq: int | None


@dataclass(frozen=True, slots=True)
class UpcomingDecision:
    """A decision that was not put to the team yet; how it can be, as of an inject (`UpcomingInject`)."""

    decision: Decision
    at: Seconds | None
    how: str
    expected: Seconds | None


class DecisionBook:
    """Where every scripted decision of a run stands."""

    def __init__(self, script: Iterable[Decision]) -> None:
        self.agenda: Agenda[DecisionId] = Agenda()
        self._known: dict[DecisionId, Decision] = {}
        self._open: dict[DecisionId, OpenDecision] = {}
        self._settled: dict[DecisionId, SettledDecision] = {}
        self._ran_out: dict[DecisionId, Seconds] = {}
        for decision in script:
            self._known[decision.id] = decision
            self.agenda.plan(decision.id, decision.at, decision.when, decision.not_before)

    def find(self, id_: DecisionId) -> Decision | None:
        """The decision of that id, if there is one."""
        return self._known.get(id_)

    def option(self, id_: DecisionId, option: OptionId) -> Option | None:
        """An option of a decision, if there is one of that id."""
        decision = self._known.get(id_)
        return next((each for each in decision.options if each.id == option), None) if decision else None

    def is_open(self, id_: DecisionId) -> bool:
        """Whether it is put to the team and not settled."""
        return id_ in self._open

    def settled(self, id_: DecisionId) -> SettledDecision | None:
        """How it was settled; None = it was not."""
        return self._settled.get(id_)

    def open(self, id_: DecisionId, at: Seconds) -> OpenDecision | None:
        """Put a decision to the team; None = it is open already, settled, or not in the script."""
        self.agenda.drop(id_)
        decision = self._known.get(id_)
        if decision is None or id_ in self._open or id_ in self._settled:
            return None
        # A limit of nothing would lie in the round that has just been played; the next second is the first there is.
        due = None if decision.within is None else Seconds(at + max(decision.within, 1))
        self._open[id_] = OpenDecision(decision, at, due)
        return self._open[id_]

    def settle(self, id_: DecisionId, option: OptionId, at: Seconds, by: str = "", seq: int | None = None) -> None:
        """Close an open decision with an option."""
        opened = self._open.pop(id_)
        self._settled[id_] = SettledDecision(opened.decision, option, opened.opened_s, at, by, seq)
        if seq is not None:
            self._ran_out.pop(id_, None)

    def take_back(self, id_: DecisionId) -> None:
        """A settled decision is as if it had never been opened."""
        self._settled.pop(id_, None)
        self._ran_out.pop(id_, None)

    def running_out(self, t: Seconds) -> list[OpenDecision]:
        """Open decisions whose time runs out at `t`, in file order."""
        due = [each for each in self._open.values() if each.due_s == t]
        places = list(self._known)
        return sorted(due, key=lambda each: places.index(each.decision.id))

    def run_out(self, id_: DecisionId, at: Seconds) -> None:
        """Note that time ran out without a decision; it is overdue as long as it stays open."""
        self._ran_out[id_] = at
        self._open[id_] = replace(self._open[id_], is_overdue=True)

    def next_due(self) -> Seconds | None:
        """The next second at which a decision's time runs out."""
        return min((each.due_s for each in self._open.values() if each.due_s and not each.is_overdue), default=None)

    def since(self, fact: DecisionTook) -> Seconds | None:
        """Since when a decision has gone a way; None = it has not.

        ``none`` holds from a time-out until the team decides; an `otherwise` that was taken counts as its
        option and as ``any`` too.
        """
        if fact.took == NO_OPTION:
            return self._ran_out.get(fact.decision)
        settled = self._settled.get(fact.decision)
        if settled is None or fact.took not in (ANY_OPTION, settled.option):
            return None
        return settled.at

    def upcoming(self, now: Seconds, watch: Watch) -> tuple[UpcomingDecision, ...]:
        """Those that are neither open nor settled, in file order; `hand` too where an inject opens them."""
        agenda = self.agenda
        return tuple(
            UpcomingDecision(each, agenda.planned(id_), agenda.how(id_), agenda.expected(id_, now, watch))
            for id_, each in self._known.items()
            if id_ not in self._open and id_ not in self._settled
        )

    def all_open(self) -> tuple[OpenDecision, ...]:
        """In the order they were opened."""
        return tuple(self._open.values())

    def all_settled(self) -> tuple[SettledDecision, ...]:
        """In the order they were settled."""
        return tuple(self._settled.values())
