"""How the display marks cards, groups and lines: from what the participants see, and from nothing else.

A line takes the state that its supplier is seen in. So a line can tell of nothing that its cards do not tell.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.core.engine.trace import Shown
from blackstart.core.play.backdrop import Backdrop
from blackstart.core.play.visible import Sight
from blackstart.shell.canvas.flat import Flags, IntArray, numbers
from blackstart.shell.canvas.signs import CODES, LOUD, STALE, STATE_BITS, Codes, Signs

Way = tuple[ComponentId, ComponentId, str]  # supplier, component, reference of the need

_SERVING = (CODES[Shown.OPERATIONAL], CODES[Shown.DEGRADED])


class SightSigns:
    """Reads signs off the sights of one map; what does not change is made into arrays once."""

    def __init__(self, backdrop: Backdrop, drawing: Drawing) -> None:
        place = {component: number for number, component in enumerate(backdrop.names)}
        keys = list(drawing.arrangement.gates)
        gates = {key: number for number, key in enumerate(keys)}
        needs = [backdrop.needs[key] for key in keys]
        members = [(number, each, need) for number, need in enumerate(needs) for each in need.suppliers]
        self._levels = np.zeros(len(place), np.int16)
        self._at_least = numbers(need.at_least for need in needs)
        self._of = numbers(number for number, _, _ in members)
        self._member = numbers(place[each] for _, each, _ in members)
        self._is_standby: Flags = np.array([each in need.standbys for _, each, need in members], bool)
        lines = drawing.lines
        self._gate = numbers(
            -1 if each.supplier is not None else gates[each.component, each.need_index] for each in lines
        )
        self._supplier = numbers(0 if each.supplier is None else place[each.supplier] for each in lines)
        self._dependent = numbers(place[each.component] for each in lines)
        served = [backdrop.needs[each.component, each.need_index] for each in lines]
        self._is_bridged: Flags = np.array([need.is_bridged for need in served], bool)
        self._ways: dict[Way, list[int]] = {}
        for number, (line, need) in enumerate(zip(lines, served, strict=True)):
            for supplier in need.suppliers if line.supplier is None else (line.supplier,):
                self._ways.setdefault((supplier, line.component, need.reference), []).append(number)
        self._place = place

    def of(self, sights: Sequence[Sight], travelled: Iterable[Way] = ()) -> Signs:
        """Return the signs of a second; by the ways in `travelled` something came just now."""
        cards = np.fromiter((code_of_sight(each) for each in sights), np.uint8, len(sights))
        shown = cards & np.uint8(STATE_BITS)
        gates = self._gates(shown)
        return Signs(cards, self._levels, gates, self._lines(cards, shown, gates, travelled))

    def bridging(self, signs: Signs) -> list[int]:
        """Return the lines by which nothing comes to what goes on with what it has."""
        is_lost = (signs.lines >= LOUD) & self._is_bridged & (self._gate < 0)
        return np.flatnonzero(is_lost & self._is_on_reserve(signs.cards)).tolist()

    def _gates(self, shown: Codes) -> Codes:
        """A group is down when too few serve, degraded when it has lost one and one more loss would end it."""
        serves: Flags = np.isin(shown[self._member], _SERVING)
        serving = _counted(self._of[serves], len(self._at_least))
        lost = _counted(self._of[~serves & ~self._is_standby], len(self._at_least))
        is_near = (lost > 0) & (serving == self._at_least)
        quiet, degraded, down = CODES[Shown.OPERATIONAL], CODES[Shown.DEGRADED], CODES[Shown.DOWN]
        return np.where(serving < self._at_least, down, np.where(is_near, degraded, quiet)).astype(np.uint8)

    def _lines(self, cards: Codes, shown: Codes, gates: Codes, travelled: Iterable[Way]) -> Codes:
        if not len(self._supplier):
            return np.zeros(0, np.uint8)
        found = shown[self._supplier]
        from_gate = np.flatnonzero(self._gate >= 0)
        down, quiet = CODES[Shown.DOWN], CODES[Shown.OPERATIONAL]
        found[from_gate] = np.where(gates[self._gate[from_gate]] == down, down, quiet)
        found[self._is_bridged & self._is_on_reserve(cards) & (found != quiet)] |= LOUD
        for way in travelled:
            for number in self._ways.get(way, ()):
                found[number] = shown[self._place[way[0]]] | LOUD
        return found

    def _is_on_reserve(self, cards: Codes) -> Flags:
        return (cards[self._dependent] & np.uint8(LOUD)) > 0


def code_of_sight(sight: Sight) -> int:
    """Return the sign of a card that shows this."""
    reserve = LOUD if sight.is_on_reserve else 0
    return CODES[sight.shown] | reserve | (STALE if sight.seen_s is not None else 0)


def _counted(of: IntArray, length: int) -> IntArray:
    return np.bincount(of, minlength=length).astype(np.intp)
