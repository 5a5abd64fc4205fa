"""The rooms of Review: each one subject, joined to the page and to the run that is looked back on."""

from blackstart.shell.review.places import Places, Room
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.reporting.room import ReportRoom
from blackstart.shell.review.what_if.room import WhatIfRoom
from blackstart.shell.support.look import Look


def furnish(presenter: ReviewPresenter, places: Places, look: Look) -> tuple[Room, ...]:
    """Build every room, in the order in which the list of keys shows what can be done there."""
    return (WhatIfRoom(presenter, places, look), ReportRoom(presenter, places, look))
