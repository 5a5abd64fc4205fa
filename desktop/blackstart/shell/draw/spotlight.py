"""A weak point that is lit on the map, for as long as nothing else is chosen."""

from PySide6.QtCore import QObject, QRectF
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from blackstart.core.analysis.weakness import WeakPoint
from blackstart.shell.canvas.geometry import rect
from blackstart.shell.draw.drawn_map import DrawnMap
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.weak_panel import WeakPanel
from blackstart.shell.support.theme import SPACE_28


class Spotlight(QObject):
    """Lights what the panel's row is about, says it aloud, and brings it into view when that is asked for."""

    def __init__(self, presenter: DrawPresenter, panel: WeakPanel, view: DrawnMap) -> None:
        super().__init__(view)
        self._presenter, self._panel, self._view = presenter, panel, view
        presenter.weak_point_lit.connect(self._light)
        panel.chosen.connect(presenter.light)
        panel.place_wished.connect(self._bring)
        view.dark_wished.connect(self._leave)

    def _light(self, point: WeakPoint | None) -> None:
        self._view.overlay.light.ask(point.lights if point is not None else frozenset())
        if point is None:
            self._panel.clear_choice()
            return
        told = self._presenter.tell(point)
        said = QAccessibleAnnouncementEvent(self._view, f"{told.kind}: {told.where}. {told.why} {told.mend}")
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Polite)
        QAccessible.updateAccessibility(said)

    def _bring(self, point: WeakPoint) -> None:
        cards = self._view.easel.drawing.arrangement.cards
        whole = QRectF()
        for each in point.lights & cards.keys():
            whole |= rect(cards[each])
        if not whole.isEmpty():
            self._view.show_box((whole.x(), whole.y(), whole.width(), whole.height()), SPACE_28)

    def _leave(self) -> None:
        self._presenter.light(None)
