"""One value with its name at the left, and below it why what was typed cannot be taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from blackstart.shell.draw.inspector.lines import LineControl, LinesControl
from blackstart.shell.draw.inspector.page import Control, Field, Key
from blackstart.shell.draw.inspector.picks import CheckControl, PickControl
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label

LABEL_PX, LABEL_TOP_PX, STACKED_FROM = 104, 6, 150  # per cent of the usual text size
LINK_PX = 30
LEAST_INLINE_PX, MOST_INLINE_PX, INLINE_ROOM_PX, INLINE_PICK_PX = 22, 140, 12, 150

AnyControl = LineControl | LinesControl | PickControl | CheckControl | Button


class FieldRow(QWidget):
    """A field; larger words have their name above it."""

    given = Signal(object, str)  # Key, what was typed, picked or ticked
    pressed = Signal(object)  # Key of a link
    dropped = Signal(object)  # Key: what was typed is wanted no more
    left = Signal()

    def __init__(self, field: Field, look: Look) -> None:
        super().__init__()
        self.field = field
        self._look = look
        self._is_refused = False
        self.control = _control(field, look)
        self.name = Label(role="soft", wraps=True)
        self.reason = Label(role="secondary", wraps=True)
        self.reason.hide()
        self._lay_out()
        self._join()
        self.show_field(field, is_fresh=True)

    @property
    def key(self) -> Key:
        return self.field.key

    def show_field(self, field: Field, *, is_fresh: bool = False) -> None:
        """Show a value; `is_fresh` = of something else than before, so that nothing typed here belongs to it."""
        control = self.control
        self.field = field
        self._name()
        if not is_fresh and isinstance(control, LineControl | LinesControl) and control.keeps(field):
            return
        self._is_refused = False
        self.reason.hide()
        if isinstance(control, Button):
            control.setText(field.shown)
            return
        control.show_field(field)
        control.setAccessibleDescription(" ".join(each for each in (field.suffix, field.hint) if each))

    def refuse(self, typed: str, reason: str) -> None:
        """Say why something cannot be taken; it stays as it was typed."""
        self._is_refused = True
        if isinstance(self.control, LineControl | LinesControl):
            self.control.draft(typed)
        self.control.setAccessibleDescription(reason)
        self.reason.setText(reason)
        self.reason.show()

    def settle(self) -> None:
        """Give what was typed and not yet given."""
        if isinstance(self.control, LineControl | LinesControl):
            self.control.give()

    def begin(self) -> None:
        """Put the focus in."""
        self.control.setFocus(Qt.FocusReason.TabFocusReason)
        if isinstance(self.control, LineControl):
            self.control.selectAll()

    def _name(self) -> None:
        field = self.field
        self.name.setText("" if field.control is Control.CHECK else field.label)
        self.control.setAccessibleName(
            f"{field.label}: {field.shown}" if field.control is Control.LINK else field.label
        )

    def _give(self, given: str) -> None:
        self._is_refused = False
        self.given.emit(self.key, given)
        if not self._is_refused:
            self.show_field(self.field, is_fresh=True)  # in its canonical form

    def _press(self) -> None:
        self.pressed.emit(self.key)

    def _restore(self) -> None:
        self.show_field(self.field, is_fresh=True)
        self.dropped.emit(self.key)

    def _join(self) -> None:
        control = self.control
        if isinstance(control, Button):
            control.clicked.connect(self._press)
            return
        control.given.connect(self._give)
        if isinstance(control, LineControl | LinesControl):
            control.restored.connect(self._restore)
            control.left.connect(self.left)

    def _lay_out(self) -> None:
        look, grid = self._look, QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_8)
        grid.setVerticalSpacing(SPACE_4)
        if self.field.control is Control.CHECK:
            grid.addWidget(self.control, 0, 0)
            return
        # A link begins where the values beside it begin; all else is as wide as there is room.
        side = Qt.AlignmentFlag.AlignLeft if self.field.control is Control.LINK else Qt.AlignmentFlag(0)
        if look.text_size >= STACKED_FROM:
            grid.addWidget(self.name, 0, 0)
            grid.addWidget(self.control, 1, 0, side)
            grid.addWidget(self.reason, 2, 0)
            return
        self.name.setContentsMargins(0, look.px(LABEL_TOP_PX), 0, 0)
        self.name.setFixedWidth(look.px(LABEL_PX))
        grid.addWidget(self.name, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.control, 0, 1, side)
        grid.addWidget(self.reason, 1, 1)
        grid.setColumnStretch(1, 1)


class InlineField(FieldRow):
    """A value within a row of a list, with words on both sides of it; its `reason` is the row's to place."""

    _title = ""  # of the row that it stands in

    def _name(self) -> None:
        field = self.field
        before, _, after = field.label.partition("{}")
        is_line = isinstance(self.control, LineControl)
        self.name.setText(before.strip())
        self.name.setVisible(is_line and bool(before.strip()))
        self.after.setText(after.strip())
        self.after.setVisible(is_line and bool(after.strip()))
        said = field.label.replace("{}", "…") if is_line else field.label
        self.control.setAccessibleName(f"{self._title}: {said}" if self._title else said)

    @property
    def is_wide(self) -> bool:
        """Whether it stands in its row without words, and has all the room there is."""
        return self.field.label == "{}"

    def say_of(self, title: str) -> None:
        """Name the row that it stands in, to those who hear it, whatever is shown of it from now on."""
        self._title = title
        self._name()

    def _lay_out(self) -> None:
        self.after = Label(role="secondary")
        self.name.setProperty("role", "secondary")
        self.name.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for each in (self.name, self.control, self.after):
            row.addWidget(each)
        if isinstance(self.control, LineControl):
            self.control.setProperty("role", "inline")
            if self.is_wide:
                return
            self.control.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self.control.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            self.control.textChanged.connect(self._fit)
            self._fit()
        else:
            self.control.setFixedWidth(self._look.px(INLINE_PICK_PX))

    def _fit(self) -> None:
        """Be as wide as what is typed."""
        metrics = self.control.fontMetrics()
        words = self.control.text() if isinstance(self.control, LineControl) else ""
        width = metrics.horizontalAdvance(words) + INLINE_ROOM_PX
        look = self._look
        self.control.setFixedWidth(max(look.px(LEAST_INLINE_PX), min(width, look.px(MOST_INLINE_PX))))


def _control(field: Field, look: Look) -> AnyControl:
    match field.control:
        case Control.LINES:
            return LinesControl(look)
        case Control.PICK:
            return PickControl(look)
        case Control.CHECK:
            return CheckControl(look)
        case Control.LINK:
            link = Button(field.shown, look, role="link")
            link.setMinimumHeight(look.px(LINK_PX))  # as high as a value, so that it stands beside its name
            return link
        case _:
            return LineControl()
