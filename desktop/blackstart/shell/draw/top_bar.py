"""The bar above Draw: which drill, a way to find anything, and what was done last."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from blackstart.shell.actions.spec import Action, key_text
from blackstart.shell.document.document import Document
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import OneLine
from blackstart.shell.widgets.search_button import SearchButton

translate = QCoreApplication.translate

BAR_PX, BUTTON_PX = 52, 32


class TopBar(QWidget):
    """Undo and redo say in their tool tips what they would take back or do again."""

    palette_wished = Signal()

    def __init__(self, document: Document, palette_key: str, look: Look) -> None:
        super().__init__()
        self._document, self._look = document, look
        self._actions: dict[str, Action] = {}
        self.title = OneLine(role="title")
        words = translate("DrawBar", "Find a component or a command")
        self.search = SearchButton(words, palette_key, look)
        self.undo, self.redo = Button("", look, "undo", role="tool"), Button("", look, "redo", role="tool")
        self._lay_out()
        self.search.clicked.connect(self.palette_wished)
        for signal in (document.history.indexChanged, document.history.canUndoChanged, document.history.canRedoChanged):
            signal.connect(self._show_history)

    def act(self, undo: Action, redo: Action) -> None:
        """Take the actions for which its buttons stand."""
        self._actions = {"undo": undo, "redo": redo}
        self.undo.clicked.connect(undo.trigger)
        self.redo.clicked.connect(redo.trigger)
        self._show_history()

    def _show_history(self) -> None:
        history = self._document.history
        for name, button, text, can in (
            ("undo", self.undo, history.undoText(), history.canUndo()),
            ("redo", self.redo, history.redoText(), history.canRedo()),
        ):
            action = self._actions.get(name)
            if action is None:
                return
            words = f"{action.text()}: {text}" if text else action.text()
            button.setEnabled(can)
            button.setToolTip(f"{words} ({key_text(action.spec)})")
            button.setAccessibleName(words)

    def _lay_out(self) -> None:
        look = self._look
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(look.px(BAR_PX))
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_16, 0, SPACE_16, 0)
        row.setSpacing(SPACE_8)
        row.addWidget(self.title, 3)
        row.addWidget(self.search, 2)
        row.addStretch(1)
        for button in (self.undo, self.redo):
            button.setFixedSize(look.px(BUTTON_PX), look.px(BUTTON_PX))
            row.addWidget(button)
