"""The foot of the console's right column: a note, or a public word, whose it is and what it is about."""

from PySide6.QtCore import QCoreApplication, QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QHBoxLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from blackstart.shell.run.talk.sheet import WordsDraft, WordsSheet
from blackstart.shell.run.talk.writing_field import WritingField
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.chips import Chips
from blackstart.shell.widgets.labels import Label, OneLine
from blackstart.shell.widgets.picker import Picker

translate = QCoreApplication.translate

NOTE, WORD = "note", "word"
MOST_NUMBERED = 9
_CONTROL = Qt.KeyboardModifier.ControlModifier
_RECORD = (
    QKeyCombination(_CONTROL, Qt.Key.Key_Return),
    QKeyCombination(_CONTROL | Qt.KeyboardModifier.KeypadModifier, Qt.Key.Key_Enter),
)


class WordsPanel(QWidget):
    """One line while nothing is written; with the focus in it, or words, also whose they are."""

    noted = Signal(str, str, object)  # words, by, ids of what they are about
    said = Signal(str, str, str)  # words, by, to whom
    left = Signal()

    def __init__(self, keys: dict[str, str], look: Look, over: QWidget) -> None:
        super().__init__()
        self._look = look
        self._sheet: WordsSheet | None = None
        self._mode = NOTE
        self._texts = {NOTE: "", WORD: ""}
        self.told = OneLine("hint")
        self.modes = Chips(
            ((NOTE, translate("WordsPanel", "Note")), (WORD, translate("WordsPanel", "Public word"))),
        )
        self.hint = OneLine("hint", Qt.AlignmentFlag.AlignRight)
        self.author, self.speaker, self.listener = (Picker(look) for _ in range(3))
        self._numbers = Label(role="key")
        self._by, self._to = Label(role="secondary"), Label(role="secondary")
        self._head = QWidget()
        self.field = WritingField(keys[NOTE], look, over)
        self._keys = keys
        self._set_up()
        self._lay_out()
        self._hear()
        self._show_mode(NOTE)

    @property
    def mode(self) -> str:
        """Whether a note is written, or a public word."""
        return self._mode

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+Enter for what is written here; while it is typed, the key is not the open decision's."""
        is_ours = isinstance(event, QKeyEvent) and event.keyCombination() in _RECORD
        if is_ours and event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            event.accept()
            if event.type() == QEvent.Type.KeyPress:
                self.field.finish()
            return True
        return super().event(event)

    def show_sheet(self, sheet: WordsSheet) -> None:
        """Show who can speak, and when the next word is due."""
        before, self._sheet = self._sheet, sheet
        if before is None or sheet.register is not before.register:
            self.field.show_register(sheet.register)
        if before is None or sheet.authors != before.authors:
            _offer(self.author, tuple((name, name) for name in sheet.authors))
        if before is None or sheet.speakers != before.speakers:
            _offer(self.speaker, sheet.speakers)
        if before is None or sheet.listeners != before.listeners:
            _offer(self.listener, tuple((name, name) for name in sheet.listeners), is_usual=False)
        self._fit()

    def switch(self, mode: str) -> None:
        """Write a note or a public word; what is half written of the other is kept."""
        self._texts[self._mode] = self.field.toPlainText()
        self._show_mode(mode)

    def _show_mode(self, mode: str) -> None:
        self._mode = mode
        self.modes.choose(mode)
        self.field.setPlainText(self._texts[mode])
        is_note = mode == NOTE
        self.field.setPlaceholderText(
            translate("WordsPanel", "Who did what, seen by whom…")
            if is_note
            else translate("WordsPanel", "What the public is told…")
        )
        self.field.setAccessibleName(self.modes.button(mode).text())
        self.field.key.setText(self._keys[mode])
        self._fit()

    def begin(self, mode: str) -> None:
        """Put the cursor where a note, or a public word, is written."""
        if mode != self.mode:
            self.switch(mode)
        self.field.begin()

    def take_turn(self, number: int) -> None:
        """Let another write: the one of that number, from 1."""
        who = self.author if self.mode == NOTE else self.speaker
        if number <= who.count():
            who.setCurrentIndex(number - 1)

    def clear_recorded(self) -> None:
        """Empty the field: its words stand in the journal; who wrote them goes on."""
        self.field.clear()

    def clear(self) -> None:
        """Forget what is half written."""
        self._texts = {NOTE: "", WORD: ""}
        self.field.clear()
        self.listener.setEditText("")
        self.take_turn(1)

    def draft(self) -> WordsDraft:
        """Return what is written and not recorded."""
        texts = {**self._texts, self.mode: self.field.toPlainText()}
        who = (self.author.currentText(), self.speaker.currentText(), self.listener.currentText())
        return WordsDraft(self.mode, texts, *who)

    def take_draft(self, draft: WordsDraft) -> None:
        """Go on with what was written before."""
        self._texts = {**self._texts, **draft.texts}
        self._show_mode(draft.mode)
        for picker, who in (
            (self.author, draft.author),
            (self.speaker, draft.speaker),
            (self.listener, draft.listener),
        ):
            picker.setEditText(who)

    def _record(self, words: str) -> None:
        if self.mode == NOTE:
            self.noted.emit(words, self.author.currentText().strip(), self.field.about)
        else:
            self.said.emit(words, _chosen(self.speaker), self.listener.currentText().strip())

    def _follow_focus(self, before: QWidget | None, focused: QWidget | None) -> None:
        if focused is None or focused.window() is not self.window():  # a list that drops down is no other place
            return
        if self._mode == WORD and not self.isAncestorOf(focused) and not self.field.toPlainText():
            self.switch(NOTE)  # which is what is written most
        self._fit()

    def _fit(self) -> None:
        """Show what the moment asks for."""
        focused, sheet = QApplication.focusWidget(), self._sheet
        has_focus = focused is not None and self.isAncestorOf(focused)
        is_open = has_focus or bool(self.field.toPlainText())
        is_note = self.mode == NOTE
        self._head.setVisible(is_open)
        for part, is_shown in (
            (self.author, is_note),
            (self._numbers, is_note and self.author.count() > 1),
            (self.speaker, not is_note),
            (self._to, not is_note),
            (self.listener, not is_note),
        ):
            part.setVisible(is_shown)
        self.hint.say(translate("WordsPanel", "@ names what it is about") if is_note else "", "@" if is_note else "")
        last = min(self.author.count(), MOST_NUMBERED)
        self._numbers.setText(translate("WordsPanel", "Alt+1…{last}").format(last=last))
        told = sheet.told if sheet is not None and (sheet.is_due or (is_open and not is_note)) else ""
        self.told.say(f"{told} ({self._keys[WORD]})" if told and not is_open else told)
        self.told.setVisible(bool(told))

    def _set_up(self) -> None:
        self._by.setText(translate("WordsPanel", "by"))
        self._to.setText(translate("WordsPanel", "to"))
        names = (
            (self.author, translate("WordsPanel", "Who writes the note")),
            (self.speaker, translate("WordsPanel", "Whose public word it is")),
            (self.listener, translate("WordsPanel", "To whom it is said")),
        )
        for picker, name in names:
            picker.setEditable(True)
            picker.setInsertPolicy(Picker.InsertPolicy.NoInsert)
            picker.setAccessibleName(name)
            picker.setItemDelegate(_Numbered(picker))
        edit = self.listener.lineEdit()
        if edit is not None:
            edit.setPlaceholderText(translate("WordsPanel", "everybody"))

    def _hear(self) -> None:
        self.modes.picked.connect(self._switch_and_write)
        self.field.done.connect(self._record)
        self.field.left.connect(self.left)
        self.field.numbered.connect(self.take_turn)
        self.field.textChanged.connect(self._fit)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _switch_and_write(self, mode: str) -> None:
        self.switch(mode)
        self.field.begin()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.modes)
        row.addWidget(self.hint, 1)
        who = QGridLayout()
        who.setHorizontalSpacing(SPACE_8)
        who.setVerticalSpacing(SPACE_4)
        who.setColumnStretch(1, 1)
        who.addWidget(self._by, 0, 0)
        authors = QHBoxLayout()
        authors.setSpacing(SPACE_8)
        for picker in (self.author, self.speaker):
            authors.addWidget(picker, 1)
        authors.addWidget(self._numbers)
        who.addLayout(authors, 0, 1)
        who.addWidget(self._to, 1, 0)
        who.addWidget(self.listener, 1, 1)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(SPACE_4)
        head.addLayout(row)
        head.addLayout(who)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_12, SPACE_12, SPACE_12, SPACE_12)
        whole.setSpacing(SPACE_8)
        for part in (self.told, self._head, self.field):
            whole.addWidget(part)


class _Numbered(QStyledItemDelegate):
    """Shows the number by which each is chosen."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: object) -> None:
        super().initStyleOption(option, index)  # type: ignore[arg-type]  # Qt's two kinds of index
        if index.row() < MOST_NUMBERED:  # type: ignore[attr-defined]
            option.text = f"{index.row() + 1}  {option.text}"  # type: ignore[attr-defined]


def _offer(picker: Picker, choices: tuple[tuple[str, str], ...], *, is_usual: bool = True) -> None:
    """Offer others to choose from, and keep who was chosen or typed; the first of them is meant until then."""
    before, first = picker.currentText(), choices[0][1] if choices and is_usual else ""
    if is_usual and before == picker.itemText(0):
        before = ""  # nobody chose that one, and another stands at the head now
    picker.clear()
    for id_, name in choices:
        picker.addItem(name, id_)
    picker.setEditText(before or first)


def _chosen(picker: Picker) -> str:
    """Return the id of a known name, else the words as typed."""
    typed = picker.currentText().strip()
    known = picker.findText(typed, Qt.MatchFlag.MatchFixedString)
    return str(picker.itemData(known)) if known >= 0 else typed
