"""What is said aloud of a map that changes: batched, so that a cascade is one sentence and not a hundred."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from blackstart.core.base.ids import ComponentId
from blackstart.core.base.words import Words
from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.picture import Face

translate = QCoreApplication.translate

GAP_S = 5.0  # between two announcements, at the least
MOST_NAMES = 5
ON_RESERVE = "on-reserve"
_WORST_FIRST = (Shown.DOWN, Shown.ISOLATED, Shown.DEGRADED, Shown.RECOVERING, Shown.MAINTENANCE)
_ORDER = (*map(str, _WORST_FIRST), ON_RESERVE, str(Shown.OPERATIONAL))


def state_of(face: Face) -> str:
    """Return the key of the word for what a card shows."""
    if face.shown is Shown.OPERATIONAL and face.share_left is not None:
        return ON_RESERVE
    return str(face.shown)


@dataclass(slots=True)
class Batch:
    """Changes that are not yet announced, and how all stood when the last were."""

    _before: dict[ComponentId, str] = field(default_factory=dict)
    _last: float = float("-inf")

    @property
    def is_empty(self) -> bool:
        return not self._before

    def clear(self) -> None:
        self._before.clear()

    def take(self, faces: Mapping[ComponentId, Face]) -> None:
        """Note down what cards looked like that have just changed."""
        for id_, face in faces.items():
            self._before.setdefault(id_, state_of(face))

    def due_in(self, now: float) -> float:
        """Return the seconds until the next announcement may be made."""
        return max(self._last + GAP_S - now, 0.0)

    def announce(self, faces: Mapping[ComponentId, Face], words: Words, now: float) -> str:
        """Return one sentence for all that changed since the last, and begin a new batch; empty = nothing is left."""
        changed: dict[str, list[str]] = {}
        for id_, before in self._before.items():
            face = faces.get(id_)
            if face is not None and state_of(face) != before:
                changed.setdefault(state_of(face), []).append(face.name)
        self._before.clear()
        if not changed:
            return ""
        self._last = now
        news = "; ".join(_said(state, changed[state], words) for state in _ORDER if state in changed)
        return translate("Announcing", "{news}. In all: {counts}.").format(
            news=news, counts=_counts(faces.values(), words)
        )


def _said(state: str, names: list[str], words: Words) -> str:
    listed = ", ".join(names[:MOST_NAMES])
    if len(names) > MOST_NAMES:
        listed = translate("Announcing", "{names} and {more} more").format(names=listed, more=len(names) - MOST_NAMES)
    count = _count(state, len(names), words)
    return translate("Announcing", "{count}: {names}").format(count=count, names=listed)


def _counts(faces: Iterable[Face], words: Words) -> str:
    counts = dict.fromkeys(_ORDER, 0)
    for face in faces:
        counts[state_of(face)] += 1
    return ", ".join(_count(state, count, words) for state, count in counts.items() if count)


def _count(state: str, count: int, words: Words) -> str:
    return translate("Announcing", "{count} {state}").format(count=count, state=words.say(f"state.{state}"))
