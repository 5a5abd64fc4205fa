"""The panel that lies over a corner of the map and tells what is known of the chosen component."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGridLayout, QLayout, QVBoxLayout

from blackstart.shell.canvas.facts import Facts
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.view import MapView
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_8, SPACE_12, SPACE_16
from blackstart.shell.widgets.labels import Label
from blackstart.shell.widgets.panel import Panel

WIDTH_PX, HEADING_PX, MOST_LINES = 344, 84, 5


class FactsPanel(Panel):
    """Hidden while nothing is chosen; keeps to the side of the map on which the chosen card does not lie."""

    def __init__(self, map_view: MapView, look: Look) -> None:
        super().__init__(look, parent=map_view)
        self._map = map_view
        self._facts: Facts | None = None
        self.name = Label(role="title", wraps=True)
        self.state = Label(role="strong")
        self.about = Label(role="hint", wraps=True)
        self.headings = [Label(role="hint", wraps=True) for _ in range(MOST_LINES)]
        self.words = [Label(role="secondary", wraps=True) for _ in range(MOST_LINES)]
        self._lay_out()
        self.setFixedWidth(WIDTH_PX)
        map_view.installEventFilter(self)
        self.hide()

    def show_facts(self, facts: Facts | None) -> None:
        """Show a component, or nothing."""
        if facts == self._facts:
            return
        before, self._facts = self._facts, facts
        self.setVisible(facts is not None)
        if facts is None:
            return
        self.name.setText(facts.name)
        self.state.setText(facts.state)
        self.about.setText(facts.about)
        for number in range(MOST_LINES):
            heading, words = facts.lines[number] if number < len(facts.lines) else ("", "")
            for label, text in ((self.headings[number], heading), (self.words[number], words)):
                label.setText(text)
                label.setVisible(bool(text))
        if before is None or (before.component, before.lines) != (facts.component, facts.lines):
            self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._map and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        picture = self._map.picture
        if self._facts is None or picture is None:
            return
        layout = self.layout()
        assert layout is not None
        layout.activate()
        height = min(layout.totalHeightForWidth(WIDTH_PX), self._map.height() - 2 * SPACE_12)
        card = self._map.placement.transform().mapRect(rect(picture.drawing.arrangement.cards[self._facts.component]))
        is_left = card.center().x() > self._map.width() / 2
        left = SPACE_12 if is_left else self._map.width() - WIDTH_PX - SPACE_12
        self.setGeometry(left, self._map.height() - height - SPACE_12, WIDTH_PX, height)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_12)
        grid.setVerticalSpacing(SPACE_8)
        grid.setColumnMinimumWidth(0, HEADING_PX)
        grid.setColumnStretch(1, 1)
        for number in range(MOST_LINES):
            grid.addWidget(self.headings[number], number, 0)
            grid.addWidget(self.words[number], number, 1)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(SPACE_16, SPACE_12, SPACE_16, SPACE_12)
        column.setSpacing(SPACE_8)
        for each in (self.name, self.state, self.about):
            column.addWidget(each)
        column.addLayout(grid)
        column.addStretch(1)
