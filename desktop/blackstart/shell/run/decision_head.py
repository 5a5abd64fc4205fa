"""The head of the decision form: ring and time left, the clock's hold, and the other open decisions."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.canvas.faces import count
from blackstart.shell.run.sheets import Question
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.countdown_ring import CountdownRing
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate


class DecisionHead(QWidget):
    """Renewed once a second; emits a wish for another of the open decisions."""

    other_wished = Signal(object)  # Question

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._others: tuple[Question, ...] = ()
        self.ring = CountdownRing(look)
        self.caption = Label(role="secondary")
        self.time = Label(role="countdown")
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
            self.time.setText("")
            self.remark.setText(translate("DecisionForm", "no time limit"))
            return
        self.time.setText(count(abs(question.left_s)))
        late = translate("DecisionForm", "overdue")
        self.remark.setText(late if question.is_overdue else translate("DecisionForm", "left to decide"))

    def show_others(self, others: Sequence[Question]) -> None:
        self._others = tuple(others)
        self.other.setVisible(bool(others))
        if others:
            numbers = ", ".join(str(each.number) for each in others)
            self.other.setText(translate("DecisionForm", "also open: {numbers}").format(numbers=numbers))

    def _wish_other(self) -> None:
        if self._others:
            self.other_wished.emit(self._others[0])

    def _lay_out(self) -> None:
        left = QHBoxLayout()
        left.setSpacing(SPACE_8)
        left.addWidget(self.time)
        left.addWidget(self.remark)
        left.addStretch(1)
        above = QHBoxLayout()
        above.setSpacing(SPACE_8)
        above.addWidget(self.caption)
        above.addWidget(self.other)
        above.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addStretch(1)
        column.addLayout(above)
        column.addLayout(left)
        column.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_12)
        row.addWidget(self.ring)
        row.addLayout(column, 1)
        row.addWidget(self.hold)
