"""What a list is added to by: type, choose with the arrows, Enter."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from blackstart.shell.draw.inspector.page import Adding, Choice
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4

translate = QCoreApplication.translate

ROW_PX, ICON_PX, MOST_SEEN, MOST_FOUND = 28, 14, 6, 50


class FinderLine(QLineEdit):
    """Arrows walk through what is found below."""

    walked = Signal(int)
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match Qt.Key(event.key()):
            case Qt.Key.Key_Down:
                self.walked.emit(1)
            case Qt.Key.Key_Up:
                self.walked.emit(-1)
            case Qt.Key.Key_Escape:
                self.given_up.emit()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.TabFocusReason and not self.text():
            self.given_up.emit()


class Finder(QWidget):
    """A line, and below it the choices whose name holds what is typed."""

    chosen = Signal(str)  # id of a choice; a name where there is nothing to choose from
    given_up = Signal()
    grown = Signal()  # it takes more room than before

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._adding = Adding((), "", "")
        self.line = FinderLine()
        self.list = QListWidget()
        self.list.setProperty("role", "finder")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        side = look.px(ICON_PX)
        self.list.setIconSize(QSize(side, side))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE_4, 0, SPACE_4)
        column.setSpacing(SPACE_4)
        column.addWidget(self.line)
        column.addWidget(self.list)
        self.line.textChanged.connect(self._find)
        self.line.returnPressed.connect(self._choose)
        self.line.walked.connect(self._walk)
        self.line.given_up.connect(self.given_up)
        self.list.itemClicked.connect(self._choose)

    def begin(self, adding: Adding) -> None:
        """Ask for one of the choices."""
        self.line.clear()
        self.show_adding(adding)
        self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def show_adding(self, adding: Adding) -> None:
        """Offer other choices, as the map has changed."""
        self._adding = adding
        self.line.setPlaceholderText(adding.hint)
        self.line.setAccessibleName(adding.hint)
        self.list.setAccessibleName(adding.hint)
        self._find()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.grown.emit()

    def _find(self) -> None:
        self.list.clear()
        found = _matching(self._adding.choices, self.line.text())
        for choice in found[:MOST_FOUND]:
            item = QListWidgetItem(choice.label)
            if choice.icon:
                item.setIcon(icon(choice.icon, self._look.theme.color("tx2"), self._look.px(ICON_PX)))
            item.setData(Qt.ItemDataRole.UserRole, choice.id)
            item.setSizeHint(QSize(0, self._look.px(ROW_PX)))
            self.list.addItem(item)
        self.list.setCurrentRow(0 if found else -1)
        self.list.setFixedHeight(min(max(len(found), 1), MOST_SEEN) * self._look.px(ROW_PX))
        self.list.setVisible(bool(found))

    def _walk(self, by: int) -> None:
        if self.list.count():
            self.list.setCurrentRow((self.list.currentRow() + by) % self.list.count())

    def _choose(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
        elif self._adding.is_named and self.line.text().strip():
            self.chosen.emit(self.line.text().strip())


def _matching(choices: tuple[Choice, ...], typed: str) -> list[Choice]:
    """Choices whose name holds what is typed, those that begin with it first."""
    wanted = typed.strip().casefold()
    found = [each for each in choices if wanted in each.label.casefold() or wanted in each.id]
    return sorted(found, key=lambda each: not each.label.casefold().startswith(wanted))
