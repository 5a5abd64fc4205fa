"""The parts of the page, one after the other by a key."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Part:
    """Something on the page with a focus of its own; `begin` puts it there."""

    widget: QWidget
    begin: Callable[[], object]


def go_on(parts: Sequence[Part], by: int) -> None:
    """Put the focus into the next part that can have it, with -1 into the one before; from outside into the first."""
    seen = [part for part in parts if part.widget.isVisible() and part.widget.isEnabled()]
    if not seen:
        return
    focused = QApplication.focusWidget()
    places = [place for place, part in enumerate(seen) if _holds(part.widget, focused)]
    seen[(places[0] + by) % len(seen) if places else 0].begin()


def _holds(widget: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (focused is widget or widget.isAncestorOf(focused))
