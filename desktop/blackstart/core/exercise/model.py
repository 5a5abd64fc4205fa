"""The drill as frozen values: a topology and, once written, the exercise played on it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from blackstart.core.base.ids import (
    ActionId,
    ComponentId,
    CrewId,
    DecisionId,
    DrillId,
    InjectId,
    ObjectiveId,
    OptionId,
    PhaseId,
    RoleId,
)
from blackstart.core.base.simtime import Seconds
from blackstart.core.base.text import Text
from blackstart.core.engine.effects import Effect
from blackstart.core.topology.model import FULL, Permille, Topology


class State(StrEnum):
    """Words of a component's state that conditions and measures ask for."""

    OPERATIONAL = "operational"
    DEGRADED = "degraded"
    DOWN = "down"
    RECOVERING = "recovering"
    ISOLATED = "isolated"
    MAINTENANCE = "maintenance"
    ON_RESERVE = "on reserve"


@dataclass(frozen=True, slots=True)
class ComponentIs:
    """A component has been in one of these states for at least `lasting` seconds."""

    component: ComponentId
    states: tuple[State, ...]
    lasting: Seconds = Seconds(1)


@dataclass(frozen=True, slots=True)
class DecisionTook:
    """A decision took an option; `took` is an option's id, ``any`` or ``none`` (time ran out without one)."""

    decision: DecisionId
    took: str


@dataclass(frozen=True, slots=True)
class ActionIs:
    """An action has been begun, or is done; `state` is ``begun`` or ``done``."""

    action: ActionId
    state: str


@dataclass(frozen=True, slots=True)
class InjectIs:
    """An inject has been delivered or skipped for at least `lasting` seconds."""

    inject: InjectId
    state: str
    lasting: Seconds = Seconds(1)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: "Condition"


Condition = ComponentIs | DecisionTook | ActionIs | InjectIs | AllOf | AnyOf | Not


@dataclass(frozen=True, slots=True)
class DoneBy:
    """A decision taken or an action done by `by`, counted from T+0."""

    kind: str  # decision | action
    id: str
    by: Seconds


@dataclass(frozen=True, slots=True)
class DecidedWithin:
    """A decision taken within a time of being opened."""

    decision: DecisionId
    within: Seconds


@dataclass(frozen=True, slots=True)
class StateBy:
    """A component in a state by a time."""

    component: ComponentId
    state: State
    by: Seconds


@dataclass(frozen=True, slots=True)
class SaidEvery:
    """A public word at least this often."""

    every: Seconds


Measure = DoneBy | DecidedWithin | StateBy | SaidEvery


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the exercise; the clock holds at `until`. `pace` is exercise seconds per real second, 1..600."""

    id: PhaseId
    start: Seconds
    until: Seconds
    name: Text | None = None
    pace: int = 1


@dataclass(frozen=True, slots=True)
class Role:
    """A hat that one or several people wear."""

    id: RoleId
    name: Text | None = None
    about: Text | None = None


@dataclass(frozen=True, slots=True)
class Objective:
    """What the exercise is for; ratings belong to it, never to people."""

    id: ObjectiveId
    text: Text
    capability: Text | None = None
    measure: Measure | None = None


class Channel(StrEnum):
    """How an inject reaches people; ``map`` has effects and no text."""

    ALERT = "alert"
    PHONE = "phone"
    EMAIL = "email"
    CHAT = "chat"
    RADIO = "radio"
    PRESS = "press"
    SOCIAL = "social"
    CUSTOMER = "customer"
    EXECUTIVE = "executive"
    PARTNER = "partner"
    REGULATOR = "regulator"
    MAP = "map"


@dataclass(frozen=True, slots=True)
class Inject:
    """Something that reaches the team: at a time, on a condition, or by hand (neither `at` nor `when`)."""

    id: InjectId
    channel: Channel
    at: Seconds | None = None
    when: Condition | None = None
    not_before: Seconds = Seconds(0)
    sender: Text | None = None  # `from` in the file
    to: tuple[RoleId, ...] = ()  # empty = all roles
    text: Text | None = None  # required but for channel map
    expect: Text | None = None
    note: Text | None = None
    tests: tuple[ObjectiveId, ...] = ()
    opens: DecisionId | None = None
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One way to decide."""

    id: OptionId
    text: Text
    foresee: Text | None = None
    effects: tuple[Effect, ...] = ()
    counts_as: str | None = None  # noticed | declared | said


@dataclass(frozen=True, slots=True)
class Decision:
    """A question put to a role; opened like an inject, or by an inject's `opens`."""

    id: DecisionId
    question: Text
    options: tuple[Option, ...]
    at: Seconds | None = None
    when: Condition | None = None
    not_before: Seconds = Seconds(0)
    asks: RoleId | None = None
    within: Seconds | None = None
    tests: tuple[ObjectiveId, ...] = ()
    really: Text | None = None
    otherwise: OptionId | None = None  # None = stays open and overdue


@dataclass(frozen=True, slots=True)
class Action:
    """Something the team can do at any time.

    `takes`, `requires` and `crew` are sugar for a job; `by_hand` = how long it takes without what it requires,
    None = refused.
    """

    id: ActionId
    text: Text
    by: RoleId | None = None
    takes: Seconds = Seconds(0)
    requires: tuple[ComponentId, ...] = ()
    crew: CrewId | None = None
    by_hand: Seconds | None = None
    once: bool = True
    effects: tuple[Effect, ...] = ()
    counts_as: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What really happened to a component, with its source; times since T+0.

    `back_after` and `back_by` are bounds, equal when the minute is known; both None = not known.
    """

    component: ComponentId
    down: Seconds
    back_after: Seconds | None = None
    back_by: Seconds | None = None
    level: Permille = FULL
    source: str = ""


@dataclass(frozen=True, slots=True)
class Exercise:
    """The script."""

    lasts: Seconds
    starts: datetime | None = None
    brief: Text | None = None
    display: str = "all"  # all | visible | believed
    phases: tuple[Phase, ...] = ()  # empty = one, 0 .. lasts, pace 1
    roles: tuple[Role, ...] = ()
    objectives: tuple[Objective, ...] = ()
    injects: tuple[Inject, ...] = ()
    decisions: tuple[Decision, ...] = ()
    actions: tuple[Action, ...] = ()
    history: tuple[History, ...] = ()


@dataclass(frozen=True, slots=True)
class Drill:
    """One document: the map and, once written, the script."""

    id: DrillId
    title: Text
    topology: Topology
    exercise: Exercise | None = None
    summary: Text | None = None
    teaches: tuple[Text, ...] = ()
    level: str | None = None  # starter | steady | hard
    minutes: int | None = None
    sources: tuple[str, ...] = ()
    content_note: Text | None = None
