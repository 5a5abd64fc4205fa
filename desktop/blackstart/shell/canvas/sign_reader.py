"""Which cards, groups and lines are marked, and how: read off whole, or brought up to date with what changed.

The one place that decides it. Lines and groups follow from the cards in a few array operations; what is asked of the
engine component by component is asked of those alone that changed.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.core.engine.trace import Change, Shown
from blackstart.core.play.events import Event, Settled
from blackstart.core.topology.model import Need, Purpose, Topology
from blackstart.shell.canvas.flat import Flags, IntArray
from blackstart.shell.canvas.moment import Moment, Travelled
from blackstart.shell.canvas.signs import CODES, LOUD, Codes, Levels, Signs

_DOWN, _DEGRADED, _OPERATIONAL = CODES[Shown.DOWN], CODES[Shown.DEGRADED], CODES[Shown.OPERATIONAL]


@dataclass(frozen=True, slots=True, eq=False)
class _Groups:
    """Gates by number, and who is in them: one row for each supplier of each gate."""

    at_least: IntArray
    of: IntArray
    supplier: IntArray
    useful: Levels
    is_standby: Flags


class SignReader:
    """Reads the signs of one map; what does not change in a run is made into arrays once."""

    def __init__(self, topology: Topology, drawing: Drawing) -> None:
        self._place = {each.id: number for number, each in enumerate(topology.components)}
        gates = {key: number for number, key in enumerate(drawing.arrangement.gates)}
        needs = [topology.component(line.component).needs[line.need_index] for line in drawing.lines]
        self._groups = _groups([topology.component(key[0]).needs[key[1]] for key in gates], self._place)
        self._gate = _ints(
            gates[line.component, line.need_index] if line.supplier is None else -1 for line in drawing.lines
        )
        self._supplier = _ints(0 if line.supplier is None else self._place[line.supplier] for line in drawing.lines)
        self._dependent = _ints(self._place[line.component] for line in drawing.lines)
        self._is_run = np.array([need.purpose is Purpose.RUN for need in needs], dtype=bool)
        self._holds = np.array([need.survives > 0 and need.is_hard for need in needs], dtype=bool)
        self._needs = needs
        self._ids = tuple(self._place)
        self._ways: dict[Travelled, list[tuple[int, int]]] = {}
        for number, (line, need) in enumerate(zip(drawing.lines, needs, strict=True)):
            for rank, supplier in enumerate(need.on if line.supplier is None else (line.supplier,)):
                self._ways.setdefault((supplier, line.component, need.reference), []).append((rank, number))

    def whole(self, at: Moment) -> Signs:
        """Ask how every component stands."""
        cards, levels = np.zeros(len(self._place), np.uint8), np.zeros(len(self._place), np.int16)
        self._look(at, self._place, cards, levels)
        return self._joined(at, cards, levels)

    def after(self, before: Signs, at: Moment, changes: Iterable[Change], others: Collection[ComponentId]) -> Signs:
        """Bring signs up to date: what instants that closed have changed, then `others`, which are asked for."""
        cards, levels = before.cards.copy(), before.levels.copy()
        for change in changes:
            number = self._place[change.component]
            cards[number] = CODES[change.shown] | (LOUD if change.is_on_reserve else 0)
            levels[number] = change.level
        self._look(at, others, cards, levels)
        return self._joined(at, cards, levels)

    def _look(self, at: Moment, components: Iterable[ComponentId], cards: Codes, levels: Levels) -> None:
        for component in components:
            number, standing = self._place[component], at.standings[component]
            cards[number] = CODES[standing.shown] | (0 if standing.on_reserve_s is None else LOUD)
            levels[number] = standing.level

    def _joined(self, at: Moment, cards: Codes, levels: Levels) -> Signs:
        gates = self._gates(levels)
        return Signs(cards, levels, gates, self._lines(at, cards, gates))

    def _gates(self, levels: Levels) -> Codes:
        """A group is down when too few serve, degraded when it has lost one and one more loss would end it."""
        groups = self._groups
        serves = levels[groups.supplier] >= groups.useful
        serving = np.bincount(groups.of[serves], minlength=len(groups.at_least))
        # A standby that waits to be armed is no loss.
        lost = np.bincount(groups.of[~serves & ~groups.is_standby], minlength=len(groups.at_least))
        is_near = (lost > 0) & (serving == groups.at_least)
        return np.where(serving < groups.at_least, _DOWN, np.where(is_near, _DEGRADED, _OPERATIONAL)).astype(np.uint8)

    def _lines(self, at: Moment, cards: Codes, gates: Codes) -> Codes:
        """A line takes the state of what it comes from; what only starts or mends is lit while it is waited for."""
        shown = cards & ~np.uint8(LOUD)
        found = shown[self._supplier] if len(self._supplier) else np.zeros(0, np.uint8)
        from_gate = np.flatnonzero(self._gate >= 0)
        found[from_gate] = np.where(gates[self._gate[from_gate]] == _DOWN, _DOWN, _OPERATIONAL)
        idle = np.flatnonzero(~self._is_run & (found != _OPERATIONAL))
        is_quiet = np.array([not self._is_waited_for(at, line, shown) for line in idle], dtype=bool)
        found[idle[is_quiet]] = _OPERATIONAL
        is_reserve = cards[self._dependent] >= LOUD
        found[self._is_run & self._holds & is_reserve & (found != _OPERATIONAL)] |= LOUD
        # Out of a gate the last change came from any of the group: from the first of them that it names.
        ways = [(rank, line, self._place[way[0]]) for way in at.travelled for rank, line in self._ways.get(way, ())]
        for _, line, supplier in sorted(ways, reverse=True):
            found[line] = shown[supplier] | LOUD
        return found

    def _is_waited_for(self, at: Moment, line: np.intp, shown: Codes) -> bool:
        dependent = self._dependent[line]
        if shown[dependent] in (_OPERATIONAL, _DEGRADED):
            return False  # what is up waits for nothing
        return self._needs[line].reference in at.standings[self._ids[dependent]].waits_for


class SignFollower:
    """The signs of a run that is being played, brought up to date with what its events tell.

    Parameters
    ----------
    signs : Signs or None
        How everything stands now, where it has been read already.
    """

    def __init__(self, reader: SignReader, signs: Signs | None = None) -> None:
        self._reader = reader
        self._signs = signs
        self._changes: list[Change] = []
        self._unsettled: frozenset[ComponentId] = frozenset()

    def begin_anew(self) -> None:
        """Read everything when it is asked for next: another run is followed from now on."""
        self._signs = None

    def take(self, events: Iterable[Event]) -> None:
        """Take in what happened."""
        for event in events:
            if isinstance(event, Settled):
                self._changes += event.changes

    def follow(self, at: Moment, unsettled: frozenset[ComponentId]) -> Moment:
        """Return the moment with its signs; `unsettled` is what the instant that is open has touched."""
        if self._signs is None:
            self._signs = self._reader.whole(at)
        else:
            # What the open instant of the last time touched may have turned back before it closed.
            self._signs = self._reader.after(self._signs, at, self._changes, self._unsettled | unsettled)
        self._changes, self._unsettled = [], unsettled
        return replace(at, signs=self._signs)


def _groups(needs: list[Need], place: Mapping[ComponentId, int]) -> _Groups:
    rows = [(number, need, supplier) for number, need in enumerate(needs) for supplier in need.on]
    return _Groups(
        at_least=_ints(need.at_least for need in needs),
        of=_ints(number for number, _, _ in rows),
        supplier=_ints(place[supplier] for _, _, supplier in rows),
        useful=np.array([need.useful for _, need, _ in rows], dtype=np.int16),
        is_standby=np.array([supplier in {each.supplier for each in need.standby} for _, need, supplier in rows], bool),
    )


def _ints(numbers: Iterable[int]) -> IntArray:
    return np.fromiter(numbers, dtype=np.intp)
