"""Columns of boxes, the channels between them, and what it costs a line to pass a column at a height.

Channel k is the space left of column k; one more lies right of the last column.
"""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]

COLUMN_REACH = 77.0  # px between the centres of a column's first box and any other in it
CLEAR = 9.0  # px that a line keeps from a card above or below
STEP = 2.0  # px between two heights that are looked at
MARGIN = 160.0  # px above and below everything that lines may use

TITLE_HEIGHT, TITLE_INSET = 40.0, 14.0  # px

BLOCKED = 1e6
TITLE_PRICE = 60.0  # px of detour that not writing over a zone's title is worth
BORDER_PRICE = 10.0
NEAR_CARD_PRICE = 4.0


@dataclass(frozen=True, slots=True)
class Columns:
    """Boxes sorted into columns.

    Attributes
    ----------
    boxes : array (n, 4)
        x, y, width, height.
    of : array (n,)
        Column of each box.
    left, right : array (columns,)
        Where each column begins and ends.
    stacks : tuple of tuple of int
        The boxes of each column from top to bottom.
    """

    boxes: FloatArray
    of: IntArray
    left: FloatArray
    right: FloatArray
    stacks: tuple[tuple[int, ...], ...]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return len(self.left)

    def middle(self, box: int) -> float:
        """Height of a box's centre."""
        return float(self.boxes[box, 1] + self.boxes[box, 3] / 2)


@dataclass(frozen=True, slots=True)
class Heights:
    """The heights at which lines can pass, and what that costs in each column.

    Attributes
    ----------
    rows : array (m,)
        Heights in steps of `STEP`.
    wall : array (columns, m)
        Price of passing; `BLOCKED` where a card stands.
    """

    rows: FloatArray
    wall: FloatArray

    def between(self, low: float, high: float) -> slice:
        """Indices of the rows from low to high."""
        first, last = self.rows.searchsorted((low, high + 0.1))
        return slice(int(first), int(last))


def columns(boxes: FloatArray, loose: Collection[int] = ()) -> Columns:
    """Cut the boxes, sorted by their centres, into columns.

    Parameters
    ----------
    loose : collection of int
        Boxes at which no line ends. They lie in the columns that the others make: what comes or goes without lines
        moves nobody's.
    """
    if len(loose) == len(boxes):
        loose = ()
    centre = boxes[:, 0] + boxes[:, 2] / 2
    of = np.zeros(len(boxes), np.int64)
    left: list[float] = []
    right: list[float] = []
    first = -np.inf
    cuts: list[float] = []
    for box in np.lexsort((np.arange(len(boxes)), centre)):
        if box in loose:
            continue
        x, width = boxes[box, 0], boxes[box, 2]
        if centre[box] > first + COLUMN_REACH:
            first = centre[box]
            cuts.append(float(first))
            left.append(x)
            right.append(x + width)
        else:
            left[-1], right[-1] = min(left[-1], x), max(right[-1], x + width)
        of[box] = len(left) - 1
    for box in loose:
        of[box] = max(bisect_right(cuts, float(centre[box])) - 1, 0)
    stacks = tuple(
        tuple(sorted(np.flatnonzero(of == column).tolist(), key=lambda box: (boxes[box, 1], box)))
        for column in range(len(left))
    )
    return Columns(boxes, of, np.array(left), np.array(right), stacks)


def heights(grid: Columns, zones: Sequence[FloatArray], without: Collection[int] = ()) -> Heights:
    """Price every height of every column.

    Parameters
    ----------
    zones : sequence of (x, y, width, height)
        Frames that lines should not run along, with titles that they should not run over.
    without : collection of int
        Boxes that are in nobody's way.
    """
    top, bottom = grid.boxes[:, 1].min(), (grid.boxes[:, 1] + grid.boxes[:, 3]).max()
    rows = np.arange(top - MARGIN, bottom + MARGIN, STEP)
    priced = Heights(rows, np.zeros((grid.count, len(rows))))
    for x, y, width, height in zones:
        for edge in (y, y + height):
            _raise_wall(priced, _met(grid, x, width), (edge - 4, edge + 4), BORDER_PRICE)
    for x, y, width, _ in zones:
        title = _met(grid, x + TITLE_INSET, width / 2)
        _raise_wall(priced, title, (y - CLEAR, y + TITLE_HEIGHT), TITLE_PRICE)
    for x, y, width, height in np.delete(grid.boxes, list(without), axis=0):
        met = _met(grid, x, width)
        for price, reach in ((NEAR_CARD_PRICE, CLEAR + 5), (BLOCKED, CLEAR)):
            _raise_wall(priced, met, (y - reach, y + height + reach), price)
    return priced


def _met(grid: Columns, x: float, width: float) -> IntArray:
    return np.flatnonzero((grid.left < x + width) & (x < grid.right))


def _raise_wall(priced: Heights, met: IntArray, span: tuple[float, float], price: float) -> None:
    part = priced.wall[met, priced.between(*span)]
    priced.wall[met, priced.between(*span)] = np.maximum(part, price)
