"""Quiet marks on cards for the facilitator: what the team believes wrong of them, and what it cannot see.

By form alone, for colour means a state: a small plate over the card's upper corner, with a sign in ink.
"""

from collections.abc import Collection
from enum import StrEnum

from PySide6.QtCore import QLineF, QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QPainter, QPen

from blackstart.core.base.ids import ComponentId
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.canvas.picture import Picture
from blackstart.shell.support.icons import draw_icon
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import RADIUS_TAG, Theme

PLATE_PX, LEAST_VIEW_PX, ICON_SHARE = 18.0, 13.0, 0.75


class Doubt(StrEnum):
    """Why a card is marked."""

    WRONG = "wrong"
    UNSEEN = "unseen"


class Doubts(QObject):
    """Which cards are marked.

    Attributes
    ----------
    least_scale : float
        View px by canvas px from which on marks are painted: on a map that is smaller they would hide the cards.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._marked: dict[ComponentId, Doubt] = {}
        self.least_scale = 0.0

    def show_doubts(self, wrong: Collection[ComponentId], unseen: Collection[ComponentId]) -> None:
        """Mark these cards; what is believed wrong says more than that it is not seen."""
        marked = dict.fromkeys(unseen, Doubt.UNSEEN) | dict.fromkeys(wrong, Doubt.WRONG)
        if marked != self._marked:
            self._marked = marked
            self.changed.emit()

    def paint(self, painter: QPainter, picture: Picture, scale: float) -> None:
        """Paint the marks; the painter is on the canvas's scale."""
        if not self._marked or scale < self.least_scale:
            return
        cards, size = picture.drawing.arrangement.cards, max(PLATE_PX, LEAST_VIEW_PX / scale)
        for component, doubt in self._marked.items():
            if component in cards:
                corner = rect(cards[component]).topRight()
                draw_doubt(painter, doubt, corner + QPointF(-size / 4, size / 4), size, self._look.theme)


def draw_doubt(painter: QPainter, doubt: Doubt, centre: QPointF, size: float, theme: Theme) -> None:
    """Paint a plate with its sign round a point."""
    plate = QRectF(centre.x() - size / 2, centre.y() - size / 2, size, size)
    radius = RADIUS_TAG * size / PLATE_PX
    painter.setPen(QPen(theme.color("ln2"), size / PLATE_PX))
    painter.setBrush(theme.color("bg1"))
    painter.drawRoundedRect(plate, radius, radius)
    if doubt is Doubt.UNSEEN:
        draw_icon(painter, "eyeoff", centre, size * ICON_SHARE, theme.color("tx1"))
        return
    painter.setPen(QPen(theme.color("tx1"), 1.6 * size / PLATE_PX))
    arm = size * 0.24
    for shift in (-size * 0.1, size * 0.1):
        level = centre.y() + shift
        painter.drawLine(QLineF(centre.x() - arm, level, centre.x() + arm, level))
    stroke = QPointF(size * 0.13, -size * 0.28)
    painter.drawLine(QLineF(centre - stroke, centre + stroke))
