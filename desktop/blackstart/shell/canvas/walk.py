"""Walking over the map by keyboard: Tab from failure to failure, arrows along the needs."""

from collections.abc import Callable, Iterable, Mapping
from enum import Enum

from PySide6.QtCore import QObject, QPointF, QRectF, Signal

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.model import Drawing
from blackstart.core.engine.trace import Shown
from blackstart.core.topology.model import Box
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.links import Links
from blackstart.shell.canvas.picture import Picture

SIDEWAYS_COSTS = 2.0  # how much farther a card seems for each px that it lies beside the way


class Way(Enum):
    """Where an arrow leads."""

    SUPPLIER = "supplier"
    DEPENDENT = "dependent"
    ABOVE = "above"
    BELOW = "below"


_BACK = {Way.SUPPLIER: Way.DEPENDENT, Way.DEPENDENT: Way.SUPPLIER, Way.ABOVE: Way.BELOW, Way.BELOW: Way.ABOVE}


def failure_order(picture: Picture) -> tuple[ComponentId, ...]:
    """Return the cards in the order in which they failed, then those that run in the order of the file."""
    cards = tuple(picture.drawing.arrangement.cards)
    if picture.moment is None:
        return cards
    standings = picture.moment.standings
    failed = [id_ for id_ in cards if standings[id_].shown is not Shown.OPERATIONAL and standings[id_].since >= 0]
    failed.sort(key=lambda id_: standings[id_].since)
    known = frozenset(failed)
    return (*failed, *(id_ for id_ in cards if id_ not in known))


class Walk(QObject):
    """Which card has the focus, and where keys lead from there.

    The walk is left at its ends and by `leave`; Tab goes out of the map then.
    """

    moved = Signal(object)  # ComponentId or None

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._picture: Picture | None = None
        self._drawing: Drawing | None = None
        self._links: Links | None = None
        self._at: ComponentId | None = None
        self._came: tuple[ComponentId, Way] | None = None  # from where, and the way back
        self._is_left = False

    @property
    def at(self) -> ComponentId | None:
        return self._at

    def show_picture(self, picture: Picture | None) -> None:
        """Take in what the map shows; on another map no card has the focus."""
        self._picture = picture
        drawing = picture.drawing if picture is not None else None
        if drawing is not self._drawing:
            self._drawing, self._links = drawing, picture.links if picture is not None else None
            self._move(None)

    def begin(self, *, is_forward: bool) -> None:
        """Come into the map by Tab: to its first card, or backwards to its last."""
        self._is_left = False
        self._step_from(None, is_forward=is_forward)

    def resume(self) -> None:
        """Come into the map by another way: to where the walk was."""
        self._is_left = False

    def step(self, *, is_forward: bool) -> bool:
        """Go to the next or the former card, of the chosen one if none has the focus; False = there is none."""
        if self._picture is None or self._is_left:
            return False
        start = self._at if self._at is not None else self._picture.chosen
        return self._step_from(start, is_forward=is_forward)

    def _step_from(self, start: ComponentId | None, *, is_forward: bool) -> bool:
        order = failure_order(self._picture) if self._picture is not None else ()
        if start is None or start not in order:
            place = 0 if is_forward else len(order) - 1
        else:
            place = order.index(start) + (1 if is_forward else -1)
        if not 0 <= place < len(order):
            return False
        self._move(order[place])
        return True

    def go(self, way: Way, in_sight: Callable[[ComponentId], bool]) -> None:
        """Go where an arrow leads, from the chosen card if none has the focus; without either the walk begins."""
        self._is_left = False
        start = self._at if self._at is not None or self._picture is None else self._picture.chosen
        if start is None:
            self.step(is_forward=True)
        elif self._drawing is not None:
            reached = self._next(start, way, self._drawing.arrangement.cards, in_sight)
            if reached is not None:
                self._move(reached)
                self._came = start, _BACK[way]

    def put(self, component: ComponentId | None) -> None:
        """Set the focus on a card, such as the one that was clicked."""
        self._is_left = False
        self._move(component)

    def leave(self) -> None:
        """End the walk: no card has the focus, and Tab leads out of the map."""
        self._move(None)
        self._is_left = True

    def _next(
        self, start: ComponentId, way: Way, cards: Mapping[ComponentId, Box], in_sight: Callable[[ComponentId], bool]
    ) -> ComponentId | None:
        if self._came is not None and self._came[1] is way:
            return self._came[0]
        if way in (Way.SUPPLIER, Way.DEPENDENT):
            links = self._links
            if links is None:
                return None
            found = links.suppliers(start) if way is Way.SUPPLIER else links.dependents(start)
            return _nearest(start, found, cards)
        return _beyond(start, way, {id_: box for id_, box in cards.items() if in_sight(id_)})

    def _move(self, component: ComponentId | None) -> None:
        self._came = None
        if component != self._at:
            self._at = component
            self.moved.emit(component)


def _nearest(start: ComponentId, found: Iterable[ComponentId], cards: Mapping[ComponentId, Box]) -> ComponentId | None:
    here = rect(cards[start]).center()
    others = [id_ for id_ in found if id_ in cards and id_ != start]
    return min(others, key=lambda id_: (rect(cards[id_]).center() - here).manhattanLength(), default=None)


def _beyond(start: ComponentId, way: Way, cards: Mapping[ComponentId, Box]) -> ComponentId | None:
    """Return the nearest card above or below, those beside the way being farther."""
    if start not in cards:
        return None
    here = rect(cards[start])
    sign = -1 if way is Way.ABOVE else 1
    best, least = None, float("inf")
    for id_, box in cards.items():
        gap: QPointF = rect(box).center() - here.center()
        ahead = gap.y() * sign
        if ahead >= here.height() / 2 and ahead + SIDEWAYS_COSTS * abs(gap.x()) < least:
            best, least = id_, ahead + SIDEWAYS_COSTS * abs(gap.x())
    return best


def shift_into(sight: QRectF, card: QRectF, margin: float) -> QPointF:
    """Return by how much what is seen must move so that a card lies in sight, `margin` from its edges."""
    room = sight.adjusted(margin, margin, -margin, -margin)
    across = _shift(room.left(), room.right(), card.left(), card.right())
    return QPointF(across, _shift(room.top(), room.bottom(), card.top(), card.bottom()))


def _shift(least: float, most: float, start: float, end: float) -> float:
    if start < least or end - start > most - least:
        return least - start
    return min(most - end, 0.0)
