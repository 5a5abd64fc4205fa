"""Finding on the map: what is typed chooses cards and zones one after the other, and brings them to the middle."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from blackstart.shell.draw.drawn_map import DrawnMap
from blackstart.shell.draw.find.field import FindField
from blackstart.shell.draw.find.matches import matches
from blackstart.shell.draw.presenter import DrawPresenter
from blackstart.shell.draw.selection import Selection
from blackstart.shell.support.look import Look
from blackstart.shell.support.theme import SPACE_28


class MapSearch(QObject):
    """Joins the field to the map."""

    def __init__(self, view: DrawnMap, presenter: DrawPresenter, look: Look) -> None:
        super().__init__(view)
        self._view, self._presenter, self._look = view, presenter, look
        self._found: tuple[Selection, ...] = ()
        self._at = -1  # which of what is found is chosen
        self.field = FindField(view, look)
        self.field.typed.connect(self._find)
        self.field.step_wished.connect(self._step)
        self.field.left.connect(self.close)
        presenter.document.edited.connect(self._follow)
        presenter.document.replaced.connect(self._follow)

    def deeds(self) -> dict[str, Callable[[], object]]:
        """Return what is done by action."""
        return {"draw.find-next": self.next, "draw.find-before": self.before}

    def open(self) -> None:
        """Ask what is to be found."""
        self.field.open()
        self._follow()

    def close(self) -> None:
        """Go on on the map; what was found last stays chosen, and keys go on from there."""
        self._view.setFocus()  # before the field goes: Qt would look for the next stop itself, as by Tab
        self.field.hide()
        found = self._view.easel.selection.current
        if found is not None:
            self._view.overlay.press(found)

    def next(self) -> None:
        """Go to the next of what was typed last."""
        self._step_or_ask(1)

    def before(self) -> None:
        """Go to the one before of what was typed last."""
        self._step_or_ask(-1)

    def _step_or_ask(self, by: int) -> None:
        if self.field.line.text().strip():
            self._follow()
            self._step(by)
        else:
            self.open()

    def _find(self, typed: str) -> None:
        """Choose the first that is meant; with every letter typed it may be another."""
        self._found = self._matches(typed)
        self._at = -1
        if self._found:
            self._step(1)
        else:
            self._tell()

    def _step(self, by: int) -> None:
        if not self._found:
            self._tell()
            return
        start = self._at if self._at >= 0 or by > 0 else 0
        self._at = (start + by) % len(self._found)
        chosen = self._found[self._at]
        self._presenter.select(chosen)
        self._bring(chosen)
        self._tell()

    def _follow(self, _edited: object = None) -> None:
        """Find again on a map that has changed."""
        current = self._found[self._at] if 0 <= self._at < len(self._found) else None
        self._found = self._matches(self.field.line.text())
        self._at = self._found.index(current) if current in self._found else -1
        self._tell()

    def _matches(self, typed: str) -> tuple[Selection, ...]:
        return matches(self._presenter.document.topology, typed, self._look.language)

    def _tell(self) -> None:
        name = self._name(self._found[self._at]) if 0 <= self._at < len(self._found) else ""
        self.field.show_count(self._at + 1, len(self._found), name)

    def _name(self, found: Selection) -> str:
        topology, language = self._presenter.document.topology, self._look.language
        if found.current is not None:
            return topology.component(found.current).label(language)
        return next((each.label(language) for each in topology.zones if each.id == found.zone), "")

    def _bring(self, found: Selection) -> None:
        arrangement = self._view.easel.drawing.arrangement
        box = arrangement.cards.get(found.current) if found.current is not None else None
        if found.zone is not None:
            box = arrangement.zones.get(found.zone)
        if box is not None:
            self._view.show_box(box, SPACE_28, keeps_zoom=True)
