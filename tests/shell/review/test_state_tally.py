from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.engine.trace import Shown
from blackstart.shell.review.state_tally import StateTally
from blackstart.shell.support.look import Look
from tests.shell.canvas.drawings import stands


def test_thousands_are_set_apart(qtbot: QtBot, look: Look) -> None:
    tally = StateTally(look)
    qtbot.addWidget(tally)
    tally.show_standings([stands(ComponentId("a"), Shown.DOWN)] * 10_000)
    assert tally.accessibleName() == "10,000 down"
