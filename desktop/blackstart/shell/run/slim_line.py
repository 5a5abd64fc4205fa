"""The foot of the console without charts: the three figures, and the next inject."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.dashed_frame import DashedFrame
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, OneLine, YieldingLine

translate = QCoreApplication.translate

HEIGHT_PX, TIGHT_PX = 36, 72
ICON_PX, MOST_FIGURES, LEAST_NEXT_PX = 16, 3, 160


class SlimLine(QWidget):
    """Figures at the left; in a dashed border of its own what only the facilitator sees."""

    all_wished = Signal()  # all injects, not the next alone

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.all = Button("", look, "dots", "add")
        self.all.setAccessibleName(translate("Injects", "All injects"))
        self.all.setToolTip(translate("Upcoming", "All injects, with what has come and what was left out"))
        self.all.clicked.connect(self.all_wished)
        self._titles = [YieldingLine("secondary") for _ in range(MOST_FIGURES)]
        self._figures = [YieldingLine("strong") for _ in range(MOST_FIGURES)]
        self._eye = Label()
        self._later = DashedFrame(look)
        self._grid = QGridLayout(self)
        self._is_tight = False
        self.next = OneLine("secondary")
        self._lay_out()
        look.changed.connect(self._paint_eye)
        self._paint_eye()

    def show_figures(self, figures: Sequence[tuple[str, str]]) -> None:
        """Show title and amount of each."""
        for number in range(MOST_FIGURES):
            title, amount = figures[number] if number < len(figures) else ("", "")
            for label, words in ((self._titles[number], title), (self._figures[number], amount)):
                label.say(words)
                label.setVisible(bool(words))

    def show_next(self, row: ComingRow | None) -> None:
        if row is None:
            self.next.say(translate("Upcoming", "Nothing is to come any more."))
            return
        when = clock_face(row.at) if row.at is not None else row.how
        words = translate("SlimLine", "Next {time} {sender}: {text}")
        self.next.say(words.format(time=when, sender=row.title, text=row.text))

    def hide_next(self, *, is_hidden: bool) -> None:
        """Show nothing of what is to come."""
        self._later.setVisible(not is_hidden)

    def fit(self, width: int) -> int:
        """Arrange everything for a width; returns how high it is then, px."""
        parts = [each for each in (*self._titles, *self._figures) if not each.isHidden()]
        needed = sum(each.sizeHint().width() + SPACE_12 for each in parts) + self._look.px(LEAST_NEXT_PX)
        is_tight = needed > width
        if is_tight is not self._is_tight:
            self._is_tight = is_tight
            self._arrange()
        rows = (
            self._look.px(2 * HEIGHT_PX - SPACE_8) + self._look.px(HEIGHT_PX) if is_tight else self._look.px(HEIGHT_PX)
        )
        self.setFixedHeight(rows)
        return rows

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self._later)
        inner.setContentsMargins(SPACE_12, 0, SPACE_4, 0)
        inner.setSpacing(SPACE_8)
        inner.addWidget(self._eye)
        inner.addWidget(self.next, 1)
        inner.addWidget(self.all)
        self._later.setFixedHeight(self._look.px(HEIGHT_PX) - SPACE_4)
        for figure in self._figures:
            figure.setContentsMargins(0, 0, SPACE_16, 0)
        self._grid.setContentsMargins(SPACE_16, 0, SPACE_12, 0)
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setVerticalSpacing(0)
        self._arrange()

    def _arrange(self) -> None:
        """Put title and figure beside each other, or one above the other where it is tight."""
        grid, is_tight = self._grid, self._is_tight
        for each in (*self._titles, *self._figures, self._later):
            grid.removeWidget(each)
        for number, (title, figure) in enumerate(zip(self._titles, self._figures, strict=True)):
            if is_tight:
                grid.addWidget(title, 0, number, Qt.AlignmentFlag.AlignBottom)
                grid.addWidget(figure, 1, number, Qt.AlignmentFlag.AlignTop)
            else:
                grid.addWidget(title, 0, 2 * number)
                grid.addWidget(figure, 0, 2 * number + 1)
        last = 2 * MOST_FIGURES
        if is_tight:
            grid.addWidget(self._later, 2, 0, 1, MOST_FIGURES)
        else:
            grid.addWidget(self._later, 0, last)
        for column in range(last + 1):
            grid.setColumnStretch(column, int(column < MOST_FIGURES if is_tight else column == last))

    def _paint_eye(self) -> None:
        self._eye.setPixmap(icon("eyeoff", self._look.theme.color("tx2")).pixmap(ICON_PX, ICON_PX))
