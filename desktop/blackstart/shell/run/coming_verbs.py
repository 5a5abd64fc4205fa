"""What can be done with a row of what is to come: words, icons, small buttons on the row, a menu."""

from PySide6.QtCore import QCoreApplication, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from blackstart.shell.actions.spec import written
from blackstart.shell.run.coming import ComingRow, Verb
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4
from blackstart.shell.widgets.buttons import Button

translate = QCoreApplication.translate

ICONS = {
    Verb.DELIVER: "run",
    Verb.HOLD_BACK: "pause",
    Verb.MOVE: "clock",
    Verb.SKIP: "step",
    Verb.OPEN: "run",
    Verb.SEE: "check",
    Verb.SHOW: "topo",
    Verb.READ: "doc",
}
KEYS = {
    Verb.DELIVER: "Shift+D",
    Verb.OPEN: "Shift+D",
    Verb.HOLD_BACK: "Shift+H",
    Verb.MOVE: "Shift+M",
    Verb.SKIP: "Shift+S",
    Verb.SEE: "S",
}
BUTTON_PX, LEAST_WORDS_PX = 26, 230  # what a row keeps of its words beside the buttons


def verb_words(verb: Verb) -> str:
    """Return what a verb is called in menus and on buttons."""
    match verb:
        case Verb.DELIVER:
            return translate("Injects", "Deliver now")
        case Verb.HOLD_BACK:
            return translate("Injects", "Hold back")
        case Verb.MOVE:
            return translate("Injects", "Move…")
        case Verb.SKIP:
            return translate("Injects", "Skip…")
        case Verb.OPEN:
            return translate("Injects", "Open now")
        case Verb.SEE:
            return translate("Injects", "Response seen…")
        case Verb.SHOW:
            return translate("Injects", "Show on the map")
        case Verb.READ:
            return translate("Injects", "Read all of it")


class RowVerbs(QWidget):
    """Lies over the right end of a row; the mouse alone comes here, for keys there is the menu."""

    wished = Signal(str, str)  # verb, key of the row
    more_wished = Signal(str)  # key of the row: all that can be done with it

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._key = ""
        self._ground = "bg3"
        self._verbs: dict[Verb, Button] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_4, 0, SPACE_4, 0)
        row.setSpacing(2)
        for verb, icon_name in ICONS.items():
            self._verbs[verb] = self._button(icon_name, verb_words(verb))
            self._verbs[verb].setObjectName(verb)
            self._verbs[verb].clicked.connect(self._wish)
        self.more = self._button("dots", translate("Injects", "More"))
        self.more.clicked.connect(self._wish_more)
        for button in (*self._verbs.values(), self.more):
            row.addWidget(button)
        self.hide()

    def show_on(self, row: ComingRow, width: int, ground: str) -> QSize:
        """Offer what fits a row of a width, the first and the menu where it is narrow; returns how large it is then."""
        self._key, self._ground = row.key, ground
        side = self._look.px(BUTTON_PX)
        room = max((width - self._look.px(LEAST_WORDS_PX)) // (side + 2), 1)
        offered = [verb for verb in row.verbs if verb is not Verb.READ]
        has_more = len(offered) > room
        offered = offered[: max(room - has_more, 1)]
        for verb, button in self._verbs.items():
            button.setVisible(verb in offered)
        self.more.setVisible(has_more)
        for button in (*self._verbs.values(), self.more):
            button.setFixedSize(side, side)
        return QSize((len(offered) + has_more) * (side + 2) + 2 * SPACE_4, side + 2)

    def button(self, verb: Verb) -> Button:
        return self._verbs[verb]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.color(self._ground))
        painter.end()

    def _button(self, icon_name: str, words: str) -> Button:
        button = Button("", self._look, icon_name, "tool")
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _wish(self) -> None:
        self.wished.emit(self.sender().objectName(), self._key)

    def _wish_more(self) -> None:
        self.more_wished.emit(self._key)


class VerbMenu(QMenu):
    """All that can be done with a row, each with the key that does it to the chosen one."""

    wished = Signal(str, str)  # verb, key of the row

    def __init__(self, row: ComingRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._key = row.key
        for verb in row.verbs:
            words = verb_words(verb)
            action = self.addAction(f"{words}\t{written(KEYS[verb])}" if verb in KEYS else words)
            action.setObjectName(verb)
            action.triggered.connect(self._wish)
        self.aboutToHide.connect(self.deleteLater)

    def open_at(self, place: QPoint) -> None:
        """Open with the first row chosen, so that Enter does what is needed most."""
        self.popup(place)
        self.setActiveAction(self.actions()[0])

    def _wish(self) -> None:
        self.wished.emit(self.sender().objectName(), self._key)
