"""The map's part of the console: what the events of a run do to the picture, and what is chosen on it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject, Signal

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.core.play.director import Director
from blackstart.core.play.events import Event
from blackstart.core.topology.model import Topology
from blackstart.shell.canvas.faces import picture_of
from blackstart.shell.canvas.facts import Facts, facts_of
from blackstart.shell.canvas.flat import FlatDrawing
from blackstart.shell.canvas.moment import Moment, Travelled
from blackstart.shell.canvas.sign_reader import SignFollower
from blackstart.shell.canvas.spread import Flows, ways_of, ways_on_reserve
from blackstart.shell.run.groundwork import Groundwork
from blackstart.shell.run.playing import moment_of
from blackstart.shell.support.look import Look

translate = QCoreApplication.translate

MOST_NAMES = 3  # of what is chosen beside the last
TRAVEL_TICKS = 20  # how long the way of the last change stays lit while the clock runs


class MapPresenter(QObject):
    """The map of the run at the console; `show_map` tells it anew, everything else only takes note."""

    map_shown = Signal(object)  # canvas Picture; None = there is no map any more
    facts_shown = Signal(object)  # canvas Facts of the chosen component, or None
    tempo_shown = Signal(bool, int)  # whether the clock runs, exercise seconds a second
    spread_shown = Signal(object)  # tuple[canvas Flow, ...]: along which lines what is new on the map came
    reserves_shown = Signal(object)  # tuple[canvas Flow, ...]: by which lines nothing comes to what is on reserve

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._director: Director | None = None
        self._made: FlatDrawing | None = None
        self._chosen: ComponentId | None = None
        self._also: tuple[ComponentId, ...] = ()  # chosen besides, before that one
        # What rooms of the console know of a component, by their names: one that is built anew takes its own place.
        self.tellers: dict[str, Callable[[ComponentId], tuple[tuple[str, str], ...]]] = {}
        self._flows: Flows | None = None
        self._follower: SignFollower | None = None
        self._fresh: dict[Travelled, None] = {}
        self._travelled: frozenset[Travelled] = frozenset()
        self._travel_ticks = 0
        self._tempo: tuple[bool, int] | None = None

    @property
    def topology(self) -> Topology | None:
        """What the map shows; None = there is none."""
        return self._director.drill.topology if self._director is not None else None

    @property
    def drawing(self) -> Drawing | None:
        """Where everything stands; None = there is no map."""
        return self._made.drawing if self._made is not None else None

    def open(self, director: Director, groundwork: Groundwork) -> None:
        """Take another map, which `director` will play."""
        self._director, self._made, self._flows = director, groundwork.made, groundwork.flows
        self._follower = SignFollower(groundwork.reader, groundwork.signs if _is_at_start(director) else None)

    def follow(self, director: Director) -> None:
        """Keep the map and what is chosen on it; from now on another director plays it."""
        before, self._director = self._director, director
        is_as_before = before is not None and _is_at_start(before) and _is_at_start(director)
        if self._follower is not None and not is_as_before:
            self._follower.begin_anew()

    def leave(self) -> None:
        """Let go of the map."""
        self._director = self._made = self._flows = self._follower = None
        self._chosen, self._also, self._travelled, self._tempo = None, (), frozenset(), None
        self._fresh.clear()
        self.map_shown.emit(None)
        self.facts_shown.emit(None)

    def choose(self, component: ComponentId | None) -> None:
        """Choose a card, or none."""
        self._chosen, self._also = component, ()
        self.show_map()

    def choose_too(self, component: ComponentId) -> None:
        """Choose one card more, or one less."""
        others = tuple(each for each in self.together if each != component)
        kept = others if component in self.together else (*others, component)
        self._chosen, self._also = (kept[-1] if kept else None), kept[:-1]
        self.show_map()

    @property
    def together(self) -> tuple[ComponentId, ...]:
        """All cards that are chosen, in that order; facts are told of the last."""
        return (*self._also, self._chosen) if self._chosen is not None else ()

    def take(self, events: tuple[Event, ...]) -> None:
        """Take in what happened."""
        if self._follower is not None:
            self._follower.take(events)
        ways = ways_of(events)
        if ways:
            self._fresh.update(dict.fromkeys(ways))
            self._travelled, self._travel_ticks = frozenset(ways), TRAVEL_TICKS

    def pass_tick(self) -> None:
        """Let the lit way of the last change go out after a while; to be called while the clock runs."""
        if self._travel_ticks:
            self._travel_ticks -= 1
            if not self._travel_ticks:
                self._travelled = frozenset()
                self.show_map()

    def show_tempo(self, *, is_running: bool, pace: int) -> None:
        """Tell whether the clock runs, and how fast, where that is news."""
        if self._tempo != (is_running, pace):
            self._tempo = (is_running, pace)
            self.tempo_shown.emit(is_running, pace)

    def show_map(self) -> None:
        """Tell how the map stands, and what is known of what is chosen."""
        director, made, follower = self._director, self._made, self._follower
        if director is None or made is None or follower is None:
            return
        at = follower.follow(moment_of(director, self._travelled), director.simulation.unsettled())
        words, chosen = self._look.words, self._chosen
        self.map_shown.emit(replace(picture_of(at, made.drawing, words, chosen, made), also=self._also))
        self.facts_shown.emit(self._facts(at, chosen) if chosen is not None else None)
        self._show_flows(at)

    def _facts(self, at: Moment, chosen: ComponentId) -> Facts:
        """What is known of the chosen component; first what rooms of the console know."""
        facts = facts_of(at, chosen, self._look.words)
        told = [line for tell in self.tellers.values() for line in tell(chosen)]
        return replace(facts, lines=(*self._others(at), *told, *facts.lines))

    def _others(self, at: Moment) -> tuple[tuple[str, str], ...]:
        """What is chosen besides, by its names."""
        names = [at.topology.component(each).label(self._look.language) for each in self._also[-MOST_NAMES:]]
        left = len(self._also) - len(names)
        more = [translate("MapPresenter", "{count} more").format(count=left)] if left else []
        return ((translate("MapPresenter", "Chosen too"), ", ".join([*names[::-1], *more])),) if names else ()

    def _show_flows(self, at: Moment) -> None:
        """Tell what flows on the map that has just been shown."""
        if self._flows is None:
            return
        fresh, self._fresh = tuple(self._fresh), {}
        if fresh:
            self.spread_shown.emit(self._flows.heaviest(fresh, at))
        self.reserves_shown.emit(self._flows.heaviest(ways_on_reserve(at), at))


def _is_at_start(director: Director) -> bool:
    """Whether nothing can have happened yet."""
    return director.now < 0
