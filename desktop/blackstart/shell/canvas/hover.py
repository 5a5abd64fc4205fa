"""What one component needs and what needs it, or what was asked for: lit in ink, the rest of the map is dimmed."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.links import Links
from blackstart.shell.canvas.picture import Picture

REST_MS = 120  # for which the pointer rests on a card before that is lit
MOST_LIT = 2_000  # components of a chain; beyond that a light tells nothing any more
_RUN = (Purpose.RUN,)


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit for one component, or together.

    Attributes
    ----------
    component : ComponentId or None
        For which it is lit; None = what is near was asked for.
    near : frozenset of ComponentId
        Itself, what it needs and what needs it.
    far : frozenset of ComponentId
        What those need to run and what needs those to run, and so on.
    near_lines, far_lines : frozenset of int
        Numbers of the drawing's lines between them.
    """

    component: ComponentId | None
    near: frozenset[ComponentId]
    near_lines: frozenset[int]
    far: frozenset[ComponentId]
    far_lines: frozenset[int]

    @property
    def lines(self) -> frozenset[int]:
        return self.near_lines | self.far_lines


def lit_for(links: Links, component: ComponentId) -> Lit:
    """Return what is lit for a component: suppliers up the chain, dependents down the chain, no others."""
    up, up_lines = _chain(component, links.suppliers, links.ways_in)
    down, down_lines = _chain(component, links.dependents, links.ways_out)
    near = frozenset((component, *links.suppliers(component), *links.dependents(component)))
    near_lines = frozenset(links.ways_in(component) | links.ways_out(component))
    return Lit(component, near, near_lines, frozenset(up | down) - near, frozenset(up_lines | down_lines) - near_lines)


def lit_among(links: Links, components: frozenset[ComponentId]) -> Lit:
    """Return some components lit, with the lines among them."""
    return Lit(None, components, frozenset(links.among(components)), frozenset(), frozenset())


class Light(QObject):
    """Chooses what is lit: under the resting pointer, else in focus, else what was asked for, else what is chosen.

    Attributes
    ----------
    follows_choice : bool
        Whether the chosen card is lit.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._drawing: Drawing | None = None
        self._links: Links | None = None
        self._hovered: ComponentId | None = None
        self._focused: ComponentId | None = None
        self._chosen: ComponentId | None = None
        self._asked: frozenset[ComponentId] = frozenset()
        self._is_out = False
        self._lit: Lit | None = None
        self.follows_choice = True
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST_MS)
        self._timer.timeout.connect(self._choose)

    @property
    def lit(self) -> Lit | None:
        return self._lit

    @property
    def is_asked(self) -> bool:
        """Whether something is to be lit that was asked for."""
        return bool(self._asked)

    @property
    def is_waiting(self) -> bool:
        """Whether the pointer has come to a card just now."""
        return self._timer.isActive()

    def show_picture(self, picture: Picture | None) -> None:
        """Take in which map is shown, and what is chosen on it."""
        drawing = picture.drawing if picture is not None else None
        if drawing is not self._drawing:
            self._drawing = drawing
            self._links = picture.links if picture is not None else None
            self._hovered = self._focused = self._lit = None  # lines of another drawing have other numbers
        self._chosen = picture.chosen if picture is not None else None
        self._take()

    def hover(self, component: ComponentId | None) -> None:
        """Take in over which card the pointer is; leaving it restores the map at once."""
        self._hovered = None
        self._timer.stop()
        self._take()
        if component is not None:
            self._hovered = component
            self._timer.start()

    def focus(self, component: ComponentId | None) -> None:
        """Take in which card has the focus."""
        self._focused = component
        self._take()

    def ask(self, components: frozenset[ComponentId]) -> None:
        """Light some components and the lines among them until others are asked for; none = leave it."""
        self._asked = components
        self._take()

    def put_out(self, *, is_out: bool) -> None:
        """Light nothing at all for a while, as long as something is dragged."""
        self._is_out = is_out
        self._take()

    def _take(self) -> None:
        if not self._timer.isActive():
            self._choose()

    def _choose(self) -> None:
        found = self._found()
        if found != self._lit:
            self._lit = found
            self.changed.emit()

    def _found(self) -> Lit | None:
        if self._links is None or self._is_out:
            return None
        component = self._hovered or self._focused
        if component is None and self._asked:
            return lit_among(self._links, self._asked)
        if component is None and self.follows_choice:
            component = self._chosen
        if component is None:
            return None
        is_same = self._lit is not None and self._lit.component == component
        return self._lit if is_same else lit_for(self._links, component)


def _chain(
    start: ComponentId,
    next_ones: Callable[[ComponentId, tuple[Purpose, ...]], tuple[ComponentId, ...]],
    ways: Callable[[ComponentId, tuple[Purpose, ...]], set[int]],
) -> tuple[set[ComponentId], set[int]]:
    """Follow needs to run one way, as far as they go."""
    found, waiting, lines = {start}, [start], set()
    while waiting and len(found) < MOST_LIT:
        component = waiting.pop()
        lines |= ways(component, _RUN)
        fresh = [each for each in next_ones(component, _RUN) if each not in found]
        found.update(fresh)
        waiting += fresh
    return found, lines
