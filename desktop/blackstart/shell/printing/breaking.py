"""Where pages end: nothing is cut that could stand whole on the next page, and no heading stands alone at a foot."""

from collections.abc import Sequence
from dataclasses import dataclass

SLACK = 0.03  # of a page, by which heights may differ once pages are there: borders, margins at its ends


@dataclass(frozen=True, slots=True)
class Piece:
    """What no page should break, as it stands on an endless page.

    Attributes
    ----------
    top, bottom : float
        The bottom is the top of the next piece.
    keeps_next : bool
        Whether the next piece must stand on the same page: headings.
    head_of : int or None
        The piece that is shown again above this one if a page begins with it: the head of its table.
    """

    top: float
    bottom: float
    keeps_next: bool = False
    head_of: int | None = None

    @property
    def height(self) -> float:
        return self.bottom - self.top


def breaks(pieces: Sequence[Piece], page: float) -> frozenset[int]:
    """Return the numbers of the pieces with which a new page begins; `page` = how high one is."""
    found: set[int] = set()
    used = 0.0
    for number, piece in enumerate(pieces):
        if used and used + piece.height > page * (1 - SLACK):
            first = _chain(pieces, number, found)
            if first is not None:
                found.add(first)
                used = _repeated(pieces, first) + sum(each.height for each in pieces[first:number])
        used += piece.height
        if used > page:  # higher than a page by itself: it flows on, and is cut
            used %= page
    return frozenset(found)


def _chain(pieces: Sequence[Piece], number: int, found: set[int]) -> int | None:
    """The first of the pieces that must stand with this one; None = they fill a page already."""
    first = number
    while first > 0 and pieces[first - 1].keeps_next and first not in found:
        first -= 1
    if first in found:
        return number if number not in found else None
    return first


def _repeated(pieces: Sequence[Piece], number: int) -> float:
    head = pieces[number].head_of
    return pieces[head].height if head is not None else 0.0
