"""What the participants may see at a second: all that their display is ever given.

Nothing that is still to come, nothing that is for the facilitator and evaluators, and of the map only what the
run's display shows: everything, what monitoring shows, or what the team believes.
"""

from dataclasses import dataclass, replace

from blackstart.core.base.ids import ComponentId, DecisionId, InjectId, OptionId, RoleId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.base.text import Text
from blackstart.core.engine.trace import Shown, SupplierCause
from blackstart.core.exercise.model import Channel, Inject
from blackstart.core.play.awareness import is_seen, usual
from blackstart.core.play.decisions import OpenDecision
from blackstart.core.play.director import Director
from blackstart.core.play.injects import DeliveredInject
from blackstart.core.topology.model import Component
from blackstart.core.topology.reserve import reserve_left

ON_RESERVE = "on reserve"


@dataclass(frozen=True, slots=True)
class Sight:
    """How one component looks to the participants.

    Attributes
    ----------
    shown : Shown
        The word for it.
    seen_s : Seconds or None
        The last second that it was seen in, whose state this is; None = it is seen now.
    reserve_left : float or None
        Share 0..1 of what it can go on with; None = it is not on reserve, or nobody can tell how much there is.
    came_by : (ComponentId, str) or None
        The supplier by which it came to this, and the reference of the need; None = it came otherwise, or the
        display does not show the supplier as it is.
    """

    component: ComponentId
    shown: Shown
    is_on_reserve: bool = False
    seen_s: Seconds | None = None
    reserve_left: float | None = None
    came_by: tuple[ComponentId, str] | None = None


@dataclass(frozen=True, slots=True)
class Message:
    """An inject as it reached the team; `to` empty = everybody."""

    inject: InjectId
    at: Seconds
    channel: Channel
    sender: Text | None
    to: tuple[RoleId, ...]
    text: Text


@dataclass(frozen=True, slots=True)
class Question:
    """A decision that is put to the team; `due_s` None = no limit."""

    decision: DecisionId
    question: Text
    asks: RoleId | None
    options: tuple[tuple[OptionId, Text], ...]
    opened_s: Seconds
    due_s: Seconds | None
    is_overdue: bool


@dataclass(frozen=True, slots=True)
class Visible:
    """One second of the participants' display.

    Attributes
    ----------
    users_cut_off : int or None
        None where the display does not show everything: the sum would tell what it hides.
    """

    at: Seconds
    sights: tuple[Sight, ...]
    messages: tuple[Message, ...]
    questions: tuple[Question, ...]
    users_cut_off: int | None
    is_ended: bool


def visible(director: Director) -> Visible:
    """What the participants may see of a run now."""
    look = {"visible": _as_monitored, "believed": _as_believed}.get(director.begin.display, _as_it_is)
    simulation = director.simulation
    return Visible(
        at=director.now,
        sights=tuple(look(director, component) for component in director.drill.topology.components),
        messages=tuple(message(each, each.inject.text) for each in director.delivered() if each.inject.text),
        questions=tuple(_question(each) for each in director.open_decisions()),
        users_cut_off=simulation.users_cut_off() if look is _as_it_is else None,
        is_ended=director.is_ended,
    )


def _as_it_is(director: Director, component: Component) -> Sight:
    glance = director.simulation.glance(component.id)
    left = glance.on_reserve_s
    cause = glance.cause
    return Sight(
        component=component.id,
        shown=glance.shown,
        is_on_reserve=left is not None,
        reserve_left=None if left is None else reserve_left(component, left),
        came_by=(cause.component, cause.need) if isinstance(cause, SupplierCause) else None,
    )


def _as_monitored(director: Director, component: Component) -> Sight:
    if is_seen(component, director.simulation):
        sight = _as_it_is(director, component)
        if sight.came_by is None or _is_seen(director, sight.came_by[0]):
            return sight
        return replace(sight, came_by=None)
    last = director.awareness.last_glimpse(component.id)
    unseen = director.awareness.unseen_since(component.id)
    seen_s = Seconds(max((director.now if unseen is None else unseen) - 1, START))
    return Sight(component.id, last.shown, last.is_on_reserve, seen_s)


def _is_seen(director: Director, component: ComponentId) -> bool:
    return is_seen(director.drill.topology.component(component), director.simulation)


def _as_believed(director: Director, component: Component) -> Sight:
    """Nobody doubts what nobody has spoken of: it looks as it should."""
    believed = director.awareness.beliefs.get(component.id)
    if believed == ON_RESERVE:
        return Sight(component.id, Shown.OPERATIONAL, is_on_reserve=True)
    return Sight(component.id, usual(component) if believed is None else Shown(believed))


def message(delivered: DeliveredInject, text: Text) -> Message:
    """How an inject that has words reached the team."""
    inject: Inject = delivered.inject
    return Message(inject.id, delivered.at, inject.channel, inject.sender, inject.to, text)


def _question(opened: OpenDecision) -> Question:
    decision = opened.decision
    options = tuple((option.id, option.text) for option in decision.options)
    return Question(
        decision.id, decision.question, decision.asks, options, opened.opened_s, opened.due_s, opened.is_overdue
    )
