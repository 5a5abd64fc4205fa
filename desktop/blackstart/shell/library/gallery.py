"""The exercises as cards in columns; one of them is chosen."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from blackstart.shell.library.thumbnails import Thumbnails
from blackstart.shell.library.volume import Volume
from blackstart.shell.library.volume_card import LEAST_WIDTH_PX, VolumeCard
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_12, SPACE_16
from blackstart.shell.widgets.buttons import Button
from blackstart.shell.widgets.chips import Chips
from blackstart.shell.widgets.labels import Label

translate = QCoreApplication.translate

MOST_COLUMNS, ROWS_AT_FIRST = 3, 2
ALL, SHIPPED, YOURS = "all", "shipped", "yours"


class Gallery(QWidget):
    """Two rows of cards at first, so that the runs below can be seen; arrows step, Enter opens."""

    chosen = Signal(object)  # Volume: another one, or the same with more known of it
    clicked = Signal(object)  # Volume, by the mouse or the space bar
    opened = Signal(object)  # Volume

    def __init__(self, thumbnails: Thumbnails, look: Look) -> None:
        super().__init__()
        self._look = look
        self._thumbnails = thumbnails
        self._cards: dict[Path, VolumeCard] = {}
        self._shown: list[VolumeCard] = []
        self._columns = MOST_COLUMNS
        self._is_whole = False
        self._chosen: Path | None = None
        self.chips = Chips(
            [
                (ALL, translate("Library", "All")),
                (SHIPPED, translate("Library", "With Blackstart")),
                (YOURS, translate("Library", "Yours")),
            ]
        )
        self.more = Button("", look, role="link")
        self.empty = Label(translate("Library", "Looking through the exercises…"), role="hint")
        self._grid = QGridLayout()
        self._lay_out()
        thumbnails.made.connect(self._repaint_card)

    @property
    def cards(self) -> list[VolumeCard]:
        """Cards in the order of the shelf, those too that are not shown now."""
        return list(self._cards.values())

    @property
    def stops(self) -> list[QWidget]:
        """Where Tab stops before the chosen card, which follows them."""
        return [*(self.chips.button(key) for key in (ALL, SHIPPED, YOURS)), self.more]

    @property
    def card(self) -> VolumeCard | None:
        """The chosen one."""
        return self._cards.get(self._chosen) if self._chosen is not None else None

    @property
    def choice(self) -> Volume | None:
        return self.card.volume if self.card is not None else None

    def show_volumes(self, volumes: Sequence[Volume]) -> None:
        before = self._cards
        self._cards = {each.path: before.get(each.path) or self._card(each) for each in volumes}
        for path, card in before.items():
            if path not in self._cards:
                card.deleteLater()
        for volume in volumes:
            card = self._cards[volume.path]
            if card.volume is not volume:
                card.show_volume(volume)
                if volume.path == self._chosen:
                    self.chosen.emit(volume)
        self._show_groups(volumes)
        if list(before) != list(self._cards):
            self._place_cards()
        if self._chosen not in self._cards and self._shown:
            self.choose(self._shown[0].volume.path)

    def fit(self, width: int) -> None:
        """Place the cards in as many columns as have room."""
        columns = (width + SPACE_16) // (self._look.px(LEAST_WIDTH_PX) + SPACE_16)
        columns = min(max(columns, 1), MOST_COLUMNS)
        if columns != self._columns:
            self._columns = columns
            self._place_cards()

    def choose(self, path: Path) -> None:
        """Choose a card; the one chosen takes the focus from Tab."""
        self._chosen = path
        for each, card in self._cards.items():
            card.setChecked(each == path)
            card.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each == path else Qt.FocusPolicy.ClickFocus)
            card.update()
        self.setTabOrder(self.more, self._cards[path])
        self.chosen.emit(self._cards[path].volume)

    def _card(self, volume: Volume) -> VolumeCard:
        card = VolumeCard(volume, self._thumbnails, self._look, self)
        card.clicked.connect(self._take_click)
        card.opened.connect(self.opened)
        card.stepped.connect(self._step)
        return card

    def _take_click(self) -> None:
        card = self.sender()
        if isinstance(card, VolumeCard):
            self.choose(card.volume.path)
            self.clicked.emit(card.volume)

    def _step(self, key: Qt.Key) -> None:
        by = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self._columns,
            Qt.Key.Key_Down: self._columns,
        }[key]
        standing = [card.volume.path for card in self._shown]
        number = standing.index(self._chosen) + by if self._chosen in standing else 0
        if 0 <= number < len(standing):
            self.choose(standing[number])
            self._shown[number].setFocus(Qt.FocusReason.TabFocusReason)

    def _show_groups(self, volumes: Sequence[Volume]) -> None:
        """Offer groups to choose from only where there are two."""
        kinds = {each.is_yours for each in volumes}
        self.chips.setVisible(len(kinds) > 1)
        if len(kinds) < 2:
            self.chips.choose(ALL)
        self.empty.setText(translate("Library", "No exercises here. Open a drill file."))
        self.empty.setVisible(not volumes)

    def _place_cards(self) -> None:
        group = self.chips.key
        wanted = [card for card in self.cards if group == ALL or card.volume.is_yours == (group == YOURS)]
        at_first = ROWS_AT_FIRST * self._columns
        self._shown = wanted if self._is_whole else wanted[:at_first]
        while self._grid.takeAt(0) is not None:
            pass
        for card in self.cards:
            card.setVisible(card in self._shown)
        for number, card in enumerate(self._shown):
            self._grid.addWidget(card, number // self._columns, number % self._columns)
        for column in range(MOST_COLUMNS):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)
        self._tell_more(len(wanted), at_first)

    def _tell_more(self, count: int, at_first: int) -> None:
        words = translate("Library", "Show fewer") if self._is_whole else translate("Library", "Show all {count}")
        self.more.setText(words.format(count=count))
        self.more.setVisible(count > at_first)

    def _show_more(self) -> None:
        self._is_whole = not self._is_whole
        self._show_group()

    def _show_group(self) -> None:
        self._place_cards()
        if self._shown and self.card not in self._shown:
            self.choose(self._shown[0].volume.path)

    def _repaint_card(self, path: Path) -> None:
        card = self._cards.get(path)
        if card is not None:
            card.update()

    def _lay_out(self) -> None:
        self.chips.choose(ALL)
        self.chips.picked.connect(self._show_group)
        self.chips.hide()
        self.more.clicked.connect(self._show_more)
        self.more.hide()
        heading = QHBoxLayout()
        heading.setSpacing(SPACE_12)
        heading.addWidget(Label(translate("Library", "Exercises"), role="strong"))
        heading.addWidget(self.chips)
        heading.addStretch(1)
        heading.addWidget(self.more)
        self._grid.setSpacing(SPACE_16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE_12)
        column.addLayout(heading)
        column.addWidget(self.empty)
        column.addLayout(self._grid)
