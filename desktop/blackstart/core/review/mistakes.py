"""How long the team was mistaken of each component: from where truth left what it believed until they met again.

It tells what was written down. What was said at the table and not recorded is not known here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.exercise.model import State
from blackstart.core.review.known import Known, Parted


class Ending(StrEnum):
    """How a mistake came to its end."""

    SAID = "said"  # the team said otherwise, or took it back
    SEEN = "seen"  # monitoring showed it again
    TRUE = "true"  # it came to be as it was believed
    OPEN = "open"  # the run ended


@dataclass(frozen=True, slots=True)
class Mistake:
    """One component, in the seconds [start, until); `until` lies behind the last second where it is `OPEN`.

    Attributes
    ----------
    believed : State or None
        What was said of it in its first second; None = nothing: it is what the display showed.
    visible, true : State
        How it looked and how it stood then.
    shown_s : Seconds or None
        The first second in which the display showed it as it stood; None = it did not before `until`.
    """

    component: ComponentId
    start: Seconds
    until: Seconds
    believed: State | None
    visible: State
    true: State
    ending: Ending
    shown_s: Seconds | None

    @property
    def lasted_s(self) -> int:
        """Seconds for which it went on, as far as the run goes."""
        return self.until - self.start


def mistakes(known: Known) -> tuple[Mistake, ...]:
    """Return every mistake of a run in the order in which they began."""
    ordered = sorted(known.partings, key=lambda each: (each.component, each.start))
    grouped = groupby(ordered, key=lambda each: (each.component, each.since_s))
    found = [_mistake(known, tuple(parts)) for _, parts in grouped]
    places = {each.id: place for place, each in enumerate(known.story.drill.topology.components)}
    return tuple(sorted(found, key=lambda each: (each.start, places[each.component])))


def _mistake(known: Known, parts: Sequence[Parted]) -> Mistake:
    first, last = parts[0], parts[-1]
    component, start, until = first.component, first.start, last.until
    line = known.line(component, start)
    return Mistake(
        component,
        start,
        until,
        line.believed,
        line.visible,
        line.true,
        _ending(known, component, until),
        _shown(known, component, start, until),
    )


def _ending(known: Known, component: ComponentId, until: Seconds) -> Ending:
    if until > known.story.until:
        return Ending.OPEN
    if any(each.at == until for each in known.beliefs.get(component, ())):
        return Ending.SAID
    is_seen_again = any(each.until == until for each in known.unseen.get(component, ()))
    was_said = known.line(component, until - 1).believed is not None
    return Ending.SEEN if is_seen_again and not was_said else Ending.TRUE


def _shown(known: Known, component: ComponentId, start: Seconds, until: Seconds) -> Seconds | None:
    times = [start, *(each for each in known.turns(component) if start < each < until)]
    return next((each for each in times if _is_shown(known, component, each)), None)


def _is_shown(known: Known, component: ComponentId, t: Seconds) -> bool:
    line = known.line(component, t)
    return line.visible is line.true
