"""A sheet with fields keeps them inside itself."""

from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.support.look import Look
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.picker import Picker


def test_a_long_choice_makes_no_field_wider_than_its_sheet(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    window.show()
    sheet = FormSheet("A strength", "Write down", look)
    field = Picker(look)
    field.addItem("Tell the public what is known at least every six hours, outside the dead channels, and no more.")
    sheet.add_field("Objective", field)
    sheet.open_over(window)
    QApplication.processEvents()
    (scroll,) = sheet.findChildren(QScrollArea)
    seen = scroll.viewport()
    assert seen.rect().contains(field.mapTo(seen, field.rect().bottomRight()))
