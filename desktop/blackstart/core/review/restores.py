"""What was lost and came back, and whether within the time that was wanted."""

from dataclasses import dataclass

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.trace import Shown
from blackstart.core.review.story import Story
from blackstart.core.review.timeline import StateSpan, Strip
from blackstart.core.topology.model import Component


@dataclass(frozen=True, slots=True)
class Outage:
    """One time that a component was down.

    Attributes
    ----------
    down_s : Seconds
        The second in which it was down first.
    serves_s : Seconds or None
        The second in which it delivered anything again, were it in part; None = it did not when the run ended.
    back_s : Seconds or None
        The second in which it was operational again; None = it was not when the run ended.
    target_s : Seconds or None
        Wanted time to restore; None = the drill names none.
    is_met : bool or None
        Whether it was back within its target; None = there is none, or the run ended before it was over.
    """

    component: ComponentId
    down_s: Seconds
    serves_s: Seconds | None
    back_s: Seconds | None
    target_s: Seconds | None
    is_met: bool | None

    @property
    def took_s(self) -> int | None:
        """Seconds from down to operational; None = it was not back."""
        return None if self.back_s is None else self.back_s - self.down_s


def outages(story: Story) -> tuple[Outage, ...]:
    """Tell of every outage of what people use and of what has a target, in order of time.

    An outage begins when a component is down and lasts until it is operational: what is degraded or recovering in
    between is not back.
    """
    told = [
        _outage(component, *times, story.until)
        for component in story.drill.topology.components
        if component.users or component.target is not None
        for times in _spans(story.timeline.of(component.id))
    ]
    return tuple(sorted(told, key=lambda each: each.down_s))


def _outage(
    component: Component, down: Seconds, serves: Seconds | None, back: Seconds | None, until: Seconds
) -> Outage:
    target = component.target
    is_met = None
    if target is not None and (back is not None or until - down > target):
        is_met = back is not None and back - down <= target
    return Outage(component.id, down, serves, back, target, is_met)


def _spans(strip: Strip) -> list[tuple[Seconds, Seconds | None, Seconds | None]]:
    """When it was down, served again and was whole again, of every outage."""
    found: list[tuple[Seconds, Seconds | None, Seconds | None]] = []
    down: Seconds | None = None
    serves: Seconds | None = None
    for span in strip.spans:
        if down is None and span.shown is Shown.DOWN:
            down, serves = span.start, None
        elif down is not None:
            serves = span.start if serves is None and span.shown in _SERVES else serves
            if _is_whole(span):
                found.append((down, serves, span.start))
                down = None
    return found if down is None else [*found, (down, serves, None)]


_SERVES = (Shown.OPERATIONAL, Shown.DEGRADED, Shown.MAINTENANCE)


def _is_whole(span: StateSpan) -> bool:
    return span.shown in (Shown.OPERATIONAL, Shown.MAINTENANCE)
