"""What is picked or ticked: it shows what holds, and emits what is wanted."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from blackstart.shell.draw.inspector.page import Field
from blackstart.shell.support.icons import draw_icon, icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, SPACE_8
from blackstart.shell.widgets.buttons import keeps_its_keys
from blackstart.shell.widgets.picker import Picker

BOX_PX, TICK_PX, CHECK_PX, PICK_ICON_PX, MOST_ITEMS = 16, 12, 28, 16, 12
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PickControl(Picker):
    """One of several, with their icons; nothing is shown as picked where the chosen components differ."""

    given = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._look = look
        self._field: Field | None = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(1)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setProperty("role", "list")  # with a scroll bar: as a menu it would be as high as the screen
        self.setMaxVisibleItems(MOST_ITEMS)
        side = look.px(PICK_ICON_PX)
        self.setIconSize(QSize(side, side))
        self.activated.connect(self._give)
        look.changed.connect(self._follow_look)

    def show_field(self, field: Field) -> None:
        known = self._field.choices if self._field is not None else None
        self._field = field
        if field.choices != known:
            self.clear()
            for choice in field.choices:
                self.addItem(choice.label, choice.id)
        self.setPlaceholderText(field.hint)
        self.setCurrentIndex(-1 if field.is_mixed else self.findData(field.shown))
        self._paint_icons([self.currentIndex()])

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the column is scrolled, and nothing is changed by the way

    def showPopup(self) -> None:
        self._paint_icons(range(self.count()))
        super().showPopup()

    def _follow_look(self) -> None:
        self._paint_icons([self.currentIndex()])

    def _paint_icons(self, numbers: Iterable[int]) -> None:
        """Draw icons of choices; those of a closed list wait until it opens, for there are many."""
        choices = self._field.choices if self._field is not None else ()
        for number in numbers:
            if 0 <= number < len(choices) and choices[number].icon:
                side = self._look.px(PICK_ICON_PX)
                self.setItemIcon(number, icon(choices[number].icon, self._look.theme.color("tx2"), side))

    def _give(self, number: int) -> None:
        picked = str(self.itemData(number))
        if self._field is not None:
            self.show_field(self._field)  # what is picked is shown once it holds
        self.given.emit(picked)


class CheckControl(QCheckBox):
    """A tick with its words; a bar where the chosen components differ."""

    given = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._field: Field | None = None
        self.clicked.connect(self._give)
        look.changed.connect(self.update)

    def show_field(self, field: Field) -> None:
        self._field = field
        self.setText(field.label)
        self.setTristate(field.is_mixed)
        whole = Qt.CheckState.Checked if field.is_on else Qt.CheckState.Unchecked
        self.setCheckState(Qt.CheckState.PartiallyChecked if field.is_mixed else whole)

    def event(self, event: QEvent) -> bool:
        return keeps_its_keys(self, event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER:
            self.click()
        else:
            super().keyPressEvent(event)

    def hitButton(self, at: QPoint) -> bool:
        return True

    def sizeHint(self) -> QSize:
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(self._look.px(BOX_PX) + SPACE_8 + words + 2, self._look.px(CHECK_PX))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(BOX_PX), self._look.px(CHECK_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_box(painter)
        self._draw_words(painter)
        painter.end()

    def _draw_box(self, painter: QPainter) -> None:
        theme, side = self._look.theme, self._look.px(BOX_PX)
        box = QRectF(0.75, (self.height() - side) / 2 + 0.75, side - 1.5, side - 1.5)
        is_on = self.checkState() == Qt.CheckState.Checked
        painter.setPen(QPen(theme.color("ink" if is_on else "ln2"), 1.0))
        painter.setBrush(theme.color("ink" if is_on else "bg1" if theme.is_dark else "bg2"))
        painter.drawRoundedRect(box, RADIUS_TAG, RADIUS_TAG)
        if is_on:
            draw_icon(painter, "check", box.center(), self._look.px(TICK_PX), theme.color("inkon"))
        elif self.checkState() == Qt.CheckState.PartiallyChecked:
            painter.setPen(QPen(theme.color("ink"), 2.0))
            half = QPointF(side / 4, 0)
            painter.drawLine(box.center() - half, box.center() + half)

    def _draw_words(self, painter: QPainter) -> None:
        theme, left = self._look.theme, self._look.px(BOX_PX) + SPACE_8
        words = QRectF(left, 0, self.width() - left, self.height())
        metrics = self.fontMetrics()
        if self.hasFocus():
            painter.setPen(QPen(theme.color("ink"), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            width = min(metrics.horizontalAdvance(self.text()) + SPACE_8, words.width() - 1)
            painter.drawRoundedRect(QRectF(left - 3.5, 3.5, width, self.height() - 7), RADIUS_TAG, RADIUS_TAG)
        painter.setPen(theme.color("tx1"))
        shown = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, round(words.width()))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _give(self) -> None:
        wanted = self._field is not None and (self._field.is_mixed or not self._field.is_on)
        if self._field is not None:
            self.show_field(self._field)  # what is ticked is shown once it holds
        self.given.emit("yes" if wanted else "")
