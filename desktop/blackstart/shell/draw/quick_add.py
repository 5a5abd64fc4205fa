"""A component by typing: its name, and after a slash its kind, right where it is to stand."""

import re
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from blackstart.core.topology.kind_search import kind_guessed, kinds_found
from blackstart.core.topology.kinds import KINDS, SERVICE
from blackstart.core.topology.model import Point
from blackstart.shell.canvas.view import MapView
from blackstart.shell.draw.anchored import Anchor
from blackstart.shell.draw.name_field import MOST_LETTERS, is_left_for_good
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.icon_field import IconField
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.pick_list import PickList, PickRow

translate = QCoreApplication.translate

WIDTH_PX = 248
_SLASH = re.compile(r"(?:^|\s)/")  # a slash within a word is part of the name
_ARROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the field.

    Attributes
    ----------
    kind : str or None
        What is typed of a kind after a slash; None = no slash.
    """

    name: str
    kind: str | None


def read_typed(text: str) -> Typed:
    """Part a name from the kind that is typed after it."""
    slash = _SLASH.search(text)
    if slash is None:
        return Typed(text.strip(), None)
    return Typed(text[: slash.start()].strip(), text[slash.end() :].strip())


class QuickAdd(QFrame):
    """Enter adds, Esc or Enter on nothing ends; Tab asks for a kind.

    Parameters
    ----------
    at : Point
        Upper left corner of the card that is to be, canvas px.
    context : str
        What the new component will be connected to; empty = nothing.
    """

    added = Signal(str, str, bool)  # name, kind, and whether another is to follow
    left = Signal()

    def __init__(self, view: MapView, look: Look, at: Point, context: str = "") -> None:
        super().__init__(view)
        self._view = view
        self._look = look
        self._is_done = False
        self.field = IconField(look, SERVICE.icon, "tx1")
        self.kinds = PickList(look)
        self.guess = Label(role="hint", wraps=True)
        self._set_up(context)
        self._anchor = Anchor(self, view, lambda: QPointF(*at))
        self._show_typed("")
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def kind(self) -> str:
        """The kind that Enter would take."""
        typed = read_typed(self.field.text())
        return kind_guessed(typed.name) if typed.kind is None else self.kinds.key

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(Qt.Key(event.key()))
        if watched is self.field and isinstance(event, QFocusEvent) and is_left_for_good(event):
            self._finish(goes_on=False)
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        """Do what a key means here; False = it is the field's own."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._finish(goes_on=True)
        elif key is Qt.Key.Key_Escape:
            self._end()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            if read_typed(self.field.text()).kind is None:
                self.field.setText(f"{self.field.text()} /")
        elif key in _ARROWS and self.kinds.isVisibleTo(self):
            self.kinds.step(_ARROWS[key])
            self._show_mark()
        else:
            return False
        return True

    def _finish(self, *, goes_on: bool) -> None:
        """Add what is typed; nothing typed ends it."""
        typed, kind = read_typed(self.field.text()), self.kind
        if typed.kind is not None and not kind:
            return  # no kind is called that: what is typed stays, to be mended
        if not typed.name and typed.kind is None:
            self._end()
        elif not self._is_done:
            self._is_done = True
            self.added.emit(typed.name or self._look.words.say(f"kind.{kind}"), kind, goes_on)

    def _end(self) -> None:
        if not self._is_done:
            self._is_done = True
            self.left.emit()

    def _take_kind(self, kind: str) -> None:
        name = read_typed(self.field.text()).name
        self.field.setText(f"{name} /{self._look.words.say(f'kind.{kind}')}")

    def _show_typed(self, text: str) -> None:
        typed = read_typed(text)
        found = kinds_found(typed.kind) if typed.kind is not None else ()
        self.kinds.setVisible(bool(found))
        self.kinds.show_rows([self._row(each) for each in found])
        if typed.kind is None:
            words = translate("QuickAdd", "{kind}. Tab or / for another kind")
            self.guess.setText(words.format(kind=self._look.words.say(f"kind.{self.kind}")))
        else:
            none = translate("QuickAdd", "No kind is called that.")
            self.guess.setText(none if not found else "")
        self.guess.setVisible(bool(self.guess.text()))
        self._show_mark()
        self.kinds.limit(self._view.height() - self.sizeHint().height() + self.kinds.height())
        self.adjustSize()
        self._anchor.bring_into_view()

    def _row(self, id_: str) -> PickRow:
        words = self._look.words
        return PickRow(id_, words.say(f"kind.{id_}"), KINDS[id_].icon, words.say(f"kind-about.{id_}"))

    def _show_mark(self) -> None:
        kind = KINDS.get(self.kind, SERVICE)
        self.field.show_icon(kind.icon)

    def _set_up(self, context: str) -> None:
        self.setProperty("role", "sheet")
        self.setFixedWidth(self._look.px(WIDTH_PX))
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setPlaceholderText(translate("QuickAdd", "Name of the new component"))
        self.field.setAccessibleName(translate("QuickAdd", "Name of the new component"))
        self.field.textChanged.connect(self._show_typed)
        self.field.installEventFilter(self)
        self.kinds.setAccessibleName(translate("QuickAdd", "Kinds"))
        self.kinds.picked.connect(self._take_kind)
        row = QHBoxLayout()
        row.addWidget(self.field)
        page = QVBoxLayout(self)
        page.setContentsMargins(SPACE_8, SPACE_8, SPACE_8, SPACE_8)
        page.setSpacing(SPACE_4)
        if context:
            page.addWidget(Label(context, role="hint", wraps=True))
        page.addLayout(row)
        page.addWidget(self.kinds)
        page.addWidget(self.guess)
