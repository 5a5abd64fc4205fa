"""What is to come, which nobody but the facilitator sees: dashed border, crossed eye."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.sheets import NextLine
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.labels import Label, OneLine

translate = QCoreApplication.translate

LINES, ICON_PX, HEIGHT_PX = 3, 16, 112


class Upcoming(QFrame):
    """The next few injects: when, from whom, what."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "later")
        self.setFixedHeight(HEIGHT_PX)  # however many there are: the map above must not jump
        self._shown: tuple[NextLine, ...] | None = None
        self._times = [Label(role="secondary") for _ in range(LINES)]
        self._senders = [OneLine("strong") for _ in range(LINES)]
        self._words = [OneLine("secondary") for _ in range(LINES)]
        self._eye = Label()
        self._none = Label(translate("Upcoming", "No more injects are timed."), role="hint")
        self._lay_out()
        look.changed.connect(self._paint_eye)
        self._paint_eye()

    def show_lines(self, lines: tuple[NextLine, ...]) -> None:
        if lines == self._shown:
            return
        self._shown = lines
        self._none.setVisible(not lines)
        for number in range(LINES):
            line = lines[number] if number < len(lines) else None
            self._times[number].setText(clock_face(line.at) if line is not None else "")
            self._senders[number].say(line.sender if line is not None else "")
            self._words[number].say(line.text if line is not None else "")
            for part in (self._times[number], self._senders[number], self._words[number]):
                part.setVisible(line is not None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_8)
        head.addWidget(Label(translate("Upcoming", "Next timed injects"), role="strong"))
        head.addStretch(1)
        head.addWidget(self._eye)
        head.addWidget(Label(translate("Upcoming", "facilitator only"), role="hint"))
        lines = QGridLayout()
        lines.setHorizontalSpacing(SPACE_20)
        lines.setVerticalSpacing(SPACE_4)
        for number in range(LINES):
            parts: tuple[QWidget, ...] = (self._times[number], self._senders[number], self._words[number])
            for column, part in enumerate(parts):
                lines.addWidget(part, number, column)
        lines.addWidget(self._none, LINES, 0, 1, 3)
        lines.setColumnStretch(1, 1)
        lines.setColumnStretch(2, 4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        whole.setSpacing(SPACE_8)
        whole.addLayout(head)
        whole.addLayout(lines)
        whole.addStretch(1)

    def _paint_eye(self) -> None:
        self._eye.setPixmap(icon("eyeoff", self._look.theme.color("tx3")).pixmap(ICON_PX, ICON_PX))
        self._eye.setAlignment(Qt.AlignmentFlag.AlignCenter)
