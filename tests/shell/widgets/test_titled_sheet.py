from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.titled_sheet import TitledSheet


class Long(TitledSheet):
    """Much to read, and a button that stays in sight."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, 300)
        held = QWidget()
        column = QVBoxLayout(held)
        for number in range(100):
            column.addWidget(Label(str(number), wraps=True))
        self.button = QPushButton("Close")
        foot = QWidget()
        QVBoxLayout(foot).addWidget(self.button)
        self.area = self.fill("Long", held, foot)

    def first_stop(self) -> QWidget:
        return self.button


def test_pages_are_turned_by_key_while_a_button_has_the_focus(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 400)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    sheet = Long(look)
    sheet.open_over(window)
    QTest.qWait(0)
    assert window.focusWidget() is sheet.button
    bar = sheet.area.verticalScrollBar()
    for key, place in ((Qt.Key.Key_PageDown, bar.pageStep()), (Qt.Key.Key_PageUp, 0)):
        QTest.keyClick(sheet.button, key)
        assert bar.value() == place
    assert sheet.button.isVisible()
