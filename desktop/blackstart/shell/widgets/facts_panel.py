"""The panel that lies over a corner of the map and tells what is known of the chosen component."""

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.panel import Panel

translate = QCoreApplication.translate

WIDTH_PX, HEADING_PX, MOST_LINES, BORDER_PX = 344, 84, 5, 2


class Known(Protocol):
    """What is shown of a component; the canvas's `Facts` are such."""

    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def lines(self) -> tuple[tuple[str, str], ...]: ...


class FactsPanel(Panel):
    """Hidden while nothing is chosen; keeps to the side of the map on which the chosen card does not lie."""

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(look, parent=over)
        self._over = over
        self._is_left = False
        self._facts: Known | None = None
        self.name = Label(role="title", wraps=True)
        self.state = Label(role="strong")
        self.about = Label(role="hint", wraps=True)
        self.headings = [Label(role="hint", wraps=True) for _ in range(MOST_LINES)]
        self.words = [Label(role="secondary", wraps=True) for _ in range(MOST_LINES)]
        self._held = QWidget()
        self._scroll = QScrollArea()
        self._lay_out()
        over.installEventFilter(self)
        self.hide()

    def show_facts(self, facts: Known | None, card: QRectF) -> None:
        """Show a component whose card lies there, or nothing."""
        is_left = card.center().x() > self._over.width() / 2
        if (facts, is_left) == (self._facts, self._is_left):
            return
        self._facts, self._is_left = facts, is_left
        self.setVisible(facts is not None)
        if facts is not None:
            self._fill(facts)
            self._place()

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
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        if self.isHidden():
            return
        over = self._over
        # Larger words take more of the map, but no more than half of it.
        wanted = min(self._look.px(WIDTH_PX), max(WIDTH_PX, over.width() // 2))
        width = min(wanted, over.width() - 2 * SPACE_12)
        words = self._held.heightForWidth(width - 2 * BORDER_PX)
        room = over.height() - 2 * SPACE_12
        height = min(words + 2 * BORDER_PX, room)
        is_cut = words + 2 * BORDER_PX > room
        self._scroll.setFocusPolicy(Qt.FocusPolicy.TabFocus if is_cut else Qt.FocusPolicy.NoFocus)
        left = SPACE_12 if self._is_left else over.width() - width - SPACE_12
        self.setGeometry(left, over.height() - height - SPACE_12, width, height)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnMinimumWidth(0, self._look.px(HEADING_PX))
        grid.setColumnStretch(1, 1)
        for number in range(MOST_LINES):
            grid.addWidget(self.headings[number], number, 0)
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
