"""The rooms of the console: each one subject, joined to the page and to the run."""

from blackstart.shell.run.after.room import AfterRoom
from blackstart.shell.run.beliefs.room import BeliefsRoom
from blackstart.shell.run.decisions.room import DecisionsRoom
from blackstart.shell.run.deeds.room import DeedsRoom
from blackstart.shell.run.injects.room import InjectsRoom
from blackstart.shell.run.log.room import LogRoom
from blackstart.shell.run.places import Places, Room
from blackstart.shell.run.presenter import RunPresenter
from blackstart.shell.run.projector_room import ProjectorRoom
from blackstart.shell.run.saving.room import SafetyRoom
from blackstart.shell.run.setup.leads import Leads
from blackstart.shell.run.setup.room import SetupRoom
from blackstart.shell.run.setup.study_room import StudyRoom
from blackstart.shell.run.stuck.room import StuckRoom
from blackstart.shell.run.talk.room import TalkRoom
from blackstart.shell.support.look import Look


def furnish(presenter: RunPresenter, places: Places, look: Look) -> tuple[Room, ...]:
    """Build every room, in the order in which the list of keys shows what can be done there."""
    setup = SetupRoom(presenter, places, look)
    injects = InjectsRoom(presenter, places, look)
    decisions = DecisionsRoom(presenter, places, look)
    setup.leads = Leads(places.show_drawn, injects.show_inject, decisions.show_decision, setup.show_objective)
    return (
        setup,
        StudyRoom(presenter, places, look),
        injects,
        DeedsRoom(presenter, places, look),
        decisions,
        LogRoom(presenter, places, look),
        TalkRoom(presenter, places, look),
        BeliefsRoom(presenter, places, look),
        StuckRoom(presenter, places, look),
        AfterRoom(presenter, places, look),
        SafetyRoom(presenter, places, look),
        ProjectorRoom(places),
    )
