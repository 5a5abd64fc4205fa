"""Draw's page with a small drill on it, for tests that click and type."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.base.ids import ComponentId
from blackstart.core.drawing.arrange import arrange
from blackstart.core.drawing.route import route
from blackstart.core.exercise.files import read_drill
from blackstart.core.topology.model import Component, Topology
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.workspace import DrawWorkspace
from blackstart.shell.support.look import Look
from tests.shell.draw.presenters import draw_presenter

A, B, C, D = (ComponentId(name) for name in "abcd")
FOUR = """\
blackstart: 1
id: four
title: Four
topology:
  zones: [{id: room, name: Room}]
  components:
    - {id: a, at: [0, 0]}
    - {id: b, at: [300, 0], users: 5, needs: [{on: a}]}
    - {id: c, at: [300, 200]}
    - {id: d, at: [700, 200], zone: room, needs: [{on: [a, c]}]}
"""
EMPTY = "blackstart: 1\nid: empty\ntitle: Empty\ntopology: {components: []}\n"


class Page:
    """Draw's page as somebody at the keyboard has it."""

    def __init__(self, page: DrawWorkspace, presenter: DrawPresenter) -> None:
        self.page, self.presenter, self.map = page, presenter, page.map

    @property
    def topology(self) -> Topology:
        return self.presenter.document.topology

    @property
    def names(self) -> list[str]:
        return [each.label() for each in self.topology.components]

    def named(self, name: str) -> Component:
        return next(each for each in self.topology.components if each.label() == name)

    def choose(self, *components: ComponentId) -> None:
        self.presenter.select(self.presenter.selection.__class__(components))

    def do(self, action: str) -> None:
        """Do what a key would."""
        next(each for each in self.page.actions() if each.objectName() == action).trigger()

    def type(self, text: str, *keys: Qt.Key) -> None:
        """Type into what has the focus."""
        focus = self.focus
        QTest.keyClicks(focus, text)
        for key in keys:
            QTest.keyClick(self.focus, key)

    @property
    def focus(self) -> QWidget:
        found = QApplication.focusWidget()
        assert found is not None
        return found

    def view_point(self, x: float, y: float) -> QPointF:
        return self.map.placement.transform().map(QPointF(x, y))


@contextmanager
def drawing_page(qtbot: QtBot, look: Look, text: str = FOUR) -> Iterator[Page]:
    presenter = draw_presenter(look)
    page = DrawWorkspace(presenter, look)
    qtbot.addWidget(page)
    page.resize(1400, 900)
    page.show()
    page.activateWindow()
    loaded = read_drill(text)
    presenter.document.open(loaded, None)
    presenter.open(route(loaded.drill.topology, arrange(loaded.drill.topology)))
    page.map.setFocus()
    yield Page(page, presenter)
    presenter.stop()
    presenter.document.close()
