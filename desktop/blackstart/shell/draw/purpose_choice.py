"""What new needs are for: three lines of which one is chosen."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from blackstart.core.topology.model import Purpose
from blackstart.shell.canvas.lines import draw_sample
from blackstart.shell.support.fonts import BODY
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8
from blackstart.shell.widgets.buttons import Button

HEIGHT_PX, SAMPLE_PX = 32, 34


class PurposeButton(Button):
    """A sample of the line, and what it is for while there is room."""

    def __init__(self, purpose: Purpose, key: str, look: Look) -> None:
        super().__init__("", look, role="tool")
        self.purpose = purpose
        self._words = look.words.say("purpose-of-line.run" if purpose is Purpose.RUN else f"purpose.{purpose}")
        self._is_short = False
        self.setCheckable(True)
        self.setFixedHeight(look.px(HEIGHT_PX))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        whole = look.words.say(f"purpose-of-line.{purpose}")
        self.setAccessibleName(whole)
        self.setToolTip(f"{whole} ({key})")

    def show_short(self, *, is_short: bool) -> None:
        """Show the line alone, or the words too."""
        if is_short != self._is_short:
            self._is_short = is_short
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        look = self._look
        width = 2 * SPACE_8 + look.px(SAMPLE_PX)
        if not self._is_short:
            width += SPACE_8 + QFontMetrics(look.font(BODY)).horizontalAdvance(self._words)
        return QSize(width, look.px(HEIGHT_PX))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.save()
        painter.translate(SPACE_8, self.height() / 2)
        painter.scale(look.text_size / 100, look.text_size / 100)
        draw_sample(painter, QPointF(), SAMPLE_PX, self.purpose, look.theme)
        painter.restore()
        if not self._is_short:
            painter.setFont(look.font(BODY))
            painter.setPen(look.theme.color("tx1" if self.isChecked() else "tx2"))
            left = 2 * SPACE_8 + look.px(SAMPLE_PX)
            room = QRect(left, 0, self.width() - left, self.height())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self._words)
        painter.end()


class PurposeChoice(QWidget):
    """One of the three purposes is chosen; keys choose too."""

    picked = Signal(object)  # Purpose

    def __init__(self, keys: dict[Purpose, str], title: str, look: Look) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons = {each: PurposeButton(each, keys[each], look) for each in Purpose}
        self.setAccessibleName(title)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in self.buttons.values():
            self._group.addButton(button)
            row.addWidget(button)
        self._group.buttonClicked.connect(self._tell)
        self.show_purpose(Purpose.RUN)

    def show_purpose(self, purpose: Purpose) -> None:
        """Show which one is chosen."""
        self.buttons[purpose].setChecked(True)

    def show_words(self, *, of_chosen: bool, of_others: bool) -> None:
        """Say in words what is chosen, and what else there is, or show lines alone."""
        for button in self.buttons.values():
            button.show_short(is_short=not (of_chosen if button.isChecked() else of_others))
        self.updateGeometry()  # or the bar would go on with the width it had

    def _tell(self, button: PurposeButton) -> None:
        self.picked.emit(button.purpose)
