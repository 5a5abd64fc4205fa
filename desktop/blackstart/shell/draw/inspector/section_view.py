"""One section of the inspector: a heading, fields, rows, and how the list is added to."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from blackstart.shell.draw.inspector.field_row import FieldRow
from blackstart.shell.draw.inspector.finder import Finder
from blackstart.shell.draw.inspector.page import MOST_ROWS, Control, Field, Key, Section
from blackstart.shell.draw.inspector.row_view import EDGE_PX, RowView
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, rule

translate = QCoreApplication.translate

HEADING_PX = 32


class SectionView(QWidget):
    """Keeps its widgets while it shows other values, so that the focus stays where it was."""

    given = Signal(object, str)  # Key, what was typed, picked or ticked
    pressed = Signal(object)  # Key
    dropped = Signal(object)  # Key: what was typed is wanted no more
    left = Signal()
    rearranged = Signal()  # other widgets take the focus than before

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._section = Section("")
        self._is_whole = False  # whether all rows are shown
        self.fields: list[FieldRow] = []
        self.rows: list[RowView] = []
        self.heading = QWidget()
        self.title = Label(role="strong")
        self.count = Label(role="hint")
        self.count.setContentsMargins(0, 0, EDGE_PX, 0)
        self.add = Button("", look, "plus", role="add")
        self.finder = Finder(look)
        self.empty = Label(role="hint", wraps=True)
        self.more = Button("", look, role="link")
        self.ending = Button("", look)
        self._foot = QWidget()
        self._fields = QVBoxLayout()
        self._rows = QVBoxLayout()
        self._lay_out()
        self._join()

    def show_section(self, section: Section, *, is_fresh: bool) -> None:
        """Show a section; `is_fresh` = of something else than before."""
        self._section = section
        self._is_whole = self._is_whole and not is_fresh
        if is_fresh:
            self.finder.hide()
        self.heading.setVisible(bool(section.title))
        self.title.setText(section.title)
        self.count.setText(section.count)
        self.empty.setText(section.empty)
        self.empty.setVisible(bool(section.empty) and not section.rows)
        self._show_fields(section.fields, is_fresh=is_fresh)
        self._fields.setContentsMargins(0, SPACE_12 if section.title and section.fields else 0, 0, 0)
        self._show_rows(is_fresh=is_fresh)
        adding, ending = section.adding, section.ending
        self.add.setVisible(adding is not None)
        if adding is not None:
            self.add.setText(f" {adding.word}")
            self.add.setAccessibleName(f"{section.title}: {adding.word}")
            if not self.finder.isHidden():
                self.finder.show_adding(adding)
        self._foot.setVisible(ending is not None)
        if ending is not None:
            self.ending.setText(ending.word)

    def stops(self) -> list[QWidget]:
        """What takes the focus, in order."""
        section = self._section
        stops: list[QWidget] = [each.control for each in self.fields]
        if section.adding is not None:
            stops += [self.add, self.finder.line]
        for row in self.rows:
            stops += row.stops()
        return [*stops, self.more, self.ending]

    def field(self, key: Key) -> FieldRow | None:
        """The field of that key, in a row or not."""
        within = (each for row in self.rows if not row.isHidden() for each in row.inline)
        return next((each for each in (*self.fields, *within) if each.key == key), None)

    def refuse(self, key: Key, typed: str, reason: str) -> bool:
        """Say at the field why something cannot be taken; False = it is not in this section."""
        field = self.field(key)
        if field is not None:
            field.refuse(typed, reason)
        return field is not None

    def reveal(self, key: Key, scroll: QScrollArea) -> None:
        """Scroll a field into sight with what stands below it."""
        field = self.field(key)
        if field is not None:
            scroll.ensureWidgetVisible(field.reason)
            scroll.ensureWidgetVisible(field.control)

    def settle(self) -> None:
        """Give what was typed and not yet given."""
        for row in self.rows:
            for inline in row.inline:
                inline.settle()
        for field in self.fields:
            field.settle()

    def _show_fields(self, fields: tuple[Field, ...], *, is_fresh: bool) -> None:
        if [_form(each) for each in fields] != [_form(each.field) for each in self.fields]:
            self._exchange_fields(fields)
        for view, field in zip(self.fields, fields, strict=True):
            view.show_field(field, is_fresh=is_fresh)

    def _exchange_fields(self, fields: tuple[Field, ...]) -> None:
        """Make fields that are not there yet and drop others; the focus goes on to what took a field's place."""
        going = {_form(each.field): each for each in self.fields}
        lost = next((number for number, each in enumerate(self.fields) if each.control.hasFocus()), -1)
        self.fields = [going.pop(_form(each)) if _form(each) in going else self._new_field(each) for each in fields]
        is_lost = any(each.control.hasFocus() for each in going.values())
        for number, view in enumerate(self.fields):
            self._fields.insertWidget(number, view)
            view.show()  # at once, so that it can be given the focus
        if is_lost and lost < len(self.fields):
            self.fields[lost].begin()
        for view in going.values():
            self._fields.removeWidget(view)
            view.hide()
            view.deleteLater()
        self.rearranged.emit()

    def _new_field(self, field: Field) -> FieldRow:
        view = FieldRow(field, self._look)
        view.given.connect(self.given)
        view.pressed.connect(self.pressed)
        view.dropped.connect(self.dropped)
        view.left.connect(self.left)
        return view

    def _show_rows(self, *, is_fresh: bool) -> None:
        rows = self._section.rows
        shown = rows if self._is_whole or len(rows) <= MOST_ROWS + 1 else rows[:MOST_ROWS]
        while len(self.rows) < len(shown):
            view = RowView(self._look)
            self.rows.append(view)
            self._rows.addWidget(view)
            view.pressed.connect(self.pressed)
            view.given.connect(self.given)
            view.dropped.connect(self.dropped)
            view.left.connect(self.left)
        for number, view in enumerate(self.rows):
            if number < len(shown):
                view.show_row(shown[number], is_fresh=is_fresh)
            view.setVisible(number < len(shown))
        self.more.setVisible(len(shown) < len(rows))
        self.more.setText(translate("Inspector", "Show all {number}").format(number=len(rows)))
        self.more.setAccessibleName(f"{self._section.title}: {self.more.text()}")
        self.rearranged.emit()

    def _show_all(self) -> None:
        self._is_whole = True
        first = len([view for view in self.rows if not view.isHidden()])
        self._show_rows(is_fresh=False)
        if first < len(self.rows):
            self.rows[first].button.setFocus(Qt.FocusReason.TabFocusReason)

    def _ask(self) -> None:
        if self._section.adding is not None:
            self.finder.show()
            self.finder.begin(self._section.adding)

    def _take(self, chosen: str) -> None:
        adding = self._section.adding
        self._close_finder()
        if adding is not None:
            self.given.emit(adding.key, chosen)

    def _close_finder(self) -> None:
        if self.finder.isAncestorOf(self.focusWidget() or self):
            self.add.setFocus(Qt.FocusReason.TabFocusReason)
        self.finder.hide()

    def _press_ending(self) -> None:
        if self._section.ending is not None:
            self.pressed.emit(self._section.ending.key)

    def _join(self) -> None:
        self.add.clicked.connect(self._ask)
        self.finder.chosen.connect(self._take)
        self.finder.given_up.connect(self._close_finder)
        self.more.clicked.connect(self._show_all)
        self.ending.clicked.connect(self._press_ending)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        self.heading.setMinimumHeight(self._look.px(HEADING_PX))
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        head.addWidget(self.add)
        heading = QVBoxLayout(self.heading)
        heading.setContentsMargins(0, 0, 0, 0)
        heading.setSpacing(0)
        heading.addLayout(head)
        heading.addWidget(rule())
        self._fields.setSpacing(SPACE_8)
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addLayout(self._fields)
        column.addWidget(self.finder)
        column.addLayout(self._rows)
        for each in (self.empty, self.more):
            each.setContentsMargins(0, SPACE_8, 0, 0)
            column.addWidget(each)
        column.setAlignment(self.more, Qt.AlignmentFlag.AlignLeft)
        foot = QHBoxLayout(self._foot)
        foot.setContentsMargins(0, SPACE_12, 0, 0)
        foot.addWidget(self.ending)
        foot.addStretch(1)
        column.addWidget(self._foot)
        self.finder.hide()


def _form(field: Field) -> tuple[str, Control]:
    """What a field has in common with that of another component."""
    return field.key[0], field.control
