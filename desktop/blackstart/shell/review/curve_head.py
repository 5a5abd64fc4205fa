"""The line above the curve: what is drawn, the key of its strokes, what it is compared with, and what was lost."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16, SPACE_28
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.curve_key import CurveKey
from blackstart.shell.widgets.labels import YieldingLine
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate

LEAST_NOW_PX = 110


class CurveHead(QWidget):
    """In two lines where one has no room for all of it."""

    measure_picked = Signal(str)
    compare_wished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.measure = Picker(look)
        self.now = YieldingLine("hint")
        self.now.setParent(self)  # before it is shown: it would be a window of its own
        self.lost = YieldingLine("secondary")
        self.key = CurveKey(look)
        self.compare = Button(translate("WhatIf", "Compare with…"), look, role="tag")
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        self._is_turning = False
        self._shape: tuple[bool, bool] | None = None
        self._lay_out()
        self.measure.activated.connect(self._pick)
        self.compare.clicked.connect(self.compare_wished)

    def list_measures(self, rows: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer what can be drawn: key and words."""
        self.measure.clear()
        for key, words in rows:
            self.measure.addItem(words, key)
        self.measure.setCurrentIndex(max(self.measure.findData(chosen), 0))
        self._turn()

    def tell_lost(self, words: str) -> None:
        self.lost.say(words)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        """Put the parts into one line or two."""
        measure, compare = self.measure.sizeHint().width(), self.compare.sizeHint().width()
        lost = self.lost.sizeHint().width()
        key, room = self.key.whole_width(), self.width() - SPACE_8 - SPACE_28
        is_wide = measure + self._look.px(LEAST_NOW_PX) + key + compare + lost + 4 * SPACE_16 <= room
        shape = (is_wide, key + compare + SPACE_16 + SPACE_8 <= room)
        if shape != self._shape and not self._is_turning:
            self._shape = shape
            self._is_turning = True  # what is put elsewhere tells of its size at once
            self._place(is_wide=is_wide, is_compare_below=shape[1])
            self._is_turning = False
            self._turn()

    def _place(self, *, is_wide: bool, is_compare_below: bool) -> None:
        """Put the parts into one line or two; where there is little room, what held at the playhead gives way."""
        for part in (self.measure, self.now, self.key, self.compare, self.lost):
            for row in (self._first, self._second):
                row.removeWidget(part)
        self.key.setContentsMargins(0 if is_wide else SPACE_8, 0, 0, 0)  # below the words of the picker
        self.now.setVisible(is_wide or is_compare_below)
        self._first.addWidget(self.measure)
        self._first.addWidget(self.now, 1)
        if is_wide:
            for part in (self.key, self.compare, self.lost):
                self._first.addWidget(part)
            return
        self._second.addWidget(self.key, 1)
        (self._second if is_compare_below else self._first).addWidget(self.compare)
        self._first.addWidget(self.lost, 0 if is_compare_below else 1)

    def _pick(self, index: int) -> None:
        self.measure_picked.emit(self.measure.itemData(index))

    def _lay_out(self) -> None:
        self.measure.setAccessibleName(translate("WhatIf", "What the curve shows"))
        self.measure.setToolTip(translate("WhatIf", "What the curve shows (V)"))
        self.measure.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToContents)
        self.measure.setProperty("role", "heading")
        self.lost.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.compare.setToolTip(
            translate("WhatIf", "Compare the run as played with another way it could have gone (C)")
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE_16 - SPACE_8, SPACE_4, SPACE_28, SPACE_4)
        rows.setSpacing(SPACE_4)
        for row in (self._first, self._second):
            row.setSpacing(SPACE_16)
            rows.addLayout(row)
        self._turn()
