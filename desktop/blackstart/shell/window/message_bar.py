"""One sentence over the page: why something was refused, what has happened, what could be done.

It lies over the page, which does not move when it comes and goes; where, the page can say.
"""

from collections.abc import Callable
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QStackedWidget, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

READ_MS_A_CHARACTER, LEAST_MS = 90, 6_000
MOST_WIDTH_PX, FROM_EDGE_PX = 784, SPACE_16  # at 1280 it leaves the console's right column free
MOST_SHARE = 0.6  # of the page's height; a longer list of faults scrolls


@runtime_checkable
class Host(Protocol):
    """A page that says at the foot of which of its parts a message may lie."""

    def message_room(self) -> QRect: ...


class MessageBar(QWidget):
    """Hidden until something is said; a sentence goes away once there was time to read it, an offer or a list stays."""

    left = Signal()  # it had the focus and is gone
    offers = Signal(bool)  # whether it shows something that can be done

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("role", "message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = Label(wraps=True)
        self._pages: QStackedWidget | None = None
        self._deed: Callable[[], None] | None = None
        self.act = Button("", look, role="primary")
        self._close = Button("", look, role="quiet")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._placing = QTimer(self)
        self._placing.setSingleShot(True)
        self._placing.timeout.connect(self._place)
        self._close.clicked.connect(self.hide)
        self.act.clicked.connect(self._do)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_12)
        self._label.setMinimumHeight(1)  # the area below it is as high as the words, and scrolls a list of faults
        words = QScrollArea()
        words.setWidgetResizable(True)
        words.setMinimumHeight(1)
        words.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        words.setWidget(self._label)
        row.addWidget(words, 1)
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

    def retell(self) -> None:
        """Name the button in the language of the moment."""
        self._close.setText(translate("MessageBar", "Close"))

    def begin(self) -> None:
        """Put the focus on what can be done about the sentence."""
        if not self.isHidden():
            (self._close if self.act.isHidden() else self.act).setFocus(Qt.FocusReason.ShortcutFocusReason)

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

    @property
    def leaves_in_ms(self) -> int:
        """Until the sentence goes away by itself; 0 = it stays."""
        return max(self._timer.remainingTime(), 0)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the one before it."""
        self._show(sentence)
        if "\n" not in sentence:
            self._timer.start(max(LEAST_MS, READ_MS_A_CHARACTER * len(sentence)))

    def offer(self, sentence: str, word: str, deed: Callable[[], None]) -> None:
        """Show a sentence with a button that does something about it."""
        self._show(sentence)
        self._deed = deed
        self.act.setText(word)
        self.act.setVisible(bool(word))
        self._place()
        self.offers.emit(bool(word))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self._placing.start()  # once the page has given its parts their new places
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            return
        super().keyPressEvent(event)

    def setVisible(self, visible: bool) -> None:
        focused = self.focusWidget()
        had_focus = not visible and focused is not None and focused.hasFocus()
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
        width = min(taken + words_px + SPACE_16, self._look.px(MOST_WIDTH_PX), room.width() - 2 * FROM_EDGE_PX)
        words = self._label.heightForWidth(width - taken)
        height = max(words, self._close.sizeHint().height()) + 2 * SPACE_8
        height = min(height, round(room.height() * MOST_SHARE))
        below = SPACE_8 if isinstance(self._page(), Host) else FROM_EDGE_PX
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

    def _show(self, sentence: str) -> None:
        self._timer.stop()
        self._deed = None
        self.act.hide()
        self.offers.emit(False)
        self._label.setText(sentence)
        self.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _do(self) -> None:
        deed = self._deed
        self.hide()
        if deed is not None:
            deed()
