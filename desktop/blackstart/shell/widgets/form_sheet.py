"""A sheet with fields to fill in, and the button that hands them on; what is missing is said on the sheet itself."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.fold_sign import FoldSign
from blackstart.shell.widgets.key_button import KeyButton
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.sheet import Sheet
from blackstart.shell.widgets.snug_scroll import SnugScroll

translate = QCoreApplication.translate

WIDTH_PX, BORDERS_PX, LEAST_FORM_PX = 520, 2, 96
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FormSheet(Sheet):
    """Fields below their names; Ctrl+Enter hands them on, Escape puts them away."""

    handed_on = Signal()

    def __init__(self, title: str, word: str, look: Look, width_px: int = WIDTH_PX) -> None:
        super().__init__(look, width_px)
        self.setAccessibleName(title)
        self._body = QWidget()
        self.form = QVBoxLayout(self._body)
        self.form.setContentsMargins(0, 0, 0, 0)
        self.form.setSpacing(SPACE_12)
        self.complaint = Label(role="strong", wraps=True)
        self.complaint.hide()
        self.accept_button = KeyButton(word, "Ctrl+Enter", look, role="primary")
        self.cancel_button = Button(translate("FormSheet", "Cancel"), look)
        self.accept_button.clicked.connect(self.handed_on)
        self.cancel_button.clicked.connect(self.close_sheet)
        self._title = Label(title, role="panel-title", wraps=True)
        self._scroll = SnugScroll(self._body, look.px(LEAST_FORM_PX))
        FoldSign(self._scroll, look)
        self._foot = QHBoxLayout()
        self._foot.setSpacing(SPACE_8)
        self._foot.addStretch(1)
        self._foot.addWidget(self.cancel_button)
        self._foot.addWidget(self.accept_button)
        self.column.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_20)
        self.column.setSpacing(SPACE_16)
        self.column.addWidget(self._title)
        self.column.addWidget(self._scroll)
        self.column.addWidget(self.complaint)
        self.column.addLayout(self._foot)
        self._body.installEventFilter(self)

    def add_field(self, words: str, field: QWidget) -> None:
        """Put a field below its name."""
        if not field.accessibleName():
            field.setAccessibleName(words)
        if isinstance(field, QComboBox):  # its longest choice must not make the form wider than the sheet
            field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        pair = QVBoxLayout()
        pair.setSpacing(SPACE_4)
        pair.addWidget(Label(words, role="secondary", wraps=True))
        pair.addWidget(field)
        self.form.addLayout(pair)

    def complain(self, sentence: str) -> None:
        """Say what is missing, or why it was refused."""
        self.complaint.setText(sentence)
        self.complaint.setVisible(bool(sentence))
        self.place()
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def wanted_height(self, width: int) -> int:
        room = width - BORDERS_PX - 2 * SPACE_20
        heights = [
            self._title.heightForWidth(room),
            self.form.totalHeightForWidth(room) if self.form.hasHeightForWidth() else self._body.sizeHint().height(),
            self._foot.sizeHint().height(),
        ]
        if not self.complaint.isHidden():
            heights.append(self.complaint.heightForWidth(room))
        gaps = (len(heights) - 1) * SPACE_16 + SPACE_16 + SPACE_20
        return sum(heights) + gaps + BORDERS_PX

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._body and event.type() == QEvent.Type.LayoutRequest:
            self.place()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if Qt.Key(event.key()) in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self.handed_on.emit()
            return
        super().keyPressEvent(event)
