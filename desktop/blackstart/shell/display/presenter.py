"""The presenter of the participants' display: it is given what participants may see, and nothing else.

It holds no run, no drill and no script. While it is frozen it keeps what came last and shows none of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.visible import Sight, Visible
from blackstart.shell.canvas.spread import MOST_FLOWS, Flow
from blackstart.shell.display.ground import DisplayGround
from blackstart.shell.display.sight_faces import picture_of_sights
from blackstart.shell.display.sight_signs import Way
from blackstart.shell.display.wording import foot_sheet, head_sheet, names, order_of_changes, tally
from blackstart.shell.support.look import Look

TRAVEL_MS = 2_000  # how long the way of the last change stays lit while the clock runs


@dataclass(frozen=True, slots=True)
class Seen:
    """What can be seen at a second, and how the clock goes; `pace` = exercise seconds per real second."""

    visible: Visible
    now: Seconds
    is_running: bool
    pace: int


class DisplayPresenter(QObject):
    """Puts what can be seen into pictures and words."""

    head_shown = Signal(object)  # HeadSheet
    tally_shown = Signal(object)  # tuple[TallyLine, ...]
    names_shown = Signal(object)  # NamesSheet
    foot_shown = Signal(object)  # FootSheet
    map_shown = Signal(object)  # canvas Picture; None = there is no map
    tempo_shown = Signal(bool, int)  # whether the clock runs, exercise seconds a second
    spread_shown = Signal(object)  # tuple[canvas Flow, ...]
    reserves_shown = Signal(object)  # tuple[canvas Flow, ...]

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._ground: DisplayGround | None = None
        self._last: Seen | None = None
        self._sights: dict[ComponentId, Sight] = {}
        self._order: dict[ComponentId, int] = {}  # which of the changes each had last
        self._travelled: frozenset[Way] = frozenset()
        self._is_frozen = False
        self._said: dict[SignalInstance, object] = {}  # what each signal said last: it says nothing twice
        self._travel = QTimer(self)
        self._travel.setSingleShot(True)
        self._travel.setInterval(TRAVEL_MS)
        self._travel.timeout.connect(self._arrive)
        look.changed.connect(self.show_all)

    @property
    def has_map(self) -> bool:
        return self._ground is not None

    def open(self, ground: DisplayGround) -> None:
        """Take another map; nothing is shown of it before it is seen."""
        self.close()
        self._ground = ground

    def close(self) -> None:
        """Let go of the map and of all that was seen."""
        self._ground = self._last = None
        self._sights, self._order, self._travelled = {}, {}, frozenset()
        self._travel.stop()
        self._said.clear()
        self.map_shown.emit(None)

    def take(self, seen: Seen) -> None:
        """Take in what can be seen now, and show it unless the display is frozen."""
        self._last = seen
        if not self._is_frozen:
            self._show(seen)

    def freeze(self, *, is_frozen: bool) -> None:
        """Let the display stand as it is, or go on with what there is to see now."""
        self._is_frozen = is_frozen
        if is_frozen:
            self._say(self.tempo_shown, False, 1)
            self._travel.stop()
        elif self._last is not None:
            self._show(self._last)

    def show_all(self) -> None:
        """Say everything again, in the words of the moment; a frozen display stays as it is."""
        if self._last is not None and not self._is_frozen:
            self._said.clear()
            self._show(self._last)

    def _show(self, seen: Seen) -> None:
        ground, look = self._ground, self._look
        if ground is None:
            return
        known, visible = ground.backdrop, seen.visible
        flows = self._follow(visible.sights, ground)
        self._go_on(seen)
        head = head_sheet(known, visible, seen.now, is_running=seen.is_running, look=look)
        self._say(self.head_shown, head)
        self._say(self.tally_shown, tally(visible.sights, look.words))
        self._say(self.names_shown, names(known, self._sights, self._order, look.words))
        self._say(self.foot_shown, foot_sheet(known, visible, look.words))
        self._show_map(ground, seen)
        if flows:
            self.spread_shown.emit(flows)

    def _show_map(self, ground: DisplayGround, seen: Seen) -> None:
        signs = ground.signs.of(seen.visible.sights, self._travelled)
        self.map_shown.emit(picture_of_sights(ground, dict(self._sights), signs, seen.now, self._look.words))
        bridging = (line for line in ground.signs.bridging(signs))
        flows = (self._flow(ground, ground.links.way(line), ground.drawing.lines[line].supplier) for line in bridging)
        self._say(self.reserves_shown, tuple(flow for flow in flows if flow is not None)[:MOST_FLOWS])

    def _follow(self, sights: Sequence[Sight], ground: DisplayGround) -> tuple[Flow, ...]:
        """Take in how all looks now; return what travels by the lines along which the changes came."""
        changed = order_of_changes(self._sights, sights, self._order)
        self._sights = {sight.component: sight for sight in sights}
        ways = [(each.came_by[0], each.component, each.came_by[1]) for each in changed if each.came_by is not None]
        if not ways:
            return ()
        self._travelled = frozenset(ways)
        self._travel.start()
        found = (self._flow(ground, self._lines(ground, way), way[0]) for way in self._heaviest(ground, ways))
        return tuple(flow for flow in found if flow is not None)

    def _heaviest(self, ground: DisplayGround, ways: list[Way]) -> list[Way]:
        """Choose those on whose dependents most hangs."""
        weighed = sorted(ways, key=lambda way: -len(ground.links.dependents(way[1])))
        return weighed[:MOST_FLOWS]

    def _lines(self, ground: DisplayGround, way: Way) -> tuple[int, ...]:
        supplier, component, reference = way
        needs = ground.backdrop.needs
        found = (key for key, need in needs.items() if key[0] == component and need.reference == reference)
        key = next(found, None)
        return ground.links.way_of_need(supplier, component, key[1]) if key is not None else ()

    def _flow(self, ground: DisplayGround, lines: tuple[int, ...], supplier: ComponentId | None) -> Flow | None:
        if not lines or supplier is None:
            return None
        return Flow(lines, self._sights[supplier].shown)

    def _go_on(self, seen: Seen) -> None:
        """Let what moves move with the clock."""
        self._say(self.tempo_shown, seen.is_running, seen.pace)
        if not seen.is_running:
            self._travel.stop()
        elif self._travelled and not self._travel.isActive():
            self._travel.start()

    def _arrive(self) -> None:
        """Let the way of the last change go out."""
        self._travelled = frozenset()
        if self._ground is not None and self._last is not None and not self._is_frozen:
            self._show_map(self._ground, self._last)

    def _say(self, signal: SignalInstance, *values: object) -> None:
        if signal not in self._said or self._said[signal] != values:
            self._said[signal] = values
            signal.emit(*values)
