"""What a run would have cost in another case: the curve and the sums of one journal, whichever it is."""

from collections.abc import Iterable
from dataclasses import dataclass

from blackstart.core.base.simtime import Seconds
from blackstart.core.engine.simulation import Opening
from blackstart.core.engine.trace import Impact, Stuck
from blackstart.core.exercise.model import Drill
from blackstart.core.play.commands import Entry
from blackstart.core.play.playback import tell
from blackstart.core.review.curves import Curve, Curves


@dataclass(frozen=True, slots=True)
class Case:
    """One way in which a run could have gone, up to the end of `until`.

    Attributes
    ----------
    users, services, money : Curve
        As `curves.Curves` has them.
    impact : Impact
        What was lost.
    stuck : Stuck
        What could not come back by itself at the end.
    """

    until: Seconds
    users: Curve
    services: Curve
    money: Curve
    impact: Impact
    stuck: Stuck


def case(drill: Drill, entries: Iterable[Entry], until: Seconds, opening: Opening | None = None) -> Case:
    """Fold a journal to the end of `until`; `opening` is that of the drill's map, where it is known.

    Raises
    ------
    ValueError
        If the journal does not hold exactly one `Begin`.
    UserError
        If the drill has no exercise.
    """
    told = tell(drill, entries, until, opening)
    curves = Curves(opening or drill.topology)
    curves.take(told.events)
    curves.take(told.director.close())
    simulation = told.director.simulation
    return Case(until, curves.users, curves.services, curves.money, simulation.impact(until), simulation.stuck())


def saved_service_seconds(played: Case, other: Case) -> int:
    """Service-seconds that were saved by going the way that was gone; negative = that many more were lost."""
    return other.impact.lost_service_seconds - played.impact.lost_service_seconds
