"""Why something is down is told link by link, and lit on the map."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.shell.review.causes import ways_to, why
from blackstart.shell.review.moments import Moments
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded
from blackstart.shell.review.why.room import WhyRoom
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.recorded_runs import record

POWER, LAMP = ComponentId("power"), ComponentId("lamp")


def test_the_chain_leads_from_what_is_down_to_where_it_began(recorded: Recorded, look: Look) -> None:
    moments = Moments(recorded)
    fallen = moments.at(Seconds(7))
    assert ways_to(fallen, LAMP) == ((POWER, LAMP, "power"),)
    assert why(fallen, LAMP, look.words) == "← Power, down since 0:00:05"
    assert why(fallen, POWER, look.words) == ""  # it began there
    assert why(moments.at(Seconds(20)), LAMP, look.words) == ""  # it runs


def test_the_chain_is_lit_and_without_one_the_reason_is_told(
    qtbot: QtBot, presenter: ReviewPresenter, look: Look, library: Path
) -> None:
    workspace = ReviewWorkspace(presenter, look)
    qtbot.addWidget(workspace)
    with qtbot.waitSignal(presenter.stood):
        presenter.open(RunId(record(library)))
    with qtbot.waitSignal(presenter.stood, check_params_cb=lambda stood: stood.now == 7):
        presenter.seek(7)
    room = next(each for each in workspace.rooms if isinstance(each, WhyRoom))
    assert room.hindrance() == "Choose a component first."
    presenter.choose(LAMP)
    before = workspace.map.picture
    assert before is not None
    assert before.moment is not None
    assert not before.moment.travelled  # it came two seconds ago
    room.light()
    lit = workspace.map.picture
    assert lit is not None
    assert lit.moment is not None
    assert lit.moment.travelled == {(POWER, LAMP, "power")}
    presenter.choose(POWER)
    with qtbot.waitSignal(presenter.refused) as refused:
        room.light()
    assert refused.args == ["It did not come from another component."]


def test_the_reason_stands_before_what_else_is_known(qtbot: QtBot, presenter: ReviewPresenter, library: Path) -> None:
    with qtbot.waitSignal(presenter.stood):
        presenter.open(RunId(record(library)))
    with qtbot.waitSignal(presenter.stood, check_params_cb=lambda stood: stood.now == 7):
        presenter.seek(7)
    with qtbot.waitSignal(presenter.facts_shown) as told:
        presenter.choose(LAMP)
    assert told.args is not None
    assert told.args[0].lines[0] == ("Because of", "← Power, down since 0:00:05")
