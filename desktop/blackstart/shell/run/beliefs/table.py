"""The table of what the team believes: each component, what is thought of it, and how it stands."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from blackstart.core.base.simtime import clock_face
from blackstart.core.engine.trace import Shown
from blackstart.core.exercise.model import State
from blackstart.shell.canvas.doubts import Doubt, draw_doubt
from blackstart.shell.canvas.glyphs import RESERVE_TOKEN, STATE_TOKENS, Stamp, draw_glyph, draw_ring
from blackstart.shell.run.beliefs.gap import BeliefLine
from blackstart.shell.run.beliefs.presenter import true_word
from blackstart.shell.support.look import Look
from blackstart.shell.widgets.rows_model import LEFT, RowsModel

translate = QCoreApplication.translate

NAME, BELIEVED, TRUE, SINCE, WHY = range(5)
ROW_PX, GLYPH_PX, RING_SHARE = 30, 18, 0.6


class BeliefsModel(RowsModel[BeliefLine]):
    """One row a component."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def headings(self) -> tuple[str, ...]:
        return (
            translate("Beliefs", "Component"),
            translate("Beliefs", "The team believes"),
            translate("Beliefs", "True"),
            translate("Beliefs", "Since"),
            translate("Beliefs", "By and why"),
        )

    def cell(self, row: BeliefLine, column: int, role: int) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(row, column)
        return self._icon(row, column) if role == Qt.ItemDataRole.DecorationRole else None

    def _words(self, row: BeliefLine, column: int) -> str:
        if column == NAME:
            return row.name
        if column == BELIEVED:
            return state_word(row.believed, self._look) if row.believed is not None else "–"
        if column == TRUE:
            word = true_word(row, self._look)
            if row.seen_s is None:
                return word
            unseen = translate("Beliefs", "{state}, last seen T+{time}")
            return unseen.format(state=word, time=clock_face(row.seen_s))
        if column == SINCE:
            return f"T+{clock_face(row.at)}" if row.at is not None else ""
        return ": ".join(filter(None, (row.by, row.why)))

    def _icon(self, row: BeliefLine, column: int) -> QIcon | None:
        if column == NAME and (row.is_wrong or row.seen_s is not None):
            return doubt_icon(Doubt.WRONG if row.is_wrong else Doubt.UNSEEN, self._look)
        if column == BELIEVED and row.believed is not None:
            return state_icon(row.believed, self._look)
        if column == TRUE:
            on_reserve = row.is_on_reserve and row.shown is Shown.OPERATIONAL
            return state_icon(State.ON_RESERVE if on_reserve else State(row.shown.value), self._look)
        return None


class BeliefsTable(QTableView):
    """Whole rows are chosen; each column as wide as it needs, the reasons as far as there is room."""

    def __init__(self, model: BeliefsModel, look: Look) -> None:
        super().__init__()
        self.setModel(model)
        self.setIconSize(QSize(look.px(GLYPH_PX), look.px(GLYPH_PX)))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(translate("Beliefs", "What the team believes"))
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look.px(ROW_PX))
        self.horizontalHeader().setHighlightSections(False)
        for column in (NAME, BELIEVED, TRUE, SINCE):
            self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.horizontalHeader().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)


def state_word(state: State, look: Look) -> str:
    """Return a state's word."""
    return look.words.say(f"state.{state.value.replace(' ', '-')}")


def state_icon(state: State, look: Look) -> QIcon:
    """Return a state's glyph as an icon."""
    theme, size = look.theme, look.px(GLYPH_PX)
    picture = QPixmap(2 * size, 2 * size)  # sharp on double-density screens
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    centre, radius, ground = QPointF(size / 2, size / 2), size / 2 - 2, theme.color("bg1")
    if state is State.ON_RESERVE:
        draw_ring(painter, RING_SHARE, Stamp(centre, radius * 0.75, theme.color(RESERVE_TOKEN), ground))
    else:
        shown = Shown(state.value)
        draw_glyph(painter, shown, Stamp(centre, radius, theme.color(STATE_TOKENS[shown]), ground))
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # else Qt would tint it in a chosen row, and colour means a state
    return made


def doubt_icon(doubt: Doubt, look: Look) -> QIcon:
    """Return a doubt's mark as an icon."""
    size = look.px(GLYPH_PX)
    picture = QPixmap(2 * size, 2 * size)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_doubt(painter, doubt, QPointF(size / 2, size / 2), size - 2, look.theme)
    painter.end()
    made = QIcon(picture)
    made.addPixmap(picture, QIcon.Mode.Selected)  # else Qt would tint it in a chosen row, and colour means a state
    return made
