"""A drawing as arrays, made once: what painters cull and batch by, and where the pointer's card is looked up."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np
import numpy.typing as npt

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.drawing.model import Drawing, GateKey
from blackstart.core.drawing.trunks import without
from blackstart.core.topology.model import Box, Point, Purpose
from blackstart.shell.canvas.links import Links

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]
Flags = npt.NDArray[np.bool_]
NOWHERE = (np.inf, np.inf, -np.inf, -np.inf)
PURPOSES = (Purpose.RESPOND, Purpose.START, Purpose.RUN)  # in the order in which lines are painted


@dataclass(frozen=True, slots=True, eq=False)
class Pieces:
    """Straight pieces of many ways.

    Attributes
    ----------
    ends : array (pieces, 4)
        x and y of both ends.
    spans : array (pieces, 4)
        Left, top, right and bottom of each piece.
    of : array (pieces,)
        Number of the way each belongs to, rising.
    reach : array (ways, 4)
        Left, top, right and bottom of each way.
    """

    ends: FloatArray
    spans: FloatArray
    of: IntArray
    reach: FloatArray

    def near(self, area: Box) -> IntArray:
        """Return the numbers of ways of which any piece reaches into an area."""
        is_near = np.zeros(len(self.reach), dtype=bool)
        is_near[self.of[within(self.spans, area)]] = True
        return np.flatnonzero(is_near)

    def hidden(self, ways: IntArray) -> "Pieces":
        """Return all of them, but some ways reach nowhere."""
        is_hidden = np.zeros(len(self.reach), dtype=bool)
        is_hidden[ways] = True
        spans = self.spans.copy()
        spans[is_hidden[self.of]] = NOWHERE
        return replace(self, spans=spans, reach=_nowhere(self.reach, ways))

    def joined(self, others: "Pieces") -> "Pieces":
        """Return these ways, and others behind them."""
        return Pieces(
            np.concatenate([self.ends, others.ends]),
            np.concatenate([self.spans, others.spans]),
            np.concatenate([self.of, others.of + len(self.reach)]),
            np.concatenate([self.reach, others.reach]),
        )

    def ends_near(self, ways: IntArray, area: Box) -> FloatArray:
        """Return the ends of those pieces of some ways that reach into an area."""
        is_wanted = np.zeros(len(self.reach), dtype=bool)
        is_wanted[ways] = True
        near = within(self.spans, area)
        return self.ends[near[is_wanted[self.of[near]]]]


@dataclass(frozen=True, slots=True, eq=False)
class FlatDrawing:
    """All lengths are canvas px; a reach is left, top, right, bottom.

    Attributes
    ----------
    ids : tuple of ComponentId
        Cards by number.
    place : mapping of ComponentId to int
        Their numbers.
    cards, gates : array (n, 4)
        Reach of each card, and of each gate in the order of the arrangement.
    paths, lines : Pieces
        The strokes of the drawing's trunks, numbered through, and its lines one by one.
    trunk_of_path, trunk_of : array
        In which trunk each path is drawn, and each line.
    first_path : array
        Of each trunk the number of its first path.
    path_purposes, line_purposes : array
        As what each is drawn, as a place in `PURPOSES`.
    zones : tuple of (ZoneId, Box)
        The largest first: one inside another lies over it.
    links : Links
        The lines by what they join.
    """

    drawing: Drawing
    ids: tuple[ComponentId, ...]
    place: Mapping[ComponentId, int]
    cards: FloatArray
    gates: FloatArray
    paths: Pieces
    trunk_of_path: IntArray
    first_path: IntArray
    gate_keys: tuple[GateKey, ...]
    lines: Pieces
    path_purposes: IntArray
    line_purposes: IntArray
    trunk_of: IntArray
    zones: tuple[tuple[ZoneId, Box], ...]
    links: Links
    _by_left: IntArray
    _lefts: FloatArray
    _widest: float
    _lines_of: dict[ComponentId, list[int]] = field(default_factory=dict)  # of those that were asked for

    def card_at(self, x: float, y: float) -> ComponentId | None:
        """Return the card at a point; looks only at cards that begin within one card's width to the left."""
        first = int(np.searchsorted(self._lefts, x - self._widest))
        last = int(np.searchsorted(self._lefts, x, side="right"))
        near = self._by_left[first:last]
        reach = self.cards[near]
        hits = near[(reach[:, 2] >= x) & (reach[:, 1] <= y) & (reach[:, 3] >= y)]
        return self.ids[int(hits[0])] if len(hits) else None

    def lines_at(self, x: float, y: float, reach: float) -> list[int]:
        """Return the lines that come within so many px of a point, the nearest first, then the shortest."""
        spans = self.lines.spans
        near = within(spans, (x - reach, y - reach, 2 * reach, 2 * reach))
        left, top, right, bottom = spans[near].T
        away = np.maximum.reduce([left - x, x - right, top - y, y - bottom, np.zeros(len(near))])
        lines = self.lines.of[near]
        sizes = (self.lines.reach[:, 2:] - self.lines.reach[:, :2]).sum(axis=1)[lines]
        return list(dict.fromkeys(lines[np.lexsort((sizes, away))].tolist()))

    def lines_of(self, component: ComponentId | None) -> list[int]:
        """Return the lines that begin or end at a component itself."""
        if component is None:
            return []
        if component not in self._lines_of:
            lines = enumerate(self.drawing.lines)
            mine = [number for number, line in lines if component in (line.supplier, line.component)]
            self._lines_of[component] = mine
        return self._lines_of[component]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of a map is not painted for a while, such as what is being dragged; lines by their numbers."""

    cards: Collection[ComponentId]
    gates: Collection[GateKey]
    lines: Collection[int]


def left_out(whole: FlatDrawing, left: LeftOut) -> FlatDrawing:
    """Return the map without a part of it; numbers stay, and nothing that is left out reaches anywhere.

    Only trunks that lines are taken out of are gathered anew, behind all others.
    """
    drawing = whole.drawing
    changed = without(drawing.lines, drawing.trunks, left.lines)
    anew = tuple(trunk for trunk in changed.values() if trunk is not None)
    first = len(drawing.trunks)
    added = _pieces([path for trunk in anew for path in trunk.paths])
    counts = numbers(len(trunk.paths) for trunk in anew)
    places = {purpose: place for place, purpose in enumerate(PURPOSES)}
    trunk_of = whole.trunk_of.copy()
    for number, trunk in enumerate(anew, start=first):
        trunk_of[list(trunk.lines)] = number
    begun = len(whole.trunk_of_path)
    gate_place = {key: number for number, key in enumerate(whole.gate_keys)}
    gone = np.flatnonzero(np.isin(whole.trunk_of_path, list(changed)))
    return replace(
        whole,
        drawing=replace(drawing, trunks=(*drawing.trunks, *anew)),
        cards=_nowhere(whole.cards, numbers(whole.place[each] for each in left.cards if each in whole.place)),
        gates=_nowhere(whole.gates, numbers(gate_place[key] for key in left.gates if key in gate_place)),
        paths=whole.paths.hidden(gone).joined(added),
        trunk_of_path=np.concatenate([whole.trunk_of_path, np.repeat(np.arange(first, first + len(anew)), counts)]),
        first_path=np.concatenate([whole.first_path, begun + np.cumsum(counts) - counts]),
        path_purposes=np.concatenate(
            [whole.path_purposes, np.repeat(numbers(places[trunk.purpose] for trunk in anew), counts)]
        ),
        lines=whole.lines.hidden(numbers(left.lines)),
        trunk_of=trunk_of,
        _lines_of={},
    )


def flat(drawing: Drawing) -> FlatDrawing:
    """Flatten a drawing."""
    arrangement = drawing.arrangement
    cards = _reaches(arrangement.cards.values())
    places = {purpose: place for place, purpose in enumerate(PURPOSES)}
    by_left = np.argsort(cards[:, 0], kind="stable")
    trunks = np.arange(len(drawing.trunks))
    paths = numbers(len(trunk.paths) for trunk in drawing.trunks)
    purposes = numbers(places[trunk.purpose] for trunk in drawing.trunks)
    trunk_of_path = np.repeat(trunks, paths)
    trunk_of = np.empty(len(drawing.lines), dtype=np.intp)
    members = numbers(chain.from_iterable(trunk.lines for trunk in drawing.trunks))
    trunk_of[members] = np.repeat(trunks, numbers(len(trunk.lines) for trunk in drawing.trunks))
    return FlatDrawing(
        drawing=drawing,
        ids=tuple(arrangement.cards),
        place={id_: number for number, id_ in enumerate(arrangement.cards)},
        cards=cards,
        gates=_reaches(arrangement.gates.values()),
        paths=_pieces([path for trunk in drawing.trunks for path in trunk.paths]),
        trunk_of_path=trunk_of_path,
        first_path=np.cumsum(paths) - paths,
        lines=_pieces([line.points for line in drawing.lines]),
        path_purposes=purposes[trunk_of_path],
        line_purposes=purposes[trunk_of],  # all lines of a trunk are drawn alike
        gate_keys=tuple(arrangement.gates),
        trunk_of=trunk_of,
        zones=tuple(sorted(arrangement.zones.items(), key=lambda item: -item[1][2] * item[1][3])),
        links=Links(drawing),
        _by_left=by_left,
        _lefts=cards[by_left, 0],
        _widest=float(np.max(cards[:, 2] - cards[:, 0], initial=0.0)),
    )


def numbers(some: Iterable[int]) -> IntArray:
    return np.fromiter(some, dtype=np.intp)


def within(reach: FloatArray, area: Box) -> IntArray:
    """Return the numbers of what reaches into an area."""
    left, top, width, height = area
    is_in = (reach[:, 0] <= left + width) & (reach[:, 2] >= left) & (reach[:, 1] <= top + height) & (reach[:, 3] >= top)
    return np.flatnonzero(is_in)


def _reaches(boxes: Iterable[Box]) -> FloatArray:
    found = np.array(list(boxes), dtype=np.float64).reshape(-1, 4)
    found[:, 2:] += found[:, :2]
    return found


def _nowhere(reach: FloatArray, which: IntArray) -> FloatArray:
    """Return reaches of which some reach nowhere."""
    found = reach.copy()
    found[which] = NOWHERE
    return found


def _pieces(ways: Sequence[Sequence[Point]]) -> Pieces:
    lengths = np.fromiter(map(len, ways), dtype=np.intp)
    corners = np.fromiter(chain.from_iterable(chain.from_iterable(ways)), dtype=np.float64).reshape(-1, 2)
    of = np.repeat(np.arange(len(ways)), lengths)
    is_start = np.ones(len(corners), dtype=bool)
    is_start[np.cumsum(lengths) - 1] = False  # the last corner of each path begins no piece
    starts = np.flatnonzero(is_start)
    ends, ways_of = np.hstack([corners[starts], corners[starts + 1]]), of[starts]
    spans = np.hstack([np.minimum(ends[:, :2], ends[:, 2:]), np.maximum(ends[:, :2], ends[:, 2:])])
    reach = np.full((len(ways), 4), np.inf)
    reach[:, 2:] = -np.inf
    firsts = np.flatnonzero(np.diff(ways_of, prepend=-1))
    if len(firsts):
        there = ways_of[firsts]
        reach[there, :2] = np.minimum.reduceat(spans[:, :2], firsts)
        reach[there, 2:] = np.maximum.reduceat(spans[:, 2:], firsts)
    return Pieces(ends, spans, ways_of, reach)
