"""What really happened, as a curve beside those of the model: only from what the drill's history says with a source."""

from collections.abc import Iterator
from dataclasses import dataclass

from blackstart.core.base.simtime import START, Seconds
from blackstart.core.exercise.model import Drill, History
from blackstart.core.play.stage import script
from blackstart.core.review.curves import Curve
from blackstart.core.topology.model import FULL, Component

_UNIT = 1000 * 1000  # substitutable and level are permille


@dataclass(frozen=True, slots=True)
class Reality:
    """Users cut off as the reports have it.

    Attributes
    ----------
    early, late : Curve
        With everything back as soon, and as late, as the reports allow; equal where the minute is known.
    told : int
        Services of which the history tells.
    whole : int
        Services that the map has: the curves hold only those of which the history tells.
    sources : tuple of str
        Who says so, each once, in file order.
    """

    early: Curve
    late: Curve
    told: int
    whole: int
    sources: tuple[str, ...]


def really(drill: Drill) -> Reality | None:
    """Tell what really happened; None = the drill's history says nothing of what people use."""
    services = {each.id: each for each in drill.topology.components if each.users}
    rows = [row for row in script(drill).history if row.component in services]
    if not rows:
        return None
    early = [step for row in rows for step in _steps(row, services[row.component], row.back_after)]
    late = [step for row in rows for step in _steps(row, services[row.component], row.back_by)]
    told = len({row.component for row in rows})
    sources = tuple(dict.fromkeys(row.source for row in rows if row.source))
    return Reality(_curve(early), _curve(late), told, len(services), sources)


def _steps(row: History, component: Component, back: Seconds | None) -> Iterator[tuple[Seconds, int]]:
    """Yield by how much the sum grows, and when."""
    people = component.users * (1000 - component.substitutable)
    yield row.down, people * FULL
    if back is not None:
        yield back, -people * row.level


def _curve(steps: list[tuple[Seconds, int]]) -> Curve:
    points, whole = [(START, 0)], 0
    for at, more in sorted(steps, key=lambda step: step[0]):
        whole += more
        if points[-1][0] == at:
            points.pop()
        if not points or points[-1][1] != whole // _UNIT:
            points.append((at, whole // _UNIT))
    return Curve(tuple(points))
