"""A field for words of any length: as high as they are, with names found behind a sign while they are typed."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMoveEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from blackstart.shell.run.talk.mentions import Asked, Register, Thing
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.pick_list import PickList, PickRow

LEAST_PX, MOST_LINES, ICON_PX = 38, 6, 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = tuple(Qt.Key(Qt.Key.Key_1 + number) for number in range(9))
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class WritingField(QPlainTextEdit):
    """Enter is done, Shift+Enter begins a line; while names are offered, Enter and Tab take one and Escape none."""

    done = Signal(str)  # the words, without what is empty round them
    left = Signal()  # Enter in an empty field
    numbered = Signal(int)  # Alt and a digit, 1..9

    def __init__(self, key: str, look: Look, over: QWidget) -> None:
        super().__init__()
        self._look = look
        self._register = Register()
        self._ties = _Ties(self.document())
        self._asked: Asked | None = None
        self._refused: int | None = None  # place of a sign behind which no name is wanted
        self.found = FoundNames(self, over, look)
        self.key = Label(key, role="key", parent=self)
        self._icon = Label(parent=self)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.found.names.picked.connect(self._take)
        self.textChanged.connect(self._follow)
        self.cursorPositionChanged.connect(self._offer)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        look.changed.connect(self._paint_icon)
        self._paint_icon()
        self._grow()

    @property
    def about(self) -> tuple[str, ...]:
        """Ids of what the words are tied to."""
        return self._register.about(self.toPlainText())

    def show_register(self, register: Register) -> None:
        """Say what can be named."""
        self._register = register
        self._ties.show_register(register)

    def begin(self) -> None:
        """Put the cursor behind what is written."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.moveCursor(QTextCursor.MoveOperation.End)

    def finish(self) -> None:
        """Be done with what is written, or leave where nothing is."""
        words = self.toPlainText().strip()
        if words:
            self.done.emit(words)
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        is_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if self.found.isVisible() and self._press_while_found(key):
            event.accept()
        elif event.modifiers() == Qt.KeyboardModifier.AltModifier and key in _DIGITS:
            self.numbered.emit(_DIGITS.index(key) + 1)
        elif key in _ENTER and not is_shift:
            self.finish()
        elif key in _ENTER:
            self.insertPlainText("\n")  # Qt would put in a separator that is no new line
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, is_forward: bool) -> bool:
        if self.found.isVisible() and is_forward:
            self._take(self.found.names.key)
            return True
        return super().focusNextPrevChild(is_forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.found.hide()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._offer()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.found.place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._grow()

    def _press_while_found(self, key: Qt.Key) -> bool:
        if key in _ARROWS:
            self.found.names.step(_ARROWS[key])
        elif key in _ENTER:
            self._take(self.found.names.key)
        elif key is Qt.Key.Key_Escape:
            self._refused = self._asked.start if self._asked is not None else None
            self.found.hide()
        else:
            return False
        return True

    def _take(self, key: str) -> None:
        """Put the name that was chosen in place of what was typed of it."""
        thing, asked = self.found.thing(key), self._asked
        if thing is None or asked is None:
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(asked.typed))
        self._refused = asked.start  # else the names that begin with this one would be offered now
        cursor.insertText(f"{thing.label} ")
        self.setTextCursor(cursor)

    def _follow(self) -> None:
        self.key.setVisible(not self.toPlainText())
        self._offer()

    def _offer(self) -> None:
        """Offer names for what is being typed of one."""
        self._asked = self._register.asked(self.toPlainText(), self._written_before())
        if self._asked is None:
            self._refused = None
        is_wanted = self._asked is not None and self._asked.start != self._refused and self.hasFocus()
        things = self._register.matching(self._asked.typed) if self._asked is not None and is_wanted else ()
        self.found.show_things(things)

    def _written_before(self) -> int:
        """How many letters stand before the cursor; Qt counts some of them twice."""
        cursor = self.textCursor()
        cursor.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        return len(cursor.selectedText())

    def _grow(self) -> None:
        """Be as high as the words are, up to some lines."""
        document = self.document()
        needed = max(round(document.size().height()), 1)
        lines = min(needed, MOST_LINES)
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if needed > lines else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        margins = 2 * round(document.documentMargin()) + 2 * SPACE_4 + 4
        words = lines * self.fontMetrics().lineSpacing() + margins
        self.setFixedHeight(max(words, self._look.px(LEAST_PX)))
        least = self.fontMetrics().lineSpacing() + margins
        above = max((self._look.px(LEAST_PX) - least) // 2, 0)
        size = self._look.px(ICON_PX)
        room = self.key.sizeHint().width() + SPACE_8 if not self.toPlainText() else 0
        self.setViewportMargins(size + SPACE_4, above, room, 0)

    def _place(self) -> None:
        size, line = self._look.px(ICON_PX), self._look.px(LEAST_PX)
        self._icon.setGeometry(SPACE_8 + 2, (line - size) // 2, size, size)
        key = self.key.sizeHint()
        self.key.setGeometry(QRect(QPoint(self.width() - key.width() - SPACE_8, (line - key.height()) // 2), key))
        self.found.place()

    def _paint_icon(self) -> None:
        size = self._look.px(ICON_PX)
        self._icon.setPixmap(icon("note", self._look.theme.color("tx3"), size).pixmap(size, size))


class FoundNames(QFrame):
    """The names that are offered, over the page above their field; the field keeps the focus."""

    def __init__(self, field: QWidget, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._field, self._over = field, over
        self._things: tuple[Thing, ...] = ()
        self.names = PickList(look)
        self.setProperty("role", "sheet")
        self.names.currentTextChanged.connect(self._announce)
        column = QVBoxLayout(self)
        column.setContentsMargins(SPACE_4, SPACE_4, SPACE_4, SPACE_4)
        column.addWidget(self.names)
        self.hide()

    def thing(self, key: str) -> Thing | None:
        """Return what a row stands for."""
        return self._things[int(key)] if key else None

    def show_things(self, things: Sequence[Thing]) -> None:
        """Offer these, or hide where there are none."""
        if tuple(things) != self._things:
            self._things = tuple(things)
            self.names.show_rows([PickRow(str(number), _row(each), each.icon) for number, each in enumerate(things)])
        self.setVisible(bool(things))
        self.place()

    def _announce(self, words: str) -> None:
        """Say aloud which name Enter would take: the list itself never has the focus."""
        if words and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, words))

    def place(self) -> None:
        """Lie right above the field."""
        if self.isHidden():
            return
        corner = self._field.mapTo(self._over, QPoint(0, 0))
        height = self.names.height() + 2 * SPACE_4 + 2
        self.setGeometry(corner.x(), corner.y() - height - SPACE_4, self._field.width(), height)
        self.raise_()


class _Ties(QSyntaxHighlighter):
    """Marks the names in the words: bold and underlined, for colour means a state."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._register = Register()
        self._marked = QTextCharFormat()
        self._marked.setFontWeight(QFont.Weight.Bold)
        self._marked.setFontUnderline(True)

    def show_register(self, register: Register) -> None:
        self._register = register
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for tie in self._register.ties(text):
            self.setFormat(tie.start, tie.length, self._marked)


def _row(thing: Thing) -> str:
    return f"{thing.label}: {thing.hint}" if thing.hint else thing.label
