from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.play.commands import End
from blackstart.shell.run.after.hot_wash import HotWash
from blackstart.shell.run.end_question import EndQuestion
from blackstart.shell.run.ending import EndSheet
from blackstart.shell.run.side_panels import EndPanel
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import LIGHT, Table


def test_the_end_is_not_one_careless_key_away_and_then_return_begins_the_hot_wash(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    table.begun()
    page.ask_to_end()
    (question,) = page.window().findChildren(EndQuestion)
    assert question.go_on.hasFocus()
    QTest.keyClick(question.go_on, Qt.Key.Key_Tab)
    assert question.end.hasFocus()
    QTest.keyClick(question.end, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.focusWidget() is not None and page.side.end.isAncestorOf(page.focusWidget()))
    QTest.keyClick(page.focusWidget(), Qt.Key.Key_Return)
    (wash,) = page.window().findChildren(HotWash)
    with qtbot.waitSignal(page.review_wished):
        wash.review.click()
    table.presenter.leave()


def test_at_the_end_it_is_said_what_was_played_and_what_it_cost(look: Look) -> None:
    table, told = Table(look), list[EndSheet]()
    table.presenter.summed.connect(told.append)
    table.begun().at(7)
    table.presenter.submit(LIGHT)
    table.at(25)
    table.presenter.submit(End())
    assert told[-1] == EndSheet(
        "Lights",
        "night shift",
        (
            ("Played", "0:00:25"),
            ("Lost", "0 service-hours"),
            ("At worst", "3 users cut off"),
            ("Decisions", "1 taken, 1 by nobody"),
        ),
    )
    table.presenter.leave()


def test_the_panel_of_the_end_shows_as_many_lines_as_there_are(qtbot: QtBot, look: Look) -> None:
    panel = EndPanel(look)
    qtbot.addWidget(panel)
    panel.show_end(EndSheet("Lights", "", (("Played", "0:00:25"),)))
    assert [label.text() for label in panel.words if not label.isHidden()] == ["0:00:25"]
    assert panel.title.text() == "Lights"


def test_after_the_end_what_lets_time_pass_says_in_the_language_why_it_cannot(look: Look) -> None:
    table = Table(look)
    table.begun()
    table.presenter.submit(End())
    for deed in (table.presenter.play_or_hold, table.presenter.step):
        deed()
        assert table.ear.sentences.pop() == "The run has ended."
    table.presenter.leave()
