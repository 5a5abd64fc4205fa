"""The fields of a decision besides its options: who decided, how sure, and why."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QWidget

from blackstart.core.base.ids import OptionId
from blackstart.shell.run.decision_head import LARGE
from blackstart.shell.run.drafts import DecisionDraft
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Segments
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate

CONFIDENCES = ("low", "medium", "high")
USUAL = "medium"
WHY_HEIGHT_PX, FIELD_PX = 56, 32


class AnswerFields(QWidget):
    """Three fields, each beside its name; below it where words are large."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.who = Picker(look)
        self.confidence = Segments([(each, "") for each in CONFIDENCES])
        self.why = QPlainTextEdit()
        self._set_up()
        self._lay_out()
        look.changed.connect(self._name_confidences)
        self._name_confidences()

    def fill_in(self, roles: tuple[tuple[str, str], ...], draft: DecisionDraft) -> None:
        """Begin with who is at the table (role id and name), and with what was filled in."""
        self.who.clear()
        for id_, name in roles:
            self.who.addItem(name, id_)
        role = self.who.findData(draft.who) if draft.who else -1
        self.who.setCurrentIndex(role)
        if role < 0:
            self.who.setEditText(draft.who)
        self.confidence.choose(draft.confidence)
        self.why.setPlainText(draft.why)

    def draft(self, option: OptionId | None) -> DecisionDraft:
        """Return what is filled in, with the option that is chosen beside it."""
        return DecisionDraft(option, self._who(), self.confidence.key or USUAL, self.why.toPlainText())

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in that order, before anything is chosen."""
        self.confidence.choose("")  # Qt orders only what Tab can stop at, and that is then each of them
        return [self.who, *(self.confidence.button(each) for each in CONFIDENCES), self.why]

    def _who(self) -> str:
        """Role id where a known name stands in the field, else the words as typed."""
        typed = self.who.currentText().strip()
        known = self.who.findText(typed, Qt.MatchFlag.MatchFixedString | Qt.MatchFlag.MatchCaseSensitive)
        return str(self.who.itemData(known)) if known >= 0 else typed

    def _name_confidences(self) -> None:
        for each in CONFIDENCES:
            self.confidence.button(each).setText(self._look.words.say(f"confidence.{each}"))

    def _set_up(self) -> None:
        self.who.setEditable(True)
        self.who.setInsertPolicy(Picker.InsertPolicy.NoInsert)
        self.who.setAccessibleName(translate("DecisionForm", "Who decided"))
        self.confidence.setAccessibleName(translate("DecisionForm", "Confidence"))
        self.why.setAccessibleName(translate("DecisionForm", "Rationale"))
        self.why.setTabChangesFocus(True)
        self.why.setFixedHeight(self._look.px(WHY_HEIGHT_PX))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setContentsMargins(0, SPACE_4, 0, 0)
        for number, field in enumerate((self.who, self.confidence, self.why)):
            label = Label(field.accessibleName(), role="secondary")
            if self._look.text_size > LARGE:  # then a label has no room beside its field
                grid.addWidget(label, 2 * number, 0)
                grid.addWidget(field, 2 * number + 1, 0)
                continue
            label.setMinimumHeight(self._look.px(FIELD_PX))
            grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(field, number, 1)
            grid.setColumnStretch(1, 1)
