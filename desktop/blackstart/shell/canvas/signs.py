"""How everything on a map is marked, as arrays: what painters and whoever compares two moments work with."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from blackstart.core.engine.trace import Shown

Codes = npt.NDArray[np.uint8]
Levels = npt.NDArray[np.int16]
# Operational is 0: what is quiet.
STATES = (Shown.OPERATIONAL, Shown.DEGRADED, Shown.DOWN, Shown.RECOVERING, Shown.ISOLATED, Shown.MAINTENANCE)
CODES = {shown: code for code, shown in enumerate(STATES)}
LOUD = 8
STALE = 16
STATE_BITS = LOUD - 1  # of a code: which state it is
# Codes of cards that say the same for as long as they are marked so; all others count seconds, or tell what they await.
STILL = tuple(CODES[shown] for shown in (Shown.OPERATIONAL, Shown.ISOLATED, Shown.MAINTENANCE))


@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Arrays that nobody may change.

    A code is the place of a state in `STATES`, `LOUD` added where a card is on reserve or failure travels along a line,
    `STALE` where a card shows what was seen last and not what is.

    Attributes
    ----------
    cards : array (components,)
        Code of each card, in the order of the arrangement.
    levels : array (components,)
        Permille that each delivers.
    gates : array (gates,)
        Code of each group's state, in the order of the arrangement.
    lines : array (lines,)
        Code of how each line is lit; 0 = quiet.
    """

    cards: Codes
    levels: Levels
    gates: Codes
    lines: Codes

    def __post_init__(self) -> None:
        for array in (self.cards, self.levels, self.gates, self.lines):
            array.setflags(write=False)
