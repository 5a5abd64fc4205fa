"""The head of the decision form: ring and time left, the clock's hold, and the other open decisions."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.canvas.faces import count
from blackstart.shell.run.sheets import Question
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.countdown_ring import CountdownRing
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

# How the time left is written: it turns bold when little of it is left, and smaller when there is none.
CALM, NEAR, LATE = "countdown-calm", "countdown", "title"
NEAR_S, MOST_OTHERS = 60, 3
LARGE = 125  # per cent of the usual size of words


class DecisionHead(QWidget):
    """Renewed once a second; emits a wish for another of the open decisions."""

    other_wished = Signal(object)  # Question

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._others: tuple[Question, ...] = ()
        self.ring = CountdownRing(look)
        self.caption = Label(role="secondary")
        self.time = Label(role=CALM)
        self.remark = Label(role="secondary")
        self.hold = Button(translate("DecisionForm", "Hold clock"), look)
        self.other = Button("", look, role="link")
        self.other.clicked.connect(self._wish_other)
        self._lay_out()

    def show_question(self, question: Question) -> None:
        self.caption.setText(translate("DecisionForm", "Open decision {number}").format(number=question.number))
        self.ring.show_share(question.share_left)
        self.ring.setVisible(question.left_s is not None)
        if question.left_s is None:
            self._say("", translate("DecisionForm", "no time limit"))
        elif question.is_overdue and question.due is not None:
            since = translate("DecisionForm", "Overdue since {time}").format(time=clock_face(question.due))
            self._say(since, "", LATE)
        else:
            role = NEAR if question.left_s < NEAR_S else CALM
            self._say(count(question.left_s), translate("DecisionForm", "left to decide"), role)

    def show_clock(self, *, is_running: bool) -> None:
        """Offer to hold the clock while it runs."""
        self.hold.setEnabled(is_running)
        self.hold.setText(
            translate("DecisionForm", "Hold clock") if is_running else translate("DecisionForm", "Clock held")
        )

    def show_others(self, others: Sequence[Question]) -> None:
        self._others = tuple(others)
        self.other.setVisible(bool(others))
        if others:
            numbers = ", ".join(str(each.number) for each in others[:MOST_OTHERS])
            numbers += ", …" if len(others) > MOST_OTHERS else ""
            self.other.setText(translate("DecisionForm", "also open: {numbers}").format(numbers=numbers))

    def _say(self, time: str, remark: str, role: str = CALM) -> None:
        for label, words in ((self.time, time), (self.remark, remark)):
            label.setText(words)
            label.setVisible(bool(words))
        if self.time.property("role") != role:
            self.time.setProperty("role", role)
            self.time.style().polish(self.time)  # Qt reads a property of the style sheet only then

    def _wish_other(self) -> None:
        if self._others:
            self.other_wished.emit(self._others[0])

    def _lay_out(self) -> None:
        is_large = self._look.text_size > LARGE  # then not everything has room beside the ring
        self.time.setWordWrap(is_large)
        left = QVBoxLayout() if is_large else QHBoxLayout()
        left.setSpacing(0 if is_large else SPACE_8)
        left.addWidget(self.time)
        left.addWidget(self.remark)
        above = QHBoxLayout()
        above.setSpacing(SPACE_8)
        above.addWidget(self.caption)
        if not is_large:
            left.addStretch(1)
            above.addWidget(self.other)
        above.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(above)
        column.addLayout(left)
        column.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.addWidget(self.ring, 0, 0)
        grid.addLayout(column, 0, 1)
        grid.setColumnStretch(1, 1)
        if is_large:
            below = QHBoxLayout()
            below.addWidget(self.hold, 1)
            below.addWidget(self.other)
            grid.addLayout(below, 1, 0, 1, 2)
        else:
            grid.addWidget(self.hold, 0, 2)
