"""What is said on a map on which nothing is drawn yet."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from blackstart.shell.support.theme import SPACE_8
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate


class EmptyMap(QWidget):
    """Lies in the middle of the view and lets every press through; gives way to a field that is typed into."""

    def __init__(self, view: QWidget, key: str) -> None:
        super().__init__(view)
        self._view = view
        self._is_wanted = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        words = translate("Draw", "Double-click and type the first thing you would lose.")
        column = QVBoxLayout(self)
        column.setSpacing(SPACE_8)
        column.addStretch(1)
        for text, role in ((words, "title"), (translate("Draw", "By keyboard: {key}").format(key=key), "hint")):
            label = Label(text, role=role, wraps=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(label)
        column.addStretch(1)
        view.installEventFilter(self)
        self.hide()

    def show_empty(self, *, is_empty: bool) -> None:
        """Take in whether there is anything on the map."""
        self._is_wanted = is_empty
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        focus = QApplication.focusWidget()
        is_typed = focus is not None and focus is not self._view and self._view.isAncestorOf(focus)
        self.setGeometry(self._view.rect())
        self.setVisible(self._is_wanted and not is_typed)
