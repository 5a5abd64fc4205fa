import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from blackstart.shell.widgets.flow import FlowLayout


class Row:
    """Three plates of 100 x 20, 10 px apart."""

    def __init__(self) -> None:
        self.held = QWidget()
        self.flow = FlowLayout(self.held, 10)
        self.plates = [QLabel() for _ in range(3)]
        for plate in self.plates:
            plate.setFixedSize(100, 20)
            self.flow.addWidget(plate)
        self.held.show()

    def places(self, width: int) -> list[tuple[int, int]]:
        self.held.resize(width, self.flow.heightForWidth(width))
        self.flow.activate()
        return [(each.x(), each.y()) for each in self.plates if not each.isHidden()]


@pytest.fixture
def row(qtbot: QtBot) -> Row:
    made = Row()
    qtbot.addWidget(made.held)
    return made


def test_what_has_no_more_room_goes_on_in_the_next_row(row: Row) -> None:
    assert row.places(210) == [(0, 0), (110, 0), (0, 30)]


def test_the_height_follows_the_width(row: Row) -> None:
    assert [row.flow.heightForWidth(width) for width in (320, 210, 100)] == [20, 50, 80]


def test_what_is_hidden_takes_no_room(row: Row) -> None:
    row.plates[0].hide()
    assert row.places(210) == [(0, 0), (110, 0)]
