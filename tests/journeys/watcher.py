"""The eyes of those at the table: what the participants' display shows beside the console."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from blackstart.shell.display.window import DisplayWindow
from blackstart.shell.widgets.clock_face import digits
from tests.journeys.user import User


class Watcher:
    """Somebody who sees the display that a facilitator shows."""

    def __init__(self, user: User) -> None:
        self.user = user
        user.press(Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
        user.wait(lambda: user.rooms.projection.window is not None)
        user.frame.activateWindow()  # offscreen every window that is shown takes the keys
        user.wait(lambda: self.window.map.picture is not None)

    @property
    def window(self) -> DisplayWindow:
        assert self.user.rooms.projection.window is not None
        return self.user.rooms.projection.window

    def look(self) -> QImage:
        """Look at the display once it has followed the console; the same map, clock and question are on both."""
        self.user.rooms.projection.show_seen()
        picture, head = self.window.map.picture, self.window.head.sheet
        assert picture is not None
        assert head is not None
        assert self.user.clock in (f"T+{digits(head.now)}", "")  # it says nothing before the clock has run
        console = {component: face.shown for component, face in self.user.map_in("run").items()}
        assert {str(component): face.shown for component, face in picture.faces.items()} == console
        asked = self.window.question.sheet
        assert (asked is not None) is (self.user.rooms.run.side.form.shown is not None)
        return self.window.grab().toImage()

    @property
    def message(self) -> str:
        sheet = self.window.message.sheet
        assert sheet is not None
        return sheet.text
