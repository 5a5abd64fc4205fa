"""One objective: the five ratings, what was said, what is measured; a letter on the keyboard rates it."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import ObjectiveId
from blackstart.core.review.ratings import RATINGS, Rating
from blackstart.shell.review.objectives.presenter import ObjectiveSheet
from blackstart.shell.review.objectives.verdict import Verdict
from blackstart.shell.review.reason_field import ReasonField
from blackstart.shell.review.section import cleared
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.support.tips import tip
from blackstart.shell.widgets.buttons import Segments
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

SEGMENT_PX = 26
LARGE = 150  # per cent of the usual size of words, from which there is no room for any beside the ratings
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = {Qt.Key[f"Key_{letter}"]: letter for letter in RATINGS}


class ObjectiveRow(QWidget):
    """Shows what one evaluator says large, and what the others say below it."""

    picked = Signal(str, str)  # objective, and a rating whose reason is wanted
    reasoned = Signal(str, str, str)  # objective, a rating and its reason, to be written
    typed = Signal(str)  # objective, whose reason is another than before
    left = Signal(str)  # objective, whose reason is not wanted any more
    stepped = Signal(str, int)  # objective, and to the one before or behind
    sought = Signal(int)  # exercise seconds
    focused = Signal(QWidget)

    def __init__(self, objective: ObjectiveId, look: Look) -> None:
        super().__init__()
        self._objective = objective
        self._look = look
        self._pending = ""
        self.text = Label(wraps=True)
        self.segments = Segments([(letter, letter) for letter in RATINGS])
        self.why = Label(role="secondary", wraps=True)
        self.field = ReasonField(look)
        self.complaint = Label(role="secondary", wraps=True)
        self._others = QVBoxLayout()
        self._measured = QVBoxLayout()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._lay_out()
        self.segments.picked.connect(self._pick)
        self.field.entered.connect(self._enter)
        self.field.textChanged.connect(self._tell_typed)
        self.field.left.connect(self._leave)

    @property
    def pending(self) -> str:
        """The rating whose reason is asked for; empty = none is."""
        return self._pending

    def show_sheet(self, sheet: ObjectiveSheet, evaluator: str) -> None:
        """Show an objective as one evaluator sees it."""
        own = sheet.by(evaluator)
        self.text.setText(sheet.text)
        self.text.setToolTip(tip(sheet.capability))
        self._choose(own.rating if own is not None else "")
        self.why.setText(own.why if own is not None else translate("Objectives", "Not rated yet"))
        self._show_others(sheet.by_others(evaluator))
        self._show_measured(sheet)
        self.setAccessibleName(f"{sheet.text}: {self.why.text() if own is None else f'{own.rating}, {own.why}'}")
        self.setAccessibleDescription(". ".join(filter(None, (sheet.capability, sheet.measured, sheet.verdict))))

    def ask(self, rating: str, words: str) -> None:
        """Ask for the reason of a rating, which is not written before; no rating asks for none."""
        self._pending = rating
        self._mark("pending", frozenset(rating))
        self.field.setVisible(bool(rating))
        self.complain("")
        if words != self.field.toPlainText():
            self.field.setPlainText(words)
        if rating:
            meaning = self._look.words.say(f"rating.{rating}")
            self.field.setPlaceholderText(translate("Objectives", "Why? Enter writes it."))
            self.field.setAccessibleName(f"{rating}: {meaning}. {self.field.placeholderText()}")
            self.why.setText(meaning)

    def ask_here(self) -> None:
        """Put the cursor where the reason is written."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.moveCursor(self.field.textCursor().MoveOperation.End)
        self.focused.emit(self.field)

    def wait(self, *, is_waiting: bool) -> None:
        """Take no words in while they are being written."""
        self.field.setReadOnly(is_waiting)

    def complain(self, sentence: str) -> None:
        """Say what is missing."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.field.complain(is_refused=bool(sentence))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if not self._is_own(event):
            super().keyPressEvent(event)
        elif key in _LETTERS:
            self._pick(_LETTERS[key])
        elif key in _STEPS:
            self.stepped.emit(self._objective, _STEPS[key])
        else:
            self._pick(self._pending or self.segments.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._mark("lit", frozenset(RATINGS))
        self.focused.emit(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._mark("lit", frozenset())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def _is_own(self, event: QKeyEvent) -> bool:
        if event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier):
            return False
        return Qt.Key(event.key()) in (*_LETTERS, *_STEPS, *_ENTER)

    def _enter(self) -> None:
        words = self.field.toPlainText().strip()
        if not words:
            self.complain(translate("Objectives", "Say why: a rating without a reason is not written."))
        elif not self.field.isReadOnly():
            self.reasoned.emit(self._objective, self._pending, words)

    def _leave(self) -> None:
        self.left.emit(self._objective)

    def _pick(self, rating: str) -> None:
        self.picked.emit(self._objective, rating)

    def _tell_typed(self) -> None:
        self.typed.emit(self._objective)

    def _mark(self, name: str, letters: frozenset[str]) -> None:
        """Give some ratings a property that the style sheet knows, and take it from the others."""
        for letter in RATINGS:
            button = self.segments.button(letter)
            button.setProperty(name, "true" if letter in letters else None)
            button.style().unpolish(button)
            button.style().polish(button)

    def _choose(self, rating: str) -> None:
        self.segments.choose(rating)
        for letter in RATINGS:
            self.segments.button(letter).setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def _show_others(self, others: tuple[Rating, ...]) -> None:
        column = cleared(self._others)
        for each in others:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(SPACE_8)
            mark = Label(each.rating, role="key")
            mark.setToolTip(self._look.words.say(f"rating.{each.rating}"))
            words = Label(f"{each.by}: {each.why}", role="secondary", wraps=True)
            row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addWidget(line)

    def _show_measured(self, sheet: ObjectiveSheet) -> None:
        column = cleared(self._measured)
        if sheet.measured:
            column.addWidget(Label(sheet.measured, role="hint", wraps=True))
            verdict = Verdict(sheet, self._look)
            verdict.sought.connect(self.sought)
            column.addWidget(verdict)

    def _lay_out(self) -> None:
        look = self._look
        self.segments.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for letter in RATINGS:
            button = self.segments.button(letter)
            button.setProperty("role", "kind")
            button.setFixedWidth(look.px(SEGMENT_PX))
            button.setToolTip(look.words.say(f"rating.{letter}"))
            button.setAccessibleName(f"{letter}: {button.toolTip()}")
        self.field.hide()
        self.complaint.hide()
        is_large = look.text_size >= LARGE
        rated = QVBoxLayout() if is_large else QHBoxLayout()
        rated.setSpacing(SPACE_4 if is_large else SPACE_8)
        rated.addWidget(self.segments, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        rated.addWidget(self.why, 1, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_4, 0, SPACE_8)
        column.setSpacing(SPACE_4)
        column.addWidget(self.text)
        column.addLayout(rated)
        column.addWidget(self.field)
        column.addWidget(self.complaint)
        column.addLayout(self._others)
        column.addLayout(self._measured)
        for inner in (self._others, self._measured):
            inner.setSpacing(SPACE_4)
