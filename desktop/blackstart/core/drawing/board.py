"""A map being filled card by card: which places are free, and how the frames of zones grow round what is put in."""

from collections.abc import Mapping
from copy import copy
from typing import Self

import numpy as np

from blackstart.core.drawing.columns import FloatArray
from blackstart.core.drawing.model import CARD_HEIGHT, CARD_WIDTH
from blackstart.core.drawing.packing import ZONE_FOOT, ZONE_HEAD, ZONE_SIDE
from blackstart.core.drawing.parts import Parts
from blackstart.core.drawing.push import Standing
from blackstart.core.topology.model import Box, Point

BESIDE, BELOW = 24.0, 12.0  # px that a newcomer keeps from other cards
FRAME_GAP = 4.0  # px between a frame that grows and what does not belong to it

Edges = tuple[float, float, float, float]  # left, top, right, bottom


class Board:
    """Cards and frames by number; frames never shrink.

    Parameters
    ----------
    numbered : Parts
        The map.
    boxes : mapping of int to Box
        Frames of zones that were drawn by hand.
    """

    def __init__(self, numbered: Parts, boxes: Mapping[int, Box]) -> None:
        zones = len(numbered.around)
        self._zone_of = numbered.zone_of
        self._chains = [numbered.chain(zone) for zone in range(zones)]
        self._within = np.zeros((zones, zones), bool)  # [outer, inner]
        for zone, chain in enumerate(self._chains):
            self._within[chain, zone] = True
        self._cards: FloatArray = np.full((len(numbered.zone_of), 2), np.nan)
        self._frames: FloatArray = np.full((zones, 4), np.nan)
        for zone, (x, y, width, height) in boxes.items():
            self._frames[zone] = (x, y, x + width, y + height)
        for zone in numbered.inner_first:
            if zone in boxes:
                left, top, right, bottom = self._frames[zone].tolist()
                self._take(self._grown(numbered.around[zone], (left, top, right, bottom), sides=False))

    @property
    def cards(self) -> FloatArray:
        """Upper left corners, shape (n, 2); NaN for cards that are not on the board."""
        return self._cards

    def frame(self, zone: int) -> Box | None:
        """The frame of a zone, if it has one yet."""
        left, top, right, bottom = self._frames[zone].tolist()
        return None if np.isnan(left) else (left, top, right - left, bottom - top)

    def copy(self) -> Self:
        """Another board with the same on it."""
        other = copy(self)
        other._cards, other._frames = self._cards.copy(), self._frames.copy()
        return other

    def standing(self) -> Standing:
        """Everything that is on the board."""
        cards = {card: (float(x), float(y)) for card, (x, y) in enumerate(self._cards) if not np.isnan(x)}
        frames = ((zone, self.frame(zone)) for zone in range(1, len(self._frames)))
        return Standing(cards, {zone: frame for zone, frame in frames if frame is not None})

    def take(self, standing: Standing) -> None:
        """Put everything where it stands there."""
        for card, at in standing.cards.items():
            self._cards[card] = at
        for zone, (x, y, width, height) in standing.zones.items():
            self._frames[zone] = (x, y, x + width, y + height)

    def hold(self, card: int, at: Point) -> None:
        """Put a card exactly there; a frame that holds it already stays as it is, however near its border."""
        self._put(card, at, sides=self.frame(self._zone_of[card]) is None)

    def put(self, card: int, at: Point) -> None:
        """Put a newcomer there; the frame round it keeps its distance."""
        self._put(card, at, sides=True)

    def _put(self, card: int, at: Point, *, sides: bool) -> None:
        self._cards[card] = at
        self._take(self._grown(self._zone_of[card], _edges(at), sides=sides))

    def is_free(self, card: int, at: Point) -> bool:
        """Whether a newcomer can stand there.

        It must not touch other cards, nor frames that are not its own; nor may the frames round it have to grow
        over anything that is not theirs.
        """
        apart = np.abs(self._cards - at)
        if ((apart[:, 0] < CARD_WIDTH + BESIDE) & (apart[:, 1] < CARD_HEIGHT + BELOW)).any():
            return False
        zone = self._zone_of[card]
        if self._meets_frame(_edges(at), zone, inner=False):
            return False
        for grown, edges in self._grown(zone, _edges(at), sides=True).items():
            if edges == tuple(self._frames[grown].tolist()):
                continue
            if self._meets_frame(edges, grown, inner=True) or self._meets_card(edges, grown):
                return False
        return True

    def _meets_frame(self, edges: Edges, zone: int, *, inner: bool) -> bool:
        """Whether edges touch a frame other than those round the zone (and those inside it, if they may)."""
        foreign = ~np.isnan(self._frames[:, 0])
        foreign[self._chains[zone]] = False
        if inner:
            foreign &= ~self._within[zone]
        left, top, right, bottom = self._frames[foreign].T
        across = (left < edges[2] + FRAME_GAP) & (edges[0] - FRAME_GAP < right)
        return bool((across & (top < edges[3] + FRAME_GAP) & (edges[1] - FRAME_GAP < bottom)).any())

    def _meets_card(self, edges: Edges, zone: int) -> bool:
        """Whether edges touch a card that is not in the zone."""
        foreign = ~self._within[zone][list(self._zone_of)] & ~np.isnan(self._cards[:, 0])
        x, y = self._cards[foreign].T
        across = (x < edges[2] + FRAME_GAP) & (edges[0] - FRAME_GAP < x + CARD_WIDTH)
        return bool((across & (y < edges[3] + FRAME_GAP) & (edges[1] - FRAME_GAP < y + CARD_HEIGHT)).any())

    def _grown(self, zone: int, edges: Edges, *, sides: bool) -> dict[int, Edges]:
        """What the frames of a zone and those round it come to if they are to hold the edges.

        With `sides` the frame of the zone itself keeps its distance from the edges; frames farther out do only
        where they have to grow.
        """
        found: dict[int, Edges] = {}
        for around in self._chains[zone]:
            left, top, right, bottom = self._frames[around].tolist()
            is_new = bool(np.isnan(left))
            holds = not is_new and left <= edges[0] and top <= edges[1] and right >= edges[2] and bottom >= edges[3]
            if sides or not holds:
                edges = (edges[0] - ZONE_SIDE, edges[1] - ZONE_HEAD, edges[2] + ZONE_SIDE, edges[3] + ZONE_FOOT)
            if not is_new:
                edges = (min(left, edges[0]), min(top, edges[1]), max(right, edges[2]), max(bottom, edges[3]))
            found[around] = edges
            sides = False
        return found

    def _take(self, frames: Mapping[int, Edges]) -> None:
        for zone, edges in frames.items():
            self._frames[zone] = edges


def _edges(at: Point) -> Edges:
    return (at[0], at[1], at[0] + CARD_WIDTH, at[1] + CARD_HEIGHT)
