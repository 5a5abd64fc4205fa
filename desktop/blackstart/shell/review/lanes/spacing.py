"""Where marks lie in their lanes; those too near to be told apart are gathered into one sign with their count."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

WIDEST_PX = 40  # from the first mark of a cluster to its last: what is farther off is seen to be later
GAP_PX = 1.5


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark by its row in the model, with where it lies and how far its sign reaches to either side."""

    row: int
    x: float
    half: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """One mark, or several that share a sign."""

    rows: tuple[int, ...]
    left: float
    right: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    @property
    def is_single(self) -> bool:
        return len(self.rows) == 1


def clusters(spots: Sequence[Spot], shared_half: float, least: float = -inf) -> tuple[Cluster, ...]:
    """Gather marks that overlap; `shared_half` is how far a sign of several reaches.

    Parameters
    ----------
    spots : sequence of Spot
        From left to right.
    least : float
        Where the room for signs begins.
    """
    found: list[list[Spot]] = []
    edges: list[tuple[float, float]] = []
    for spot in spots:
        meets = bool(found) and spot.x - spot.half <= edges[-1][1] + GAP_PX
        if meets and spot.x - found[-1][0].x <= WIDEST_PX:
            found[-1].append(spot)
            edges.pop()
        else:
            found.append([spot])
        edges.append(_edges(found[-1], shared_half, edges[-1][1] + GAP_PX if edges else least))
    return tuple(
        Cluster(tuple(spot.row for spot in each), left, right) for each, (left, right) in zip(found, edges, strict=True)
    )


def _edges(spots: Sequence[Spot], shared_half: float, least: float) -> tuple[float, float]:
    """Return from where to where a sign reaches: not over the one before it."""
    half = spots[0].half if len(spots) == 1 else shared_half
    left = max((spots[0].x + spots[-1].x) / 2 - half, least)
    return left, left + 2 * half
