"""What is said aloud of a map that changes: batched, so that a cascade is one sentence and not a hundred."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.picture import Face
from blackstart.shell.canvas.signs import LOUD, STALE, STATE_BITS, STATES

translate = QCoreApplication.translate

GAP_S = 5.0  # between two announcements, at the least
MOST_NAMES = 5
ON_RESERVE = "on-reserve"
_WORST_FIRST = (Shown.DOWN, Shown.ISOLATED, Shown.DEGRADED, Shown.RECOVERING, Shown.MAINTENANCE)
_ORDER = (*map(str, _WORST_FIRST), ON_RESERVE, str(Shown.OPERATIONAL))


def state_of(code: int) -> str:
    """Return the key of the word for how a card is marked."""
    return ON_RESERVE if code & ~STALE == LOUD else str(STATES[code & STATE_BITS])


@dataclass(slots=True)
class Batch:
    """Changes that are not yet announced, and the codes of those cards before; see `Signs`."""

    _before: dict[ComponentId, int] = field(default_factory=dict)
    _last: float = float("-inf")

    @property
    def is_empty(self) -> bool:
        return not self._before

    def clear(self) -> None:
        self._before.clear()

    def take(self, codes: Mapping[ComponentId, int]) -> None:
        """Note down how cards were marked that are marked in another way now."""
        for id_, code in codes.items():
            self._before.setdefault(id_, code)

    def due_in(self, now: float) -> float:
        """Return the seconds until the next announcement may be made."""
        return max(self._last + GAP_S - now, 0.0)

    def announce(
        self, codes: Mapping[ComponentId, int], faces: Mapping[ComponentId, Face], words: Words, now: float
    ) -> str:
        """Return one sentence for all that changed since the last, and begin a new batch; empty = nothing is left.

        `codes` tells how all cards are marked, `faces` is asked for the names that are said.
        """
        changed: dict[str, list[ComponentId]] = {}
        for id_, before in self._before.items():
            state = state_of(codes.get(id_, before))
            if state != state_of(before):
                changed.setdefault(state, []).append(id_)
        self._before = {}
        if not changed:
            return ""
        self._last = now
        news = "; ".join(_said(state, changed[state], faces, words) for state in _ORDER if state in changed)
        counts = _counts(codes.values(), words)
        return translate("Announcing", "{news}. In all: {counts}.").format(news=news, counts=counts)


def _said(state: str, changed: list[ComponentId], faces: Mapping[ComponentId, Face], words: Words) -> str:
    listed = ", ".join(faces[id_].name for id_ in changed[:MOST_NAMES])
    more = len(changed) - MOST_NAMES
    if more > 0:
        listed = translate("Announcing", "{names} and {more} more").format(names=listed, more=more)
    count = _count(state, len(changed), words)
    return translate("Announcing", "{count}: {names}").format(count=count, names=listed)


def _counts(codes: Iterable[int], words: Words) -> str:
    counts = dict.fromkeys(_ORDER, 0)
    for code, count in Counter(codes).items():
        counts[state_of(code)] += count
    return ", ".join(_count(state, count, words) for state, count in counts.items() if count)


def _count(state: str, count: int, words: Words) -> str:
    return translate("Announcing", "{count} {state}").format(count=count, state=words.say(f"state.{state}"))
