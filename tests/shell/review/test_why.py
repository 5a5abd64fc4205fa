"""Why something is down is told link by link, and lit on the map."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId, RunId
from blackstart.core.base.simtime import Seconds
from blackstart.core.play.commands import Believe
from blackstart.shell.canvas.facts import facts_of
from blackstart.shell.document.opening import Opener
from blackstart.shell.review.causes import ways_to, why
from blackstart.shell.review.chosen_facts import chosen_facts
from blackstart.shell.review.moments import Moments
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.review.recorded import Recorded, read_recorded
from blackstart.shell.review.why.room import WhyRoom
from blackstart.shell.review.workspace import ReviewWorkspace
from blackstart.shell.support.look import Look
from tests.shell.recorded_runs import record
from tests.shell.review.knowing.runs import record_known

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


def test_a_link_of_which_the_team_was_mistaken_says_what_it_took_it_for(library: Path, look: Look) -> None:
    said = (
        (2, Believe(POWER, "operational", "lead")),
        (3, Believe(LAMP, "down", "lead")),
    )
    recorded = read_recorded(library, record_known(library, "all", said), Opener())
    fallen, before = (Moments(recorded).at(Seconds(at)) for at in (7, 4))
    assert why(fallen, LAMP, look.words, recorded.known) == "← Power, down since 0:00:05; believed operational"
    facts = chosen_facts(facts_of(fallen, LAMP, look.words), fallen, recorded.known, look)
    assert facts.lines[:2] == (
        ("Because of", "← Power, down since 0:00:05; believed operational"),
        ("Believed", "down, since 0:00:03"),
    )
    assert chosen_facts(facts_of(before, LAMP, look.words), before, recorded.known, look).lines[0] == (
        "Believed",
        "down, since 0:00:03",
    )


def test_a_link_that_nobody_had_spoken_of_says_what_the_display_showed(library: Path, look: Look) -> None:
    recorded = read_recorded(library, record_known(library, "believed", ()), Opener())
    fallen = Moments(recorded).at(Seconds(7))
    facts = chosen_facts(facts_of(fallen, LAMP, look.words), fallen, recorded.known, look)
    assert facts.lines[:2] == (
        ("Because of", "← Power, down since 0:00:05; shown as operational"),
        ("Shown", "operational"),
    )
