"""The sheet of all injects: filtered, found by typing, read in full, with what can be done to the chosen one."""

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from blackstart.shell.run.coming import Verb
from blackstart.shell.run.coming_list import ComingList
from blackstart.shell.run.coming_verbs import verb_words
from blackstart.shell.run.injects.book import BookEntry, Status
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12, SPACE_16, SPACE_20
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.chips import Chips
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.sheet import Sheet

translate = QCoreApplication.translate

WIDTH_PX, HEIGHT_PX, LIST_SHARE = 1080, 680, 0.46
FIND_PX, EYE_PX = 220, 16
ALL = "all"


class BookSheet(Sheet):
    """A list at the left, all of the chosen inject at the right."""

    wished = Signal(str, str)  # verb, key of the inject
    new_wished = Signal()  # and this sheet is put away

    def __init__(self, look: Look) -> None:
        super().__init__(look, WIDTH_PX)
        self._entries: tuple[BookEntry, ...] = ()
        title = translate("Injects", "Injects")
        self.setAccessibleName(title)
        self.filter = Chips([(each, "") for each in (ALL, *Status)])
        self.search = QLineEdit()
        self.new = Button(translate("Injects", "New inject…"), look, "plus")
        self.way_out = Button(translate("Sheet", "Close  (Esc)"), look, role="quiet")
        self.list = ComingList(look, has_buttons=False)
        self.nothing = Label(translate("Injects", "No inject is like that."), role="hint", wraps=True)
        self.detail = BookDetail(look)
        self._set_up()
        self._lay_out(title)

    def show_entries(self, entries: tuple[BookEntry, ...]) -> None:
        """Show how all injects stand; what is chosen stays so."""
        self._entries = entries
        names = {
            ALL: translate("Injects", "All {count}"),
            Status.PLANNED: translate("Injects", "Planned {count}"),
            Status.DELIVERED: translate("Injects", "Delivered {count}"),
            Status.SKIPPED: translate("Injects", "Skipped {count}"),
        }
        for key, words in names.items():
            count = sum(key in (ALL, each.status) for each in entries)
            self.filter.button(key).setText(words.format(count=count))
        self._show()

    def begin(self, key: str) -> None:
        """Choose an inject, or the first that is to come."""
        index = self.list.rows.index_of(key)
        if not index.isValid():
            planned = next((each.row.key for each in self._entries if each.status is Status.PLANNED), "")
            index = self.list.rows.index_of(planned)
        self.list.setCurrentIndex(index if index.isValid() else self.list.rows.index(0))
        self.list.scrollTo(self.list.currentIndex())

    def wanted_height(self, width: int) -> int:
        return self._look.px(HEIGHT_PX)

    def first_stop(self) -> QWidget | None:
        return self.list

    def place(self) -> None:
        super().place()
        self.list.setFixedWidth(round(self.plate.width() * LIST_SHARE))

    def _set_up(self) -> None:
        self.filter.choose(ALL)
        self.search.setPlaceholderText(translate("Injects", "Find by any word"))
        self.search.setAccessibleName(translate("Injects", "Find by any word"))
        self.search.setClearButtonEnabled(False)
        self.search.setMinimumWidth(80)
        self.search.setMaximumWidth(self._look.px(FIND_PX))
        self.nothing.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.filter.picked.connect(self._show)
        self.search.textChanged.connect(self._show)
        self.way_out.clicked.connect(self.close_sheet)
        self.new.clicked.connect(self._write)
        self.list.wished.connect(self.wished)
        self.list.left.connect(self.close_sheet)
        self.list.chosen_changed.connect(self._tell)
        self.detail.wished.connect(self._wish)

    def _lay_out(self, title: str) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_20, SPACE_12, SPACE_12, SPACE_8)
        head.addWidget(Label(title, role="panel-title"))
        head.addStretch(1)
        head.addWidget(self.way_out)
        tools = QHBoxLayout()
        tools.setContentsMargins(SPACE_12, 0, SPACE_20, SPACE_12)
        tools.setSpacing(SPACE_8)
        tools.addWidget(self.filter)
        tools.addStretch(1)
        tools.addWidget(self.search, 2)
        tools.addWidget(self.new)
        left = QVBoxLayout()
        left.setContentsMargins(SPACE_8, 0, SPACE_8, SPACE_8)
        left.addWidget(self.list, 1)
        left.addWidget(self.nothing, 1)
        body = QHBoxLayout()
        body.setSpacing(0)
        body.addLayout(left)
        body.addWidget(rule(is_vertical=True))
        body.addWidget(self.detail, 1)
        self.column.addLayout(head)
        self.column.addLayout(tools)
        self.column.addWidget(rule())
        self.column.addLayout(body, 1)

    def _show(self) -> None:
        chosen, words = self.filter.key, self.search.text()
        found = [each for each in self._entries if chosen in (ALL, each.status) and each.holds(words)]
        self.list.show_rows(tuple(each.row for each in found))
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found and self.list.chosen is None:
            self.list.setCurrentIndex(self.list.rows.index(0))
        self._tell()

    def _tell(self) -> None:
        row = self.list.chosen
        entry = next((each for each in self._entries if row is not None and each.row.key == row.key), None)
        self.detail.show_entry(entry)

    def _write(self) -> None:
        self.close_sheet()
        self.new_wished.emit()

    def _wish(self, verb: str) -> None:
        row = self.list.chosen
        if row is not None:
            self.wished.emit(verb, row.key)


class BookDetail(QWidget):
    """All of one inject, and buttons for what can be done with it."""

    wished = Signal(str)  # verb

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._entry: BookEntry | None = None
        self.title = Label(role="panel-title", wraps=True)
        self._eye = Label()
        self._facts: list[Label] = []
        self.buttons = {verb: Button(verb_words(verb), look) for verb in Verb}
        held = QWidget()
        self._grid = QGridLayout(held)
        self._grid.setContentsMargins(SPACE_20, SPACE_4, SPACE_20, SPACE_16)
        self._grid.setHorizontalSpacing(SPACE_16)
        self._grid.setVerticalSpacing(SPACE_12)
        self._grid.setColumnStretch(1, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(held)
        self._lay_out()
        look.changed.connect(self._paint_eye)
        self._paint_eye()

    def show_entry(self, entry: BookEntry | None) -> None:
        """Show an inject; None = none is chosen."""
        if entry == self._entry:
            return
        self._entry = entry
        self.title.setText(entry.row.title if entry is not None else "")
        for label in self._facts:
            self._grid.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._facts = []
        for number, (heading, words) in enumerate(entry.facts if entry is not None else ()):
            pair = Label(heading, role="hint"), Label(words, wraps=True)
            for column, label in enumerate(pair):
                self._grid.addWidget(label, number, column, Qt.AlignmentFlag.AlignTop)
            self._facts += pair
        self._grid.setRowStretch(len(self._facts), 1)
        verbs = entry.row.verbs if entry is not None else ()
        for verb, button in self.buttons.items():
            button.setVisible(verb in verbs and verb is not Verb.READ)
        self._scroll.verticalScrollBar().setValue(0)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(160))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(SPACE_20, SPACE_16, SPACE_20, SPACE_8)
        head.setSpacing(SPACE_8)
        head.addWidget(self.title, 1)
        head.addWidget(self._eye)
        alone = Label(translate("Upcoming", "facilitator only"), role="hint")
        head.addWidget(alone)
        verbs = QHBoxLayout()
        verbs.setContentsMargins(SPACE_20, SPACE_12, SPACE_20, SPACE_16)
        verbs.setSpacing(SPACE_8)
        for verb, button in self.buttons.items():
            button.setObjectName(verb)
            button.clicked.connect(self._wish)
            button.hide()
            verbs.addWidget(button)
        verbs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addLayout(verbs)

    def _wish(self) -> None:
        self.wished.emit(self.sender().objectName())

    def _paint_eye(self) -> None:
        self._eye.setPixmap(icon("eyeoff", self._look.theme.color("tx2")).pixmap(EYE_PX, EYE_PX))
