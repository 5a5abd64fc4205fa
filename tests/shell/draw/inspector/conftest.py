from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.core.topology.model import Component
from blackstart.shell.document.document import Document
from blackstart.shell.draw.inspector.column import InspectorColumn
from blackstart.shell.draw.inspector.field_row import FieldRow
from blackstart.shell.draw.inspector.lines import LineControl
from blackstart.shell.draw.inspector.section_view import SectionView
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from tests.shell.draw.presenters import draw_presenter

FILE = """\
blackstart: 1
id: small
title: {en: Small, ko: 작은 훈련}
topology:
  crews: [{id: site, name: Site crew, size: 2}]
  zones: [{id: west, name: West}, {id: room, name: Room, in: west}]
  components:
    - {id: grid, name: Grid, kind: power}
    - {id: feed-a, name: Feed A, kind: power}
    - {id: feed-b, name: Feed B, kind: power}
    - {id: hall, name: Hall, kind: hall, zone: west, restart: 30 min, crew: site,
       needs: [{on: grid, survives: 3 min}, {on: [feed-a, feed-b]}]}
    - {id: login, name: {en: Login, ko: 로그인}, kind: auth, zone: west, users: 4200, restart: 18 min,
       needs: [{on: hall, survives: 3 min}, {on: deploy, for: start}]}
    - {id: deploy, name: Deploy tool, kind: deploy, needs: [{on: login, for: start}, {on: hall, weight: 40 %}]}
"""


@dataclass
class Bench:
    """The real column over a real document; what is typed and read is named by its field."""

    draw: DrawPresenter
    column: InspectorColumn

    @property
    def document(self) -> Document:
        return self.draw.document

    def choose(self, *components: str) -> None:
        self.draw.select(Selection(tuple(ComponentId(each) for each in components)))

    def component(self, name: str) -> Component:
        return self.document.topology.component(ComponentId(name))

    def section(self, title: str) -> SectionView:
        seen = (each for each in self.column.panel.sections if not each.isHidden())
        return next(each for each in seen if each.title.text() == title)

    def field(self, *key: str) -> FieldRow:
        found = (each.field(key) for each in self.column.panel.sections if not each.isHidden())
        return next(each for each in found if each is not None)

    def line(self, *key: str) -> LineControl:
        control = self.field(*key).control
        assert isinstance(control, LineControl)
        return control

    def type(self, words: str, *key: str, end: Qt.Key | None = Qt.Key.Key_Return) -> LineControl:
        line = self.line(*key)
        line.setFocus()
        line.selectAll()
        if words.isascii():
            QTest.keyClicks(line, words)
        else:
            line.insert(words)  # QTest has no keys for these
        if end is not None:
            QTest.keyClick(line, end)
        return line

    def undo(self) -> None:
        self.document.history.undo()


@pytest.fixture
def make_bench(qtbot: QtBot, look: Look) -> Iterator[Callable[[str], Bench]]:
    made: list[DrawPresenter] = []

    def make(text: str) -> Bench:
        draw = draw_presenter(look)
        document = draw.document
        made.append(draw)
        loaded = read_drill(text)
        document.open(loaded, None)
        draw.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))
        column = InspectorColumn(draw, look)
        qtbot.addWidget(column)
        column.resize(316, 700)
        column.show()
        qtbot.waitActive(column)
        return Bench(draw, column)

    yield make
    for draw in made:
        draw.stop()
        draw.document.close()


@pytest.fixture
def bench(make_bench: Callable[[str], Bench]) -> Bench:
    return make_bench(FILE)
