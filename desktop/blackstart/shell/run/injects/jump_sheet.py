"""The sheet on which a time to jump to is typed or chosen, with what would happen on the way there."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from blackstart.core.base.simtime import clock_face
from blackstart.shell.run.coming import ComingRow
from blackstart.shell.run.coming_list import ComingList
from blackstart.shell.run.injects.ask_sheet import Judge
from blackstart.shell.run.injects.judging import example_times
from blackstart.shell.run.injects.jumping import Choices
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

WIDTH_PX, LIST_PX, LARGE = 600, 236, 125


class JumpSheet(FormSheet):
    """Enter in the field jumps; whoever carries that out closes it."""

    time_typed = Signal(str)  # one that can be jumped to, or empty
    jump_wished = Signal(str)

    def __init__(self, choices: Choices, judge: Judge, look: Look) -> None:
        super().__init__(translate("JumpSheet", "Jump ahead"), translate("JumpSheet", "Jump"), look, WIDTH_PX)
        self._judge = judge
        self._times = [clock_face(at) for _, at in choices]
        self.line = QLineEdit()
        self.line.setPlaceholderText(example_times())
        self.said = Label(role="hint", wraps=True)
        self.choices = [Button(words, look) for words, _ in choices]
        self.way = ComingList(look, has_buttons=False)
        self.nothing = Label(role="hint", wraps=True)
        self._lay_out()
        self.line.textChanged.connect(self._say)
        self.line.returnPressed.connect(self._wish)
        self.handed_on.connect(self._wish)
        for button in self.choices:
            button.clicked.connect(self._choose)
        self._say("")
        self.show_way(())

    def first_stop(self) -> QWidget | None:
        return self.line

    def show_way(self, rows: tuple[ComingRow, ...]) -> None:
        """Show what happens on the way."""
        self.way.show_rows(rows)
        self.way.setVisible(bool(rows))
        is_sound = self._judge(self.line.text().strip())[0]
        nothing = translate("JumpSheet", "Nothing happens on the way.")
        unasked = translate("JumpSheet", "Type or choose a time: what comes on the way is shown here before it comes.")
        self.nothing.setText(nothing if is_sound else unasked)
        self.nothing.setVisible(not rows)

    def _choose(self) -> None:
        pressed = self.sender()
        self.line.setText(next(time for time, each in zip(self._times, self.choices, strict=True) if each is pressed))
        self.line.setFocus()

    def _say(self, typed: str) -> None:
        is_sound, said = self._judge(typed.strip())
        self.said.setText(said)
        self.time_typed.emit(typed.strip() if is_sound else "")

    def _wish(self) -> None:
        typed = self.line.text().strip()
        is_sound, said = self._judge(typed)
        if is_sound:
            self.jump_wished.emit(typed)
            return
        self.complain(said)
        self.line.setFocus()

    def _lay_out(self) -> None:
        held = QWidget()
        places = QGridLayout(held)
        places.setContentsMargins(0, 0, 0, 0)
        places.setSpacing(SPACE_8)
        columns = 3 if self._look.text_size <= LARGE else 1
        for number, button in enumerate(self.choices):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            places.addWidget(button, number // columns, number % columns)
        self.add_field(translate("JumpSheet", "To when"), self.line)
        self.form.addWidget(self.said)
        self.form.addWidget(held)
        way = QWidget()
        way.setFixedHeight(self._look.px(LIST_PX))
        column = QVBoxLayout(way)
        column.setContentsMargins(0, SPACE_4, 0, 0)
        column.addWidget(self.way, 1)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.nothing, 1)
        self.add_field(translate("JumpSheet", "On the way, if nobody acts"), way)
