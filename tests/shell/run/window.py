"""The console in a window of its own, with somebody who presses keys there."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from blackstart.core.play.commands import Begin
from blackstart.shell.run.workspace import RunWorkspace
from blackstart.shell.support.look import Look
from tests.shell.run.table import Table

Seen = TypeVar("Seen", bound=QWidget)
Done = TypeVar("Done")
NOTHING = Qt.KeyboardModifier.NoModifier


class RunWindow:
    """Begins with a drill on the table, before its run; `above` stands over the page and nobody means to press it."""

    def __init__(self, qtbot: QtBot, look: Look, width: int, height: int, above: QWidget | None = None) -> None:
        self.table = Table(look)
        self.page = RunWorkspace(self.table.presenter, look)
        self.window = QWidget()
        qtbot.addWidget(self.window)
        column = QVBoxLayout(self.window)
        column.setContentsMargins(0, 0, 0, 0)
        for each in (above, self.page):
            if each is not None:
                column.addWidget(each)
        self.window.resize(width, height)
        with qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.page.setFocus()
        self.table.presenter.open(self.table.loaded, self.table.groundwork)

    def begin(self, begin: Begin, second: int) -> None:
        """Begin the run and let it come to a second."""
        self.table.presenter.begin_as(begin)
        self.table.at(second)

    def leave(self) -> None:
        self.table.presenter.leave()

    @property
    def focus(self) -> QWidget:
        """What hears the keys."""
        return self.window.focusWidget() or self.window

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NOTHING) -> None:
        QTest.qWait(0)
        QTest.keyClick(self.focus, key, modifier)

    def seen(self, kind: type[Seen]) -> Seen:
        """The one of a kind that is seen."""
        (found,) = (each for each in self.window.findChildren(kind) if each.isVisible())
        return found

    def recorded(self, kind: type[Done]) -> list[Done]:
        """What of a kind stands in the journal by the console's hand."""
        return [each for each in self.table.run.submitted if isinstance(each, kind)]
