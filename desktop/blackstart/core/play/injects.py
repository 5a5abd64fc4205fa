"""The injects of a run: which are to come, which were delivered, which were left out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from blackstart.core.base.ids import InjectId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.exercise.model import Inject, InjectIs
from blackstart.core.play.agenda import Agenda
from blackstart.core.play.watch import Watch

LEFT_OUT = "left out"


@dataclass(frozen=True, slots=True)
class DeliveredInject:
    """An inject that reached the team; `how` is timed, condition or hand."""

    inject: Inject
    at: Seconds
    how: str


@dataclass(frozen=True, slots=True)
class SkippedInject:
    """An inject that was skipped, or left out when the run was set up (`at` is then -1)."""

    inject: Inject
    at: Seconds
    why: str


@dataclass(frozen=True, slots=True)
class UpcomingInject:
    """An inject that can still come: at a time, on a condition, or by hand (`how`: timed, condition, hand).

    `at` is None unless it is timed. One that is held back waits for a hand.

    Attributes
    ----------
    expected : Seconds or None
        When it comes if nothing else changes, as far as the seconds tell that have ended.
    """

    inject: Inject
    at: Seconds | None
    how: str
    expected: Seconds | None = None


class InjectBook:
    """Where every inject of a run stands, improvised ones among them."""

    def __init__(self, script: Iterable[Inject], left_out: Collection[InjectId]) -> None:
        self.agenda: Agenda[InjectId] = Agenda()
        self._known: dict[InjectId, Inject] = {}
        self._delivered: dict[InjectId, DeliveredInject] = {}
        self._skipped: dict[InjectId, SkippedInject] = {}
        for inject in script:
            self.add(inject)
            if inject.id in left_out:
                self.skip(inject.id, START, LEFT_OUT)

    def add(self, inject: Inject) -> None:
        """Put an inject in the book, to come at its time, on its condition or by hand."""
        self._known[inject.id] = inject
        self.agenda.plan(inject.id, inject.at, inject.when, inject.not_before)

    def improvised_id(self, seq: int) -> InjectId:
        """What an inject that is improvised by an entry is called: ``i<seq>``, or longer if the script has that."""
        id_ = f"i{seq}"
        while id_ in self._known:
            id_ += "-improvised"
        return InjectId(id_)

    def find(self, id_: InjectId) -> Inject | None:
        """The inject of that id, if there is one."""
        return self._known.get(id_)

    def state(self, id_: InjectId) -> str:
        """``delivered``, ``skipped`` or ``upcoming``."""
        if id_ in self._delivered:
            return "delivered"
        return "skipped" if id_ in self._skipped else "upcoming"

    def deliver(self, id_: InjectId, at: Seconds, how: str) -> Inject:
        """Note a delivery; one that was skipped may still be delivered."""
        self.agenda.drop(id_)
        self._skipped.pop(id_, None)
        self._delivered[id_] = DeliveredInject(self._known[id_], at, how)
        return self._known[id_]

    def skip(self, id_: InjectId, at: Seconds, why: str) -> None:
        """Note that it does not come."""
        self.agenda.drop(id_)
        self._skipped[id_] = SkippedInject(self._known[id_], at, why)

    def since(self, fact: InjectIs) -> Seconds | None:
        """Since when an inject is delivered or skipped; None = it is not."""
        noted: DeliveredInject | SkippedInject | None
        noted = self._delivered.get(fact.inject) if fact.state == "delivered" else self._skipped.get(fact.inject)
        return None if noted is None else noted.at

    def delivered(self) -> tuple[DeliveredInject, ...]:
        """In the order they reached the team."""
        return tuple(self._delivered.values())

    def skipped(self) -> tuple[SkippedInject, ...]:
        """In the order they were left out."""
        return tuple(self._skipped.values())

    def upcoming(self, now: Seconds, watch: Watch) -> tuple[UpcomingInject, ...]:
        """Timed ones by time, then those that wait for a condition, then those for a hand; each in file order."""
        agenda = self.agenda
        rows = [
            UpcomingInject(each, agenda.planned(id_), agenda.how(id_), agenda.expected(id_, now, watch))
            for id_, each in self._known.items()
            if self.state(id_) == "upcoming"
        ]
        ranks = {"timed": 0, "condition": 1, "hand": 2}
        return tuple(sorted(rows, key=lambda row: (ranks[row.how], row.at or 0)))
