"""Ways through a drill: what people decide as soon as they are asked, and what came of it."""

from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId, DecisionId, InjectId, OptionId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Stuck
from blackstart.core.exercise.conditions import Fact


@dataclass(frozen=True, slots=True)
class Choice:
    """What is answered to a decision; `option` None = nobody decides."""

    decision: DecisionId
    option: OptionId | None


@dataclass(frozen=True, slots=True)
class Way:
    """What people do.

    Attributes
    ----------
    choices : tuple of Choice
        In the order in which the decisions open; to what opens after them the first option is the answer.
    hands_at : int or None
        The stop (an instant that brings an inject or a question, from 0) at which everything is done that only
        people bring about: all actions, and what is delivered or opened by hand. None = nothing of that.
    is_silent : bool
        Nobody answers anything.
    """

    choices: tuple[Choice, ...] = ()
    hands_at: int | None = None
    is_silent: bool = False


@dataclass(frozen=True, slots=True)
class Played:
    """What came of a way.

    Attributes
    ----------
    made : tuple of Choice
        All answers, in the order in which the decisions opened.
    came : dict of InjectId to Seconds
        Delivered injects.
    held : frozenset of Fact
        Those of the facts asked about that were true at some time.
    stops : tuple of Seconds
        Instants that brought an inject or a question.
    trace : int
        Of everything that happened but the answers themselves; equal for equal happenings within one process.
    freed : frozenset of ComponentId
        Could not come back by any ordinary decision at some stop, and could at the end.
    """

    way: Way
    made: tuple[Choice, ...]
    came: dict[InjectId, Seconds]
    asked: dict[DecisionId, Seconds]
    held: frozenset[Fact]
    stops: tuple[Seconds, ...]
    trace: int
    stuck: Stuck
    freed: frozenset[ComponentId]
