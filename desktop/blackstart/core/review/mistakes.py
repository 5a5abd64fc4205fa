"""How long the team was mistaken of each component: from where truth left what it believed until they met again.

It tells what was written down. What was said at the table and not recorded is not known here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from heapq import nlargest
from itertools import groupby
from typing import NamedTuple

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
        """Seconds for which it went on; up to the last second where the run ended before it."""
        return self.until - self.start - (self.ending is Ending.OPEN)


def mistakes(known: Known, most: int | None = None) -> tuple[Mistake, ...]:
    """Return the mistakes of a run in the order in which they began; `most` = no more than that, the longest."""
    ordered = sorted(known.partings, key=lambda each: (each.component, each.start))
    spans = [_Span(*key, last.until) for key, last in _last_parts(ordered)]
    if most is not None:
        spans = nlargest(most, spans, key=lambda each: each.until - each.start)
    places = {each.id: place for place, each in enumerate(known.story.drill.topology.components)}
    spans.sort(key=lambda each: (each.start, places[each.component]))
    return tuple(_mistake(known, each) for each in spans)


class _Span(NamedTuple):
    component: ComponentId
    start: Seconds
    until: Seconds


def _last_parts(ordered: Iterable[Parted]) -> Iterator[tuple[tuple[ComponentId, Seconds], Parted]]:
    """Yield every mistake by component and first second, with the last way of it."""
    for key, parts in groupby(ordered, key=lambda each: (each.component, each.since_s)):
        *_, last = parts
        yield key, last


def _mistake(known: Known, span: _Span) -> Mistake:
    component, start, until = span
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
