"""The lines above the curve: what is drawn, the key of its strokes, what it is compared with, and what was lost."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16, SPACE_28
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.curve_key import CurveKey
from blackstart.shell.widgets.labels import Label, YieldingLine
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate

WIDEST_NOW = ("888.8 M", "888:88:88")
MOST_ROWS = 4
Rows = tuple[tuple[QWidget, ...], ...]


class CurveHead(QWidget):
    """In one line, in two, or in as many as it needs so that no word is cut."""

    measure_picked = Signal(str)
    compare_wished = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.measure = Picker(look)
        self.now = YieldingLine("hint")
        self.lost = _Lost(role="secondary")
        for each in (self.now, self.lost):
            each.setParent(self)  # before it is shown: it would be a window of its own
        self.key = CurveKey(look)
        self.compare = Button(translate("WhatIf", "What if…"), look, role="tag")
        self._lines = tuple(QHBoxLayout() for _ in range(MOST_ROWS))
        self._is_turning = False
        self._shown: Rows = ()
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
        self.lost.setText(words)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        self._fit_measure()
        self._share_lines()

    def _fit_measure(self) -> None:
        """Let the picker be as wide as what is chosen, not as the longest there is."""
        measure = self.measure
        measure.ensurePolished()
        wanted = [measure.fontMetrics().horizontalAdvance(measure.itemText(each)) for each in range(measure.count())]
        if wanted:
            chosen = wanted[max(measure.currentIndex(), 0)]
            measure.setFixedWidth(measure.sizeHint().width() - max(wanted) + chosen)

    def _share_lines(self) -> None:
        """Put the parts into as few lines as hold all of them."""
        rows = self._rows()
        if rows != self._shown and not self._is_turning:
            self._shown = rows
            self._is_turning = True  # what is put elsewhere tells of its size at once
            self._place(rows)
            self._is_turning = False
        self.lost.fit(self.width() - 2 * SPACE_8 - SPACE_28)

    def _rows(self) -> Rows:
        room = self.width() - SPACE_8 - SPACE_28
        measure, now, key, compare, lost = self.measure, self.now, self.key, self.compare, self.lost
        told = (lost,) if lost.text() else ()

        def has_room(*parts: QWidget) -> bool:
            return sum(map(self._wanted, parts)) + (len(parts) - 1) * SPACE_16 <= room

        if has_room(measure, now, key, compare, *told):
            return ((measure, now, key, compare, *told),)
        if has_room(measure, now, *told) and has_room(key, compare):
            return ((measure, now, *told), (key, compare))
        if has_room(measure, now, compare):
            return ((measure, now, compare), (key,), told)
        return ((measure, compare), (key,), (now,), told)

    def _wanted(self, part: QWidget) -> int:
        """How wide a part is with all of its words, px; what holds at the playhead as wide as it ever is."""
        if part is self.key:
            return SPACE_8 + self.key.whole_width()
        if part is self.now:
            users, time = WIDEST_NOW
            words = translate("Review", "{users} at {time}").format(users=users, time=time)
            return self.now.fontMetrics().horizontalAdvance(words)
        if part is self.lost:
            return self.lost.fontMetrics().horizontalAdvance(self.lost.text()) + 1
        if part is self.measure:
            return self.measure.maximumWidth()
        return part.sizeHint().width()

    def _place(self, rows: Rows) -> None:
        for line in self._lines:
            while line.takeAt(0) is not None:
                pass
        is_alone = (self.lost,) in rows
        self.lost.setWordWrap(is_alone)
        side = Qt.AlignmentFlag.AlignLeft if is_alone else Qt.AlignmentFlag.AlignRight
        self.lost.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)
        self.lost.setVisible(bool(self.lost.text()))
        for line, parts in zip(self._lines, rows, strict=False):
            is_below = self.measure not in parts
            is_last = bool(parts) and parts[-1] is self.lost and is_below
            line.setContentsMargins(SPACE_8 if is_below else 0, SPACE_4 if is_last else 0, 0, 0)
            wide = (self.now, self.key, self.lost) if is_below else (self.now,)
            for part in parts:
                line.addWidget(part, 1 if part in wide else 0)
            if parts == (self.measure, self.compare):
                line.insertStretch(1, 1)

    def _pick(self, index: int) -> None:
        self._turn()
        self.measure_picked.emit(self.measure.itemData(index))

    def _lay_out(self) -> None:
        self.measure.setAccessibleName(translate("WhatIf", "What the curve shows"))
        self.measure.setToolTip(translate("WhatIf", "What the curve shows (V)"))
        self.measure.setSizeAdjustPolicy(Picker.SizeAdjustPolicy.AdjustToContents)
        self.measure.setProperty("role", "heading")
        self.compare.setToolTip(
            translate("WhatIf", "What if the run had gone another way? The curve beside the one as played (C)")
        )
        rows = QVBoxLayout(self)
        rows.setContentsMargins(SPACE_16 - SPACE_8, SPACE_4, SPACE_28, SPACE_4)
        rows.setSpacing(0)  # between lines, of which some are empty
        for line in self._lines:
            line.setSpacing(SPACE_16)
            rows.addLayout(line)
        self._turn()


class _Lost(Label):
    """Gets its height from its owner: within two layouts Qt would keep the one of other words."""

    def hasHeightForWidth(self) -> bool:
        return False

    def fit(self, width: int) -> None:
        """Be as high as the words need at a width."""
        self.setMinimumHeight(0)  # else Qt would measure what was needed before
        self.setFixedHeight(max(self.heightForWidth(width), self.fontMetrics().height()))
