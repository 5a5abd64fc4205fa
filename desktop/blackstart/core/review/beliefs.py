"""What the team said over a run that it believed of each component, in steps."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import State
from blackstart.core.play.commands import Believe, End, Entry
from blackstart.core.review.story import Story


@dataclass(frozen=True, slots=True)
class Belief:
    """What counts from a second on; `state` None = it was taken back.

    Attributes
    ----------
    seq : int
        The entry that says it.
    """

    at: Seconds
    state: State | None
    seq: int


Beliefs = Mapping[ComponentId, tuple[Belief, ...]]


def beliefs(story: Story) -> Beliefs:
    """Return what was said of each component of which anything was, in order of time."""
    found: dict[ComponentId, list[Belief]] = {}
    for entry in _heard(story):
        if isinstance(entry.command, Believe) and entry.command.component in story.drill.topology:
            state = State(entry.command.state) if entry.command.state is not None else None
            found.setdefault(entry.command.component, []).append(Belief(entry.at, state, entry.seq))
    return {component: tuple(steps) for component, steps in found.items()}


def belief_at(steps: tuple[Belief, ...], t: int) -> Belief | None:
    """Return what counted at the end of a second; None = nothing was said, or it was taken back."""
    place = bisect_right(steps, t, key=_when)
    last = steps[place - 1] if place else None
    return last if last is not None and last.state is not None else None


def _heard(story: Story) -> Iterator[Entry]:
    """Yield what the fold of a run takes in: nothing that was typed after its end."""
    for entry in sorted(story.entries, key=lambda each: (each.at, each.seq)):
        if isinstance(entry.command, End) or entry.at > story.until:
            return
        yield entry


def _when(belief: Belief) -> Seconds:
    return belief.at
