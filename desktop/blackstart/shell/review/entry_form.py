"""A form that becomes an entry of the journal; what is typed in it is kept until it does."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from blackstart.core.play.commands import Command
from blackstart.shell.review.places import Places
from blackstart.shell.review.presenter import ReviewPresenter
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.who_field import WhoField

translate = QCoreApplication.translate

LINES_PX = 54
F = TypeVar("F", bound=QLineEdit | QPlainTextEdit | Picker)
Values = Mapping[str, str]


class EntryForm(FormSheet):
    """Its heirs name the fields and make the command; `key` is by what its draft is found again."""

    wished = Signal(object)  # Command

    def __init__(self, key: str, title: str, look: Look) -> None:
        super().__init__(title, translate("EntryForm", "Write down"), look)
        self.key = key
        self._fields: dict[str, QLineEdit | QPlainTextEdit | Picker] = {}
        self.begun_with: Values = {}
        self.handed_on.connect(self._hand_on)

    def command(self) -> Command | None:
        """Return what is to be written; None = something is missing, and was said."""
        raise NotImplementedError

    def add_line(self, name: str, words: str) -> QLineEdit:
        """Ask for a few words."""
        return self.add(name, words, QLineEdit())

    def add_lines(self, name: str, words: str) -> QPlainTextEdit:
        """Ask for some sentences."""
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._look.px(LINES_PX))
        return self.add(name, words, field)

    def add_choice(self, name: str, words: str, choices: Sequence[tuple[str, str]]) -> Picker:
        """Ask for one of several, each a key and its words."""
        field = Picker(self._look)
        for key, text in choices:
            field.addItem(text, key)
        return self.add(name, words, field)

    def add_who(self, name: str, words: str, people: Sequence[str]) -> WhoField:
        """Ask for a name, of those who are known or typed."""
        field = WhoField(self._look)
        field.setAccessibleName(words)
        field.show_people(tuple((each, each) for each in people))
        return self.add(name, words, field)

    def add(self, name: str, words: str, field: F) -> F:
        """Hold a field of another make."""
        self._fields[name] = field
        self.add_field(words, field)
        return field

    def values(self) -> Values:
        """Return what stands in the fields."""
        return {name: _value(field) for name, field in self._fields.items()}

    def take(self, values: Values) -> None:
        """Put something into the fields."""
        for name, value in values.items():
            if name in self._fields:
                _put(self._fields[name], value)

    def value(self, name: str) -> str:
        return _value(self._fields[name]).strip()

    def lack(self, name: str, sentence: str) -> None:
        """Say what is missing, and go there."""
        self.complain(sentence)
        self._fields[name].setFocus()

    def _hand_on(self) -> None:
        self.complain("")
        command = self.command()
        if command is not None:
            self.accept_button.setEnabled(False)
            self.wished.emit(command)


class EntryForms(QObject):
    """Opens one form at a time over the page, and closes it once its entry is written."""

    def __init__(self, review: ReviewPresenter, places: Places) -> None:
        super().__init__(places.page)
        self._review = review
        self._places = places
        self._form: EntryForm | None = None
        self._command: Command | None = None
        self.drafts: dict[str, Values] = {}
        review.written.connect(self._take_written)
        review.refused.connect(self._take_refused)

    @property
    def form(self) -> EntryForm | None:
        """The one that is open."""
        return self._form

    def open(self, form: EntryForm) -> None:
        """Open a form, with what was typed there before."""
        form.begun_with = form.values()
        draft = self.drafts.pop(form.key, {})
        form.take(draft)
        form.wished.connect(self._write)
        form.closed.connect(self._leave)
        self._form = form
        form.open_over(self._places.page.window())
        if draft:
            form.complain(translate("EntryForm", "What was typed before and not written down stands here again."))

    def _write(self, command: Command) -> None:
        self._command = command
        self._review.write(command)

    def _take_written(self, command: Command) -> None:
        form = self._form
        if form is not None and command is self._command:
            self._command = None
            form.begun_with = form.values()
            form.close_sheet()

    def _take_refused(self, why: str) -> None:
        if self._form is not None and self._command is not None:
            self._command = None
            self._form.accept_button.setEnabled(True)
            self._form.complain(why)

    def _leave(self) -> None:
        form, self._form = self._form, None
        if form is not None and form.values() != form.begun_with:
            self.drafts[form.key] = form.values()


def _value(field: QWidget) -> str:
    match field:
        case QLineEdit():
            return field.text()
        case QPlainTextEdit():
            return field.toPlainText()
        case WhoField():
            return field.who
        case Picker():
            return str(field.currentData())
        case _:
            raise TypeError(f"no such field: {field!r}")


def _put(field: QWidget, value: str) -> None:
    match field:
        case QLineEdit():
            field.setText(value)
        case QPlainTextEdit():
            field.setPlainText(value)
        case WhoField():
            field.choose(value)
        case Picker():
            field.setCurrentIndex(field.findData(value))
