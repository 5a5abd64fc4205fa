"""The lower half of the console's right column: one of several lists at a time, each behind a word."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.chips import Chips
from blackstart.shell.widgets.labels import Label, rule

MOST_COUNTED = 99
LEAST_PX = 190  # of a list that was asked for: below an open decision the first one makes do with less
BELOW_PX = 76  # of one below a decision that was asked for after it


class SideTabs(QWidget):
    """Rooms of the console add their lists; the first one is shown until another is asked for."""

    shown = Signal(str)  # key of the list that came to the front

    def __init__(self) -> None:
        super().__init__()
        self.chips = Chips()
        self.told = Label(role="hint")  # what the list in front says of itself
        self._lists = QStackedWidget()
        self._lists.setProperty("role", "lists")
        self._held: dict[str, QWidget] = {}
        self._words: dict[str, str] = {}
        self._told: dict[str, str] = {}
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_12 - SPACE_8, 0, SPACE_16, SPACE_8)
        head.addWidget(self.chips)
        head.addStretch(1)
        head.addWidget(self.told)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(rule())
        whole.addWidget(self._lists, 1)
        self.chips.picked.connect(self.show_list)

    @property
    def key(self) -> str:
        """Key of the list in front."""
        return self.chips.key

    @property
    def is_first_shown(self) -> bool:
        """Whether nobody asked for another list than the first."""
        return self.key == next(iter(self._held), "")

    def add(self, key: str, words: str, held: QWidget) -> None:
        """Take in a list, behind the others."""
        self.chips.add(key, words)
        self._held[key] = held
        self._words[key] = words
        self._lists.addWidget(held)
        if len(self._held) == 1:
            self.show_list(key)
        else:
            self.chips.choose(self.key)

    def show_list(self, key: str) -> None:
        """Bring a list to the front."""
        self.chips.choose(key)
        self._lists.setCurrentWidget(self._held[key])
        self._lists.setMinimumHeight(0 if self.is_first_shown else LEAST_PX)
        self.told.setText(self._told.get(key, ""))
        self.shown.emit(key)

    def make_do(self) -> None:
        """Leave its room to the open decision, which was asked for after the list in front."""
        self._lists.setMinimumHeight(0 if self.is_first_shown else BELOW_PX)

    def begin(self, key: str) -> None:
        """Bring a list to the front, and put the focus into it."""
        self.show_list(key)
        self._held[key].setFocus()

    def count(self, key: str, number: int) -> None:
        """Say how much in a list waits for somebody; 0 = nothing does."""
        said = str(number) if number <= MOST_COUNTED else f"{MOST_COUNTED}+"
        self.chips.button(key).setText(f"{self._words[key]} {said}" if number else self._words[key])

    def tell(self, key: str, words: str) -> None:
        """Say something of a list at the right end, while that list is in front."""
        self._told[key] = words
        if key == self.key:
            self.told.setText(words)
