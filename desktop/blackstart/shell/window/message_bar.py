"""One sentence at the foot of the window: why something was refused, what has happened, what could be done."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

READ_MS_A_CHARACTER, LEAST_MS = 90, 6_000


class MessageBar(QWidget):
    """Hidden until something is said; a plain sentence goes away once there was time to read it, an offer stays."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setProperty("role", "message")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = Label(wraps=True)
        self._deed: Callable[[], None] | None = None
        self.act = Button("", look, role="primary")
        self._close = Button(translate("MessageBar", "Close"), look, role="quiet")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self.act.clicked.connect(self._do)
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, SPACE_8, SPACE_12, SPACE_8)
        row.setSpacing(SPACE_12)
        row.addWidget(self._label, 1)
        row.addWidget(self.act)
        row.addWidget(self._close)
        self.hide()

    @property
    def text(self) -> str:
        """The sentence that can be read now."""
        return "" if self.isHidden() else self._label.text()

    @property
    def leaves_in_ms(self) -> int:
        """Until the sentence goes away by itself; 0 = it stays."""
        return max(self._timer.remainingTime(), 0)

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the one before it."""
        self._show(sentence)
        self._timer.start(max(LEAST_MS, READ_MS_A_CHARACTER * len(sentence)))

    def offer(self, sentence: str, word: str, deed: Callable[[], None]) -> None:
        """Show a sentence with a button that does something about it."""
        self._show(sentence)
        self._deed = deed
        self.act.setText(word)
        self.act.setVisible(bool(word))

    def _show(self, sentence: str) -> None:
        self._timer.stop()
        self._deed = None
        self.act.hide()
        self._label.setText(sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def _do(self) -> None:
        deed = self._deed
        self.hide()
        if deed is not None:
            deed()
