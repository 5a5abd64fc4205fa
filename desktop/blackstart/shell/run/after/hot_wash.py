"""The sheet of the hot wash: one after the other says what went well, what was hard, what to change."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from blackstart.core.play.commands import Hotwash
from blackstart.shell.run.after.presenter import AfterPresenter, WashSheet
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.key_button import KeyButton
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.titled_sheet import TitledSheet

translate = QCoreApplication.translate

WIDTH_PX, FIELD_PX, TICK_MS, ICON_PX = 640, 58, 1000, 16
WHOLE_S = 300  # five minutes: what it is meant to take, and no more than that
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class WashDraft:
    """What was typed of an answer and is not recorded."""

    by: str = ""
    answers: tuple[str, str, str] = ("", "", "")


class HotWash(TitledSheet):
    """Ctrl+Enter records and goes on to the next who has not spoken; Escape closes, and what is typed is kept."""

    answered = Signal(object)  # Hotwash
    review_wished = Signal()
    left = Signal(object)  # WashDraft
    incomplete = Signal(str)  # what is missing, for the message bar

    def __init__(self, presenter: AfterPresenter, look: Look, key: str) -> None:
        super().__init__(look, WIDTH_PX)
        self._presenter = presenter
        self.time = Label(role="secondary")
        self.spoken = Label(role="secondary")
        self.lacking = Label(role="strong", wraps=True)
        self.who = Picker(look)
        self.fields = tuple(QPlainTextEdit() for _ in range(3))
        self._lines = QVBoxLayout()
        self.record = KeyButton(translate("HotWash", "Record"), key, look, role="primary")
        self.review = Button(translate("HotWash", "Look back at this run"), look, "review")
        self._set_up()
        self.fill(translate("HotWash", "Hot wash"), self._held_widget(), self._foot_widget())
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._tell_time)
        self._timer.start()
        self._tell_time()
        presenter.shown.connect(self.show_sheet)
        presenter.recorded.connect(self._go_on)
        self.show_sheet(presenter.sheet)
        self._choose(presenter.sheet.next_after(""))

    def show_sheet(self, sheet: WashSheet) -> None:
        """Show who has spoken and what they said."""
        before = self.who.currentText()
        self.who.clear()
        for number, name in enumerate(sheet.people):
            has_spoken = name in sheet.spoken
            self.who.addItem(self._check() if has_spoken else QIcon(), name)
            heard = f"{name}, {translate('HotWash', 'has spoken')}" if has_spoken else name
            self.who.setItemData(number, heard, Qt.ItemDataRole.AccessibleTextRole)
        self.who.setEditText(before)
        named = sheet.people[:-1]
        count = sum(name in sheet.spoken for name in named)
        words = translate("HotWash", "{spoken} of {all} have spoken").format(spoken=count, all=len(named))
        self.spoken.setText(words)
        self.spoken.setVisible(bool(named))
        self._show_lines(sheet.said)

    def take_draft(self, draft: WashDraft) -> None:
        """Go on with what was typed before."""
        if any(draft.answers):
            self._choose(draft.by)
            for field, words in zip(self.fields, draft.answers, strict=True):
                field.setPlainText(words)

    def first_stop(self) -> QWidget | None:
        return self.fields[0] if self.who.currentText() else self.who

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if Qt.Key(event.key()) in _ENTER and is_control:
            self._answer()
            event.accept()
            return
        super().keyPressEvent(event)

    def close_sheet(self) -> None:
        self._timer.stop()
        answers = tuple(field.toPlainText() for field in self.fields)
        self.left.emit(WashDraft(self.who.currentText(), (answers[0], answers[1], answers[2])))
        super().close_sheet()

    def _answer(self) -> None:
        by = self.who.currentText().strip()
        well, hard, change = (field.toPlainText().strip() for field in self.fields)
        lacking = ""
        if not by:
            lacking = translate("HotWash", "Say who speaks.")
        elif not (well or hard or change):
            lacking = translate("HotWash", "Write down at least one of the three.")
        self.complain(lacking)
        if not lacking:
            self.answered.emit(Hotwash(by, well, hard, change))

    def complain(self, sentence: str) -> None:
        """Say what is missing, or why it was refused."""
        self.lacking.setText(sentence)
        self.lacking.setVisible(bool(sentence))
        self.place()

    def _go_on(self) -> None:
        """Empty the fields for the next who has not spoken."""
        self._choose(self._presenter.sheet.next_after(self.who.currentText()))
        for field in self.fields:
            field.clear()
        stop = self.first_stop()
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, name: str) -> None:
        self.who.setCurrentIndex(self.who.findText(name) if name else -1)
        self.who.setEditText(name)

    def _tell_time(self) -> None:
        words = translate("HotWash", "{time} of {whole}")
        self.time.setText(words.format(time=_minutes(self._presenter.passed()), whole=_minutes(WHOLE_S)))

    def _show_lines(self, said: tuple[Hotwash, ...]) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        if not said:
            nothing = Label(translate("HotWash", "Nothing is recorded yet."), role="hint", wraps=True)
            self._lines.addWidget(nothing)
        for each in said:
            self._lines.addWidget(Label(each.by, role="strong"))
            self._lines.addWidget(Label(_told(each), role="secondary", wraps=True))

    def _check(self) -> QIcon:
        size = self._look.px(ICON_PX)
        return icon("check", self._look.theme.color("tx1"), size)

    def _set_up(self) -> None:
        look = self._look
        self.time.setToolTip(translate("HotWash", "Time since it began; nothing closes by itself"))
        self.time.setAccessibleName(translate("HotWash", "Time since it began; nothing closes by itself"))
        self.who.setEditable(True)
        self.who.setIconSize(QSize(look.px(ICON_PX), look.px(ICON_PX)))
        self.who.setInsertPolicy(Picker.InsertPolicy.NoInsert)
        self.who.setAccessibleName(translate("HotWash", "Who speaks"))
        for field, name in zip(self.fields, _headings(), strict=True):
            field.setAccessibleName(name)
            field.setTabChangesFocus(True)
            field.setFixedHeight(look.px(FIELD_PX))
        self.lacking.hide()
        self.record.clicked.connect(self._answer)
        self.review.clicked.connect(self._look_back)

    def _look_back(self) -> None:
        self.close_sheet()
        self.review_wished.emit()

    def _held_widget(self) -> QWidget:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_4)
        row = QHBoxLayout()
        row.addWidget(Label(self.who.accessibleName(), role="secondary"))
        row.addStretch(1)
        row.addWidget(self.spoken)
        column.addLayout(row)
        column.addWidget(self.who)
        for field in self.fields:
            column.addSpacing(SPACE_8)
            column.addWidget(Label(field.accessibleName(), role="secondary"))
            column.addWidget(field)
        column.addSpacing(SPACE_12)
        column.addWidget(rule())
        column.addSpacing(SPACE_8)
        column.addLayout(self._lines)
        return held

    def _foot_widget(self) -> QWidget:
        foot = QWidget()
        column = QVBoxLayout(foot)
        column.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        column.setSpacing(SPACE_8)
        column.addWidget(self.lacking)
        row = QHBoxLayout()
        row.setSpacing(SPACE_8)
        row.addWidget(self.time, 1)
        row.addWidget(self.review)
        row.addWidget(self.record)
        column.addLayout(row)
        return foot


def _headings() -> tuple[str, str, str]:
    return (
        translate("HotWash", "What went well"),
        translate("HotWash", "What was hard"),
        translate("HotWash", "What to change"),
    )


def _told(answer: Hotwash) -> str:
    parts = (
        (answer.well, translate("HotWash", "Well: {words}")),
        (answer.hard, translate("HotWash", "Hard: {words}")),
        (answer.change, translate("HotWash", "Change: {words}")),
    )
    return "\n".join(form.format(words=words) for words, form in parts if words)


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"
