"""What there is to see of the console besides its page: the sheet and the list of each of its rooms."""

from collections.abc import Callable
from typing import TypeVar

from blackstart.core.base.ids import ActionId, ComponentId
from blackstart.core.play.commands import Act, Believe, Hotwash
from blackstart.shell.run.after.room import AfterRoom
from blackstart.shell.run.beliefs.room import BeliefsRoom
from blackstart.shell.run.coming import Verb
from blackstart.shell.run.decisions.room import DecisionsRoom
from blackstart.shell.run.deeds.room import DeedsRoom
from blackstart.shell.run.injects.room import InjectsRoom
from blackstart.shell.run.log.room import LogRoom
from blackstart.shell.run.setup.room import SetupRoom
from blackstart.shell.run.talk.room import TalkRoom
from blackstart.shell.widgets.sheet import Sheet
from tests.journeys.visit import Visit

Take = Callable[[str], None]
Wanted = TypeVar("Wanted")


def see_before(visit: Visit, take: Take) -> None:
    """Look at what comes before a run."""
    room = _room(visit, SetupRoom)
    _see_sheet(visit, take, "run-setup", room.open_setup)
    _see_sheet(visit, take, "run-brief", room.open_brief)
    room.rehearse()
    visit.wait(lambda: room.presenter.found is not None)
    take("run-rehearsal")
    room.close()


def see_rooms(visit: Visit, take: Take) -> None:
    """Look at every room while a run is under way."""
    see_injects(visit, take)
    decisions, deeds = _room(visit, DecisionsRoom), _room(visit, DeedsRoom)
    _see_sheet(visit, take, "run-decisions", decisions.show_all)
    _see_sheet(visit, take, "run-unscripted", decisions.ask)
    if visit.is_pangyo:
        visit.do(Act(ActionId("refeed-network"), "platform-lead"))
        visit.do(Believe(ComponentId("net-core"), "degraded", "lead", "It answered once."))
    deeds.show()
    take("run-actions")
    _room(visit, LogRoom).show()
    take("run-log")
    visit.rooms.run.side.tabs.show_list("injects")
    _see_sheet(visit, take, "run-spot", deeds.open_spot)
    _see_sheet(visit, take, "run-beliefs", _room(visit, BeliefsRoom).open_chosen)
    talk = _room(visit, TalkRoom)
    talk.write_note()
    talk.words.field.insertPlainText("They asked for @s")
    take("run-note")
    talk.words.clear()
    talk.write_word()
    take("run-word")
    talk.words.clear()
    visit.rooms.run.map.setFocus()


def see_injects(visit: Visit, take: Take) -> None:
    """Look at what can be done with what is to come."""
    room = _room(visit, InjectsRoom)
    _see_sheet(visit, take, "run-injects", room.open_book)
    _see_sheet(visit, take, "run-improvise", room.write)
    _see_sheet(visit, take, "run-jump", visit.rooms.run.bar.clock.pressed.emit)
    rows = visit.rooms.run.foot.upcoming.list.rows
    row = rows.line(rows.index(0))
    if row is not None:
        _see_sheet(visit, take, "run-skip", lambda: room.hands.do(Verb.SKIP, row.key))
        _see_sheet(visit, take, "run-move", lambda: room.hands.do(Verb.MOVE, row.key))


def see_hot_wash(visit: Visit, take: Take) -> None:
    """Look at what comes right after the end."""
    visit.do(Hotwash("Kim", "We had a phone tree.", "Nobody knew who leads.", "Keep a list on paper."))
    _see_sheet(visit, take, "run-hot-wash", _room(visit, AfterRoom).wash)


def _see_sheet(visit: Visit, take: Take, name: str, show: Callable[[], object]) -> None:
    show()
    take(name)
    for sheet in visit.frame.findChildren(Sheet):
        if sheet.isVisible():
            sheet.close_sheet()


def _room(visit: Visit, kind: type[Wanted]) -> Wanted:
    return next(room for room in visit.rooms.run.rooms.values() if isinstance(room, kind))
