"""What stands on the participants' display whatever happens: title and brief, the map's names and its run needs.

Of the map it has only this: no notes, nothing of what repairs or starts it, and nothing of the script.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from blackstart.core.base.ids import ComponentId, ZoneId
from blackstart.core.base.text import Text
from blackstart.core.exercise.model import Drill
from blackstart.core.topology.model import Purpose


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """A need for running, as far as the map shows it.

    Attributes
    ----------
    standbys : frozenset of ComponentId
        Suppliers that are no loss while they only stand by.
    is_bridged : bool
        Whether its component holds on for a while without it, and falls after that.
    """

    reference: str
    suppliers: tuple[ComponentId, ...]
    at_least: int
    standbys: frozenset[ComponentId]
    is_bridged: bool


@dataclass(frozen=True, slots=True)
class Backdrop:
    """One drill's.

    Attributes
    ----------
    brief : Text or None
        Purpose and rules, which are read out before the exercise begins.
    starts : datetime or None
        The real day's time of T+0.
    names : mapping of ComponentId to Text or None
        Every component in the order of the file; None = it is shown as its id.
    needs : mapping of (ComponentId, need number) to ShownNeed
        Those for running.
    """

    title: Text
    brief: Text | None
    starts: datetime | None
    names: Mapping[ComponentId, Text | None]
    zones: Mapping[ZoneId, Text | None]
    needs: Mapping[tuple[ComponentId, int], ShownNeed]


def backdrop(drill: Drill) -> Backdrop:
    """Return what the display of a drill shows whatever happens."""
    topology, exercise = drill.topology, drill.exercise
    return Backdrop(
        title=drill.title,
        brief=exercise.brief if exercise is not None else None,
        starts=exercise.starts if exercise is not None else None,
        names={each.id: each.name for each in topology.components},
        zones={each.id: each.name for each in topology.zones},
        needs={
            (component.id, number): ShownNeed(
                need.reference,
                need.on,
                need.at_least,
                frozenset(each.supplier for each in need.standby),
                is_bridged=need.is_hard and need.survives > 0,
            )
            for component in topology.components
            for number, need in enumerate(component.needs)
            if need.purpose is Purpose.RUN
        },
    )
