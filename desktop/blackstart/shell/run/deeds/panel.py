"""The list behind the word Actions: who does it, what is under way, and the script's actions."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from blackstart.core.base.ids import ActionId
from blackstart.shell.run.deeds.action_card import ActionCard
from blackstart.shell.run.deeds.action_lines import ActionLine
from blackstart.shell.run.deeds.crew_box import CrewBox
from blackstart.shell.run.deeds.works import CrewSheet
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.labels import Label, rule
from blackstart.shell.widgets.who_field import WhoField

translate = QCoreApplication.translate

LARGE = 125  # per cent of the usual size of words


class DeedsPanel(QScrollArea):
    """Cards stay where they are; what changes are their words."""

    begin_wished = Signal(str, str)  # ActionId, by whom
    spot_wished = Signal()
    left = Signal()  # what had the focus is gone
    call_off_wished = Signal(object)  # Work
    move_wished = Signal(object, int)  # Work, by
    forced = Signal(object, bool)  # Work, by the facilitator: whether it is done now, or else called off

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.who = WhoField(look)
        self.spot = Button(translate("Actions", "On the spot…"), look, "plus")
        self.crews: list[CrewBox] = []
        self.cards: dict[ActionId, ActionCard] = {}
        self.empty = Label(
            translate("Actions", "The script has no actions; anything can be done on the spot."),
            role="hint",
            wraps=True,
        )
        self._people: tuple[tuple[str, str], ...] = ()
        self._crew_column = _column()
        self._card_column = _column()
        self._crews_held = QWidget()
        self.free = Label(role="hint", wraps=True)
        self.spot.clicked.connect(self.spot_wished)
        self._lay_out()

    def show_people(self, people: tuple[tuple[str, str], ...]) -> None:
        """Offer whoever can do something."""
        if people != self._people:
            self._people = people
            self.who.show_people(people, translate("Actions", "whoever the script says"))

    def show_lines(self, lines: tuple[ActionLine, ...]) -> None:
        """Show how the script's actions stand."""
        if [line.id for line in lines] != list(self.cards):
            self._deal(lines)
        for line in lines:
            self.cards[line.id].show_line(line)
        self.empty.setVisible(not lines)

    def show_crews(self, sheets: tuple[CrewSheet, ...]) -> None:
        """Show what each crew does; those that are free share one line."""
        free = [sheet.name for sheet in sheets if not sheet.works]
        self.free.setText(translate("Crews", "Free: {names}").format(names=", ".join(free)))
        self.free.setVisible(bool(free))
        self._crews_held.setVisible(bool(sheets))
        self._show_boxes([sheet for sheet in sheets if sheet.works])

    def begin(self) -> None:
        """Put the focus on what can be done first."""
        able = [card.button for card in self.cards.values() if not card.button.isHidden()]
        (able[0] if able else self.spot).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _show_boxes(self, sheets: list[CrewSheet]) -> None:
        while len(self.crews) > len(sheets):
            box = self.crews.pop()
            self._crew_column.removeWidget(box)
            box.hide()  # it is gone only after the next frame
            box.deleteLater()
        while len(self.crews) < len(sheets):
            box = CrewBox(self._look)
            box.call_off_wished.connect(self.call_off_wished)
            box.move_wished.connect(self.move_wished)
            box.forced.connect(self.forced)
            self.crews.append(box)
            self._crew_column.addWidget(box)
        for box, sheet in zip(self.crews, sheets, strict=True):
            box.show_crew(sheet)

    def _deal(self, lines: tuple[ActionLine, ...]) -> None:
        for card in self.cards.values():
            self._card_column.removeWidget(card)
            card.hide()  # it is gone only after the next frame
            card.deleteLater()
        self.cards = {line.id: ActionCard(line.id, self._look) for line in lines}
        for card in self.cards.values():
            card.begin_wished.connect(self._wish)
            self._card_column.addWidget(card)

    def _wish(self, action: str) -> None:
        button = self.cards[ActionId(action)].button
        had_focus = self.window().focusWidget() is button
        self.begin_wished.emit(action, self.who.who)
        if had_focus and button.isHidden():
            self.left.emit()  # Qt would give the focus to the next button, and Space would press that

    def _lay_out(self) -> None:
        is_large = self._look.text_size > LARGE  # then the two have no room beside each other
        head = QVBoxLayout() if is_large else QHBoxLayout()
        head.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_8)
        head.setSpacing(SPACE_8)
        head.addWidget(self.who, 1)
        head.addWidget(self.spot)
        crews = _column()
        crews.addLayout(self._crew_column)
        crews.addWidget(self.free)
        crews.addSpacing(SPACE_12)
        crews.addWidget(rule())
        self._crews_held.setLayout(crews)
        self._crews_held.hide()
        self.free.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, 0)
        self.empty.setContentsMargins(SPACE_16, SPACE_8, SPACE_16, SPACE_12)
        held = QWidget()
        whole = QVBoxLayout(held)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._crews_held)
        whole.addLayout(self._card_column)
        whole.addWidget(self.empty)
        whole.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("Actions", "Actions"))
        self.setWidget(held)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
