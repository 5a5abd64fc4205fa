"""The rooms of Review: each one subject, joined to the page and to the run that is looked back on."""

from collections.abc import Callable

from blackstart.shell.review.comparing.room import CompareRoom
from blackstart.shell.review.findings.room import FindingsRoom
from blackstart.shell.review.improving.room import ImprovingRoom
from blackstart.shell.review.knowing.room import KnowingRoom
from blackstart.shell.review.measures.room import MeasuresRoom
from blackstart.shell.review.objectives.room import ObjectivesRoom
from blackstart.shell.review.places import Places, Room
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.repairs.room import RepairsRoom
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.review.timeline_room import TimelineRoom
from blackstart.shell.review.what_if.room import WhatIfRoom
from blackstart.shell.review.why.room import WhyRoom
from blackstart.shell.support.look import Look

# In the order in which the list of keys shows what can be done there.
_ROOMS: tuple[Callable[[ReviewPresenter, Places, Look], Room], ...] = (
    TimelineRoom,
    WhatIfRoom,
    RepairsRoom,
    WhyRoom,
    KnowingRoom,
    ObjectivesRoom,
    CompareRoom,
    ImprovingRoom,
    FindingsRoom,
    MeasuresRoom,
    ReportRoom,
)


def furnish(presenter: ReviewPresenter, places: Places, look: Look) -> tuple[Room, ...]:
    """Build every room."""
    return tuple(build(presenter, places, look) for build in _ROOMS)
