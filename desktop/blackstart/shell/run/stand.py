"""How a run stands at one moment: what the rooms of the console are told whenever any of it changes."""

from collections.abc import Sequence
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Entry
from blackstart.core.play.director import Director


@dataclass(frozen=True, slots=True, eq=False)
class RunStand:
    """A run and its clock; before it begins, its drill at T+0.

    Attributes
    ----------
    director : Director
        To be read at once and not kept: it plays on.
    entries : sequence of Entry
        The journal so far; empty before the run has begun.
    now : Seconds
        The exercise second that the clock shows.
    pace : int
        Exercise seconds per real second.
    """

    director: Director
    entries: Sequence[Entry]
    now: Seconds
    is_running: bool
    is_begun: bool
    pace: int

    @property
    def is_self_study(self) -> bool:
        """Whether a learner plays alone, to whom nothing is shown that only a facilitator may see."""
        return self.director.begin.is_self_study

    @property
    def is_under_way(self) -> bool:
        """Whether commands of the exercise can be given."""
        return self.is_begun and not self.director.is_ended
