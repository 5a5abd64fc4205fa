"""Names typed one after another, each followed by Enter; where there are roles, who wears which."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from blackstart.core.play.commands import Participant
from blackstart.shell.run.setup.role_tags import RoleTags
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

NAME_PX, NAME_TOP_PX = 150, 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PeopleField(QWidget):
    """A line to type in, and below it those who are there."""

    changed = Signal()

    def __init__(self, name: str, roles: Sequence[tuple[str, str]], look: Look) -> None:
        super().__init__()
        self._look = look
        self._roles = roles
        self._people: tuple[Participant, ...] = ()
        self._tags: list[RoleTags] = []
        self.line = _NameLine()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(translate("RunSetup", "A name, then Enter"))
        self.line.entered.connect(self.take_typed)
        self.refusal = Label(role="strong", wraps=True)
        self.refusal.hide()
        self.setFocusProxy(self.line)
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(SPACE_12)
        self._rows.setVerticalSpacing(SPACE_8)
        self._rows.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_8)
        column.addWidget(self.line)
        column.addWidget(self.refusal)
        column.addLayout(self._rows)

    @property
    def people(self) -> tuple[Participant, ...]:
        """Who is there, with the roles they wear."""
        worn = [tags.worn for tags in self._tags] or [()] * len(self._people)
        return tuple(Participant(each.name, roles) for each, roles in zip(self._people, worn, strict=True))

    def show_people(self, people: Sequence[Participant]) -> None:
        """Show others in place of those before."""
        self._people, self._tags = tuple(people), []
        while (item := self._rows.takeAt(0)) is not None:
            before = item.widget()
            if before is not None:
                before.hide()
                before.deleteLater()
        for row, each in enumerate(self._people):
            self._add_row(row, each)

    def tags_of(self, number: int) -> RoleTags:
        """The roles of the one in that row."""
        return self._tags[number]

    def take_typed(self) -> None:
        """Take in what stands in the line; several names are parted by commas."""
        names = [each.strip() for each in self.line.text().split(",") if each.strip()]
        known = {each.name for each in self._people}
        again = next((name for name in names if name in known or names.count(name) > 1), "")
        words = translate("RunSetup", "{name} is there already; write what tells the two apart.")
        self.refuse(words.format(name=again) if again else "")
        if names and not again:
            self.line.clear()
            self.show_people((*self.people, *(Participant(name) for name in names)))
            self.changed.emit()

    def refuse(self, sentence: str) -> None:
        """Say below the line what is wrong; empty = nothing is."""
        self.refusal.setText(sentence)
        self.refusal.setVisible(bool(sentence))
        self.line.setProperty("refused", "true" if sentence else "false")
        self.line.style().polish(self.line)

    def _add_row(self, row: int, person: Participant) -> None:
        name = Label(person.name, wraps=True)
        name.setFixedWidth(self._look.px(NAME_PX))
        name.setContentsMargins(0, NAME_TOP_PX, 0, 0)  # so that it stands level with the words of a tag
        off = _TakeOff(person.name, self._look)
        off.wished.connect(self._take_off)
        self._rows.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        if self._roles:
            tags = RoleTags(person.name, self._roles, person.roles)
            tags.changed.connect(self.changed)
            self._tags.append(tags)
            self._rows.addWidget(tags, row, 1)
        self._rows.addWidget(off, row, 2, Qt.AlignmentFlag.AlignTop)
        for part in (name, *self._tags[row : row + 1], off):
            part.show()  # else Qt shows it later, and Tab does not stop there before

    def _take_off(self, name: str) -> None:
        self.show_people([each for each in self.people if each.name != name])
        self.refuse("")
        self.line.setFocus()
        self.changed.emit()


class _TakeOff(Button):
    wished = Signal(str)  # name of who is taken off

    def __init__(self, name: str, look: Look) -> None:
        words = translate("RunSetup", "Take off")
        super().__init__(words, look, role="link")
        self._name = name
        self.setAccessibleName(f"{words}: {name}")
        self.clicked.connect(self._wish)

    def _wish(self) -> None:
        self.wished.emit(self._name)


class _NameLine(QLineEdit):
    """Enter takes the name in, and is nobody else's key."""

    entered = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_enter(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_enter(event):
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _is_enter(self, event: QKeyEvent) -> bool:
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return Qt.Key(event.key()) in _ENTER and is_plain
