"""Motion as values: where a thing is at a time. Lengths are canvas pixels, times real seconds."""

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from blackstart.core.drawing.model import CORNER_RADIUS
from blackstart.core.topology.model import Point

PULSE_S, REPEAT_S = 0.9, 1.8
DOTS = ((4.4, 1.0), (3.5, 0.7), (2.6, 0.4))  # radius and opacity, foremost first
DOT_GAP = 14.0
FADE_S, RING_S, STILL_RING_S = 0.22, 0.42, 3.0
RING_GROWTH = 8.0


def in_out_sine(share: float) -> float:
    return (1 - math.cos(math.pi * share)) / 2


def out_cubic(share: float) -> float:
    return 1 - (1 - share) ** 3


def out_quad(share: float) -> float:
    return 1 - (1 - share) ** 2


def passed(since: float, now: float, lasts: float) -> float:
    """Return the share of a time that has gone by, 0..1."""
    return min(max((now - since) / lasts, 0.0), 1.0)


@dataclass(frozen=True, slots=True)
class Track:
    """A way along straight pieces.

    Attributes
    ----------
    reached : tuple of float
        Its length up to each of the points.
    hidden : tuple of (float, float)
        From where to where it runs unseen: under the gates between its ways.
    """

    points: tuple[Point, ...]
    reached: tuple[float, ...]
    hidden: tuple[tuple[float, float], ...] = ()

    @property
    def length(self) -> float:
        return self.reached[-1]

    def is_seen(self, distance: float) -> bool:
        return not any(start < distance < end for start, end in self.hidden)

    def at(self, distance: float) -> Point:
        """Return the point at a distance from the start; beyond an end, that end."""
        if distance <= 0:
            return self.points[0]
        if distance >= self.length:
            return self.points[-1]
        piece = bisect_right(self.reached, distance)
        (x, y), (next_x, next_y) = self.points[piece - 1], self.points[piece]
        share = (distance - self.reached[piece - 1]) / (self.reached[piece] - self.reached[piece - 1])
        return x + (next_x - x) * share, y + (next_y - y) * share


def track(*ways: Sequence[Point], radius: float = CORNER_RADIUS) -> Track:
    """Join ways, one after the other, with their corners cut as they are drawn round."""
    cut = [_cut(way, radius) for way in ways]
    points = tuple(point for way in cut for point in way)
    lengths = (math.dist(one, other) for one, other in pairwise(points))
    reached = tuple(accumulate(lengths, initial=0.0))
    ends = list(accumulate(len(way) for way in cut))[:-1]
    return Track(points, reached, tuple((reached[end - 1], reached[end]) for end in ends))


class Stopwatch:
    """Real time that stands while the exercise's clock is held."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._gone = 0.0
        self._since: float | None = None

    @property
    def is_running(self) -> bool:
        return self._since is not None

    def now(self) -> float:
        """Return the seconds during which it ran."""
        return self._gone if self._since is None else self._gone + self._clock() - self._since

    def run(self) -> None:
        if self._since is None:
            self._since = self._clock()

    def stand(self) -> None:
        self._gone, self._since = self.now(), None


def _cut(way: Sequence[Point], radius: float) -> list[Point]:
    """Replace each corner by three points of the curve that is drawn there."""
    found = [way[0]]
    for before, corner, after in zip(way, way[1:], way[2:], strict=False):
        near, far = math.dist(before, corner), math.dist(corner, after)
        cut = min(radius, near / 2, far / 2)
        if cut <= 0:
            found.append(corner)
            continue
        start, end = _towards(corner, before, cut / near), _towards(corner, after, cut / far)
        middle = (start[0] + 2 * corner[0] + end[0]) / 4, (start[1] + 2 * corner[1] + end[1]) / 4
        found += [start, middle, end]
    return [*found, way[-1]]


def _towards(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
