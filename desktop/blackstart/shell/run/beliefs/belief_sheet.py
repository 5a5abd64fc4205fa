"""The sheet of what the team believes: a table to choose from, and below it what is said of the chosen component."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QModelIndex, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from blackstart.core.base.ids import ComponentId
from blackstart.core.exercise.model import State
from blackstart.core.play.commands import Believe
from blackstart.shell.canvas.state_signs import state_icon, state_word
from blackstart.shell.run.beliefs.presenter import BeliefsPresenter
from blackstart.shell.run.beliefs.table import GLYPH_PX, BeliefsModel, BeliefsTable
from blackstart.shell.support.icons import icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.form_sheet import FormSheet
from blackstart.shell.widgets.labels import Label, OneLine
from blackstart.shell.widgets.picker import Picker
from blackstart.shell.widgets.who_field import WhoField

translate = QCoreApplication.translate

WIDTH_PX, EYE_PX = 860, 16
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class BeliefDraft:
    """What was typed of a belief and is not recorded."""

    by: str = ""
    why: str = ""


class BeliefSheet(FormSheet):
    """Typing finds a component, arrows choose one, Ctrl+Enter records what is said of it and stays for the next."""

    believed = Signal(object)  # tuple[Believe, ...]: of every component that is chosen

    def __init__(self, presenter: BeliefsPresenter, look: Look) -> None:
        title = translate("Beliefs", "What the team believes")
        super().__init__(title, translate("Beliefs", "Record"), look, WIDTH_PX)
        self._presenter = presenter
        self._asked: tuple[ComponentId, ...] = ()
        self.count = Label(role="secondary")
        self._eye = Label()
        self.field = QLineEdit()
        self.model = BeliefsModel(look, self)
        self.table = BeliefsTable(self.model, look)
        self.chosen_name = OneLine("strong")
        self.state = Picker(look)
        self.who = WhoField(look)
        self.why = QLineEdit()
        self.take_back = Button(translate("Beliefs", "Take it back"), look)
        self._set_up()
        self._lay_out()
        self.who.show_people(presenter.people)
        if presenter.people:
            self.who.choose(presenter.people[0][0])
        self._search("")
        presenter.stood.connect(self._renew)

    @property
    def components(self) -> tuple[ComponentId, ...]:
        """What is chosen, from the top."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return tuple(self._asked[row] for row in rows)

    @property
    def draft(self) -> BeliefDraft:
        return BeliefDraft(self.who.who, self.why.text())

    def take_draft(self, draft: BeliefDraft) -> None:
        """Go on with who spoke last."""
        if draft.by:
            self.who.choose(draft.by)
        self.why.setText(draft.why)

    def choose(self, components: tuple[ComponentId, ...]) -> None:
        """Begin with some components, at the head of all."""
        if len(components) > 1 or components[0] not in self._asked:
            self._asked = (*components, *(each for each in self._asked if each not in components))
            self._renew()
        self.table.choose_rows([self._asked.index(each) for each in components])
        self.state.setFocus()

    def first_stop(self) -> QWidget | None:
        return self.field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if watched is self.field and is_key and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in _ARROWS:
                QApplication.sendEvent(self.table, event)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self.state.setFocus()
                return True
        return super().eventFilter(watched, event)

    def clear_recorded(self) -> None:
        """Be ready for the next component."""
        self.complain("")
        self.why.clear()
        self.field.setFocus()
        self.field.selectAll()

    def _search(self, typed: str) -> None:
        self._asked = self._presenter.found(typed)
        self._renew()
        if self._asked:
            self.table.selectRow(0)

    def _renew(self) -> None:
        """Show how things stand now; rows stay where they are while they are looked at."""
        before = self.table.currentIndex().row()
        self.model.show_rows(self._presenter.lines(self._asked))
        if 0 <= before < len(self._asked) and self.table.currentIndex().row() != before:
            self.table.selectRow(before)
        row = self.model.row(self.table.currentIndex())
        self.take_back.setEnabled(row is not None and row.believed is not None)
        wrong, unseen = len(self._presenter.gap.wrong), len(self._presenter.gap.unseen)
        said = [translate("Beliefs", "{count} believed wrong").format(count=wrong)]
        if unseen:
            said.append(translate("Beliefs", "{count} not seen").format(count=unseen))
        self.count.setText(", ".join(said))

    def _show_chosen(self, index: QModelIndex) -> None:
        row = self.model.row(index)
        if row is not None:
            # What is marked most often is that something is down which was not spoken of.
            state = row.believed or State.DOWN
            self.state.setCurrentIndex(self.state.findData(state.value))

    def _name_chosen(self) -> None:
        """Say of what is spoken, or of how many."""
        chosen = self.components
        row = self.model.row(self.table.currentIndex())
        words = translate("Beliefs", "{count} components").format(count=f"{len(chosen):,}")
        self.chosen_name.say(words if len(chosen) > 1 else row.name if row is not None else "")

    def _record(self) -> None:
        self._say(State(str(self.state.currentData())))

    def _withdraw(self) -> None:
        self._say(None)

    def _say(self, state: State | None) -> None:
        components, by = self.components, self.who.who
        if not components:
            self.complain(translate("Beliefs", "Nothing is recorded yet: choose a component."))
        elif not by:
            self.complain(translate("Beliefs", "Nothing is recorded yet: say who thinks so."))
            self.who.setFocus()
        else:
            value, why = state.value if state is not None else None, self.why.text().strip()
            self.believed.emit(tuple(Believe(each, value, by, why) for each in components))

    def _set_up(self) -> None:
        look = self._look
        self.field.setPlaceholderText(translate("Beliefs", "Find a component"))
        self.field.setAccessibleName(translate("Beliefs", "Find a component"))
        self.field.installEventFilter(self)
        self.cancel_button.setText(translate("Beliefs", "Close"))
        eye = icon("eyeoff", look.theme.color("tx2"), look.px(EYE_PX))
        self._eye.setPixmap(eye.pixmap(look.px(EYE_PX), look.px(EYE_PX)))
        self.state.setAccessibleName(translate("Beliefs", "The team believes"))
        self.state.setIconSize(QSize(look.px(GLYPH_PX), look.px(GLYPH_PX)))
        for state in State:
            self.state.addItem(state_icon(state, look, GLYPH_PX), state_word(state, look), state.value)
        self.who.setAccessibleName(translate("Beliefs", "Who thinks so"))
        self.why.setAccessibleName(translate("Beliefs", "Why"))
        self.why.setPlaceholderText(translate("Beliefs", "Why, if they say so"))
        self.field.textChanged.connect(self._search)
        self.table.selectionModel().currentChanged.connect(self._show_chosen)
        self.table.selectionModel().selectionChanged.connect(self._name_chosen)
        self.handed_on.connect(self._record)
        self.take_back.clicked.connect(self._withdraw)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SPACE_12)
        head.addWidget(self.field, 1)
        head.addWidget(self.count)
        head.addSpacing(SPACE_8)
        head.addWidget(self._eye)
        head.addWidget(Label(translate("Beliefs", "facilitator only"), role="hint"))
        self.form.addLayout(head)
        self.form.addWidget(self.table)
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        headings = (
            translate("Beliefs", "Component"),
            *(each.accessibleName() for each in (self.state, self.who, self.why)),
        )
        fields: tuple[QWidget, ...] = (self.chosen_name, self.state, self.who, self.why)
        for column, (words, field) in enumerate(zip(headings, fields, strict=True)):
            grid.addWidget(Label(words, role="secondary"), 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 3 if field is self.why else 2)
        self.form.addLayout(grid)
        self._foot.insertWidget(0, self.take_back)
