"""The palette: every kind of component in its group, found by typing, put on the map by dragging, click or Enter."""

from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QScrollArea, QVBoxLayout, QWidget

from blackstart.core.topology.kind_rows import Kind, KindGroup
from blackstart.core.topology.kind_search import kinds_found
from blackstart.core.topology.kinds import KINDS
from blackstart.shell.draw.kind_button import KindButton
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.icon_field import IconField
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

WIDTH_PX, NARROW_PX, MOST_WIDTH_PX = 224, 140, 250  # narrow = one column, for larger words
FIELD_PX, BESIDE_BAR_PX = 32, 2
_STEPS = {Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Up: (0, -1)}


class _Group(QWidget):
    """A heading and its kinds, of which only some are shown."""

    def __init__(self, heading: str, buttons: list[KindButton], columns: int) -> None:
        super().__init__()
        self.buttons = buttons
        for each in buttons:
            each.setParent(self)  # else it would be a window of its own when it is shown, and take the keys
        self._columns = columns
        self._grid = QGridLayout()
        self._grid.setSpacing(SPACE_4)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, SPACE_8)
        page.setSpacing(SPACE_4)
        page.addWidget(Label(heading, role="secondary"))
        page.addLayout(self._grid)
        self.setAccessibleName(heading)

    def show_kinds(self, kinds: frozenset[str]) -> tuple[KindButton, ...]:
        """Show those of its kinds that are wanted, close together; return them."""
        shown = tuple(each for each in self.buttons if each.kind in kinds)
        for each in self.buttons:
            self._grid.removeWidget(each)
            each.setVisible(each in shown)
        for number, each in enumerate(shown):
            self._grid.addWidget(each, number // self._columns, number % self._columns)
        self.setVisible(bool(shown))
        return shown


class Palette(QWidget):
    """Arrows walk the kinds, Enter adds one in the middle of what is seen; in the field, the one found first."""

    kind_wished = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._columns = 2 if look.px(WIDTH_PX) <= MOST_WIDTH_PX else 1
        self._shown: list[tuple[KindButton, ...]] = []  # by group
        self._found: tuple[str, ...] = ()
        self.field = IconField(look)
        self.groups = [self._group(group, [each.id for each in kinds]) for group, kinds in _by_group()]
        self.nothing = Label(translate("DrawPalette", "No kind is called that."), role="hint", wraps=True)
        self._area = QScrollArea()
        self._set_up()
        self._lay_out()
        self.show_found("")

    @property
    def buttons(self) -> tuple[KindButton, ...]:
        """The kinds that are shown, in order."""
        return tuple(button for group in self._shown for button in group)

    def show_found(self, typed: str) -> None:
        """Show the kinds that are meant by what is typed."""
        self._found = kinds_found(typed)
        wanted = frozenset(self._found)
        self._shown = [shown for shown in (group.show_kinds(wanted) for group in self.groups) if shown]
        self.nothing.setVisible(not wanted)
        self._stop_at(self.buttons[0] if self.buttons else None)

    def begin(self) -> None:
        """Let a kind be typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if watched is self.field:
                return self._press_in_field(key)
            if isinstance(watched, KindButton) and key in _STEPS:
                self._walk(watched, *_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    def _press_in_field(self, key: Qt.Key) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._found:
            self.kind_wished.emit(self._found[0])
        elif key is Qt.Key.Key_Down and self.buttons:
            self._go_to(self.buttons[0])
        elif key is Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
        else:
            return False
        return True

    def _walk(self, button: KindButton, across: int, down: int) -> None:
        """Go to the next kind in a direction; above the first stands the field."""
        width = self._columns
        rows = [group[at : at + width] for group in self._shown for at in range(0, len(group), width)]
        row, column = next((y, line.index(button)) for y, line in enumerate(rows) if button in line)
        if down:
            if row + down < 0:
                self.begin()
            elif row + down < len(rows):
                line = rows[row + down]
                self._go_to(line[min(column, len(line) - 1)])
            return
        everything = self.buttons
        self._go_to(everything[min(max(everything.index(button) + across, 0), len(everything) - 1)])

    def _go_to(self, button: KindButton) -> None:
        self._stop_at(button)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(button, 0, SPACE_12)

    def _stop_at(self, stop: KindButton | None) -> None:
        """Let Tab stop once among all the kinds."""
        for group in self.groups:
            for each in group.buttons:
                each.setFocusPolicy(Qt.FocusPolicy.TabFocus if each is stop else Qt.FocusPolicy.NoFocus)

    def _group(self, group: KindGroup, kinds: list[str]) -> _Group:
        buttons = [KindButton(each, self._look) for each in kinds]
        for each in buttons:
            each.wished.connect(self.kind_wished)
            each.installEventFilter(self)
        return _Group(self._look.words.say(f"group.{group}"), buttons, self._columns)

    def _set_up(self) -> None:
        look = self._look
        self.setProperty("role", "rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(translate("DrawPalette", "Kinds of component"))
        self.setFixedWidth(look.px(WIDTH_PX if self._columns > 1 else NARROW_PX))
        words = translate("DrawPalette", "Filter components")
        self.field.setPlaceholderText(words)
        self.field.setAccessibleName(words)
        self.field.setFixedHeight(look.px(FIELD_PX))
        self.field.textChanged.connect(self.show_found)
        self.field.installEventFilter(self)

    def _lay_out(self) -> None:
        held = QWidget()
        column = QVBoxLayout(held)
        column.setContentsMargins(SPACE_12, 0, BESIDE_BAR_PX, SPACE_12)
        column.setSpacing(0)
        for group in self.groups:
            column.addWidget(group)
        column.addWidget(self.nothing)
        column.addStretch(1)
        words = translate("DrawPalette", "Drag onto the canvas, or double-click the canvas and type a name.")
        hint = Label(words, role="hint", wraps=True)
        self._area.setWidget(held)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # else columns jump as one types
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, SPACE_12, 0, 0)
        page.setSpacing(SPACE_12)
        top = QVBoxLayout()
        top.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        top.addWidget(self.field)
        foot = QVBoxLayout()
        foot.setContentsMargins(SPACE_12, 0, SPACE_12, SPACE_12)
        foot.addWidget(hint)
        page.addLayout(top)
        page.addWidget(self._area, 1)
        page.addLayout(foot)


def _by_group() -> list[tuple[KindGroup, list[Kind]]]:
    ordered = sorted(KINDS.values(), key=lambda each: list(KindGroup).index(each.group))
    return [(group, list(kinds)) for group, kinds in groupby(ordered, key=lambda each: each.group)]
