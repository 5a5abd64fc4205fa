"""How many are in which state: what works on a reserve for itself, all else by its state."""

import numpy as np

from blackstart.core.engine.trace import Shown
from blackstart.shell.canvas.signs import CODES, LOUD, Signs
from blackstart.shell.canvas.tally import tally_of


def test_what_still_works_on_a_reserve_counts_for_itself() -> None:
    down, worse = CODES[Shown.DOWN], CODES[Shown.DEGRADED]
    cards = np.array([0, 0, LOUD, down, worse, worse | LOUD], np.uint8)
    nothing = np.zeros(0, np.uint8)
    signs = Signs(cards, np.zeros(6, np.int16), nothing, nothing)
    assert tally_of(signs) == {Shown.OPERATIONAL: 2, None: 1, Shown.DOWN: 1, Shown.DEGRADED: 2}
