"""Screens that are plugged in and unplugged by hand, and a note of what was to cover them."""

from PySide6.QtWidgets import QWidget

from blackstart.shell.display.screens import Screens
from blackstart.shell.widgets.projector_sheet import ScreenFace

LAPTOP, BEAMER = ScreenFace("laptop", "Laptop, 1600 × 1000"), ScreenFace("beamer", "Beamer, 1920 × 1080")


class FakeScreens(Screens):
    """Two of them at first; the console is on the laptop's."""

    def __init__(self) -> None:
        super().__init__()
        self.there: tuple[ScreenFace, ...] = (LAPTOP, BEAMER)
        self.covered: list[str] = []

    def faces(self) -> tuple[ScreenFace, ...]:
        return self.there

    def under(self, window: QWidget) -> str:
        return LAPTOP.key

    def cover(self, window: QWidget, key: str) -> None:
        self.covered.append(key)
        window.show()

    def plug(self, *there: ScreenFace) -> None:
        self.there = there
        self.changed.emit()
