"""The panel that lies over a corner of the map and tells what is known of the chosen component."""

from collections.abc import Callable, Iterable
from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.panel import Panel

translate = QCoreApplication.translate

WIDTH_PX, HEADING_PX, MOST_LINES, BORDER_PX = 344, 84, 8, 2


class Known(Protocol):
    """What is shown of a component; the canvas's `Facts` are such."""

    @property
    def component(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def lines(self) -> tuple[tuple[str, str], ...]: ...


class FactsPanel(Panel):
    """Hidden while nothing is chosen; keeps to the emptiest corner of the map in which the chosen card does not lie.

    What is pressed or turned on it is not the map's.
    """

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(look, parent=over)
        self._over = over
        self._facts: Known | None = None
        self._card = QRectF()  # of the component that is told of
        self._others: tuple[QRectF, ...] = ()
        self._corner: tuple[bool, bool] | None = None  # whether at the left, whether at the top; None = to be found
        self._grid = QGridLayout()
        self.name = Label(role="title", wraps=True)
        self.state = Label(role="strong")
        self.about = Label(role="hint", wraps=True)
        self.headings = [Label(role="hint", wraps=True) for _ in range(MOST_LINES)]
        self.words = [Label(role="secondary", wraps=True) for _ in range(MOST_LINES)]
        self._held = QWidget()
        self._scroll = QScrollArea()
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._lay_out()
        over.installEventFilter(self)
        self.hide()

    def show_facts(
        self, facts: Known | None, card: QRectF, others: Callable[[], Iterable[QRectF]] = tuple[QRectF, ...]
    ) -> None:
        """Show a component whose card lies there, or nothing; `others` tells of cards that were better not covered."""
        is_covered = not self.isHidden() and QRectF(self.geometry()).intersects(card)
        if facts == self._facts and not is_covered:
            return
        if is_covered or not self._tells_of(facts):
            self._corner = None
            self._others = tuple(others())
        self._facts, self._card = facts, card
        self.setVisible(facts is not None)
        if facts is not None:
            self._fill(facts)
            self._place()

    def _tells_of(self, facts: Known | None) -> bool:
        return facts is not None and self._facts is not None and facts.component == self._facts.component

    def enterEvent(self, event: QEnterEvent) -> None:
        QCoreApplication.sendEvent(self._over, QEvent(QEvent.Type.Leave))  # the pointer is on no card any more
        super().enterEvent(event)

    def _fill(self, facts: Known) -> None:
        self.name.setText(facts.name)
        self.state.setText(facts.state)
        self.about.setText(facts.about)
        for number in range(MOST_LINES):
            heading, words = facts.lines[number] if number < len(facts.lines) else ("", "")
            for label, text in ((self.headings[number], heading), (self.words[number], words)):
                label.setText(text)
                label.setVisible(bool(text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self._corner, self._others = None, ()
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.isHidden():
            return
        over = self._over
        # Larger words take more of the map, but no more than half of it.
        wanted = min(self._look.px(WIDTH_PX), max(WIDTH_PX, over.width() // 2))
        width = min(wanted, over.width() - 2 * SPACE_12)
        self._grid.invalidate()  # it would go on with what it knew of the facts before
        words = self._held.heightForWidth(width - 2 * BORDER_PX)
        room = over.height() - 2 * SPACE_12
        height = min(words + 2 * BORDER_PX, room)
        is_cut = words + 2 * BORDER_PX > room
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_cut else Qt.FocusPolicy.NoFocus)
        self.setGeometry(self._found_place(width, height))

    def _found_place(self, width: int, height: int) -> QRect:
        """Return the corner it keeps, or where it covers least: not the card it tells of, if that can be."""
        over = self._over
        places = {
            (is_left, is_top): QRect(
                SPACE_12 if is_left else over.width() - width - SPACE_12,
                SPACE_12 if is_top else over.height() - height - SPACE_12,
                width,
                height,
            )
            for is_top in (False, True)
            for is_left in _far_first(self._card.center().x() > over.width() / 2)
        }
        if self._corner is None:
            self._corner = min(places, key=lambda corner: self._harm(QRectF(places[corner])))
        return places[self._corner]

    def _harm(self, place: QRectF) -> tuple[bool, int]:
        covered = (place.intersected(card) for card in self._others if place.intersects(card))
        return place.intersects(self._card), round(sum(each.width() * each.height() for each in covered))

    def _lay_out(self) -> None:
        grid = self._grid
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnMinimumWidth(0, self._look.px(HEADING_PX))
        grid.setColumnStretch(1, 1)
        for number in range(MOST_LINES):
            grid.addWidget(self.headings[number], number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.words[number], number, 1)
        column = QVBoxLayout(self._held)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_8)
        for each in (self.name, self.state, self.about):
            column.addWidget(each)
        column.addLayout(grid)
        column.addStretch(1)
        self._held.setMinimumHeight(1)  # else it gets the height that it would need if it were narrow
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(translate("FactsPanel", "What is known of the chosen component"))
        scroll.setWidget(self._held)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(BORDER_PX, BORDER_PX, BORDER_PX, BORDER_PX)
        whole.addWidget(scroll)


def _far_first(is_left: bool) -> tuple[bool, bool]:
    return is_left, not is_left
