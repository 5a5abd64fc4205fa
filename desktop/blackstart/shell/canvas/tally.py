"""How many components are in which state."""

from collections.abc import Mapping

import numpy as np

from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.signs import CODES, LOUD, STATES, Signs

Tally = Mapping[Shown | None, int]  # None = on reserve


def tally_of(signs: Signs) -> Tally:
    """Count every state that something is in; what still works, but on a reserve, counts for itself."""
    counts = np.bincount(signs.cards, minlength=2 * LOUD).tolist()
    on_reserve = counts[CODES[Shown.OPERATIONAL] | LOUD]
    found: dict[Shown | None, int] = {shown: counts[code] + counts[code | LOUD] for shown, code in CODES.items()}
    found[Shown.OPERATIONAL] -= on_reserve
    found[None] = on_reserve
    return {state: found[state] for state in (*STATES, None) if found[state]}
