"""A few choices side by side of which one is chosen: what a list is narrowed down to."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from blackstart.shell.support.theme import SPACE_4
from blackstart.shell.widgets.buttons import keeps_its_keys

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Chips(QWidget):
    """Tab stops once, at the one that is chosen; the arrows left and right choose another."""

    picked = Signal(str)  # key, by the user

    def __init__(self, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: dict[str, _Chip] = {}
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACE_4)
        for key, text in choices:
            self.add(key, text)

    def add(self, key: str, text: str) -> None:
        """Offer one more choice, behind the others."""
        button = _Chip(text)
        button.setObjectName(key)
        button.clicked.connect(self._take_click)
        button.stepped.connect(self._step)
        self._buttons[key] = button
        self._row.addWidget(button)

    @property
    def key(self) -> str:
        """Key of what is chosen; empty while nothing is."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose(self, key: str) -> None:
        """Show a choice as chosen, without a word to anyone."""
        for each, button in self._buttons.items():
            button.setChecked(each == key)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus if each == key else Qt.FocusPolicy.NoFocus)

    def button(self, key: str) -> QPushButton:
        return self._buttons[key]

    def _take_click(self) -> None:
        self._pick(self.sender().objectName())

    def _step(self, by: int) -> None:
        keys = list(self._buttons)
        number = keys.index(self.key) + by
        if 0 <= number < len(keys):
            self._pick(keys[number])
            self._buttons[keys[number]].setFocus(Qt.FocusReason.TabFocusReason)

    def _pick(self, key: str) -> None:
        self.choose(key)
        self.picked.emit(key)


class _Chip(QPushButton):
    stepped = Signal(int)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setCheckable(True)
        self.setProperty("role", "chip")

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)
