"""The bar over the map: tools, what needs are for, arranging, and how large the map is shown."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QWidget

from blackstart.core.topology.model import Purpose
from blackstart.shell.actions.spec import Action, key_text
from blackstart.shell.draw.drawn_map import PAN, SELECT, ZONE
from blackstart.shell.draw.menus import ALIGN_ROWS, ARRANGE_ROWS, fill
from blackstart.shell.draw.purpose_choice import PurposeChoice
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_4, SPACE_8, SPACE_12
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, rule

translate = QCoreApplication.translate

HEIGHT_PX, BUTTON_PX = 44, 32
TOOLS = {SELECT: ("cursor", "draw.select"), PAN: ("hand", "draw.pan"), ZONE: ("zone", "draw.zone")}
PURPOSES = {Purpose.RUN: "draw.to-run", Purpose.START: "draw.to-start", Purpose.RESPOND: "draw.to-respond"}


class Toolbar(QWidget):
    """Buttons of the page's actions; with less room it says less, but shows as much.

    Parameters
    ----------
    actions : mapping of str to Action
        The page's, by id: buttons do what keys do.
    """

    purpose_picked = Signal(object)  # Purpose
    tool_picked = Signal(str)

    def __init__(self, actions: Mapping[str, Action], look: Look) -> None:
        super().__init__()
        self._look, self._actions = look, actions
        self._is_several = self._is_lockable = False  # how much is chosen
        self.palette_button = self._icon_button("library", "draw.palette")
        self.tools = {tool: self._tool_button(tool) for tool in TOOLS}
        self.connect_as = Label(translate("DrawBar", "Connect as"), role="soft")
        keys = {purpose: key_text(actions[id_].spec) for purpose, id_ in PURPOSES.items()}
        self.purposes = PurposeChoice(keys, self.connect_as.text(), look)
        self.arrange = self._menu_button(translate("DrawBar", "Arrange"), ARRANGE_ROWS)
        self.align = self._menu_button(translate("DrawBar", "Align"), ALIGN_ROWS)
        self.lock = self._icon_button("lock", "draw.lock")
        self.table = self._icon_button("table", "draw.table")
        self.fit = self._word_button(translate("DrawBar", "Fit"), "draw.fit")
        self.actual = self._word_button("100 %", "draw.actual-size")
        self._gaps = (self._gap_line(), self._gap_line())
        self._set_up()
        self._lay_out()
        self.show_tool(SELECT)
        self.show_selection(Selection(), is_locked=False)

    def show_tool(self, tool: str) -> None:
        """Show which tool is in the hand."""
        self.tools[tool].setChecked(True)

    def show_purpose(self, purpose: Purpose) -> None:
        """Show what new needs are for."""
        self.purposes.show_purpose(purpose)
        self._fold()

    def show_selection(self, selection: Selection, *, is_locked: bool) -> None:
        """Offer what can be done with so many cards."""
        self._is_several = len(selection.components) > 1
        self._is_lockable = not selection.is_empty
        self.lock.setChecked(is_locked)
        self._fold()

    def wanted_width(self) -> int:
        """Return how wide all that is shown now would be."""
        layout = self.layout()
        if layout is None:
            return 0
        layout.invalidate()
        return layout.sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._look.px(HEIGHT_PX))  # it folds; what even then has no room is cut at the right

    def _fold(self) -> None:
        """Leave things away one after the other until the rest has room; what goes has keys and is in menus."""
        self.purposes.show_words(of_chosen=True, of_others=True)
        wanted: dict[QWidget, bool] = {self.align: self._is_several, self.lock: self._is_lockable}
        buttons = (
            self.fit,
            self.actual,
            self.table,
            self.palette_button,
            self._gaps[0],
            self.lock,
            self.align,
            self.arrange,
        )
        rest = (self._gaps[1], self.tools[PAN], self.tools[ZONE])
        for each in (self.connect_as, *buttons, *rest):
            each.setVisible(wanted.get(each, True))
        steps: tuple[Callable[[], object], ...] = (
            self.connect_as.hide,
            lambda: self.purposes.show_words(of_chosen=True, of_others=False),
            lambda: self.purposes.show_words(of_chosen=False, of_others=False),
            *(each.hide for each in (*buttons, *rest)),
        )
        for step in steps:
            if self.wanted_width() <= self.width():
                break
            step()

    def _icon_button(self, icon: str, id_: str, *, is_deed: bool = True) -> Button:
        button = Button("", self._look, icon, role="tool")
        size = self._look.px(BUTTON_PX)
        button.setFixedSize(size, size)
        self._speak_for(button, id_)
        if is_deed:
            button.clicked.connect(self._actions[id_].trigger)
        return button

    def _tool_button(self, tool: str) -> Button:
        """Return the button of a tool; it is that of a key, but never puts a zone round what is chosen at once."""
        icon, id_ = TOOLS[tool]
        button = self._icon_button(icon, id_, is_deed=False)
        button.clicked.connect(lambda: self.tool_picked.emit(tool))
        return button

    def _word_button(self, text: str, id_: str) -> Button:
        button = Button(text, self._look, role="tool")
        button.setFixedHeight(self._look.px(BUTTON_PX))
        self._speak_for(button, id_)
        button.clicked.connect(self._actions[id_].trigger)
        return button

    def _menu_button(self, text: str, rows: tuple[str, ...]) -> Button:
        button = Button(text, self._look, "chev", role="tool")
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron stands behind the word
        button.setFixedHeight(self._look.px(BUTTON_PX))
        menu = QMenu(button)
        menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        menu.aboutToShow.connect(lambda: fill(menu, self._actions, rows))
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        return button

    def _speak_for(self, button: Button, id_: str) -> None:
        action = self._actions[id_]
        button.setObjectName(id_)
        button.setToolTip(f"{action.text()} ({key_text(action.spec)})")
        button.setAccessibleName(action.text())

    def _set_up(self) -> None:
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(self._look.px(HEIGHT_PX))
        self.setAccessibleName(translate("DrawBar", "Tools"))
        group = QButtonGroup(self)
        for button in self.tools.values():
            button.setCheckable(True)
            group.addButton(button)
        self.lock.setCheckable(True)
        self.purposes.picked.connect(self.purpose_picked)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(SPACE_12, 0, SPACE_12, 0)
        row.setSpacing(SPACE_4)
        row.addWidget(self.palette_button)
        row.addWidget(self._gaps[0])
        for button in self.tools.values():
            row.addWidget(button)
        row.addWidget(self._gaps[1])
        row.addWidget(self.connect_as)
        row.addSpacing(SPACE_4)
        row.addWidget(self.purposes)
        row.addStretch(1)
        for button in (self.lock, self.align, self.arrange, self.table, self.fit, self.actual):
            row.addWidget(button)

    def _gap_line(self) -> QWidget:
        held = QWidget(self)
        row = QHBoxLayout(held)
        row.setContentsMargins(SPACE_8, SPACE_12, SPACE_8, SPACE_12)
        row.addWidget(rule(is_vertical=True))
        return held
