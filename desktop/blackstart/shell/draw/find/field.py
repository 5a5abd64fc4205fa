"""The field in which one types what is to be found, in the upper corner of the map."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.icon_field import IconField
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

WIDTH_PX, COUNT_PX = 420, 72


class FindField(QFrame):
    """Takes in how many are found; emits what is typed and where to go."""

    typed = Signal(str)
    step_wished = Signal(int)  # 1 = to the next, -1 = to the one before
    left = Signal()

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._over, self._look = over, look
        self.line = IconField(look)
        self.count = Label(role="secondary")
        self.before = Button(translate("Find", "Before"), look, role="quiet")
        self.next = Button(translate("Find", "Next"), look, role="quiet")
        self._set_up()
        over.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Be there to be typed into; what was typed last is there, chosen."""
        self.show()
        self.raise_()
        self.place()
        self.line.setFocus()
        self.line.selectAll()

    def show_count(self, place: int, count: int, name: str) -> None:
        """Say which of how many is shown; place 0 = none."""
        words = translate("Find", "{place} of {count}").format(place=f"{place:,}", count=f"{count:,}")
        if not count:
            words = translate("Find", "Nothing") if self.line.text().strip() else ""
        self.count.setText(words)
        if words:
            said = QAccessibleAnnouncementEvent(self.line, f"{words}: {name}" if name else words)
            QAccessible.updateAccessibility(said)
        for button in (self.before, self.next):
            button.setEnabled(count > 1)

    def place(self) -> None:
        """Lie in the upper right corner."""
        width = min(self._look.px(WIDTH_PX), self._over.width() - 2 * SPACE_12)
        self.setGeometry(self._over.width() - width - SPACE_12, SPACE_12, width, self.sizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.place()
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.step_wished.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
                return True
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.step_wished.emit(1 if key is Qt.Key.Key_Down else -1)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) is Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()  # the map below hears none of it

    def _set_up(self) -> None:
        look = self._look
        self.setProperty("role", "message")
        name = translate("Find", "Find on the map")
        self.setAccessibleName(name)
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(translate("Find", "Component or zone"))
        self.line.installEventFilter(self)
        self.line.textChanged.connect(self.typed)
        self.count.setMinimumWidth(look.px(COUNT_PX))
        self.count.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.before.setToolTip(translate("Find", "Shift+F3"))
        self.next.setToolTip(translate("Find", "F3"))
        self.before.clicked.connect(lambda: self.step_wished.emit(-1))
        self.next.clicked.connect(lambda: self.step_wished.emit(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_8, SPACE_8, SPACE_4, SPACE_8)
        row.setSpacing(SPACE_4)
        row.addWidget(self.line, 1)
        for each in (self.count, self.before, self.next):
            row.addWidget(each)
