"""One action of the script: its words, what it takes, how it stands, and what begins it."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from blackstart.core.base.ids import ActionId
from blackstart.shell.run.deeds.action_lines import ActionLine
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.icon_mark import IconMark
from blackstart.shell.widgets.labels import Label, rule

translate = QCoreApplication.translate

MARKS = {"begun": "run", "waiting": "clock", "done": "check", "hindered": "clock"}


class ActionCard(QWidget):
    """Says what an action is, and emits that it is wanted."""

    begin_wished = Signal(str)  # ActionId

    def __init__(self, id_: ActionId, look: Look) -> None:
        super().__init__()
        self._look = look
        self._id = id_
        self.text = Label(wraps=True)
        self.about = Label(role="hint", wraps=True)
        self.standing = Label(role="secondary", wraps=True)
        self.mark: IconMark | None = None
        self._marked = ""
        self.button = Button(translate("Actions", "Begin"), look)
        self.button.clicked.connect(self._wish)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_8)
        self._grid.setHorizontalSpacing(SPACE_8)
        self._grid.setVerticalSpacing(SPACE_4)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.text, 0, 0, 1, 2)
        self._grid.addWidget(self.about, 1, 0, 1, 2)
        self._grid.addWidget(self.standing, 2, 1)
        self._grid.addWidget(self.button, 0, 2, 3, 1, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._grid)
        whole.addWidget(rule())

    def show_line(self, line: ActionLine) -> None:
        """Show how the action stands."""
        self.text.setText(line.text)
        self.about.setText(line.about)
        self.about.setVisible(bool(line.about))
        self.standing.setText(line.standing)
        self.standing.setVisible(bool(line.standing))
        self._show_mark(MARKS.get(line.state, "") if line.standing else "")
        self.button.setVisible(line.can_begin)
        self.button.setAccessibleName(translate("Actions", "Begin: {action}").format(action=line.text))
        self.button.setAccessibleDescription(", ".join(filter(None, (line.about, line.standing))))

    def _show_mark(self, name: str) -> None:
        if name == self._marked:
            return
        self._marked = name
        if self.mark is not None:
            self._grid.removeWidget(self.mark)
            self.mark.hide()
            self.mark.deleteLater()
        self.mark = IconMark(name, self._look, 14) if name else None
        if self.mark is not None:
            self._grid.addWidget(self.mark, 2, 0, Qt.AlignmentFlag.AlignTop)

    def _wish(self) -> None:
        self.begin_wished.emit(self._id)
