"""Somebody at the window: presses keys, clicks, reads what is shown; and time, which passes when they let it."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLineEdit, QPushButton, QWidget

from blackstart.core.session.clock import ExerciseClock
from blackstart.shell.app.application import Program, Wanted
from blackstart.shell.app.furniture import furnish
from blackstart.shell.canvas.picture import Face
from blackstart.shell.support.look import Look
from blackstart.shell.support.settings import settings_in
from blackstart.shell.window.frame import Frame
from blackstart.shell.window.rooms import Rooms
from tests.shell.drills import HandClock

PATIENCE_S = 20.0
TICK_S = 4.0  # real seconds between two looks at the clock; more than five would be sleep


class User:
    """A person with the window open on a library of their own."""

    def __init__(self, app: QApplication, folder: Path, file: Path | None = None) -> None:
        self._app = app
        self._hand = HandClock()
        wanted = Wanted(file, folder / "library.db")
        self.program = Program(app, settings_in(folder / "settings.ini"), self._furnish, wanted)
        self.frame = self.program.frame
        self.program.show()
        self.frame.activateWindow()
        self.wait(lambda: self.program.rooms is not None)
        self.wait(lambda: bool(self.rooms.library.cards))

    @property
    def rooms(self) -> Rooms:
        assert isinstance(self.program.rooms, Rooms)
        return self.program.rooms

    def wait(self, until: Callable[[], bool]) -> None:
        """Let the window work until something can be seen."""
        end = time.monotonic() + PATIENCE_S
        while not until():
            assert time.monotonic() < end, "waited in vain"
            self._app.processEvents()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._app.processEvents()  # nobody presses before they have seen
        QTest.keyClick(self.frame.focusWidget() or self.frame, key, modifier)

    def write(self, words: str) -> None:
        QTest.keyClicks(self.frame.focusWidget(), words)

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)

    def answer(self, word: str) -> None:
        """Press the button of a dialog that bears a word."""
        self._app.processEvents()
        (button,) = (each for each in self.frame.findChildren(QPushButton) if each.text() == word and each.isVisible())
        self.click(button)

    def save_as(self, path: Path) -> None:
        """Put a path into the dialog that asks where to save, and take it."""
        self.wait(lambda: any(each.isVisible() for each in self.frame.findChildren(QFileDialog)))
        dialog = next(each for each in self.frame.findChildren(QFileDialog) if each.isVisible())
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        assert isinstance(field, QLineEdit)
        field.selectAll()
        QApplication.clipboard().setText(str(path))  # letter by letter, the dialog would look into each folder
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        box = dialog.findChild(QDialogButtonBox)
        assert isinstance(box, QDialogButtonBox)
        take = box.button(QDialogButtonBox.StandardButton.Save)

        def is_taken() -> bool:
            meant = QApplication.activePopupWidget()  # the list of what might be meant: keys would be its own
            if meant is not None:
                QTest.keyClick(meant, Qt.Key.Key_Escape)
                meant.close()
            elif not dialog.isHidden():
                QTest.keyClick(take, Qt.Key.Key_Space)
            return dialog.isHidden() and QApplication.activePopupWidget() is None

        self.wait(is_taken)
        QApplication.sendPostedEvents(dialog, QEvent.Type.DeferredDelete)  # else that list would come up after it
        self.wait(self.frame.isActiveWindow)

    def play_until(self, seen: Callable[[], bool]) -> None:
        """Let the clock run until something is seen."""
        for _ in range(10_000):
            if seen():
                return
            self._hand.pass_by(TICK_S)
            self.rooms.desk.run.tick()
        raise AssertionError("it never came")

    @property
    def clock(self) -> str:
        return self.rooms.run.bar.clock.accessibleName()

    @property
    def is_paused(self) -> bool:
        return self.rooms.run.bar.day.text() == "Paused"

    def map_in(self, mode: str) -> dict[str, Face]:
        """What the cards of a mode's map show."""
        picture = (self.rooms.run if mode == "run" else self.rooms.review).map.picture
        assert picture is not None
        return {str(component): face for component, face in picture.faces.items()}

    def close(self) -> None:
        self.frame.close()

    def _furnish(self, frame: Frame, look: Look, wanted: Wanted) -> Rooms:
        return furnish(frame, look, wanted, lambda: ExerciseClock(self._hand))
