"""The foot of the console in one line: the three figures, and the next inject."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.sheets import NextLine
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_20
from blackstart.shell.widgets.labels import Label, OneLine

translate = QCoreApplication.translate

HEIGHT_PX, ICON_PX, MOST_FIGURES = 36, 16, 3


class SlimLine(QWidget):
    """Figures at the left; in a dashed border of its own what only the facilitator sees."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._titles = [Label(role="secondary") for _ in range(MOST_FIGURES)]
        self._figures = [Label(role="strong") for _ in range(MOST_FIGURES)]
        self._eye = Label()
        self.next = OneLine("secondary")
        self._lay_out()
        look.changed.connect(self._paint_eye)
        self._paint_eye()

    def show_figures(self, figures: Sequence[tuple[str, str, str]]) -> None:
        """Show title, figure and unit of each."""
        for number in range(MOST_FIGURES):
            title, figure, unit = figures[number] if number < len(figures) else ("", "", "")
            for label, words in ((self._titles[number], title), (self._figures[number], f"{figure} {unit}".strip())):
                label.setText(words)
                label.setVisible(bool(words))

    def show_next(self, line: NextLine | None) -> None:
        if line is None:
            self.next.say(translate("Upcoming", "No more injects are timed."))
            return
        words = translate("SlimLine", "Next {time} {sender}: {text}")
        self.next.say(words.format(time=clock_face(line.at), sender=line.sender, text=line.text))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        row.setSpacing(SPACE_8)
        for title, figure in zip(self._titles, self._figures, strict=True):
            row.addWidget(title)
            row.addWidget(figure)
            row.addSpacing(SPACE_12)
        later = QFrame()
        later.setProperty("role", "later")
        inner = QHBoxLayout(later)
        inner.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        inner.setSpacing(SPACE_8)
        inner.addWidget(self._eye)
        inner.addWidget(self.next, 1)
        later.setFixedHeight(self._look.px(HEIGHT_PX) - SPACE_4)
        row.addWidget(later, 1, Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(self._look.px(HEIGHT_PX))
        row.setStretchFactor(later, 1)
        self.setMinimumWidth(SPACE_20)

    def _paint_eye(self) -> None:
        self._eye.setPixmap(icon("eyeoff", self._look.theme.color("tx2")).pixmap(ICON_PX, ICON_PX))
