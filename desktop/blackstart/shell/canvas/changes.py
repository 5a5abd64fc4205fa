"""Cards that have just changed: what they looked like fades, then a ring grows from them, once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.motion import FADE_S, RING_GROWTH, RING_S, STILL_RING_S, out_cubic, out_quad, passed
from blackstart.shell.canvas.picture import Face, Picture

LEAST_GAP_S = 1.0  # between two starts on the same card: nothing flashes faster
MOST_AT_ONCE = 60  # of more, those that come later in the file only take their new colours


@dataclass(frozen=True, slots=True)
class Change:
    """One card at a time.

    Attributes
    ----------
    faded : float
        How much of what it looked like is gone, 0..1.
    growth : float or None
        Canvas px by which the ring has grown; None = there is none now.
    opacity : float
        Of the ring.
    is_still : bool
        Motion is reduced: the ring stands, in ink.
    """

    component: ComponentId
    before: Face
    faded: float = 1.0
    growth: float | None = None
    opacity: float = 1.0
    is_still: bool = False


@dataclass(frozen=True, slots=True)
class _Begun:
    before: Face
    at: float
    is_still: bool


@dataclass(slots=True)
class Changes:
    """The cards of one map that change just now."""

    _begun: dict[ComponentId, _Begun] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not self._begun

    def clear(self) -> None:
        self._begun.clear()

    def begin(self, faces: Mapping[ComponentId, Face], now: float, *, is_still: bool = False) -> None:
        """Let cards change that looked like this before; those that began to just now do not begin again."""
        for component, face in faces.items():
            last = self._begun.get(component)
            if last is not None and now - last.at < LEAST_GAP_S:
                continue
            if last is not None or len(self._begun) < MOST_AT_ONCE:
                self._begun[component] = _Begun(face, now, is_still)

    def mark(self, faces: Mapping[ComponentId, Face], now: float) -> None:
        """Put still rings, and no others, round cards that changed while the clock stood: they grow once it runs."""
        self._begun.clear()
        self.begin(faces, now - FADE_S)

    def sweep(self, now: float) -> None:
        """Forget what has ended."""
        self._begun = {id_: each for id_, each in self._begun.items() if now - each.at < _lasts(each)}

    def at(self, now: float) -> Iterator[Change]:
        """Tell how the cards change at a time."""
        for component, begun in self._begun.items():
            gone = now - begun.at
            if begun.is_still:
                if gone < STILL_RING_S:
                    yield Change(component, begun.before, growth=0.0, is_still=True)
            elif gone < FADE_S:
                yield Change(component, begun.before, faded=out_cubic(passed(0.0, gone, FADE_S)))
            elif gone < FADE_S + RING_S:
                share = out_quad(passed(FADE_S, gone, RING_S))
                yield Change(component, begun.before, growth=share * RING_GROWTH, opacity=1 - share)


def changed_faces(before: Picture, after: Picture) -> dict[ComponentId, Face]:
    """Return the former faces of cards that show another state: another word, or a reserve that began or ended.

    Of more than can change at once, those that come later in the file are left out.
    """
    changed = np.flatnonzero(before.signs.cards != after.signs.cards)[:MOST_AT_ONCE].tolist()
    ids = list(islice(before.faces, changed[-1] + 1)) if changed else []
    return {ids[number]: before.faces[ids[number]] for number in changed}


def _lasts(begun: _Begun) -> float:
    return STILL_RING_S if begun.is_still else LEAST_GAP_S
