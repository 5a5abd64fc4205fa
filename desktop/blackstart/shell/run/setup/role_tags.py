"""The roles that somebody can wear, each a tag that is on or off."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from blackstart.shell.support.theme import SPACE_4
from blackstart.shell.widgets.buttons import keeps_its_keys, presses_by_enter
from blackstart.shell.widgets.flow import FlowLayout

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class RoleTags(QWidget):
    """Tab stops once; the arrows left and right go from tag to tag, Space or Enter turns one on or off."""

    changed = Signal()

    def __init__(self, whose: str, roles: Sequence[tuple[str, str]], worn: Collection[str]) -> None:
        super().__init__()
        self._tags: dict[str, _Tag] = {}
        row = FlowLayout(self, SPACE_4)
        for id_, name in roles:
            tag = _Tag(name)
            tag.setAccessibleName(f"{whose}: {name}")
            tag.setChecked(id_ in worn)
            tag.toggled.connect(self.changed)
            tag.stepped.connect(self._step)
            self._tags[id_] = tag
            row.addWidget(tag)
        self._stop_at(next(iter(self._tags.values()), None))

    @property
    def worn(self) -> tuple[str, ...]:
        """Ids of the roles that are on, in the order of the drill."""
        return tuple(id_ for id_, tag in self._tags.items() if tag.isChecked())

    def tag(self, id_: str) -> QPushButton:
        return self._tags[id_]

    def _step(self, step: int) -> None:
        tags = list(self._tags.values())
        here = next((number for number, tag in enumerate(tags) if tag.hasFocus()), 0)
        there = tags[(here + step) % len(tags)]
        self._stop_at(there)
        there.setFocus(Qt.FocusReason.TabFocusReason)

    def _stop_at(self, stop: QPushButton | None) -> None:
        for tag in self._tags.values():
            tag.setFocusPolicy(Qt.FocusPolicy.TabFocus if tag is stop else Qt.FocusPolicy.NoFocus)


class _Tag(QPushButton):
    stepped = Signal(int)

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setProperty("role", "tag")
        self.setCheckable(True)

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif presses_by_enter(event):
            self.click()
        else:
            super().keyPressEvent(event)
