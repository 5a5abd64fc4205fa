"""One sentence over the page: why something was refused, what has happened, what could be done.

It lies over the page, which does not move when it comes and goes; where, the page can say.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.progress_line import ProgressLine

translate = QCoreApplication.translate

READ_MS_A_CHARACTER, LEAST_MS = 90, 6_000
LEAST_OFFER_MS = 15_000  # to see that a click was wrong, and to take it back
MOST_WIDTH_PX, FROM_EDGE_PX = 784, SPACE_16  # at 1280 it leaves the console's right column free
LEAST_WAIT_PX = 400  # of the words of a wait, so that it does not change its width from step to step
MOST_WAITING = 4
MOST_SHARE = 0.6  # of the page's height; a longer list of faults scrolls
LEAST_LINES = 2
MOST_OF_ROOM = 1 / 3  # of the height that a page leaves it


@runtime_checkable
class Host(Protocol):
    """A page that says at the foot of which of its parts a message may lie."""

    def message_room(self) -> QRect: ...


@dataclass(frozen=True, slots=True)
class Message:
    """What is said, with what can be done about it; `deed` None = nothing, and it goes away by itself.

    `is_brief` = what can be done is offered for some seconds only; `share` = how much is done of what it tells, 0..1.
    """

    sentence: str
    word: str = ""
    deed: Callable[[], None] | None = None
    is_brief: bool = False
    share: float | None = None

    @property
    def stays(self) -> bool:
        return (self.deed is not None and not self.is_brief) or "\n" in self.sentence

    @property
    def lasts_ms(self) -> int:
        """How long it is shown if it does not stay."""
        return max(LEAST_OFFER_MS if self.is_brief else LEAST_MS, READ_MS_A_CHARACTER * len(self.sentence))


class MessageBar(QWidget):
    """Hidden until something is said; a sentence goes away once there was time to read it, an offer or a list stays.

    What is new is shown at once, for it may answer a key that was just pressed. What it covers comes back after it,
    sentences before offers.
    """

    left = Signal()  # it had the focus and is gone
    offers = Signal(bool)  # whether it shows something that can be done

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = Label(wraps=True)
        self._pages: QStackedWidget | None = None
        self._shown = Message("")
        self._waiting: list[Message] = []
        self.act = Button("", look, role="primary")
        self._close = Button("", look, role="quiet")
        self.leaving = QTimer(self)  # runs while the sentence will go away by itself
        self.leaving.setSingleShot(True)
        self.leaving.timeout.connect(self.dismiss)
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._place)
        self._close.clicked.connect(self.dismiss)
        self.act.clicked.connect(self._do)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_12)
        self._label.setMinimumHeight(1)  # the area below it is as high as the words, and scrolls a list of faults
        self._words = words = QScrollArea()
        words.setWidgetResizable(True)
        words.setMinimumHeight(1)
        words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words.setWidget(self._label)
        self.line = ProgressLine(look)
        column = QVBoxLayout()
        column.setSpacing(SPACE_8)
        column.addWidget(words, 1)
        column.addWidget(self.line)
        row.addLayout(column, 1)
        row.addWidget(self.act)
        row.addWidget(self._close)
        self.retell()
        self.hide()

    def float_over(self, pages: QStackedWidget) -> None:
        """Lie over whichever page is shown."""
        self._pages = pages
        self.setParent(pages)
        pages.installEventFilter(self)
        pages.currentChanged.connect(self._place)
        self.hide()

    def place_again(self) -> None:
        """Lie where the page has room now, once it has given its parts their places."""
        self._placing.start()

    def retell(self) -> None:
        """Name the button in the language of the moment."""
        count = len(self._waiting)
        words = translate("MessageBar", "Next ({count})").format(count=count)
        self._close.setText(words if count else translate("MessageBar", "Close"))
        self._place()

    def begin(self) -> None:
        """Put the focus on what can be done; where it is there already, be done with the sentence."""
        if self._has_focus():
            self.dismiss()
        elif not self.isHidden():
            self._take_focus()

    def hindrance(self) -> str:
        """Say why there is no message to go to."""
        return translate("MessageBar", "There is no message.") if self.isHidden() else ""

    @property
    def text(self) -> str:
        """The sentence that can be read now."""
        return "" if self.isHidden() else self._label.text()

    @property
    def is_offering(self) -> bool:
        """Whether it shows something that can be done."""
        return not self.isHidden() and not self.act.isHidden()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._take(Message(sentence))

    def offer(
        self, sentence: str, word: str, deed: Callable[[], None], *, is_brief: bool = False, share: float | None = None
    ) -> None:
        """Show a sentence with a button that does something about it, for some seconds or until it is answered."""
        self._take(Message(sentence, word, deed, is_brief, share))

    def reword(self, before: str, message: Message) -> None:
        """Say in other words what is said now, or waits to be said again."""
        if self.text == before:
            self._show(message)
        else:
            self._waiting = [message if each.sentence == before else each for each in self._waiting]

    def dismiss(self) -> None:
        """Be done with what is shown; show what waits."""
        if not self._waiting:
            self.hide()
            return
        had_focus = self._has_focus()
        self._show(self._waiting.pop(0))
        if had_focus:
            self._take_focus()

    def drop(self, is_over: Callable[[Message], bool]) -> None:
        """Be done with every message of which that is true, shown or waiting."""
        self._waiting = [each for each in self._waiting if not is_over(each)]
        if not self.isHidden() and is_over(self._shown):
            self.dismiss()
        self.retell()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.place_again()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
            return
        super().keyPressEvent(event)

    def setVisible(self, visible: bool) -> None:
        had_focus = not visible and self._has_focus()
        if not visible:
            self._waiting.clear()
        super().setVisible(visible)
        if had_focus:
            self.left.emit()
        if not visible:
            self.offers.emit(False)

    def _place(self) -> None:
        room = self._room()
        if room is None or self.isHidden():
            return
        buttons = [each for each in (self.act, self._close) if not each.isHidden()]
        taken = SPACE_16 + SPACE_12 + sum(each.sizeHint().width() + SPACE_12 for each in buttons)
        metrics = self._label.fontMetrics()
        words_px = max(metrics.horizontalAdvance(line) for line in self._label.text().split("\n"))
        if not self.line.isHidden():
            words_px = max(words_px, self._look.px(LEAST_WAIT_PX))
        width = min(taken + words_px + SPACE_16, self._look.px(MOST_WIDTH_PX), room.width() - 2 * FROM_EDGE_PX)
        words = self._label.heightForWidth(width - taken)
        if not self.line.isHidden():
            words += SPACE_8 + self.line.height()
        button = self._close.sizeHint().height()
        height = max(words, button) + 2 * SPACE_8
        is_hosted = isinstance(self._page(), Host)
        most = int(room.height() * (MOST_OF_ROOM if is_hosted else MOST_SHARE))
        least = max(min(words, LEAST_LINES * metrics.lineSpacing()), button) + 2 * SPACE_8
        height = max(min(height, most), least)  # a room may be lower than what is said in it
        below = SPACE_8 if is_hosted else FROM_EDGE_PX
        self.setGeometry(room.left() + FROM_EDGE_PX, room.bottom() + 1 - height - below, width, height)
        self.raise_()

    def _page(self) -> QWidget | None:
        return self._pages.currentWidget() if self._pages is not None else None

    def _room(self) -> QRect | None:
        """Where it may lie."""
        page = self._page()
        if isinstance(page, Host):
            return page.message_room()
        return page.rect() if page is not None else None

    def _take_focus(self) -> None:
        (self._close if self.act.isHidden() else self.act).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _has_focus(self) -> bool:
        focused = self.focusWidget()
        return focused is not None and focused.hasFocus()

    def _take(self, message: Message) -> None:
        """Show a message; the one it covers waits."""
        covered = [] if self.isHidden() else [self._shown]
        waiting = [each for each in (*self._waiting, *covered) if not _is_same(each, message)]
        self._waiting = sorted(waiting, key=_stays)[-MOST_WAITING:]
        self._show(message)

    def _show(self, message: Message) -> None:
        self.leaving.stop()
        is_news = _unnumbered(message.sentence) != _unnumbered(self.text)  # a count that goes on is not read out
        self._shown = message
        self.line.setVisible(message.share is not None)
        self.line.show_share(message.share or 0.0)
        self._label.setText(message.sentence)
        self._words.setAccessibleName(message.sentence)
        self.act.setText(message.word)
        is_aside = message.is_brief or message.share is not None
        self.act.show_role("" if is_aside else "primary")  # what may be done is not what is to be done next
        self.act.setVisible(bool(message.word))
        self.show()
        self.retell()
        self.offers.emit(bool(message.word))
        if not message.stays:
            self.leaving.start(message.lasts_ms)
        if is_news:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.sentence))

    def _do(self) -> None:
        deed = self._shown.deed
        self.dismiss()
        if deed is not None:
            deed()


def _is_same(one: Message, other: Message) -> bool:
    """Whether one says the other again, or offers to do the same in other words."""
    return one.sentence == other.sentence or bool(one.word and one.word == other.word)


def _unnumbered(sentence: str) -> str:
    return re.sub(r"\d", "", sentence)


def _stays(message: Message) -> bool:
    return message.stays


def is_passing(message: Message) -> bool:
    """Whether it goes away by itself: it answers what was done on the page that is shown."""
    return not message.stays
