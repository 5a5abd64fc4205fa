"""A literal director: it looks at every second, and at every earlier one for every condition.

Slow and obvious on purpose; it shares no code with the director and plays the map with the literal reference.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from blackstart.core.engine.effects import Order
from blackstart.core.exercise.model import (
    Action,
    ActionIs,
    AllOf,
    AnyOf,
    ComponentIs,
    Condition,
    Decision,
    DecisionTook,
    Drill,
    Inject,
    InjectIs,
    Not,
    State,
)
from tests.core.engine.reference import Play
from tests.core.engine.reference_effects import apply
from tests.core.engine.reference_state import JobState
from tests.core.engine.reference_views import Run, Second, second_of


@dataclass
class Coming:
    """An inject or a decision that was not seen yet: at a time, on a condition, or neither."""

    at: int | None = None
    when: Condition | None = None
    not_before: int = 0


@dataclass
class Question:
    """A decision that was opened; `option` None = open."""

    opened: int
    due: int | None
    is_overdue: bool = False
    option: str | None = None
    settled: int | None = None
    seq: int | None = None


@dataclass
class Work:
    """An action that was begun; `state` is begun, done or called off."""

    action: str
    source: str
    state: str = "begun"


@dataclass
class Now:
    """What was true at the end of a second, as conditions ask for it."""

    states: dict[str, set[str]]
    took: dict[str, set[str]]
    actions: set[tuple[str, str]]
    injects: set[tuple[str, str]]


@dataclass
class LiteralDirector:
    """Plays a drill second by second; `now` stays open for commands until the next one begins."""

    drill: Drill
    now: int = -1
    is_ended: bool = False
    delivered: dict[str, tuple[int, str]] = field(default_factory=dict)
    skipped: set[str] = field(default_factory=set)
    questions: dict[str, Question] = field(default_factory=dict)

    def __post_init__(self) -> None:
        assert self.drill.exercise is not None
        self.script = self.drill.exercise
        self.injects: dict[str, Inject] = {each.id: each for each in self.script.injects}
        self.decisions: dict[str, Decision] = {each.id: each for each in self.script.decisions}
        self.actions: dict[str, Action] = {each.id: each for each in self.script.actions}
        self.coming = {id_: Coming(each.at, each.when, each.not_before) for id_, each in self.injects.items()}
        self.to_open = {id_: Coming(each.at, each.when, each.not_before) for id_, each in self.decisions.items()}
        self.given: dict[int, tuple[str, str | None]] = {}  # source and decision, by seq
        self.works: dict[int, Work] = {}
        self.map = MapWithDoneJobs(self.drill.topology)
        self.orders: list[Order] = []
        self.ends: list[Now] = []
        self.seconds: list[Second] = []
        self.close()

    def play_to(self, until: int) -> None:
        while self.now < until and not self.is_ended:
            if self.now >= 0:
                self.close()
            self.now += 1
            self.round_zero()

    def close(self) -> None:
        """End the second: hands are given, and what is so now is written down."""
        if self.now >= 0:
            self.map.close()
        self.seconds.append(second_of(self.map.world, self.seconds[-1] if self.seconds else None))
        self.ends.append(self.present())

    def result(self) -> Run:
        """What the run came to, the present second included; that one cannot go on then."""
        self.close()
        return Run(self.drill.topology, tuple(self.seconds), ())

    def present(self) -> Now:
        parts = self.seconds[-1].parts
        states: dict[str, set[str]] = {
            id_: {str(part.shown), *([str(State.ON_RESERVE)] if part.on_reserve_s is not None else [])}
            for id_, part in parts.items()
        }
        works = [(work.action, work.state) for work in self.works.values() if work.state != "called off"]
        return Now(
            states,
            {id_: _ways(question) for id_, question in self.questions.items()},
            {*works, *((action, "begun") for action, _ in works)},
            {*((id_, "delivered") for id_ in self.delivered), *((id_, "skipped") for id_ in self.skipped)},
        )

    # conditions

    def holds(self, condition: Condition) -> bool:
        match condition:
            case AllOf(parts):
                return all(self.holds(part) for part in parts)
            case AnyOf(parts):
                return any(self.holds(part) for part in parts)
            case Not(part):
                return not self.holds(part)
            case ComponentIs() | InjectIs():
                first = self.now - max(condition.lasting, 1)
            case _:
                first = self.now - 1
        return all(end >= -1 and self._was(condition, self.ends[end + 1]) for end in range(first, self.now))

    def _was(self, fact: Condition, end: Now) -> bool:
        match fact:
            case ComponentIs(component, states):
                return bool(end.states[component] & {str(state) for state in states})
            case DecisionTook(decision, took):
                return took in end.took.get(decision, ())
            case ActionIs(action, state):
                return (action, state) in end.actions
            case InjectIs(inject, state):
                return (inject, state) in end.injects
        raise AssertionError(fact)

    def _due(self, coming: dict[str, Coming], is_timed: bool) -> Iterator[str]:
        for id_, each in coming.items():
            if each.at is not None:
                if is_timed and max(each.at, each.not_before) == self.now:
                    yield id_
            elif each.when is not None and not is_timed and self.now >= each.not_before and self.holds(each.when):
                yield id_

    # round 0

    def round_zero(self) -> None:
        conditional = list(self._due(self.coming, is_timed=False))
        opening = [*self._due(self.to_open, is_timed=True), *self._due(self.to_open, is_timed=False)]
        for id_ in self.decisions:
            self._run_out(id_)
        for id_ in list(self._due(self.coming, is_timed=True)):
            self.deliver(id_, "timed")
        for id_ in conditional:
            self.deliver(id_, "condition")
        for id_ in opening:
            self.open(id_)
        self.map.done = []
        self.map.round_zero(self.now, self.taken_orders())
        for work in self.works.values():
            if work.state == "begun" and work.source in self.map.done:
                work.state = "done"
        self.call_off_lost_work()

    def _run_out(self, id_: str) -> None:
        question = self.questions.get(id_)
        if question is None or question.option is not None or question.due != self.now:
            return
        question.is_overdue = True
        if self.decisions[id_].otherwise is not None:
            self.settle(id_, str(self.decisions[id_].otherwise), None, f"timeout:{id_}")

    def settle(self, id_: str, option: str, seq: int | None, source: str) -> None:
        question = self.questions[id_]
        question.option, question.settled, question.seq = option, self.now, seq
        effects = next(each.effects for each in self.decisions[id_].options if each.id == option)
        self.orders.append(Order(effects, source))

    def deliver(self, id_: str, how: str) -> None:
        self.coming.pop(id_, None)
        self.skipped.discard(id_)
        self.delivered[id_] = (self.now, how)
        self.orders.append(Order(self.injects[id_].effects, f"inject:{id_}"))
        if self.injects[id_].opens is not None:
            self.open(str(self.injects[id_].opens))

    def open(self, id_: str) -> None:
        self.to_open.pop(id_, None)
        if id_ not in self.questions:
            within = self.decisions[id_].within
            self.questions[id_] = Question(self.now, None if within is None else self.now + max(within, 1))

    def taken_orders(self) -> list[Order]:
        taken, self.orders = self.orders, []
        return taken

    def call_off_lost_work(self) -> None:
        asked = {job.source for job in self.map.world.jobs}
        for work in self.works.values():
            if work.state == "begun" and work.source not in asked:
                work.state = "called off"


class MapWithDoneJobs(Play):
    """The literal map, which also tells the sources of jobs that were done."""

    done: list[str]

    def _do_due_jobs(self) -> None:
        while due := [job for job in self.world.jobs if _is_due(job, self.world.now)]:
            first = min(due, key=lambda job: job.turn)
            self.world.jobs.remove(first)
            self.done.append(first.source)
            for effect in first.spec.do:
                apply(effect, self.world, first.source)


def _is_due(job: JobState, now: int) -> bool:
    return job.running_since is not None and job.running_since + job.spec.after <= now


def _ways(question: Question) -> set[str]:
    if question.option is not None and question.seq is not None:
        return {question.option, "any"}
    ways = {"none"} if question.is_overdue else set()
    return ways | ({question.option, "any"} if question.option is not None else set())
