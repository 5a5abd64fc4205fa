"""Sheets about one entry: why it is taken back, what it should have said, what it said first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from blackstart.shell.run.names_field import NamesField
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12
from blackstart.shell.widgets.buttons import Segments
from blackstart.shell.widgets.entry_lines import LogLine
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.pick_list import PickRow
from blackstart.shell.widgets.who_field import WhoField

translate = QCoreApplication.translate

CONFIDENCES = ("low", "medium", "high")
TEXT_PX = 72
People = tuple[tuple[str, str], ...]


class TakeBackSheet(FormSheet):
    """Says what taking back means, and asks for the reason."""

    agreed = Signal(int, str)  # seq, why

    def __init__(self, line: LogLine, look: Look) -> None:
        super().__init__(translate("Log", "Take this back?"), translate("Log", "Take it back"), look)
        self._seq = line.seq
        self.why = QLineEdit()
        self.form.addWidget(Label("\n".join(line.words), wraps=True))
        meaning = translate(
            "Log", "What has not happened yet is cancelled. What has happened stays, as does the entry."
        )
        again = translate("Log", "The decision is opened again.")
        if line.kind == "decisions":
            meaning = f"{meaning} {again}"
        self.form.addWidget(Label(meaning, role="secondary", wraps=True))
        self.add_field(translate("Log", "Why"), self.why)
        self.handed_on.connect(self._agree)
        self.why.returnPressed.connect(self._agree)

    def first_stop(self) -> QWidget | None:
        return self.why

    def _agree(self) -> None:
        why = self.why.text().strip()
        if not why:
            self.complain(translate("Log", "Nothing is taken back yet: say why."))
            self.why.setFocus()
            return
        self.agreed.emit(self._seq, why)


class CorrectSheet(FormSheet):
    """Asks for other words: never for another option, other effects, another time."""

    agreed = Signal(int, object)  # seq, dict of what is said otherwise

    def __init__(self, line: LogLine, people: People, things: Callable[[], Sequence[PickRow]], look: Look) -> None:
        super().__init__(translate("Log", "Correct the words"), translate("Log", "Record the correction"), look)
        self._seq = line.seq
        self._first = dict(line.fields)
        self._fields: dict[str, QPlainTextEdit | WhoField | Segments] = {}
        hint = translate("Log", "The entry stays as it is; the correction is a line of its own beside it.")
        self.form.addWidget(Label(hint, role="secondary", wraps=True))
        for name, value in line.fields:
            self._add(name, value, people, look)
        self.about: NamesField | None = None
        if line.about is not None:
            self.about = NamesField(translate("Log", "Type what it is about"), things, look)
            self.about.take(line.about)
            self._about_first = self.about.keys
            self.add_field(translate("Log", "About"), self.about)
        self.handed_on.connect(self._agree)

    def first_stop(self) -> QWidget | None:
        return next((each for each in self._fields.values() if not isinstance(each, Segments)), None)

    def field(self, name: str) -> QPlainTextEdit | WhoField | Segments:
        """The field of `text`, `why`, `by` or `confidence`."""
        return self._fields[name]

    def _add(self, name: str, value: str, people: People, look: Look) -> None:
        heading = {
            "text": translate("Log", "Words"),
            "why": translate("Log", "Why"),
            "by": translate("Log", "By whom"),
            "confidence": translate("Log", "Confidence"),
        }[name]
        if name == "by":
            who = WhoField(look)
            who.show_people(people)
            who.choose(value)
            self._fields[name] = who
        elif name == "confidence":
            sure = Segments([(each, look.words.say(f"confidence.{each}")) for each in CONFIDENCES])
            sure.choose(value)
            self._fields[name] = sure
        else:
            text = QPlainTextEdit(value)
            text.setTabChangesFocus(True)
            text.setFixedHeight(look.px(TEXT_PX))
            text.moveCursor(QTextCursor.MoveOperation.End)
            self._fields[name] = text
        self._fields[name].setAccessibleName(heading)
        self.add_field(heading, self._fields[name])

    def _agree(self) -> None:
        now = {name: _value(field) for name, field in self._fields.items()}
        changed: dict[str, object] = {name: value for name, value in now.items() if value != self._first[name]}
        if self.about is not None and self.about.keys != self._about_first:
            changed["about"] = self.about.keys
        if not changed:
            self.complain(translate("Log", "Nothing is corrected yet: the words are as they were."))
            return
        self.agreed.emit(self._seq, changed)


class BeforeSheet(FormSheet):
    """An entry as it was first said, and as it reads now."""

    def __init__(self, line: LogLine, look: Look) -> None:
        super().__init__(translate("Log", "As it was first said"), translate("Log", "Close"), look)
        self.form.setSpacing(SPACE_12)
        for heading, words in ((translate("Log", "First"), line.before), (translate("Log", "Now"), line.words)):
            self.form.addWidget(Label(heading, role="secondary"))
            self.form.addWidget(Label("\n".join(words), wraps=True))
        self.cancel_button.hide()
        self.handed_on.connect(self.close_sheet)

    def first_stop(self) -> QWidget | None:
        return self.accept_button


def _value(field: QPlainTextEdit | WhoField | Segments) -> str:
    if isinstance(field, WhoField):
        return field.who
    return field.key if isinstance(field, Segments) else field.toPlainText().strip()
