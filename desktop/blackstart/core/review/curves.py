"""What a run cost over time, as steps: users cut off, services that are whole, money.

Made from the events of a run alone, so that a run under way goes on with its curves as it goes on itself.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import START, Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Change
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.events import Event, Settled
from blackstart.core.play.playback import tell
from blackstart.core.topology.model import FULL, Component, Permille, Topology

Point = tuple[Seconds, int]

_USERS_UNIT = 1000 * 1000  # substitutable and level are permille
_MONEY_UNIT = 1000  # level is permille


@dataclass(frozen=True, slots=True)
class Curve:
    """A number over exercise time that changes in steps.

    Attributes
    ----------
    points : tuple of (Seconds, int)
        From which second on, and what; rising in time from `START`, each other than the one before. What stands at
        the end of `t` holds for [t, t + 1).
    """

    points: tuple[Point, ...]

    @property
    def last(self) -> int:
        """The number now, or at the end."""
        return self.points[-1][1]

    @property
    def peak(self) -> int:
        """The largest number there was."""
        return max(value for _, value in self.points)

    def at(self, t: int) -> int:
        """The number at the end of a second; before the start, what the run began with."""
        return self.points[max(bisect_right(self.points, t, key=itemgetter(0)) - 1, 0)][1]

    def total(self, until: int) -> int:
        """The sum over the seconds 0 .. `until` inclusive."""
        ends = [at for at, _ in self.points[1:]] + [until + 1]
        steps = zip(self.points, ends, strict=True)
        return sum(value * max(min(end, until + 1) - max(at, 0), 0) for (at, value), end in steps)


class Curves:
    """The curves of one run, as far as its events were taken.

    Those of a run that goes on begin with the events that were told before (`playback.tell`) and take what is told
    from then on.

    Parameters
    ----------
    played : Topology or Opening
        The map that is played.
    """

    def __init__(self, played: Topology | Opening) -> None:
        opening = played if isinstance(played, Opening) else Opening(played)
        topology = opening.topology
        self._components = {each.id: each for each in topology.components}
        self._lacks: dict[ComponentId, int] = {}  # permille that are missing, where any are
        self._users = _Steps(_USERS_UNIT)
        self._services = _Steps(1)
        self._money = _Steps(_MONEY_UNIT)
        self._services.add(sum(each.users > 0 for each in topology.components))
        for i, component in enumerate(topology.components):
            self._move(component, opening.level(i))
        self._end(START)

    @property
    def users(self) -> Curve:
        """Users cut off who cannot go elsewhere, floored: as `Simulation.users_cut_off`."""
        return self._users.curve()

    @property
    def services(self) -> Curve:
        """Services (components with users) at their full level."""
        return self._services.curve()

    @property
    def money(self) -> Curve:
        """What is lost in an hour if all stays as it is, in the topology's currency, floored.

        What was lost up to and including `t` is `total(t) // 3600`.
        """
        return self._money.curve()

    def take(self, events: Iterable[Event]) -> None:
        """Take in what a run told, in that order; the curves reach to the last second that was settled."""
        for event in events:
            if isinstance(event, Settled):
                self._settle(event.at, event.changes)

    def _settle(self, at: Seconds, changes: Sequence[Change]) -> None:
        for change in changes:
            self._move(self._components[change.component], change.level)
        self._end(at)

    def _move(self, component: Component, level: Permille) -> None:
        lack = FULL - level
        more = lack - self._lacks.get(component.id, 0)
        if not more:
            return
        self._users.add(component.users * (1000 - component.substitutable) * more)
        self._money.add(component.cost_per_hour * more)
        if component.users and (lack == 0 or lack == more):  # it became whole, or was until now
            self._services.add(1 if lack == 0 else -1)
        self._lacks[component.id] = lack

    def _end(self, at: Seconds) -> None:
        for steps in (self._users, self._services, self._money):
            steps.end(at)


class _Steps:
    """One curve in the making: an exact sum, told in a unit."""

    def __init__(self, unit: int) -> None:
        self._unit = unit
        self._sum = 0
        self._points: list[Point] = []
        self._curve: Curve | None = None

    def add(self, more: int) -> None:
        self._sum += more

    def end(self, at: Seconds) -> None:
        """Write down what stands at the end of a second."""
        value = self._sum // self._unit
        if not self._points or self._points[-1][1] != value:
            self._points.append((at, value))
            self._curve = None

    def curve(self) -> Curve:
        if self._curve is None:
            self._curve = Curve(tuple(self._points))
        return self._curve


def curves_of(drill: Drill, entries: Iterable[Entry], until: Seconds) -> Curves:
    """Fold a recorded run to the end of `until`, for its curves.

    Raises
    ------
    ValueError
        If the journal does not hold exactly one `Begin`.
    UserError
        If the drill has no exercise.
    """
    told = tell(drill, entries, until)
    curves = Curves(drill.topology)
    curves.take(told.events)
    curves.take(told.director.close())
    return curves
