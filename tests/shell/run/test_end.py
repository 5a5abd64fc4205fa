from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table


def test_the_end_is_not_one_careless_key_away_and_then_return_looks_back(qtbot: QtBot, look: Look) -> None:
    table = Table(look)
    page = RunWorkspace(table.presenter, look)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    table.begun()
    page.ask_to_end()
    (box,) = page.findChildren(QMessageBox)
    assert box.defaultButton().text() == "Go on playing"
    next(button for button in box.buttons() if button.text() == "End it").click()
    with qtbot.waitSignal(page.review_wished):
        QTest.keyClick(page.side.end.button, Qt.Key.Key_Return)
    qtbot.waitUntil(page.side.end.button.hasFocus)
    table.presenter.leave()
